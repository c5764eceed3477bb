import { namesIn } from "../../network/facts/called/names";
import type { Network } from "../../network/network";
import type { Rule } from "../rules/rule";
import { type Finding, findingOf } from "./finding";
import { inOrder, withoutTwins } from "./order";
import { RestsOn } from "./rests-on";
import { RuleFailure } from "./rule-failure";

/**
 * What the rules say of a network: every finding once, in a stable order.
 * @throws RuleFailure where a rule breaks down
 */
export function judge(network: Network, rules: readonly Rule[]): readonly Finding[] {
  const restsOn = new RestsOn(network);
  return inOrder(withoutTwins(rules.flatMap((rule) => findingsOf(rule, network, restsOn))));
}

function findingsOf(rule: Rule, network: Network, restsOn: RestsOn): Finding[] {
  try {
    return Array.from(rule.judge(network), (judgement) => findingOf(rule, judgement, namesIn(network), restsOn));
  } catch (error) {
    throw new RuleFailure(rule, error);
  }
}
