import { isJsonArray, isJsonObject, type Json } from "../../../../text/json";
import { parseString } from "../../../expression/parse";
import { type Expression, SyntaxFault } from "../../../expression/syntax";

/** Functions that make another text of a text. */
const MAKERS: ReadonlySet<string> = new Set(
  "dirname format join regex replace substr trim trimprefix trimsuffix".split(" "),
);

/**
 * Whether an expression in a file makes a new id out of another one. A plan records `replace(x.id, "a", "b")` as it does
 * `x.id`.
 *
 * @param body what a file says of a resource
 */
export function isMadeOfParts(body: Json, path: readonly (string | number)[]): boolean {
  return textsIn(path.reduce(childOf, body)).some((text) => {
    try {
      return makes(parseString(text));
    } catch (fault) {
      if (fault instanceof SyntaxFault) {
        return false;
      }
      throw fault;
    }
  });
}

function makes(expression: Expression): boolean {
  switch (expression.kind) {
    case "template":
      return expression.parts.length > 1 || expression.parts.some(makes);
    case "call":
      return MAKERS.has(expression.name) || expression.args.some(makes);
    case "tuple":
      return expression.items.some(makes);
    case "conditional":
      return makes(expression.then) || makes(expression.otherwise);
    case "index":
    case "attribute":
      return makes(expression.of);
    default:
      return false;
  }
}

/** A block that is written once may stand in JSON without a list around it. */
function childOf(value: Json, step: string | number): Json {
  if (isJsonArray(value)) {
    return value[Number(step)] ?? null;
  }
  if (isJsonObject(value)) {
    return typeof step === "number" ? value : Object.hasOwn(value, step) ? (value[step] ?? null) : null;
  }
  return null;
}

function textsIn(value: Json): readonly string[] {
  return typeof value === "string" ? [value] : isJsonArray(value) ? value.flatMap(textsIn) : [];
}
