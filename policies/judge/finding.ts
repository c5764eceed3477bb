import type { Names } from "../../network/facts/called/names";
import { inAddresses } from "../../network/facts/called/phrase";
import { Teller } from "../../network/facts/called/teller";
import type { Unknown } from "../../network/field";
import type { SourceLine } from "../../network/resource";
import type { Evidence, Judgement, Level, Rule } from "../rules/rule";
import type { ArmWords } from "./arm-words";
import type { Hiding } from "./hiding";
import type { RestsOn } from "./rests-on";

/** What a rule says at one place, ready to be reported: plain JSON, no secrets. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly level: Level;
  readonly outcome: "violation" | "undecided";
  /** Terraform address of the resource, with module and instance key; for what no input describes, its id. */
  readonly address: string;
  /** The attribute inside it, such as `link[0].bgp[0].peering_address`; empty for the resource as a whole. */
  readonly path: string;
  /** The input that holds the resource, as the person named it. */
  readonly input: string;
  readonly constructPath?: string;
  readonly source?: SourceLine;
  /** What is wrong, with the values. */
  readonly message: string;
  /**
   * The same with nothing but addresses for things, where it speaks of any: they stay what they are when others come to be
   * named alike. Not in the JSON.
   */
  readonly inAddresses?: string;
  readonly evidence: Evidence;
  /** What to do. */
  readonly remedy: string;
  /** The page that the rule comes from. */
  readonly docs: string;
  /** What would decide it; empty for a violation, and never empty for what is undecided. */
  readonly decidedBy: readonly string[];
  /** Of what is undecided: what it rests on, as {@link RestsOn} tells it. */
  readonly restsOn?: string;
}

/** What is known of a network, for what is said of it. */
export interface Beside {
  readonly restsOn: RestsOn;
  readonly hiding: Hiding;
  readonly words: ArmWords;
}

/** What a rule says at a place, as a finding. The address of the place stands above the message: there it isn't told again. */
export function findingOf(rule: Rule, judgement: Judgement, names: Names, { restsOn, hiding, words }: Beside): Finding {
  const { part } = judgement.place;
  const { resource } = part;
  const path = words.path(part, judgement.place.path);
  const teller = new Teller(resource.address);
  const shown = (text: string) => hiding.text(words.text(text, part));
  const message = shown(teller.text(names.in(judgement.message)));
  const said = shown(inAddresses(judgement.message));
  const source = resource.source ?? resource.lines?.lineOf(resource, path);
  return {
    rule: rule.id,
    level: judgement.level ?? rule.level,
    outcome: judgement.outcome,
    address: resource.address,
    path,
    input: resource.input,
    ...(resource.constructPath === undefined ? {} : { constructPath: resource.constructPath }),
    ...(source === undefined ? {} : { source }),
    message,
    ...(said === message ? {} : { inAddresses: said }),
    evidence: hiding.evidence(words.evidence(judgement.evidence ?? {}, part)),
    remedy: shown(teller.text(names.in(judgement.remedy))),
    docs: rule.page,
    decidedBy:
      judgement.outcome === "undecided"
        ? deciders(judgement.unknowns)
            .map((one) => words.text(one, part))
            .sort()
        : [],
    ...(judgement.outcome === "undecided" ? { restsOn: restsOn.of(rule, part) } : {}),
  };
}

function deciders(unknowns: readonly Unknown[]): string[] {
  return [...new Set(unknowns.flatMap((unknown) => unknown.decidedBy))];
}
