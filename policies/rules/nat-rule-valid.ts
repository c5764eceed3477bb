import { parsePrefix } from "../../address/prefix";
import { type Answer, anyOf, isOn, isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { inConnection, linkConnections } from "../../network/facts/link-connections";
import { knownValue } from "../../network/field";
import { type Block, blocksOf, type FoundBlocks } from "../../network/fields/block";
import { find, textField } from "../../network/fields/typed-fields";
import type { LinkConnection, Network } from "../../network/network";
import { isList } from "../../network/resource";
import { at, violation } from "./judgement";
import { linkBlock } from "./reasoning/instances";
import { managedBlocks } from "./reasoning/resource-blocks";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

const MAPPINGS = ["external_mapping", "internal_mapping"] as const;

/** NAT rules of a VPN gateway are ones that Azure takes. */
export const natRuleValid: Rule = {
  id: "nat-rule-valid",
  level: "error",
  section: "Values",
  what: "A NAT rule has mappings, of equal size where it is static, names its IP configuration where it is dynamic, has port ranges that parse, and stands beside no policy-based selectors.",
  why: "The provider checks none of it: Azure refuses such a rule, or a connection that uses it, at apply.",
  page: "https://learn.microsoft.com/azure/virtual-wan/nat-rules-vpn-gateway",
  *judge(network) {
    for (const rule of managedBlocks(network, "azurerm_vpn_gateway_nat_rule")) {
      yield* judgeRule(rule);
    }
    for (const link of linkConnections(network)) {
      yield* judgeSelectors(network, link);
    }
  },
};

function* judgeRule(rule: Block): Iterable<Judgement> {
  const mappings = MAPPINGS.map((name) => blocksOf(rule, name));
  for (const mapping of mappings) {
    yield* judgeMappings(rule, mapping);
  }
  const type = textField(rule, "type", "Static");
  if (type.state === "unknown") {
    yield cannotTell(at(rule, type.path), type.unknown, phrase`whether ${rule} is static or dynamic can't be told`);
  } else if (knownValue(type) === "Dynamic") {
    yield* judgeDynamic(rule);
  } else {
    yield* judgeSizes(rule, mappings);
  }
}

function* judgeMappings(rule: Block, { path, blocks, unknown }: FoundBlocks): Iterable<Judgement> {
  if (unknown !== undefined) {
    yield cannotTell(at(rule, path), unknown, phrase`which ${path} ${rule} has can't be told`);
  } else if (blocks.length === 0) {
    yield violation(at(rule, path), { message: phrase`${rule} has no ${path}`, remedy: `Add an ${path} block.` });
  }
  for (const mapping of blocks) {
    yield* judgeMapping(mapping, rule);
  }
}

function* judgeMapping(mapping: Block, rule: Block): Iterable<Judgement> {
  const space = textField(mapping, "address_space");
  const parsed = space.state === "known" ? parsePrefix(space.value) : undefined;
  if (space.state === "known" && parsed?.ok === false) {
    yield violation(at(mapping, space.path), {
      message: phrase`address space ${space.value} of ${rule} is no prefix: ${parsed.problem}`,
      remedy: "Write it as address/length, with no host bits set.",
      evidence: { prefix: space.value },
    });
  } else if (space.state === "unknown") {
    yield cannotTell(at(mapping, space.path), space.unknown, phrase`an address space of ${rule} is unknown`);
  }
  const ports = textField(mapping, "port_range");
  if (ports.state === "unknown") {
    yield cannotTell(at(mapping, ports.path), ports.unknown, phrase`a port range of ${rule} is unknown`);
  } else if (ports.state === "known" && ports.value !== "" && !isPortRange(ports.value)) {
    yield violation(at(mapping, ports.path), {
      message: phrase`port range ${JSON.stringify(ports.value)} of ${rule} is none`,
      remedy: "Write a port or two with a hyphen between them, such as 100-200, each of 1 to 65535.",
      evidence: { portRange: ports.value },
    });
  }
}

function isPortRange(text: string): boolean {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  return first !== undefined && 1 <= Number(first) && Number(first) <= Number(last) && Number(last) <= 65535;
}

function* judgeDynamic(rule: Block): Iterable<Judgement> {
  const instance = textField(rule, "ip_configuration_id");
  const place = at(rule, instance.path);
  if (instance.state === "absent" || knownValue(instance) === "") {
    yield violation(place, {
      message: phrase`${rule} is dynamic, but names no IP configuration`,
      remedy: "Set ip_configuration_id to Instance0 or Instance1: a dynamic rule holds for one instance.",
    });
  } else if (instance.state === "unknown") {
    yield cannotTell(place, instance.unknown, phrase`which IP configuration the dynamic ${rule} names can't be told`);
  }
}

/** Each external mapping has the size of the internal one at its place. */
function* judgeSizes(rule: Block, mappings: readonly FoundBlocks[]): Iterable<Judgement> {
  const [external, internal] = mappings;
  if (mappings.some(({ unknown, blocks }) => unknown !== undefined || blocks.length === 0)) {
    return; // Said already.
  }
  const inner = internal?.blocks ?? [];
  for (const [index, mapping] of (external?.blocks ?? []).entries()) {
    const [own, other] = [lengthOf(mapping), lengthOf(inner[index])];
    if (own !== undefined && other !== undefined && own !== other) {
      yield violation(at(rule, mapping.path), {
        message: phrase`${rule} is static, but maps an internal /${other} to an external /${own}`,
        remedy: "Give both mappings prefixes of one length, or make the rule dynamic.",
        evidence: { external: own, internal: other },
      });
    }
  }
  if (external?.blocks.length !== inner.length) {
    yield violation(at(rule, external?.path), {
      message: phrase`${rule} is static, but has ${external?.blocks.length ?? 0} external and ${inner.length} internal mappings`,
      remedy: "Give each internal mapping an external one.",
      evidence: { external: external?.blocks.length ?? 0, internal: inner.length },
    });
  }
}

function lengthOf(mapping: Block | undefined): number | undefined {
  const space = mapping === undefined ? undefined : knownValue(textField(mapping, "address_space"));
  const parsed = space === undefined ? undefined : parsePrefix(space);
  return parsed?.ok ? parsed.value.length : undefined;
}

function* judgeSelectors(network: Network, link: LinkConnection): Iterable<Judgement> {
  const block = linkBlock(network, link);
  const nat =
    block === undefined ? "no" : anyOf([hasAny(block, "ingress_nat_rule_ids"), hasAny(block, "egress_nat_rule_ids")]);
  const selectors = anyOf([isOn(link.policyBasedTrafficSelectors), hasSelectors(link)]);
  if (nat === "no" || selectors === "no") {
    return;
  }
  const unknowns = [nat, selectors].filter(isOpen).flat();
  if (unknowns.length > 0) {
    const message = phrase`whether ${link} has NAT rules beside policy-based selectors can't be told`;
    yield cannotTell(inConnection(link, link), unknowns, message);
  } else {
    yield violation(inConnection(link, link.policyBasedTrafficSelectors), {
      message: phrase`${link} has NAT rules and policy-based selectors`,
      remedy: "Make the tunnel route-based: NAT needs any-to-any selectors.",
    });
  }
}

function hasAny(block: Block, name: string): Answer {
  const found = find(block, name);
  if (found.state === "unknown") {
    return [found.unknown];
  }
  return found.state === "value" && isList(found.value) && found.value.length > 0 ? "yes" : "no";
}

function hasSelectors({ connection }: LinkConnection): Answer {
  const { items, unknown } = connection.trafficSelectorPolicies;
  if (items.length > 0) {
    return "yes";
  }
  return unknown === undefined ? "no" : [unknown];
}
