import type { Field, Items, Unknown } from "../../../../network/field";
import { knownValue } from "../../../../network/field";
import { type Block, blocksOf } from "../../../../network/fields/block";
import { numberField, textField, textItems } from "../../../../network/fields/typed-fields";
import type { Network } from "../../../../network/network";
import { blocksOfType } from "../resource-blocks";
import { targetOfBlock } from "../targets";
import { type AddressSet, addressSetOf } from "./address-set";

/** A network rule of a firewall policy. */
export interface NetworkRule {
  readonly block: Block;
  /** `Allow` or `Deny`. */
  readonly action: Field<string>;
  readonly sources: AddressSet;
  readonly destinations: AddressSet;
  readonly protocols: Items<Field<string>>;
  readonly ports: Items<Field<string>>;
}

/** What a firewall asks one after the other: a rule, or rules that can't be told. */
export type Step = NetworkRule | Unknown;

/** The network rules of a policy, in the order in which a firewall asks them. */
export interface PolicyRules {
  readonly steps: readonly Step[];
  /** Priorities that can't be told, so that the order may be another. */
  readonly order: readonly Unknown[];
}

/**
 * The network rules of a policy. Those of the policy that it builds on come first, then group by group and collection by
 * collection, smaller priorities first; the first rule that matches decides.
 * https://learn.microsoft.com/azure/firewall/rule-processing
 */
export function rulesOfPolicy(network: Network, policy: Block): PolicyRules {
  const base = rulesBefore(network, policy);
  const groups = groupsOf(network, policy);
  const own = inOrder(groups.blocks, (group) => {
    const { blocks, unknown } = blocksOf(group, "network_rule_collection");
    const collections = inOrder(blocks, (collection) => ({ steps: rulesIn(network, collection), order: [] }));
    return { ...collections, steps: [...(unknown === undefined ? [] : [unknown]), ...collections.steps] };
  });
  return { steps: [...base.steps, ...groups.unknowns, ...own.steps], order: [...base.order, ...own.order] };
}

// Azure takes a policy below a policy, and none below that.
function rulesBefore(network: Network, policy: Block): PolicyRules {
  const base = targetOfBlock(network, policy, "base_policy_id");
  switch (base.state) {
    case "absent":
      return { steps: [], order: [] };
    case "unknown":
      return { steps: [base.unknown], order: [] };
    case "id":
      return { steps: [{ decidedBy: [base.id] }], order: [] };
    case "block":
      return base.block.resource === policy.resource
        ? { steps: [], order: [] }
        : rulesOfPolicy(network, { ...base.block, attributes: { ...base.block.attributes, base_policy_id: null } });
  }
}

/** Rule collection groups; where a policy is merely read, or none of its groups is here, they are in another input. */
function groupsOf(network: Network, policy: Block): { readonly blocks: Block[]; readonly unknowns: Unknown[] } {
  const blocks: Block[] = [];
  const unknowns: Unknown[] = [];
  for (const group of blocksOfType(network, GROUP)) {
    const target = targetOfBlock(network, group, "firewall_policy_id");
    if (target.state === "block" && target.block.resource === policy.resource) {
      blocks.push(group);
    } else if (target.state === "unknown") {
      unknowns.push(target.unknown);
    }
  }
  const isElsewhere = policy.resource.standing !== "managed" || (blocks.length === 0 && unknowns.length === 0);
  return { blocks, unknowns: isElsewhere ? [...unknowns, { decidedBy: [policy.resource.address] }] : unknowns };
}

const GROUP = "azurerm_firewall_policy_rule_collection_group";

function inOrder(blocks: readonly Block[], rulesOf: (block: Block) => PolicyRules): PolicyRules {
  const priorities = blocks.map((block) => ({ block, priority: numberField(block, "priority") }));
  const sorted = priorities.sort((a, b) => (knownValue(a.priority) ?? 0) - (knownValue(b.priority) ?? 0));
  const rules = sorted.map(({ block }) => rulesOf(block));
  const open = priorities.flatMap(({ priority }) => (priority.state === "unknown" ? [priority.unknown] : []));
  return {
    steps: rules.flatMap(({ steps }) => steps),
    order: [...open, ...rules.flatMap(({ order }) => order)],
  };
}

function rulesIn(network: Network, collection: Block): Step[] {
  const action = textField(collection, "action");
  const { blocks, unknown } = blocksOf(collection, "rule");
  const rules = blocks.map((block) => ({
    block,
    action,
    sources: addressSetOf(network, block, "source"),
    destinations: addressSetOf(network, block, "destination"),
    protocols: textItems(block, "protocols"),
    ports: textItems(block, "destination_ports"),
  }));
  return unknown === undefined ? rules : [unknown, ...rules];
}
