import { type Attribute, isList, isRecord, Reference, UnknownAttribute } from "../resource";
import { Made } from "./made";
import { textOf } from "./value";

const CHILD = /^(?:\/[^/\s]+\/[^/\s]+)+$/;

/** `"${azurerm_virtual_hub.weu.id}/hubRouteTables/none"`: the id of what lies in a resource whose own id isn't known yet. */
export function childIdOf([parent, ...rest]: readonly Attribute[]): Reference | undefined {
  const texts = rest.map(textOf);
  const text = texts.every((one) => one !== undefined) ? texts.join("") : "";
  const isId = parent instanceof Reference && parent.path.length === 1 && parent.path[0] === "id";
  return isId && CHILD.test(text)
    ? new Reference(parent.address, parent.input, ["id", text], `${parent.expression}${text}`)
    : undefined;
}

/** The same where a function joins the parts. */
export function childIdByFunction(name: string, [first, ...args]: readonly Attribute[]): Reference | undefined {
  const pattern = textOf(first ?? null);
  if (name === "format" && pattern?.startsWith("%s/") === true) {
    const parts = pattern.slice("%s".length).split("%s");
    return pattern.replaceAll("%s", "").includes("%") || parts.length !== args.length
      ? undefined
      : childIdOf(args.flatMap((arg, at) => [arg, parts[at] ?? ""]));
  }
  const [list] = args;
  if (name === "join" && pattern === "/" && args.length === 1 && list !== undefined && isList(list)) {
    return childIdOf(list.flatMap((one, at) => (at === 0 ? [one] : ["/", one])));
  }
  return undefined;
}

/** Functions that make another text of one, whatever its capitals. All others hand on what they are given, or a part of it. */
const MAKES_TEXT: ReadonlySet<string> = new Set([
  "abspath",
  "basename",
  "dirname",
  "format",
  "formatlist",
  "join",
  "regex",
  "regexall",
  "replace",
  "split",
  "strrev",
  "substr",
  "templatefile",
  "trim",
  "trimprefix",
  "trimsuffix",
]);

/** Whether what a function gives may be another id than those that it is given. */
export function makesAnotherId(name: string, args: readonly Attribute[]): boolean {
  return args.some(holdsMade) || (MAKES_TEXT.has(name) && args.some(holdsUnknown));
}

/** Whether a value or a part of it was made of an id that isn't known yet. */
export function holdsMade(value: Attribute): boolean {
  if (isList(value)) {
    return value.some(holdsMade);
  }
  return isRecord(value) ? Object.values(value).some(holdsMade) : value instanceof Made;
}

function holdsUnknown(value: Attribute): boolean {
  if (isList(value)) {
    return value.some(holdsUnknown);
  }
  const isUnknown = value instanceof Reference || value instanceof UnknownAttribute;
  return isRecord(value) ? Object.values(value).some(holdsUnknown) : isUnknown;
}
