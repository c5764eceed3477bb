import type { z } from "zod";
import { type Problem, pathText, shown } from "../../network/intent/problem";
import { nearestTo } from "../../text/nearest";
import type { Level } from "../rules/rule";
import { faultOfPathPattern } from "./path-pattern";
import { carriedSchema, knownKeys, type StatedConfig, type StatedEntry, statedConfigSchema } from "./schema";

/** What was read, or everything that is wrong with it. */
export type Checked<T> = { readonly stated: T } | { readonly problems: readonly Problem[] };

/** The rules that there are, by id. */
export type KnownRules = ReadonlyMap<string, { readonly level: Level }>;

/** Checks what `wanproof.yaml` says. What only keeps a suppression from counting is no problem. */
export function checkConfig(value: unknown, rules: KnownRules): Checked<StatedConfig> {
  const parsed = statedConfigSchema.safeParse(value);
  // What could be read of it may be wrong too, and all of it is said at once.
  const problems = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => problemsOf(issue, value)),
    ...faultsOfLevels(partOf(value, "levels"), rules),
    ...faultsOfRules(partOf(value, "suppressions"), rules),
    ...faultsOfPaths(partOf(value, "ignoredPaths")),
  ];
  return parsed.success && problems.length === 0 ? { stated: parsed.data } : { problems };
}

/** Checks what the output `wanproof_suppressions` of an input says. */
export function checkCarried(value: unknown, rules: KnownRules): Checked<readonly CarriedEntry[]> {
  const parsed = carriedSchema.safeParse(value);
  const problems = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => problemsOf(issue, value)),
    ...faultsOfRules(partOf(value, "suppressions"), rules),
  ];
  return parsed.success && problems.length === 0 ? { stated: parsed.data.suppressions } : { problems };
}

/** A suppression that Terraform carries. */
export interface CarriedEntry extends StatedEntry {
  /** The path of the construct that says it. */
  readonly construct?: string | null | undefined;
}

/** Why a text is no id of a rule; undefined where it is one. */
export function faultOfRule(written: string, known: Iterable<string>): string | undefined {
  const ids = [...known];
  if (ids.includes(written)) {
    return undefined;
  }
  if (written.includes("*")) {
    return `${JSON.stringify(written)} is no rule: name one by its exact id, since a wildcard would take in rules that nobody has seen yet`;
  }
  const part = written.toLowerCase();
  const alike = [...nearestTo(written, ids), ...ids.filter((id) => part.length > 3 && id.includes(part))];
  const near = [...new Set(alike)].slice(0, 3).map((id) => JSON.stringify(id));
  const hint = near.length === 0 ? "the report names the rule of each finding" : `did you mean ${near.join(" or ")}?`;
  return `${shown(written)} is no rule; ${hint}`;
}

function faultsOfLevels(levels: unknown, rules: KnownRules): Problem[] {
  const stated = isRecord(levels) ? Object.keys(levels) : [];
  return stated.flatMap((id) => {
    const fault = faultOfRule(id, rules.keys());
    return fault === undefined ? [] : [{ path: ["levels", id], at: "key", message: `levels: ${fault}` }];
  });
}

function faultsOfRules(suppressions: unknown, rules: KnownRules): Problem[] {
  const stated: readonly unknown[] = Array.isArray(suppressions) ? suppressions : [];
  return stated.flatMap((entry, index) => {
    const path = ["suppressions", index, "rule"];
    const rule = partOf(entry, "rule");
    const fault = typeof rule === "string" ? faultOfRule(rule, rules.keys()) : undefined;
    return fault === undefined ? [] : [{ path, at: "value", message: `${pathText(path)}: ${fault}` }];
  });
}

function faultsOfPaths(patterns: unknown): Problem[] {
  const stated: readonly unknown[] = Array.isArray(patterns) ? patterns : [];
  return stated.flatMap((pattern, index) => {
    const path = ["ignoredPaths", index];
    const fault = typeof pattern === "string" ? faultOfPathPattern(pattern) : undefined;
    return fault === undefined ? [] : [{ path, at: "value", message: `${pathText(path)}: ${shown(pattern)} ${fault}` }];
  });
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown): Problem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], at: "key", message: unknownKey(key, path) }));
  }
  const there = valueAt(value, path);
  const off = path[0] === "levels" && path.length === 2 && isOff(there) ? `; ${NOT_OFF}` : "";
  return [
    { path, at: "value", message: `${pathText(path, "it")} is ${shown(there)}; right is ${issue.message}${off}` },
  ];
}

const NOT_OFF =
  "no rule can be turned off, since nobody would see what it doesn't say: a note informs, and only counts where failOn is note";

function isOff(value: unknown): boolean {
  return value === false || (typeof value === "string" && /^(?:off|none|ignore|disabled?)$/i.test(value));
}

function unknownKey(key: string, path: readonly PropertyKey[]): string {
  const known = knownKeys(path);
  const [nearest] = nearestTo(key, known);
  const hint = nearest === undefined ? `known keys: ${known.join(", ")}` : `did you mean ${JSON.stringify(nearest)}?`;
  return `${pathText([...path, key])} is no known key; ${hint}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((current, step) => partOf(current, step), value);
}

function partOf(value: unknown, step: PropertyKey): unknown {
  return isRecord(value) ? Object.entries(value).find(([key]) => key === String(step))?.[1] : undefined;
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
