import type { z } from "zod";
import { nearestTo } from "../../text/nearest";
import { isPlainIntent } from "./plain-intent";
import { withoutProblems } from "./salvage";
import type * as Schema from "./schema";
import type { StatedIntent } from "./schema";

/** One thing that is wrong with stated intent. */
export interface Problem {
  /** Where in it: `["vpn", "azurerm_vpn_site.hq", "over-ams"]`. */
  readonly path: readonly PropertyKey[];
  /** Whether the key itself is wrong, or what stands under it. */
  readonly at: "key" | "value";
  /** What is wrong, and what would be right. */
  readonly message: string;
}

/** Stated intent after its shape was checked. */
export interface Checked {
  /** All of it where there are no problems, else what is left without them. */
  readonly stated: StatedIntent;
  readonly problems: readonly Problem[];
}

/** Checks the shape of stated intent. Addresses, and what a prefix says, are looked at later, beside the network. */
export function checkShape(value: unknown): Checked {
  if (isPlainIntent(value)) {
    return { stated: value, problems: [] };
  }
  const { intentSchema } = theSchema();
  const parsed = intentSchema.safeParse(value);
  if (parsed.success) {
    return { stated: parsed.data, problems: [] };
  }
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, [], value));
  const left = intentSchema.safeParse(withoutProblems(value, problems));
  return { stated: left.success ? left.data : {}, problems };
}

// Loaded where intent isn't plain: loading takes some 50 ms.
const theSchema = (): typeof Schema => require("./schema");

function problemsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[], value: unknown): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union" && issue.message === UNNAMED) {
    // The choices are what is meant to be there, and an unknown value.
    const inner = issue.errors[0] ?? [];
    return inner.flatMap((one) => problemsOf(one, path, value));
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], at: "key", message: unknownKey(key, path) }));
  }
  return [
    { path, at: "value", message: `${pathText(path, "it")} is ${shown(at(value, path))}; right is ${issue.message}` },
  ];
}

// What zod says of a union that has no message of its own.
const UNNAMED = "Invalid input";

function unknownKey(key: string, path: readonly PropertyKey[]): string {
  const known = theSchema().knownKeys(path);
  const [nearest] = nearestTo(key, known);
  const hint = nearest === undefined ? `known keys: ${known.join(", ")}` : `did you mean ${JSON.stringify(nearest)}?`;
  return `${pathText([...path, key])} is no known key; ${hint}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    current =
      typeof current === "object" && current !== null
        ? Object.entries(current).find(([key]) => key === String(step))?.[1]
        : undefined;
  }
  return current;
}

/** A value as a person would recognize it, on one line. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) {
    return "empty";
  }
  if (typeof value === "string") {
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 37)}...` : value);
  }
  if (typeof value === "object") {
    return Array.isArray(value) ? "a list" : "an object";
  }
  return String(value);
}

/** A message without characters that would break its line, or steer a terminal. */
export function printable(message: string): string {
  return message.replace(
    /\p{Cc}/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

/** A path as it would be written: `vpn["azurerm_vpn_site.hq"]["over-ams"].advertises[0]`. */
export function pathText(path: readonly PropertyKey[], root = ""): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") {
      text += `[${step}]`;
    } else {
      const name = String(step);
      const plain = /^[A-Za-z_]\w*$/.test(name);
      text += plain ? (text === "" ? name : `.${name}`) : `[${JSON.stringify(name)}]`;
    }
  }
  return text === "" ? root : text;
}
