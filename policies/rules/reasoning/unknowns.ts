import { inAddresses, listed, type Phrase } from "../../../network/facts/called/phrase";
import type { Unknown } from "../../../network/field";
import { undecided } from "../judgement";
import type { Evidence, Level, Place, Undecided } from "../rule";

/** Undecided at a place, with the remedy that fits every unknown value. */
export function cannotTell(
  place: Place,
  unknowns: Unknown | readonly Unknown[],
  message: Phrase,
  more: { readonly evidence?: Evidence; readonly level?: Level } = {},
): Undecided {
  const all = "decidedBy" in unknowns ? [unknowns] : unknowns;
  return undecided(place, all, { message, remedy: makeKnown(all), ...more });
}

/** What makes unknown values known, in the imperative. */
export function makeKnown(unknowns: readonly Unknown[]): string {
  const deciding = [...new Set(unknowns.flatMap((unknown) => unknown.decidedBy))];
  const incomplete = deciding.filter((one) => one.startsWith(EXISTING));
  const unstated = deciding.filter((one) => one.startsWith(INTENT) && !one.startsWith(EXISTING));
  const others = deciding.filter((one) => !one.startsWith(INTENT));
  const sentences = [
    ...(unstated.length > 0
      ? [`State ${inAddresses(listed(unstated))}: what on-premises routers do is in no Azure resource.`]
      : []),
    ...(incomplete.length > 0
      ? [
          `State ${inAddresses(listed(incomplete))} as "complete" where nothing is connected there but what is shown, or judge the Terraform that makes the rest beside this.`,
        ]
      : []),
    ...(others.length > 0
      ? [
          `Make ${inAddresses(listed(others))} known: check a plan in which it has a value, or add the input or data source that tells it.`,
        ]
      : []),
  ];
  return sentences.join(" ");
}

const INTENT = "network_intent.";
const EXISTING = "network_intent.existing[";
