import type { z } from "zod";
import { nearestTo } from "../../text/nearest";
import { type NetworkDescription, networkSchema } from "../schema/network";
import { type Problem, pathText, shown, valueAt } from "./problem";

/** Checks the shape of a network file: the network where all is well, else everything that is wrong with its shape. */
export function checkShape(value: unknown): { readonly network?: NetworkDescription; readonly problems: Problem[] } {
  const parsed = networkSchema.safeParse(value);
  return parsed.success
    ? { network: parsed.data, problems: [] }
    : { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, [], value)) };
}

function problemsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[], file: unknown): Problem[] {
  const path = [...above, ...issue.path];
  const written = valueAt(file, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(path, key, issue.message.split("\n")));
    case "invalid_key":
      return [{ path, at: "key", message: `${pathText(path)} is no name here; right is ${innerMessage(issue)}` }];
    case "invalid_union":
      return problemsOfChoice(issue, path, file);
    case "custom":
      return [{ path, at: "value", message: `${pathText(path)} is ${shown(path, written)}: ${issue.message}` }];
    default:
      return [shapeProblem(path, written, issue)];
  }
}

function shapeProblem(path: readonly PropertyKey[], written: unknown, issue: z.core.$ZodIssue): Problem {
  if (written === undefined) {
    const message = `${pathText(path.slice(0, -1))} needs ${String(path.at(-1))}: ${issue.message}`;
    return { path, at: "key", message };
  }
  const words = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const [nearest] = typeof written === "string" ? nearestTo(written, words) : [];
  const hint = nearest === undefined || nearest === written ? "" : `; did you mean ${nearest}?`;
  const message = `${pathText(path)} is ${shown(path, written)}; right is ${issue.message}${hint}`;
  return { path, at: "value", message };
}

/** What is wrong inside the choice that was meant tells more than that none fits. */
function problemsOfChoice(issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[], file: unknown): Problem[] {
  const meant = issue.errors
    .filter((errors) => !errors.some(isAboutWhole))
    .sort((a, b) => strangeness(a) - strangeness(b))[0];
  if (meant === undefined) {
    return [shapeProblem(path, valueAt(file, path), issue)];
  }
  // A key that the meant choice doesn't know may be misspelt from what another one has.
  const known = [
    ...new Set(issue.errors.flat().flatMap((one) => (isAboutOwnKeys(one) ? one.message.split("\n") : []))),
  ];
  return meant.flatMap((one) =>
    isAboutOwnKeys(one)
      ? one.keys.map((key) => (known.includes(key) ? misplacedKey(path, key, one) : unknownKey(path, key, known)))
      : problemsOf(one, path, file),
  );
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
      const known = issue.message.split("\n");
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

function unknownKey(path: readonly PropertyKey[], key: string, known: readonly string[]): Problem {
  const [nearest] = nearestTo(key, known);
  const hint = nearest === undefined ? `known here: ${known.join(", ")}` : `did you mean ${nearest}?`;
  return { path: [...path, key], at: "key", message: `${pathText([...path, key])} is no known key; ${hint}` };
}

/** A key of another choice than the one that was meant. */
function misplacedKey(path: readonly PropertyKey[], key: string, issue: z.core.$ZodIssueUnrecognizedKeys): Problem {
  const known = issue.message.split("\n").join(", ");
  const message = `${pathText([...path, key])} doesn't go with what else stands there; known beside it: ${known}`;
  return { path: [...path, key], at: "key", message };
}

function innerMessage(issue: z.core.$ZodIssueInvalidKey): string {
  return issue.issues[0]?.message ?? "a name";
}
