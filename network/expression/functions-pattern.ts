import { type Attribute, UnknownAttribute } from "../resource";
import { textIn } from "./arguments";
import type { TerraformFunction } from "./terraform-function";
import { Failure } from "./value";

/** Functions that look for something in a text. */
export const PATTERN_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["replace", ([value, search, by]) => replaced(textIn(value), textIn(search), textIn(by))],
  ["regex", ([pattern, value]) => first(textIn(pattern), textIn(value))],
  ["regexall", ([pattern, value]) => all(textIn(pattern), textIn(value))],
]);

/** What stands between slashes is a pattern. */
function replaced(value: string | undefined, search: string | undefined, by: string | undefined): string | undefined {
  if (value === undefined || search === undefined || by === undefined) {
    return undefined;
  }
  const isPattern = search.length > 1 && search.startsWith("/") && search.endsWith("/");
  if (!isPattern) {
    return search === ""
      ? `${by}${[...value].map((character) => character + by).join("")}`
      : value.split(search).join(by);
  }
  const pattern = patternOf(search.slice(1, -1), value);
  return pattern === undefined || by.includes("$") ? undefined : value.replace(pattern, () => by);
}

function first(pattern: string | undefined, value: string | undefined): Attribute | undefined {
  const found = matches(pattern, value);
  return found === undefined ? undefined : (found[0] ?? new Failure({ decidedBy: ["regex()"] }));
}

function all(pattern: string | undefined, value: string | undefined): Attribute | undefined {
  return matches(pattern, value);
}

function matches(text: string | undefined, value: string | undefined): readonly Attribute[] | undefined {
  const pattern = text === undefined || value === undefined ? undefined : patternOf(text, value);
  if (pattern === undefined || value === undefined) {
    return undefined;
  }
  const found = [...value.matchAll(pattern)].map(([whole, ...groups]): Attribute => {
    // A group that takes no part is null to Terraform.
    return groups.length === 0 ? whole : groups.map((group) => group ?? null);
  });
  return found.some((one) => one instanceof UnknownAttribute) ? undefined : found;
}

/**
 * Terraform's patterns are of another dialect. What means the same in both is read: letters, classes, repetitions, groups
 * without a name, on a text of plain ASCII.
 */
function patternOf(text: string, value: string): RegExp | undefined {
  const isShared =
    text.length <= 500 &&
    value.length <= 2000 &&
    /^[ -~]*$/.test(text) &&
    /^[ -~]*$/.test(value) &&
    !/\(\?|\\[^dDwWsSb.\-/\\^$*+?()[\]{}|]|\[\[:|\[\^?\]|&&|[*+?}][*+]/.test(text) &&
    !REPEATED_REPETITION.test(text);
  try {
    return isShared ? new RegExp(text, "g") : undefined;
  } catch {
    return undefined;
  }
}

/** Such patterns may take forever here, and never do in Terraform. */
const REPEATED_REPETITION = /\([^()]*[*+}][^()]*\)[*+{]/;
