import { nearestTo } from "../../../text/nearest";
import { idKey } from "../../arm-id";
import type { Reading } from "../../input/reading";
import type { Part } from "../../network";

/** What came of looking for the part that an address in intent means. */
export type Addressed<T> =
  | { readonly part: T }
  /** Nothing has this address; `problem` says so, unless the input may hold it all the same. */
  | { readonly part?: undefined; readonly problem: string | undefined };

/** Parts of one kind by the addresses that intent may use. */
export class Addressees<T extends Part> {
  private searches = 0;
  private readonly byAddress = new Map<string, { readonly input: string; readonly part: T }[]>();

  constructor(
    /** What a person calls such a part: `VPN site`. */
    private readonly kind: string,
    private readonly readings: readonly Reading[],
  ) {}

  /** Enters a part under its address in an input; or under its id, which is the same in all inputs. */
  add(input: string, address: string, part: T): void {
    const key = keyOf(address);
    const entries = this.byAddress.get(key);
    if (entries === undefined) {
      this.byAddress.set(key, [{ input, part }]);
    } else {
      entries.push({ input, part });
    }
  }

  /** The part of an address in an output, which speaks of its own input only. */
  inInput(input: string, address: string): Addressed<T> {
    const part = this.byAddress.get(keyOf(address))?.find((entry) => entry.input === input || isId(address))?.part;
    return part === undefined ? { problem: this.unmatched(address, input) } : { part };
  }

  /** The part of an address in a file, which speaks of all inputs: `plan.json#azurerm_vpn_site.hq` where two have it. */
  anywhere(written: string): Addressed<T> {
    const entries = this.byAddress.get(keyOf(written)) ?? [];
    const parts = new Set(entries.map(({ part }) => part));
    const [only] = parts;
    if (only !== undefined) {
      return parts.size === 1 ? { part: only } : { problem: this.ambiguous(written, entries) };
    }
    for (const { path } of this.readings) {
      if (written.startsWith(`${path}#`)) {
        return this.inInput(path, written.slice(path.length + 1));
      }
    }
    return { problem: this.unmatched(written, undefined) };
  }

  private ambiguous(address: string, entries: readonly { readonly input: string }[]): string {
    const inputs = [...new Set(entries.map(({ input }) => input))];
    const choices = inputs.map((input) => JSON.stringify(`${input}#${address}`));
    return `${address} is in several inputs; write ${choices.join(" or ")}`;
  }

  private unmatched(address: string, input: string | undefined): string | undefined {
    const readings = this.readings.filter(({ path }) => input === undefined || path === input);
    if (readings.some(({ unread }) => unread.some((one) => holds(one.address, address)))) {
      return undefined;
    }
    const none = `there is no ${this.kind} ${address}`;
    this.searches += 1;
    if (this.searches > MOST_SEARCHES) {
      return none;
    }
    const names = [...this.byAddress]
      .filter(([, entries]) => input === undefined || entries.some((entry) => entry.input === input))
      .map(([name]) => name);
    const near = nearestTo(address, names);
    if (near.length > 0) {
      return `${none}; near it: ${near.join(", ")}`;
    }
    const [first] = names;
    return `${none}; ${first === undefined ? "there is none at all" : `there is ${first}${more(names)}`}`;
  }
}

// Looking for near names takes a while; nobody reads them all.
const MOST_SEARCHES = 50;

function more(names: readonly string[]): string {
  return names.length > 1 ? ` and ${names.length - 1} more` : "";
}

function isId(address: string): boolean {
  return address.startsWith("/");
}

function keyOf(address: string): string {
  return isId(address) ? idKey(address) : address;
}

// What can't be followed may hold every instance below it.
function holds(unread: string, address: string): boolean {
  return address === unread || address.startsWith(`${unread}.`) || address.startsWith(`${unread}[`);
}
