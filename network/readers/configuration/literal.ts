import { isJsonArray, type Json } from "../../../text/json";
import { isExact } from "../../expression/value";

/** Deeper than anything that people write; what is deeper still is read piece by piece. */
const DEEPEST = 20;

/** Whether a string holds an expression. Most strings hold none: they are not worth a parser. */
export function isTemplate(text: string): boolean {
  return text.includes("${") || text.includes("%{");
}

/** Whether a piece of JSON holds no expression at all, in keys neither, so that it is its own value. */
export function isLiteral(json: Json, depth = 0): boolean {
  if (typeof json === "string") {
    return !isTemplate(json);
  }
  if (typeof json === "number") {
    return isExact(json);
  }
  if (typeof json !== "object" || json === null) {
    return true;
  }
  if (depth > DEEPEST) {
    return false;
  }
  if (isJsonArray(json)) {
    return json.every((element) => isLiteral(element, depth + 1));
  }
  for (const name of Object.keys(json)) {
    const inner = json[name];
    if (isTemplate(name) || (inner !== undefined && !isLiteral(inner, depth + 1))) {
      return false;
    }
  }
  return true;
}
