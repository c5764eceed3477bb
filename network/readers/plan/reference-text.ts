import { isJsonArray, isJsonObject, type Json } from "../../../text/json";

/**
 * The references of an expression of the plan's configuration, each once and whole. Terraform lists `a.b.link[0].id`
 * together with each of its beginnings.
 */
export function referencesOf(expression: Json | undefined): readonly string[] {
  const listed = isJsonObject(expression) ? expression.references : undefined;
  if (!isJsonArray(listed)) {
    return [];
  }
  const whole: string[] = [];
  for (const text of listed) {
    const last = whole.at(-1);
    if (typeof text === "string" && !(last !== undefined && begins(last, text)) && !whole.includes(text)) {
      whole.push(text);
    }
  }
  return whole;
}

function begins(whole: string, start: string): boolean {
  if (!whole.startsWith(start)) {
    return false;
  }
  const next = whole[start.length];
  return next === undefined || next === "." || next === "[";
}
