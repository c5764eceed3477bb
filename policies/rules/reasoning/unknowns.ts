import { inAddresses, listed, type Phrase } from "../../../network/facts/called/phrase";
import { groupsBy } from "../../../network/facts/groups";
import { firstToKnow, folderIn, type Unknown } from "../../../network/field";
import { isToldByData } from "../../../network/ledger/ledger";
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
  return undecided(place, all, { message, remedy: makeKnown(all, place.part.resource.source?.file), ...more });
}

/**
 * What makes unknown values known, in the imperative, each once.
 *
 * @param file where the person wrote what the finding is about; a network.yaml has its own words for intent
 */
export function makeKnown(unknowns: readonly Unknown[], file?: string): string {
  const kinds = groupsBy([...new Set(unknowns.flatMap((unknown) => firstToKnow(unknown).decidedBy))], kindOf);
  const isYaml = file !== undefined && /\.ya?ml$/.test(file);
  return SENTENCES.flatMap(([kind, sentence]) => {
    const deciding = kinds.get(kind) ?? [];
    return deciding.length === 0 ? [] : [sentence(inAddresses(listed(deciding)), isYaml)];
  }).join(" ");
}

type Kind = "stated" | "complete" | "targeted" | "folder" | "elsewhere" | "known by a plan";

type Sentence = (what: string, isYaml: boolean) => string;

const SENTENCES: readonly (readonly [Kind, Sentence])[] = [
  [
    "stated",
    (what, isYaml) => {
      const where = isYaml
        ? "where network.yaml states it (advertises of a link or circuit connection, protectedPrefixes, onPremises), or in a file for --intent"
        : "in that output or in a file for --intent";
      return `State ${what}, ${where}: what on-premises routers do is in no Azure resource.`;
    },
  ],
  [
    "complete",
    (what, isYaml) => {
      const where = isYaml ? ', with complete: true under its "existing" in network.yaml' : "";
      return `State ${what} as "complete"${where}, if nothing is connected there but what is shown, or judge the Terraform that makes the rest beside this.`;
    },
  ],
  ["targeted", () => "Make the plan without -target."],
  ["folder", (what) => `Run this in ${what}, or name it with --terraform-dir.`],
  ["elsewhere", (what) => `Judge beside this the Terraform that makes ${what}, or its state.`],
  [
    "known by a plan",
    (what) =>
      `Make ${what} known: check a plan in which it has a value, or add the input or data source that tells it.`,
  ],
];

function kindOf(decider: string): Kind {
  if (decider.startsWith("network_intent.existing[")) {
    return "complete";
  }
  if (decider.startsWith("network_intent.")) {
    return "stated";
  }
  if (decider === "a plan without -target") {
    return "targeted";
  }
  if (folderIn({ decidedBy: [decider] }) !== undefined) {
    return "folder";
  }
  return decider.startsWith("/subscriptions/") || isUntoldByData(decider) ? "elsewhere" : "known by a plan";
}

/** Whether a data source is named that doesn't tell this of what it reads, so that no plan does. */
function isUntoldByData(decider: string): boolean {
  const match = /(?:^|\.)data\.(azurerm_\w+)\.[\w-]+(?:\[[^\]]*\])?(?:\.(\w+)|(\/).*)?/.exec(decider);
  const [, type, attribute, below] = match ?? [];
  return type !== undefined && (below !== undefined || (attribute !== undefined && !isToldByData(type, attribute)));
}
