import type { Document } from "../../text/document";
import type { Problem } from "../../text/problem";
import { pathInFile } from "./wording";

/**
 * Numbers that don't say what their text seems to: `0123` is 123 in YAML 1.2, and was 83 in YAML 1.1. Looked for only
 * where a text holds something like it.
 */
export function misreadNumbers(value: unknown, text: string, { placeOf }: Document): Problem[] {
  if (!/(?:^|[\s:[,{-])[-+]?0\d/m.test(text)) {
    return [];
  }
  const lines = text.split(/\r?\n/);
  return numbersIn(value, []).flatMap(({ path, number }) => {
    const { line, column } = placeOf({ path, at: "value" });
    const written = /^[-+]?0\d+(?=$|[\s,\]}#])/.exec(lines[line - 1]?.slice(column - 1) ?? "")?.[0];
    const message = `${pathInFile(path)} is ${written}, which some read as octal; write ${number}, or put it in quotes`;
    return written === undefined ? [] : [{ path, at: "value" as const, message }];
  });
}

interface Found {
  readonly path: readonly PropertyKey[];
  readonly number: number;
}

function numbersIn(value: unknown, path: readonly PropertyKey[]): Found[] {
  // Nothing in a network file lies deeper; an alias inside its own anchor would never end.
  if (path.length > 12) {
    return [];
  }
  if (typeof value === "number") {
    return [{ path, number: value }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => numbersIn(item, [...path, index]));
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]))
    : [];
}
