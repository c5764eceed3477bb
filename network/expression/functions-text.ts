import { type Attribute, isList, isRecord } from "../resource";
import { numberOf } from "./operators";
import type { TerraformFunction } from "./terraform-function";
import { isPlain, textOf } from "./value";

/** Functions on texts and numbers. They need all of what they are given. */
export const TEXT_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["tostring", ([value]) => (value === null ? null : text(value))],
  ["tonumber", ([value]) => (value === undefined ? undefined : numberOf(value))],
  ["tobool", ([value]) => (typeof value === "boolean" ? value : truth(value))],
  ["lower", onText((value) => value.toLowerCase())],
  ["upper", onText((value) => value.toUpperCase())],
  ["trimspace", onText((value) => value.trim())],
  ["trimprefix", onTexts((value, start) => (value.startsWith(start) ? value.slice(start.length) : value))],
  ["trimsuffix", onTexts((value, end) => (value.endsWith(end) ? value.slice(0, value.length - end.length) : value))],
  ["startswith", onTexts((value, start) => value.startsWith(start))],
  ["endswith", onTexts((value, end) => value.endsWith(end))],
  ["split", onTexts((separator, value) => (value === "" ? [""] : value.split(separator)))],
  ["join", ([separator, ...lists]) => joined(separator, lists)],
  ["replace", ([value, search, by]) => replaced(text(value), text(search), text(by))],
  ["format", ([pattern, ...args]) => formatted(text(pattern), args)],
  ["jsonencode", ([value]) => (value !== undefined && isPlain(value) ? encoded(value) : undefined)],
  ["min", onNumbers((...numbers) => Math.min(...numbers))],
  ["max", onNumbers((...numbers) => Math.max(...numbers))],
  ["abs", onNumbers((value = 0) => Math.abs(value))],
  ["ceil", onNumbers((value = 0) => Math.ceil(value))],
  ["floor", onNumbers((value = 0) => Math.floor(value))],
]);

function text(value: Attribute | undefined): string | undefined {
  return value === undefined ? undefined : textOf(value);
}

function truth(value: Attribute | undefined): boolean | undefined {
  return value === "true" ? true : value === "false" ? false : undefined;
}

function onText(apply: (value: string) => Attribute): TerraformFunction {
  return ([value]) => {
    const given = text(value);
    return given === undefined ? undefined : apply(given);
  };
}

function onTexts(apply: (first: string, second: string) => Attribute): TerraformFunction {
  return ([first, second]) => {
    const [one, two] = [text(first), text(second)];
    return one === undefined || two === undefined ? undefined : apply(one, two);
  };
}

function onNumbers(apply: (...numbers: number[]) => number): TerraformFunction {
  return (args) => {
    const numbers = args.map(numberOf);
    return numbers.length > 0 && numbers.every((number) => number !== undefined) ? apply(...numbers) : undefined;
  };
}

function joined(separator: Attribute | undefined, lists: readonly Attribute[]): string | undefined {
  const between = text(separator);
  if (between === undefined || !lists.every(isList)) {
    return undefined;
  }
  const texts = lists.flat().map(textOf);
  return texts.every((part) => part !== undefined) ? texts.join(between) : undefined;
}

/** A search between slashes is a regular expression of another dialect: left alone. */
function replaced(value: string | undefined, search: string | undefined, by: string | undefined): string | undefined {
  const isPattern = search !== undefined && search.length > 1 && search.startsWith("/") && search.endsWith("/");
  return value === undefined || search === undefined || by === undefined || isPattern
    ? undefined
    : value.split(search).join(by);
}

/** `%s`, `%d` and `%%`, which is what people use. */
function formatted(pattern: string | undefined, args: readonly Attribute[]): string | undefined {
  const texts = args.map(textOf);
  if (pattern === undefined || texts.includes(undefined) || pattern.replace(/%[sd%]/g, "").includes("%")) {
    return undefined;
  }
  let used = 0;
  const result = pattern.replace(/%([sd%])/g, (_, verb: string) => {
    if (verb === "%") {
      return "%";
    }
    used += 1;
    return texts[used - 1] ?? "";
  });
  return used === texts.length ? result : undefined;
}

/** JSON as Terraform writes it: keys in order, and the characters that HTML minds escaped. */
function encoded(value: Attribute): string {
  const escaped = JSON.stringify(inOrder(value));
  return escaped.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

function inOrder(value: Attribute): Attribute {
  if (isList(value)) {
    return value.map(inOrder);
  }
  if (!isRecord(value)) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(inner)]));
}
