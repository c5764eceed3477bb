import { type Attribute, isList } from "../resource";
import { numberIn, textIn } from "./arguments";
import type { TerraformFunction } from "./terraform-function";

/** Functions that write values into a text. */
export const FORMAT_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["format", ([pattern, ...args]) => formatted(textIn(pattern), args)],
  ["formatlist", ([pattern, ...args]) => formattedList(textIn(pattern), args)],
]);

const VERB = /%(0?)(\d*)([a-z%])/g;

/** `%s`, `%d`, `%q`, `%t`, `%v`, `%x` and `%%`, with a width, which is what people use. */
function formatted(pattern: string | undefined, args: readonly Attribute[]): string | undefined {
  if (pattern === undefined || pattern.replace(VERB, "").includes("%")) {
    return undefined;
  }
  let used = 0;
  let isTold = true;
  const result = pattern.replace(VERB, (whole, zero: string, width: string, verb: string) => {
    if (verb === "%") {
      isTold &&= whole === "%%";
      return "%";
    }
    const text = written(verb, args[used]);
    used += 1;
    isTold &&= text !== undefined && Number(width) < 100 && !(zero === "0" && text.startsWith("-"));
    return (text ?? "").padStart(Number(width), zero === "0" && (verb === "d" || verb === "x") ? "0" : " ");
  });
  return isTold && used === args.length ? result : undefined;
}

function written(verb: string, value: Attribute | undefined): string | undefined {
  const text = textIn(value);
  const number = numberIn(value);
  switch (verb) {
    case "s":
    case "v":
      return text;
    case "d":
      return Number.isInteger(number) ? String(number) : undefined;
    case "x":
      return typeof value === "number" && Number.isInteger(number) ? number?.toString(16) : undefined;
    case "t":
      return typeof value === "boolean" || text === "true" || text === "false" ? text : undefined;
    case "q":
      return text !== undefined && /^[ -%'-;=?-~]*$/.test(text) ? JSON.stringify(text) : undefined;
    default:
      return undefined;
  }
}

function formattedList(pattern: string | undefined, args: readonly Attribute[]): readonly string[] | undefined {
  const lengths = new Set(args.filter(isList).map((list) => list.length));
  const [length] = lengths;
  if (length === undefined || lengths.size !== 1) {
    return undefined;
  }
  const texts = Array.from({ length }, (_, at) =>
    formatted(
      pattern,
      args.map((arg) => (isList(arg) ? (arg[at] ?? null) : arg)),
    ),
  );
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
