import { type Attribute, isList } from "../resource";
import { isArray, onTexts, textIn, wholeNumberIn } from "./arguments";
import type { TerraformFunction } from "./terraform-function";
import { textOf } from "./value";

/** Functions on texts. They need all of what they are given. */
export const TEXT_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["tostring", ([value]) => (value === null ? null : textIn(value))],
  ["tobool", ([value]) => (value === null || typeof value === "boolean" ? value : truth(value))],
  [
    "lower",
    onTexts(
      1,
      ascii((value = "") => value.toLowerCase()),
    ),
  ],
  [
    "upper",
    onTexts(
      1,
      ascii((value = "") => value.toUpperCase()),
    ),
  ],
  [
    "title",
    onTexts(
      1,
      ascii((value = "") => value.replace(/(?<![\w'])[a-z]/g, (letter) => letter.toUpperCase())),
    ),
  ],
  [
    "strrev",
    onTexts(
      1,
      ascii((value = "") => [...value].reverse().join("")),
    ),
  ],
  ["trimspace", onTexts(1, (value = "") => value.replace(SPACE_AROUND, ""))],
  ["trimprefix", onTexts(2, (value = "", start = "") => (value.startsWith(start) ? value.slice(start.length) : value))],
  [
    "trimsuffix",
    onTexts(2, (value = "", end = "") => (value.endsWith(end) ? value.slice(0, value.length - end.length) : value)),
  ],
  ["trim", onTexts(2, (value = "", cutset = "") => trimmed(value, cutset))],
  ["startswith", onTexts(2, (value = "", start = "") => value.startsWith(start))],
  ["endswith", onTexts(2, (value = "", end = "") => value.endsWith(end))],
  ["strcontains", onTexts(2, (value = "", part = "") => value.includes(part))],
  [
    "split",
    onTexts(2, (separator = "", value = "") => (value === "" && separator !== "" ? [""] : parts(value, separator))),
  ],
  ["join", ([separator, ...lists]) => joined(separator, lists)],
  ["substr", ([value, offset, length]) => cut(textIn(value), wholeNumberIn(offset), wholeNumberIn(length))],
  ["chomp", onTexts(1, (value = "") => value.replace(/(?:\r\n|\n|\r)+$/, ""))],
  ["indent", ([spaces, value]) => indented(wholeNumberIn(spaces), textIn(value))],
]);

/** What counts as space to Terraform: a byte order mark doesn't, a next-line sign does. */
const SPACE_AROUND =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

const ASCII = /^[\t-~]*$/;

/** Beyond ASCII, capitals are another matter to every language. */
function ascii(apply: (value?: string) => string): (value?: string) => string | undefined {
  return (value = "") => (ASCII.test(value) ? apply(value) : undefined);
}

function truth(value: Attribute | undefined): boolean | undefined {
  return value === "true" ? true : value === "false" ? false : undefined;
}

function parts(value: string, separator: string): readonly string[] {
  return separator === "" ? [...value] : value.split(separator);
}

function trimmed(value: string, cutset: string): string {
  const all = [...value];
  const isKept = (character: string) => !cutset.includes(character);
  const first = all.findIndex(isKept);
  return first < 0 ? "" : all.slice(first, all.findLastIndex(isKept) + 1).join("");
}

function joined(separator: Attribute | undefined, lists: readonly Attribute[]): string | undefined {
  const between = textIn(separator);
  if (between === undefined || !lists.every(isList)) {
    return undefined;
  }
  const texts = lists.flatMap((list) => (isArray(list) ? Array.from(list) : [])).map(textOf);
  return texts.every((part) => part !== undefined) ? texts.join(between) : undefined;
}

function cut(value: string | undefined, offset: number | undefined, length: number | undefined): string | undefined {
  if (value === undefined || offset === undefined || length === undefined || offset < 0 || !ASCII.test(value)) {
    return undefined;
  }
  return length < -1 ? undefined : value.slice(offset, length === -1 ? undefined : offset + length);
}

function indented(spaces: number | undefined, value: string | undefined): string | undefined {
  return spaces === undefined || spaces < 0 || spaces > 200 || value === undefined
    ? undefined
    : value.replaceAll("\n", `\n${" ".repeat(spaces)}`);
}
