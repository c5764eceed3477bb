import type { Problem } from "../../text/problem";
import { UnknownAttribute } from "../resource";

/**
 * What is left of stated intent when everything that has a problem is taken out, so that the rest can be looked at in
 * the same run. A list with a wrong element goes as a whole.
 */
export function withoutProblems(value: unknown, problems: readonly Problem[]): unknown {
  const wrong = new Set(problems.map(({ path }) => keyOf(path.filter((step) => typeof step !== "number"))));
  return pruned(value, [], wrong);
}

function pruned(value: unknown, path: readonly PropertyKey[], wrong: ReadonlySet<string>): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof UnknownAttribute) {
    return value;
  }
  const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const at = [...path, key];
    return wrong.has(keyOf(at)) ? [] : [[key, pruned(inner, at, wrong)]];
  });
  return Object.fromEntries(kept);
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}
