import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../../../text/json";
import { namesIn } from "../../../expression/names-in";
import { parseString } from "../../../expression/parse";
import { SyntaxFault } from "../../../expression/syntax";
import { parseTraversal } from "../../../traversal";
import { isTemplate } from "../../configuration/literal";
import { referencesOf } from "../reference-text";

/**
 * The first attribute that names other things in the files than it did when the plan was made; undefined where there is none.
 * @param configured the expressions of a resource or module call, as the plan has recorded them
 * @param written its body in the files
 */
export function otherNames(configured: JsonObject, written: JsonObject): string | undefined {
  return Object.keys(configured).find((name) => {
    const recorded = configured[name];
    if (!isJsonObject(recorded) || isJsonArray(recorded) || !Object.hasOwn(written, name)) {
      return false;
    }
    const names = namesOf(written[name] ?? null);
    return names !== undefined && !isSameSet(names, referencesOf(recorded).map(thingIn));
  });
}

/** Undefined where an expression can't be read. */
function namesOf(json: Json): readonly string[] | undefined {
  const texts = textsIn(json).filter(isTemplate);
  try {
    return texts.flatMap((text) => namesIn(parseString(text)));
  } catch (fault) {
    if (fault instanceof SyntaxFault) {
      return undefined;
    }
    throw fault;
  }
}

function textsIn(json: Json): readonly string[] {
  if (isJsonArray(json)) {
    return json.flatMap(textsIn);
  }
  if (isJsonObject(json)) {
    return Object.entries(json).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
  }
  return typeof json === "string" ? [json] : [];
}

function thingIn(reference: string): string {
  const names = (parseTraversal(reference) ?? []).map((step) => ("name" in step ? step.name : ""));
  return names.slice(0, names[0] === "data" ? 3 : 2).join(".");
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  const [one, other] = [new Set(left), new Set(right)];
  return one.size === other.size && [...one].every((name) => other.has(name));
}
