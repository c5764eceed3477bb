import { type Attribute, isList, isRecord } from "../resource";
import { onTexts } from "./arguments";
import type { TerraformFunction } from "./terraform-function";
import { compareTexts, isExact, isPlain } from "./value";

/** Functions between values and the texts that stand for them. */
export const JSON_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["jsonencode", ([value]) => (value !== undefined && isPlain(value) ? encoded(value) : undefined)],
  ["jsondecode", onTexts(1, (text = "") => decoded(text))],
  ["base64encode", onTexts(1, (text = "") => Buffer.from(text, "utf8").toString("base64"))],
  ["base64decode", onTexts(1, (text = "") => fromBase64(text))],
]);

/** JSON as Terraform writes it: keys in order, and the characters that HTML minds escaped. */
function encoded(value: Attribute): string {
  return JSON.stringify(inOrder(value)).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function inOrder(value: Attribute): Attribute {
  if (isList(value)) {
    return Array.from(value, inOrder);
  }
  if (!isRecord(value)) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => compareTexts(a, b));
  return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(inner)]));
}

function decoded(text: string): Attribute | undefined {
  const value = parsed(text);
  return value !== undefined && isToldExactly(value) ? value : undefined;
}

function parsed(text: string): Attribute | undefined {
  try {
    const value: string | number | boolean | null = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Whether JavaScript holds every number as Terraform does. */
export function isToldExactly(value: Attribute): boolean {
  if (typeof value === "number") {
    return isExact(value);
  }
  if (isList(value)) {
    return value.every(isToldExactly);
  }
  return isRecord(value) ? Object.values(value).every(isToldExactly) : true;
}

function fromBase64(text: string): string | undefined {
  const bytes = Buffer.from(text, "base64");
  const decodedText = bytes.toString("utf8");
  const isWhole = bytes.toString("base64") === text && Buffer.from(decodedText, "utf8").equals(bytes);
  return isWhole ? decodedText : undefined;
}
