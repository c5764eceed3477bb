import { parsePrefix } from "../../address/prefix";
import { type Problem, pathText, shown } from "../../text/problem";

/**
 * What is wrong with the prefixes of an intent file. Whoever wrote it is there to correct it, so nothing is judged by what
 * was probably meant. What an output states is part of a network, and judged by `prefix-canonical`.
 *
 * @param stated intent whose shape has been checked
 */
export function prefixProblems(stated: unknown): Problem[] {
  return [...problemsIn(stated, [])];
}

const LISTS: ReadonlySet<string> = new Set(["advertises", "protected", "prefersTunnelFor", "filtersExpressRoute"]);

function* problemsIn(value: unknown, path: readonly string[]): Iterable<Problem> {
  if (Array.isArray(value)) {
    const name = path.at(-1) ?? "";
    for (const [index, one] of LISTS.has(name) ? value.entries() : []) {
      yield* problemOf(one, [...path, index]);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      yield* problemsIn(inner, [...path, name]);
    }
  }
}

function* problemOf(text: unknown, path: readonly PropertyKey[]): Iterable<Problem> {
  const parsed = typeof text === "string" ? parsePrefix(text) : undefined;
  if (parsed?.ok === false) {
    const message = `${pathText(path)} is ${shown(text)}: ${parsed.problem}`;
    const right = parsed.meant === undefined ? "; right is an address and a length, such as 10.0.0.0/16" : "";
    yield { path, at: "value", message: `${message}${right}` };
  }
}
