import type { z } from "zod";
import { type Problem, pathText, shown, valueAt } from "../../text/problem";
import { shapeProblems } from "../../text/shape-problems";
import type { Level } from "../rules/rule";
import { faultOfAddressPattern } from "./address-pattern";
import { faultOfPathPattern } from "./path-pattern";
import { faultOfRule } from "./rule-id";
import { carriedSchema, type StatedConfig, type StatedEntry, statedConfigSchema } from "./schema";

/** What was read, or everything that is wrong with it. */
export type Checked<T> = { readonly stated: T } | { readonly problems: readonly Problem[] };

/** The rules that there are, by id. */
export type KnownRules = ReadonlyMap<string, { readonly level: Level }>;

/** Checks what `wanproof.yaml` says. What only keeps a suppression from counting is no problem. */
export function checkConfig(value: unknown, rules: KnownRules): Checked<StatedConfig> {
  const parsed = statedConfigSchema.safeParse(value);
  // What could be read of it may be wrong too, and all of it is said at once.
  const problems = [
    ...shapeFaults(parsed.error, value),
    ...faultsOfLevels(valueAt(value, ["levels"]), rules),
    ...faultsOfSuppressions(valueAt(value, ["suppressions"]), rules),
    ...faultsOfPaths(valueAt(value, ["ignoredPaths"])),
  ];
  return parsed.success && problems.length === 0 ? { stated: parsed.data } : { problems };
}

/** Checks what the output `wanproof_suppressions` of an input says. */
export function checkCarried(value: unknown, rules: KnownRules): Checked<readonly CarriedEntry[]> {
  const parsed = carriedSchema.safeParse(value);
  const problems = [
    ...shapeFaults(parsed.error, value),
    ...faultsOfSuppressions(valueAt(value, ["suppressions"]), rules),
  ];
  return parsed.success && problems.length === 0 ? { stated: parsed.data.suppressions } : { problems };
}

/** A suppression that Terraform carries. */
export interface CarriedEntry extends StatedEntry {
  /** The path of the construct that says it. */
  readonly construct?: string | null | undefined;
}

function faultsOfLevels(levels: unknown, rules: KnownRules): Problem[] {
  const stated = typeof levels === "object" && levels !== null ? Object.keys(levels) : [];
  return stated.flatMap((id) => {
    const fault = faultOfRule(id, rules.keys());
    return fault === undefined ? [] : [{ path: ["levels", id], at: "key", message: `levels: ${fault}` }];
  });
}

function faultsOfSuppressions(suppressions: unknown, rules: KnownRules): Problem[] {
  const stated: readonly unknown[] = Array.isArray(suppressions) ? suppressions : [];
  return stated.flatMap((entry, index) => {
    const [rule, address] = [valueAt(entry, ["rule"]), valueAt(entry, ["address"])];
    const faults = {
      rule: typeof rule === "string" ? faultOfRule(rule, rules.keys()) : undefined,
      address: typeof address === "string" ? faultOfAddressPattern(address) : undefined,
    };
    return Object.entries(faults).flatMap(([key, fault]): Problem[] => {
      const path = ["suppressions", index, key];
      return fault === undefined ? [] : [{ path, at: "value", message: `${pathText(path)}: ${fault}` }];
    });
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

/** What is wrong with the shape. Whoever turns a rule off is told why that can't be. */
function shapeFaults(error: z.core.$ZodError | undefined, value: unknown): readonly Problem[] {
  const problems = error === undefined ? [] : shapeProblems(error, value);
  return problems.map((problem) =>
    isLevel(problem) && isOff(valueAt(value, problem.path))
      ? { ...problem, message: `${problem.message}; ${NOT_OFF}` }
      : problem,
  );
}

function isLevel({ path }: Problem): boolean {
  return path[0] === "levels" && path.length === 2;
}

const NOT_OFF =
  "no rule can be turned off, since nobody would see what it doesn't say: a note informs, and only counts where failOn is note";

function isOff(value: unknown): boolean {
  return value === false || (typeof value === "string" && /^(?:off|none|ignore|disabled?)$/i.test(value));
}
