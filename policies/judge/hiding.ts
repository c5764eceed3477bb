import { type Address, parseAddress } from "../../address/address";
import { type Prefix, parsePrefix, prefixOf } from "../../address/prefix";
import type { Network } from "../../network/network";
import { type Attribute, isList, isMark, type Resource, SensitiveValue } from "../../network/resource";
import type { Evidence } from "../rules/rule";

/** What stands in a finding where a value would be that Terraform treats as sensitive. The attribute is named all the same. */
export const HIDDEN = "(sensitive)";

/**
 * Takes sensitive values out of what findings say. Rules judge with them, and often say a value, or one that they made of it:
 * so addresses and prefixes go too that lie in a sensitive one, or right beside it, as what is left of a larger one does.
 */
export class Hiding {
  private readonly texts: RegExp | undefined;
  private readonly ranges: readonly Prefix[];

  constructor({ resources }: Pick<Network, "resources">) {
    const texts = [...new Set(resources.flatMap(sensitiveTexts))];
    this.ranges = texts.flatMap(rangeOf);
    this.texts = texts.length === 0 ? undefined : anyOf(texts);
  }

  /** A text without sensitive values. */
  text(text: string): string {
    if (this.texts === undefined) {
      return text;
    }
    return text.replace(this.texts, HIDDEN).replace(ADDRESSES, (found) => (this.isTelling(found) ? HIDDEN : found));
  }

  evidence(evidence: Evidence): Evidence {
    if (this.texts === undefined) {
      return evidence;
    }
    const entries = Object.entries(evidence).map(([name, value]): [string, Evidence[string]] => [
      name,
      typeof value === "object" ? value.map((one) => this.text(String(one))) : this.value(value),
    ]);
    return Object.fromEntries(entries);
  }

  private value(value: string | number | boolean): string | number | boolean {
    const text = this.text(String(value));
    return text === String(value) ? value : text;
  }

  private isTelling(text: string): boolean {
    return rangeOf(text).some((range) =>
      this.ranges.some(
        ({ family, first, last }) =>
          family === range.family &&
          ((first <= range.first && range.last <= last) ||
            BigInt(range.last) + 1n === BigInt(first) ||
            BigInt(last) + 1n === BigInt(range.first)),
      ),
    );
  }
}

/** Whether a network holds values that are judged with and not shown. */
export function holdsSensitive({ resources }: Pick<Network, "resources">): boolean {
  return resources.some((resource) => sensitiveIn(resource.attributes).length > 0);
}

const ADDRESSES = /\d+\.\d+\.\d+\.\d+(?:\/\d+)?|[\da-f]*:[\da-f:]*:[\da-f:]*(?:\/\d+)?/gi;

function sensitiveTexts(resource: Resource): readonly string[] {
  const found = sensitiveIn(resource.attributes);
  // What is true or false is told by what a rule says of it at all.
  return found
    .map((value) => value.reveal())
    .filter((value) => typeof value !== "boolean" && value !== "")
    .map(String);
}

function sensitiveIn(value: Attribute, found: SensitiveValue[] = []): readonly SensitiveValue[] {
  if (value instanceof SensitiveValue) {
    found.push(value);
  } else if (typeof value === "object" && value !== null && !isMark(value)) {
    for (const one of isList(value) ? value : Object.values(value)) {
      sensitiveIn(one, found);
    }
  }
  return found;
}

/** A regular expression for any of the texts as a word of its own, longest first. The key of an instance is no such word. */
function anyOf(texts: readonly string[]): RegExp {
  const escaped = [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
  return new RegExp(`(?<![\\w.:/-]|\\[")(?:${escaped.join("|")})(?![\\w:/]|[.-]\\w)`, "g");
}

function rangeOf(text: string): readonly Prefix[] {
  const prefix = parsePrefix(text);
  if (prefix.ok) {
    return [prefix.value];
  }
  const address = parseAddress(text.replace(/\/\d+$/, ""));
  return address.ok ? [host(address.value)] : [];
}

function host(address: Address): Prefix {
  return prefixOf(address, address.family === 4 ? 32 : 128);
}
