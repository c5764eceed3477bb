import type { Json } from "../../text/json";

/** The bytes are no JSON. */
export class BadJson extends Error {
  constructor(
    /** Index of the first byte that can't be read. */
    readonly at: number,
  ) {
    super("is not JSON");
    this.name = "BadJson";
  }
}

/**
 * JSON as bytes, to be gone through without making values of it. It takes what `JSON.parse` takes and nothing else, so
 * that what is skipped is sound too.
 */
export class JsonBytes {
  private readonly inObject: boolean[] = [];

  /** @param bytes UTF-8 without a byte order mark */
  constructor(readonly bytes: Buffer) {}

  /** The byte at an index. */
  byte(at: number): number {
    return this.bytes[at] ?? 0;
  }

  /** The index of the first byte that is no space. */
  space(from: number): number {
    const { bytes } = this;
    let at = from;
    for (;;) {
      const byte = bytes[at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
        return at;
      }
      at += 1;
    }
  }

  /** The index after a value; `from` may be in the space before it. */
  afterValue(from: number): number {
    const { inObject, bytes } = this;
    const outside = inObject.length;
    let at = this.space(from);
    for (;;) {
      const before = inObject.length;
      at = this.afterBeginning(at, bytes[at] ?? 0);
      if (inObject.length === before) {
        at = this.afterElements(at, outside);
        if (inObject.length === outside) {
          return at;
        }
      }
    }
  }

  /**
   * Goes through the members of an object.
   *
   * @param visit is told where the name of a member starts, and where its value does; tells where that ends
   * @returns the index after the object
   */
  eachMember(from: number, visit: (name: number, value: number) => number): number {
    let at = this.space(from + 1);
    if (this.bytes[at] === CLOSE_OBJECT) {
      return at + 1;
    }
    for (;;) {
      const value = this.afterName(at);
      at = this.space(visit(at, this.space(value)));
      if (this.bytes[at] === CLOSE_OBJECT) {
        return at + 1;
      }
      at = this.afterComma(at);
    }
  }

  /** Goes through the elements of a list, in the same way. */
  eachElement(from: number, visit: (element: number) => number): number {
    let at = this.space(from + 1);
    if (this.bytes[at] === CLOSE_LIST) {
      return at + 1;
    }
    for (;;) {
      at = this.space(visit(at));
      if (this.bytes[at] === CLOSE_LIST) {
        return at + 1;
      }
      at = this.afterComma(at);
    }
  }

  /** The index after the name of a member and its colon. */
  afterName(from: number): number {
    if (this.bytes[from] !== QUOTE) {
      throw new BadJson(from);
    }
    const colon = this.space(this.afterString(from));
    if (this.bytes[colon] !== COLON) {
      throw new BadJson(colon);
    }
    return colon + 1;
  }

  /** Is this the name that starts at an index? Only where it is written without escapes. */
  isName(start: number, name: string): boolean {
    const { bytes } = this;
    for (let index = 0; index < name.length; index += 1) {
      if (bytes[start + 1 + index] !== name.charCodeAt(index)) {
        return false;
      }
    }
    return bytes[start + 1 + name.length] === QUOTE;
  }

  /** The name or text that starts at an index. */
  nameAt(start: number): string {
    return String(this.parse(start, this.afterString(start)));
  }

  /** The value in a range, parsed. */
  parse(start: number, end: number): Json {
    const value: Json = JSON.parse(this.text(start, end));
    return value;
  }

  text(start: number, end: number): string {
    return this.bytes.toString("utf8", start, end);
  }

  private afterComma(at: number): number {
    if (this.bytes[at] !== COMMA) {
      throw new BadJson(at);
    }
    return this.space(at + 1);
  }

  /** After a value, or at the first value inside it. */
  private afterBeginning(at: number, byte: number): number {
    switch (byte) {
      case QUOTE:
        return this.afterString(at);
      case OPEN_OBJECT: {
        const first = this.space(at + 1);
        if (this.bytes[first] === CLOSE_OBJECT) {
          return first + 1;
        }
        this.inObject.push(true);
        return this.space(this.afterName(first));
      }
      case OPEN_LIST: {
        const first = this.space(at + 1);
        if (this.bytes[first] === CLOSE_LIST) {
          return first + 1;
        }
        this.inObject.push(false);
        return first;
      }
      default:
        return this.afterScalar(at);
    }
  }

  /** After a value: goes on to the next one, closing what ends here. */
  private afterElements(from: number, outside: number): number {
    const { inObject, bytes } = this;
    let at = from;
    while (inObject.length > outside) {
      at = this.space(at);
      const isObject = inObject[inObject.length - 1] === true;
      const byte = bytes[at];
      if (byte === COMMA) {
        at = this.space(at + 1);
        return isObject ? this.space(this.afterName(at)) : at;
      }
      if (byte !== (isObject ? CLOSE_OBJECT : CLOSE_LIST)) {
        throw new BadJson(at);
      }
      inObject.pop();
      at += 1;
    }
    return at;
  }

  private afterString(from: number): number {
    const { bytes } = this;
    let at = from + 1;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        return at + 1;
      }
      if (byte === BACKSLASH) {
        at = this.afterEscape(at);
      } else if (byte >= 0x20) {
        at += 1;
      } else {
        throw new BadJson(at);
      }
    }
  }

  private afterEscape(from: number): number {
    const { bytes } = this;
    const byte = bytes[from + 1] ?? 0;
    if (byte !== 0x75) {
      if (!ESCAPES.has(byte)) {
        throw new BadJson(from + 1);
      }
      return from + 2;
    }
    for (let at = from + 2; at < from + 6; at += 1) {
      if (!HEXADECIMAL.test(String.fromCharCode(bytes[at] ?? 0))) {
        throw new BadJson(at);
      }
    }
    return from + 6;
  }

  private afterScalar(from: number): number {
    const word = WORDS.find((one) => one[0] === this.bytes[from]);
    if (word === undefined) {
      return this.afterNumber(from);
    }
    for (let index = 1; index < word.length; index += 1) {
      if (this.bytes[from + index] !== word[index]) {
        throw new BadJson(from + index);
      }
    }
    return from + word.length;
  }

  private afterNumber(from: number): number {
    const { bytes } = this;
    let at = from;
    while (isOfNumber(bytes[at] ?? 0)) {
      at += 1;
    }
    if (!NUMBER.test(bytes.toString("latin1", from, at))) {
      throw new BadJson(from);
    }
    return at;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

const ESCAPES: ReadonlySet<number> = new Set(Buffer.from('"\\/bfnrt'));
const HEXADECIMAL = /^[0-9a-fA-F]$/;
const WORDS: readonly Buffer[] = ["false", "true", "null"].map((word) => Buffer.from(word));
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** A digit, or one of `+-.eE`. */
function isOfNumber(byte: number): boolean {
  const isSign = byte === 0x2b || byte === 0x2d || byte === 0x2e;
  return (byte >= 0x30 && byte <= 0x39) || isSign || byte === 0x65 || byte === 0x45;
}
