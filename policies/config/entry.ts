import type { Notice } from "../judge/marked";
import type { StatedSuppression } from "./config";
import { faultOfExpiry } from "./expiry";
import { faultOfReason } from "./reason";
import type { StatedEntry } from "./schema";

/** Where a suppression is said, and what it speaks of. */
export type EntryPlace = Pick<StatedSuppression, "by" | "input" | "construct">;

/** A suppression that counts, or why it doesn't. The second is said, and its findings count. */
export type Entry = { readonly suppression: StatedSuppression } | { readonly notice: Notice };

/**
 * What becomes of a suppression that somebody states: it counts with a reason, and up to its last day.
 * @param today the day that it is in UTC, as `2027-03-31`
 */
export function entryOf(stated: StatedEntry, place: EntryPlace, today: string): Entry {
  const { rule, address, reason, expires } = stated;
  const faults = [faultOfReason(reason), faultOfExpiry(expires, today)].filter((fault) => fault !== undefined);
  if (faults.length > 0 || typeof reason !== "string" || typeof expires !== "string") {
    const which = named({ rule, address, construct: place.construct });
    return { notice: { at: place.by, message: `${which} doesn't count: ${faults.join("; ")}` } };
  }
  return { suppression: { rule, address: address.trim(), reason: reason.trim(), expires, ...place } };
}

/** How a notice names a suppression. That of a construct speaks of all that is below it, which needn't be listed. */
export function named({ rule, address, construct }: Pick<StatedSuppression, "rule" | "address" | "construct">): string {
  return construct === undefined ? `the suppression of ${rule} at ${address}` : `the suppression of ${rule}`;
}
