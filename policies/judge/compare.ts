import { groupsBy } from "../../network/facts/groups";
import type { Evidence } from "../rules/rule";
import type { Finding } from "./finding";
import { placeOf } from "./fingerprint";
import type { Notice, Status } from "./marked";
import { LEVELS } from "./verdict";

/** What was found before. */
export interface Earlier {
  /** How it is known: `prior_state`, or the file of an earlier report. */
  readonly by: string;
  readonly findings: readonly Finding[];
  /** Whether they say what things are called, and nothing else: an earlier report does. */
  readonly hasNames?: boolean;
  /**
   * What was surely found then, where `findings` take something as it is now that may have been other then: an intent file.
   * Undefined: all of them were.
   */
  readonly certain?: (() => readonly Finding[]) | undefined;
  /**
   * Inputs that were judged then as they are now, by name: what was found in one of them was not there in another. An
   * input that is not among them may have got its name since.
   */
  readonly inputs: ReadonlySet<string>;
  /**
   * Whether all that was judged then can be judged now. Where it can't, something that is not found any more need not be
   * fixed.
   */
  readonly isAllStillSeen: boolean;
  readonly notices: readonly Notice[];
}

/** How findings compare with earlier ones. */
export interface Comparison {
  readonly by: string;
  /** Those of which it can be told. */
  readonly statuses: ReadonlyMap<Finding, Status>;
  /** Earlier findings that are not there any more. */
  readonly fixed: readonly Finding[];
  readonly notices: readonly Notice[];
}

/**
 * Tells findings that come with a change from those that were there before.
 *
 * One was there before where an earlier one has the same fingerprint but for its number, says the same of all that it
 * speaks of, in the same input, was at least as grave, and rests on the same; each earlier one is found again once. A
 * violation rests on its evidence, what is undecided on all that the rule looks at: behind it may be anything. A finding
 * that says something else than before is new: at one place, another prefix may leak now. So another wording is a false
 * alarm here, and nothing that a change brings passes for what was there.
 *
 * @returns undefined where there is nothing to compare with
 */
export function compare(findings: readonly Finding[], earlier: Earlier | undefined): Comparison | undefined {
  if (earlier === undefined) {
    return undefined;
  }
  const { again, left } = foundAgain(findings, earlier);
  const existing = certainly(again, earlier);
  const statuses = new Map(
    findings.flatMap((finding): [Finding, Status][] => {
      const status = existing.has(finding) ? "existing" : again.has(finding) ? undefined : "new";
      return status === undefined ? [] : [[finding, status]];
    }),
  );
  const fresh = findings.filter((finding) => !again.has(finding));
  const fixed = earlier.isAllStillSeen ? withoutChanged(left, fresh) : [];
  return { by: earlier.by, statuses, fixed, notices: earlier.notices };
}

interface FoundAgain {
  readonly again: ReadonlySet<Finding>;
  /** Earlier findings that are none of those. */
  readonly left: readonly Finding[];
}

/** Those of findings that were surely there before. */
function certainly(again: ReadonlySet<Finding>, earlier: Earlier): ReadonlySet<Finding> {
  const { certain } = earlier;
  return certain === undefined || again.size === 0
    ? again
    : foundAgain([...again], { ...earlier, findings: certain() }).again;
}

/** Each earlier finding counts for one: first for the one at its very block and input, then for any other. */
function foundAgain(findings: readonly Finding[], { findings: earlier, inputs, hasNames }: Earlier): FoundAgain {
  const saidBy = ({ message, inAddresses = message }: Finding) => (hasNames === true ? message : inAddresses);
  const alike = (finding: Finding) => JSON.stringify([placeOf(finding), saidBy(finding), inputKnown(finding, inputs)]);
  const exactly = (finding: Finding) => JSON.stringify([alike(finding), finding.path, finding.input]);
  const again = new Set<Finding>();
  let left = earlier;
  for (const keyOf of [exactly, alike]) {
    const waiting = groupsBy(left, keyOf);
    for (const finding of findings.filter((one) => !again.has(one))) {
      const known = waiting.get(keyOf(finding)) ?? [];
      const index = known.findIndex((one) => covers(one, finding));
      if (index >= 0) {
        known.splice(index, 1);
        again.add(finding);
      }
    }
    left = [...waiting.values()].flat();
  }
  return { again, left };
}

/** The input that a finding is in, where that tells it from another one. What has an Azure id is one in all inputs. */
function inputKnown({ address, input }: Finding, inputs: ReadonlySet<string>): string | null {
  return inputs.has(input) && !/^\/subscriptions\//i.test(address) ? input : null;
}

function covers(earlier: Finding, finding: Finding): boolean {
  const wasAsGrave = LEVELS.indexOf(earlier.level) <= LEVELS.indexOf(finding.level);
  const askedFor = finding.decidedBy.every((address) => earlier.decidedBy.includes(address));
  const restsOnTheSame = Object.entries(finding.evidence).every(([name, fact]) => isHeld(fact, earlier.evidence[name]));
  return wasAsGrave && askedFor && finding.restsOn === earlier.restsOn && restsOnTheSame;
}

/** Whether a fact was one before. Of a list, less is none that is new: fewer prefixes leak. */
function isHeld(fact: Evidence[string], earlier: Evidence[string] | undefined): boolean {
  if (!Array.isArray(fact)) {
    return orderless(fact) === orderless(earlier);
  }
  const known = new Set<unknown>(Array.isArray(earlier) ? earlier : []);
  return fact.every((one: unknown) => known.has(one));
}

/** A path without the indices of its blocks, whose order says nothing. Those of an address say which resource it is. */
function orderless(fact: Evidence[string] | undefined): unknown {
  const isPath = typeof fact === "string" && BLOCK_PATH.test(fact);
  return isPath ? fact.replace(/\[\d+\]/g, "[]") : fact;
}

const BLOCK_PATH = /^(?!azurerm_|module\.|data\.)[a-z_]+\[\d+\](?:\.[a-z_]+(?:\[\d+\])?)*$/;

/**
 * Earlier findings that are fixed, and not told in another way now: as something else that is wrong at their place, or as
 * something that the rule can't decide any more.
 */
function withoutChanged(left: readonly Finding[], fresh: readonly Finding[]): readonly Finding[] {
  const open = new Set(fresh.filter(({ outcome }) => outcome === "undecided").map(({ rule }) => rule));
  const places = new Set(fresh.map(anyOutcome));
  return left.filter((finding) => !open.has(finding.rule) && !places.has(anyOutcome(finding)));
}

function anyOutcome(finding: Finding): string {
  return placeOf({ ...finding, outcome: "violation" });
}
