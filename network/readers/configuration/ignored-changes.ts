import { isJsonArray, type JsonObject } from "../../../text/json";
import { type Attribute, type AttributeObject, isList, isRecord, Secret, UnknownAttribute } from "../../resource";
import { parseTraversal, type Step } from "../../traversal";
import { objects } from "./declarations";

/**
 * What is written, with all that `lifecycle.ignore_changes` names unknown: what exists may have another value by now, and
 * Terraform leaves it so. A plan tells which. Where a secret came from is told by what is written all the same.
 *
 * @param body the resource as it is declared
 * @param names the attributes and blocks of its type, which `all` means too where nobody wrote them
 */
export function withIgnoredChanges(
  written: AttributeObject,
  body: JsonObject,
  address: string,
  names: readonly string[],
): AttributeObject {
  const untold = new UnknownAttribute({ decidedBy: [`${address}.lifecycle.ignore_changes`] });
  return ignoredIn(body).reduce<AttributeObject>((attributes, text) => {
    if (text === "all") {
      const all = [...new Set([...Object.keys(attributes), ...names])];
      return Object.fromEntries(all.map((name) => [name, forgotten(attributes[name], untold)]));
    }
    const path = parseTraversal(text);
    const changed = path === undefined ? attributes : withUntold(attributes, path, untold);
    return isRecord(changed) ? changed : attributes;
  }, written);
}

function ignoredIn({ lifecycle }: JsonObject): readonly string[] {
  return objects(lifecycle)
    .flatMap(({ ignore_changes }) => (isJsonArray(ignore_changes) ? [...ignore_changes] : [ignore_changes]))
    .filter((element) => typeof element === "string")
    .map((text) => /^\$\{([^{}]*)\}$/.exec(text)?.[1] ?? text);
}

function withUntold(
  value: Attribute | undefined,
  [step, ...rest]: readonly Step[],
  untold: UnknownAttribute,
): Attribute {
  if (step === undefined) {
    return forgotten(value, untold);
  }
  const key = "key" in step ? step.key : step.name;
  if (value !== undefined && isList(value)) {
    // The blocks of a set have no number, and a splat means all of them.
    return value.map((element, index) =>
      index === key || typeof key === "string"
        ? withUntold(element, typeof key === "string" ? [step, ...rest] : rest, untold)
        : element,
    );
  }
  return value !== undefined && isRecord(value)
    ? { ...value, [key]: withUntold(value[key], rest, untold) }
    : forgotten(value, untold);
}

function forgotten(value: Attribute | undefined, untold: UnknownAttribute): Attribute {
  return value instanceof Secret ? value : untold;
}
