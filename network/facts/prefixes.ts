import { type Prefix, parsePrefix } from "../../address/prefix";
import type { Field, Items } from "../field";

/** A prefix that an attribute states. */
export interface StatedPrefix {
  readonly prefix: Prefix;
  /** The attribute. */
  readonly path: string;
  /** As it is written. */
  readonly text: string;
}

/**
 * The prefix of a known field: the one that was meant where it is only badly written, none where the text tells none.
 * `prefix-canonical` says what is wrong with the text; the other rules go on with what it means.
 */
export function prefixOfField(field: Field<string>): StatedPrefix | undefined {
  if (field.state !== "known") {
    return undefined;
  }
  const parsed = parsePrefix(field.value);
  const prefix = parsed.ok ? parsed.value : parsed.meant;
  return prefix === undefined ? undefined : { prefix, path: field.path, text: field.value };
}

/** The prefixes of all known fields of a list. */
export function prefixesOf(list: Items<Field<string>>): StatedPrefix[] {
  return list.items.flatMap((field) => prefixOfField(field) ?? []);
}
