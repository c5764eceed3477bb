import type { Field, Items } from "../../network/field";

/** A value as a detail of the picture has it, with words before it; nothing where nobody wrote it. */
export function detail(before: string, field: Field<string | number>): string[] {
  if (field.state === "absent") {
    return [];
  }
  return [`${before}${field.state === "known" ? field.value : NOT_KNOWN}`];
}

/** Values in a row, the first few of them. */
export function listDetail(list: Items<Field<string>>, most = 2): string[] {
  const texts = list.items.flatMap((field) => detail("", field));
  const left = texts.length - most;
  const more = left > 0 ? [`${left} more`] : [];
  const unseen = list.unknown === undefined ? [] : ["perhaps others"];
  const words = [...texts.slice(0, most), ...more, ...unseen];
  return words.length === 0 ? [] : [words.join(", ")];
}

/** How a value is shown that the input doesn't tell. */
export const NOT_KNOWN = "not known yet";
