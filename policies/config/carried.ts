import { SUPPRESSIONS_OUTPUT } from "../../network/inputs";
import type { CarriedSuppressions, Input } from "../../network/network";
import { type Complaint, InputError, printable } from "../../text/complaint";
import { isJsonObject, isSameJson, type Json, type JsonObject, objectsAt } from "../../text/json";
import type { Notice } from "../judge/marked";
import type { StatedSuppression } from "./config";
import { entryOf, named } from "./entry";
import { type CarriedEntry, checkCarried, type KnownRules } from "./shape";

/** What inputs carry, as far as it counts. */
export interface Carried {
  readonly suppressions: readonly StatedSuppression[];
  readonly notices: readonly Notice[];
}

/** How what inputs carry is taken. */
export interface CarriedOptions {
  readonly rules: KnownRules;
  /** The day that it is in UTC, as `2027-03-31`. */
  readonly today: string;
  /** Whether only what is applied already counts: the rest comes with the change that is judged. */
  readonly onlyApplied: boolean;
}

/**
 * What the Terraform of inputs says should be suppressed, each speaking of itself.
 * @throws InputError with everything that is wrong with it
 */
export function carriedSuppressions(inputs: readonly Input[], options: CarriedOptions): Carried {
  const complaints: Complaint[] = [];
  const suppressions: StatedSuppression[] = [];
  const notices: Notice[] = [];
  for (const input of inputs) {
    if (input.suppressions === undefined) {
      continue;
    }
    if (input.suppressions.stated === undefined) {
      notices.push({ at: placeOf(input), message: "is sensitive or known after apply only, so nothing in it counts" });
      continue;
    }
    const checked = checkCarried(input.suppressions.stated, options.rules);
    if ("problems" in checked) {
      complaints.push(
        ...checked.problems.map(({ message }) => ({
          path: input.path,
          message: printable(`output.${SUPPRESSIONS_OUTPUT}: ${message}`),
        })),
      );
      continue;
    }
    for (const stated of checked.stated) {
      const entry = carriedEntry(stated, input, input.suppressions, options);
      if ("suppression" in entry) {
        suppressions.push(entry.suppression);
      } else {
        notices.push(entry.notice);
      }
    }
  }
  if (complaints.length > 0) {
    throw new InputError(complaints);
  }
  return { suppressions, notices };
}

function carriedEntry(
  stated: CarriedEntry,
  input: Input,
  { applied }: CarriedSuppressions,
  { today, onlyApplied }: CarriedOptions,
): ReturnType<typeof entryOf> {
  const construct = stated.construct ?? undefined;
  const by = construct ?? placeOf(input);
  if (onlyApplied && !holds(applied, stated)) {
    return { notice: { at: by, message: `${named({ ...stated, construct })} doesn't count: ${whyNotApplied(input)}` } };
  }
  return entryOf(stated, { by, input: input.path, construct }, today);
}

function whyNotApplied({ kind }: Input): string {
  return kind === "configuration"
    ? "configuration doesn't tell what is applied already, and a change can't exempt itself; check the plan"
    : "it is not applied yet, and a change can't exempt itself; it counts once it is merged and applied";
}

function holds(applied: Json | undefined, stated: CarriedEntry): boolean {
  const entries = isJsonObject(applied) ? objectsAt(applied, "suppressions") : [];
  return entries.some((entry) => FIELDS.every((field) => isSameJson(valueAt(entry, field), jsonOf(stated[field]))));
}

const FIELDS = ["rule", "address", "reason", "expires"] as const;

function valueAt(entry: JsonObject, field: string): Json {
  return (Object.hasOwn(entry, field) ? entry[field] : undefined) ?? null;
}

// What is no text counts for nothing anyway.
function jsonOf(value: unknown): Json {
  return typeof value === "string" ? value : null;
}

function placeOf({ path }: Input): string {
  return `output.${SUPPRESSIONS_OUTPUT} of ${path}`;
}
