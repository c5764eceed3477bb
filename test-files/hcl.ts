import type { Json } from "../text/json";

/** A value as HCL writes it. What looks like a template in a text stays text. */
export function literal(value: Json): string {
  // JSON is HCL but for templates, and for characters that it has other short forms for.
  return JSON.stringify(value)
    .replace(/[$%](?=\{)/g, "$&$&")
    .replaceAll("\\b", "\\u0008")
    .replaceAll("\\f", "\\u000c")
    .replaceAll("\\/", "/");
}

/** A block with its lines inside, indented. */
export function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.flatMap((line) => line.split("\n")).map((line) => `  ${line}`.trimEnd()), "}"].join(
    "\n",
  );
}
