import { namesIn } from "../../network/facts/called/names";
import type { Network } from "../../network/network";
import type { Rule } from "../rules/rule";
import { ArmWords } from "./arm-words";
import { type Beside, type Finding, findingOf } from "./finding";
import { Hiding } from "./hiding";
import { inOrder, withoutTwins } from "./order";
import { RestsOn } from "./rests-on";
import { RuleFailure } from "./rule-failure";

/**
 * What the rules say of a network: every finding once, in a stable order.
 * @throws RuleFailure where a rule breaks down
 */
export function judge(network: Network, rules: readonly Rule[]): readonly Finding[] {
  const beside = { restsOn: new RestsOn(network), hiding: new Hiding(network), words: new ArmWords(network) };
  return inOrder(withoutTwins(rules.flatMap((rule) => findingsOf(rule, network, beside))));
}

function findingsOf(rule: Rule, network: Network, beside: Beside): Finding[] {
  try {
    return Array.from(rule.judge(network), (judgement) => findingOf(rule, judgement, namesIn(network), beside));
  } catch (error) {
    throw new RuleFailure(rule, error);
  }
}
