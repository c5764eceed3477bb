const DOT = 46;
const SLASH = 47;
const ZERO = 48;

/**
 * Reads canonical IPv4 prefixes without making an object of each, for lists of a million. A property test holds it to
 * `parsePrefix`: what this doesn't read is left to that.
 */
export class IPv4PrefixReader {
  /** Of the prefix that was read last. */
  first = 0;
  /** Of the prefix that was read last. */
  length = 0;
  private end = 0;

  /** False where the text is anything but a canonical IPv4 prefix; `first` and `length` mean nothing then. */
  read(text: string): boolean {
    const slash = this.readAddress(text);
    if (slash < 0 || !this.readLength(text, slash + 1)) {
      return false;
    }
    // A shift by 32 does nothing, and a /32 has no host bits.
    return this.length === 32 || this.first << this.length === 0;
  }

  /** Where the slash behind the address is; -1 where there is none, or no address. */
  private readAddress(text: string): number {
    let value = 0;
    let start = 0;
    for (let octets = 1; octets <= 4; octets += 1) {
      const octet = this.readOctet(text, start);
      if (octet < 0 || text.charCodeAt(this.end) !== (octets < 4 ? DOT : SLASH)) {
        return -1;
      }
      value = (value << 8) | octet;
      start = this.end + 1;
    }
    this.first = value >>> 0;
    return this.end;
  }

  /** Leaves in `end` where the octet ends; -1 where there is none. What follows a leading zero is no end of an octet. */
  private readOctet(text: string, start: number): number {
    let octet = text.charCodeAt(start) - ZERO;
    if (!(octet >= 0 && octet <= 9)) {
      return -1;
    }
    let at = start + 1;
    for (; octet > 0 && octet <= 255; at += 1) {
      const digit = text.charCodeAt(at) - ZERO;
      if (!(digit >= 0 && digit <= 9)) {
        break;
      }
      octet = octet * 10 + digit;
    }
    this.end = at;
    return octet <= 255 ? octet : -1;
  }

  private readLength(text: string, start: number): boolean {
    const tens = text.charCodeAt(start) - ZERO;
    if (!(tens >= 0 && tens <= 9)) {
      return false;
    }
    if (text.length === start + 1) {
      this.length = tens;
      return true;
    }
    const ones = text.charCodeAt(start + 1) - ZERO;
    this.length = tens * 10 + ones;
    return text.length === start + 2 && tens > 0 && ones >= 0 && ones <= 9 && this.length <= 32;
  }
}
