import type { z } from "zod";
import { nearestTo } from "./nearest";
import { JSON_WORDING, type Problem, pathText, shown, valueAt, type Wording } from "./problem";

// What is agreed with schemas: their messages say what would be right, such as "a list of prefixes", and what is there
// is said beside it. Only a check of a schema's own (`custom`) says itself what is wrong with a value.

/**
 * The message of a map with a closed set of keys, for `z.strictObject`: zod itself doesn't tell which keys there are.
 * @param right what would be right where no such map stands
 * @param shape whose keys are known
 */
export function closedMap(right: string, shape: object): (issue: { readonly code?: string | undefined }) => string {
  return ({ code }) => (code === "unrecognized_keys" ? Object.keys(shape).join(SEPARATOR) : right);
}

const SEPARATOR = "\n";

/** Everything that is wrong with the shape of a value: where, what is there, and what would be right. */
export function shapeProblems(error: z.core.$ZodError, value: unknown, wording: Wording = JSON_WORDING): Problem[] {
  const teller = new Teller(value, wording);
  return error.issues.flatMap((issue) => teller.problemsOf(issue, []));
}

type Path = readonly PropertyKey[];

class Teller {
  constructor(
    private readonly value: unknown,
    private readonly wording: Wording,
  ) {}

  problemsOf(issue: z.core.$ZodIssue, above: Path): Problem[] {
    const path = [...above, ...issue.path];
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => this.unknownKey([...path, key], key, keysKnownTo(issue)));
      case "invalid_key": {
        const right = issue.issues[0]?.message ?? "a name";
        return [{ path, at: "key", message: `${this.named(path)} is no name here; right is ${right}` }];
      }
      case "invalid_union":
        return this.problemsOfChoice(issue, path);
      case "custom":
        return [{ path, at: "value", message: `${this.written(path)}: ${issue.message}` }];
      default:
        return [this.shapeProblem(issue, path)];
    }
  }

  /** What is wrong inside the choice that was meant tells more than that none fits. */
  private problemsOfChoice(issue: z.core.$ZodIssueInvalidUnion, path: Path): Problem[] {
    const meant = meantChoice(issue);
    if (meant === undefined) {
      return [this.shapeProblem(issue, path)];
    }
    // A key that the meant choice doesn't know may be misspelt from what another one has.
    const known = [...new Set(issue.errors.flat().flatMap((one) => (isAboutOwnKeys(one) ? keysKnownTo(one) : [])))];
    return meant.flatMap((one) =>
      isAboutOwnKeys(one)
        ? one.keys.map((key) =>
            known.includes(key)
              ? this.misplacedKey([...path, key], keysKnownTo(one))
              : this.unknownKey([...path, key], key, known),
          )
        : this.problemsOf(one, path),
    );
  }

  private shapeProblem(issue: z.core.$ZodIssue, path: Path): Problem {
    const value = valueAt(this.value, path);
    if (value === undefined) {
      const message = `${this.named(path.slice(0, -1))} needs ${String(path.at(-1))}: ${issue.message}`;
      return { path, at: "key", message };
    }
    const words = issue.code === "invalid_value" ? issue.values.map(String) : [];
    const [nearest] = typeof value === "string" ? nearestTo(value, words) : [];
    const hint = nearest === undefined || nearest === value ? "" : `; did you mean ${nearest}?`;
    return { path, at: "value", message: `${this.written(path)}; right is ${issue.message}${hint}` };
  }

  private unknownKey(path: Path, key: string, known: readonly string[]): Problem {
    const [nearest] = nearestTo(key, known);
    const hint = nearest === undefined ? `known keys: ${known.join(", ")}` : `did you mean ${nearest}?`;
    return { path, at: "key", message: `${this.named(path)} is no known key; ${hint}` };
  }

  /** A key of another choice than the one that was meant. */
  private misplacedKey(path: Path, known: readonly string[]): Problem {
    const message = `${this.named(path)} doesn't go with what else stands there; known beside it: ${known.join(", ")}`;
    return { path, at: "key", message };
  }

  private written(path: Path): string {
    return `${this.named(path)} is ${shown(valueAt(this.value, path), path, this.wording)}`;
  }

  private named(path: Path): string {
    return path.length === 0 ? this.wording.whole : pathText(path, this.wording);
  }
}

/** What is wrong inside the choice that was meant; undefined where nothing tells which one that was. */
function meantChoice({ message, errors }: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  if (message === UNNAMED) {
    return errors[0];
  }
  return errors
    .filter((issues) => !issues.some(isAboutWhole))
    .sort((one, other) => strangeness(one) - strangeness(other))[0];
}

// What zod says of a union without a message of its own. People write its first choice, if they write it at all.
const UNNAMED = "Invalid input";

function keysKnownTo({ message }: z.core.$ZodIssueUnrecognizedKeys): readonly string[] {
  return message.split(SEPARATOR);
}

function isAboutWhole(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

function isAboutOwnKeys(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.path.length === 0 && issue.code === "unrecognized_keys";
}

/**
 * How unlike what was meant a choice is: keys that it doesn't know count most, less where a known one comes near, and less
 * the deeper they stand; then a word that is another choice's.
 */
function strangeness(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + weightOf(issue) / 10 ** issue.path.length, 0);
}

function weightOf(issue: z.core.$ZodIssue): number {
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysKnownTo(issue);
      return issue.keys.reduce((sum, key) => sum + (nearestTo(key, known).length > 0 ? 5000 : 10_000), 0);
    }
    case "invalid_union":
      return Math.min(...issue.errors.map(strangeness));
    case "invalid_value":
      return 150_000;
    default:
      return 10;
  }
}
