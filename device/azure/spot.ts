import { type Address, parseAddress } from "../../address/address";
import { parseAsn } from "../../address/asn";
import { type Prefix, parsePrefix } from "../../address/prefix";
import { isJsonArray, isJsonObject, type Json } from "../../text/json";
import { type Problem, pathText, shown } from "../../text/problem";

/**
 * A place in a file of Azure's, and what stands there. What is asked of it and isn't there, or isn't of that kind, becomes
 * a problem; what may be missing is asked with {@link isThere} first.
 */
export class Spot {
  constructor(
    private readonly value: Json | undefined,
    readonly path: readonly PropertyKey[],
    private readonly problems: Problem[],
  ) {}

  /** Whether anything stands here. Azure writes null and "" for nothing, too. */
  get isThere(): boolean {
    return this.value !== undefined && this.value !== null && this.value !== "";
  }

  /** What stands under a name; nothing where this is no object. Some of Azure's tools write names with other capitals. */
  at(name: string): Spot {
    return new Spot(memberOf(this.value, name), [...this.path, name], this.problems);
  }

  /** The elements of a list; none, and a problem, where it is none. */
  items(): Spot[] {
    if (isJsonArray(this.value)) {
      return this.value.map((element, index) => new Spot(element, [...this.path, index], this.problems));
    }
    return this.refused("a list") ?? [];
  }

  /** The elements of a list that may be missing. */
  anyItems(): Spot[] {
    return this.isThere ? this.items() : [];
  }

  /** The names of what stands in an object. */
  names(): string[] {
    return isJsonObject(this.value) ? Object.keys(this.value) : [];
  }

  /** Makes sure that this is an object. */
  isObject(): boolean {
    return isJsonObject(this.value) || (this.refused("an object") ?? false);
  }

  text(): string | undefined {
    return typeof this.value === "string" && this.value.trim() !== "" ? this.value.trim() : this.refused("a text");
  }

  /** A text of which nothing is shown where it is wrong. */
  secret(): string | undefined {
    if (typeof this.value === "string" && this.value !== "") {
      return this.value;
    }
    this.complain(`${pathText(this.path)} is no text`);
    return undefined;
  }

  flag(): boolean | undefined {
    return typeof this.value === "boolean" ? this.value : this.refused("true or false");
  }

  /** A whole number above zero. */
  count(): number | undefined {
    const isCount = typeof this.value === "number" && Number.isSafeInteger(this.value) && this.value > 0;
    return isCount ? Number(this.value) : this.refused("a whole number above 0");
  }

  asn(): number | undefined {
    const parsed = parseAsn(this.value);
    return parsed.ok ? parsed.value : this.refused("an AS number from 1 to 4294967295");
  }

  /** An IPv4 address: hubs and their gateways have no others. */
  address(): Address | undefined {
    const parsed = typeof this.value === "string" ? parseAddress(this.value.trim()) : undefined;
    return parsed?.ok && parsed.value.family === 4 ? parsed.value : this.refused("an IPv4 address, such as 10.100.0.4");
  }

  /** An IPv4 prefix. What Azure writes with host bits means the network that it is in. */
  prefix(): Prefix | undefined {
    const parsed = typeof this.value === "string" ? parsePrefix(this.value.trim()) : undefined;
    const prefix = parsed?.ok ? parsed.value : parsed?.meant;
    return prefix?.family === 4 ? prefix : this.refused("an IPv4 prefix, such as 10.100.0.0/23");
  }

  /** Says what is wrong here. */
  complain(message: string): void {
    this.problems.push({ path: this.path, at: "value", message });
  }

  private refused(right: string): undefined {
    const what = pathText(this.path) || "the file";
    this.complain(`${what} is ${shown(this.value)}; right is ${right}`);
    return undefined;
  }
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (!isJsonObject(value)) {
    return undefined;
  }
  const key = Object.hasOwn(value, name)
    ? name
    : Object.keys(value).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}
