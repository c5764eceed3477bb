import type { Address } from "../../address/address";
import { type Prefix, parsePrefix } from "../../address/prefix";
import { isOpen } from "../../network/facts/answer";
import { listed, phrase } from "../../network/facts/called/phrase";
import { candidatesOf } from "../../network/facts/link-connections";
import { type PrivatePathHub, type PrivateUse, privatePathHubs } from "../../network/facts/private-path";
import { addressOfField } from "../../network/facts/site-links";
import { knownValue, type Unknown } from "../../network/field";
import { type Block, blockOf } from "../../network/fields/block";
import { textField } from "../../network/fields/typed-fields";
import type { Network, Part } from "../../network/network";
import { isFirewall } from "../../routes/appliances";
import { undecided, violation } from "./judgement";
import { type Passage, passageOf } from "./reasoning/firewall/passage";
import { type PolicyRules, rulesOfPolicy } from "./reasoning/firewall/policy-rules";
import { type Screen, screensOf } from "./reasoning/firewall/screens";
import { sourcesOf } from "./reasoning/resource-blocks";
import { targetOfBlock } from "./reasoning/targets";
import type { Judgement, Rule } from "./rule";

/** Behind routing intent for private traffic, packets of tunnels go through what inspects the hub's traffic. */
export const securedHubLetsTunnelsPass: Rule = {
  id: "secured-hub-lets-tunnels-pass",
  level: "warning",
  section: "Topology and limits",
  what: "Where a routing policy sends private traffic through Azure Firewall, its rules allow every protocol and port from the hub's prefix, in which the gateway's tunnel addresses are, to each device.",
  why: "IKE and ESP between the gateway and a device are private traffic too. A firewall that drops them keeps every tunnel down.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  *judge(network) {
    for (const path of privatePathHubs(network)) {
      for (const screen of screensOf(network, path.hub)) {
        yield* judgeScreen(network, path, screen);
      }
    }
  },
};

function* judgeScreen(network: Network, path: PrivatePathHub, screen: Screen): Iterable<Judgement> {
  const prefix = prefixOfHub(path);
  const policy = policyOf(network, screen);
  const open: Unknown[] = [...screen.unknowns, ...("decidedBy" in policy ? [policy] : [])];
  const devices = new Set<string>();
  for (const use of path.uses) {
    const { addresses, unknowns } = devicesOf(use);
    open.push(...unknowns);
    for (const address of addresses) {
      devices.add(address.text);
      if ("decidedBy" in policy || prefix === undefined || screen.hop === undefined) {
        continue;
      }
      const passage = passageOf(policy.rules, prefix, address);
      const doubts = [...screen.unknowns, ...(isOpen(use.answer) ? use.answer : []), ...doubtsOf(passage, use)];
      if (passage.outcome === "stopped" && doubts.length === 0) {
        yield stopped({ path, use, address, prefix, hop: screen.hop, policy: policy.block }, passage);
      } else if (passage.outcome !== "passes") {
        open.push(...doubts);
      }
    }
  }
  if (open.length > 0 || prefix === undefined) {
    yield cannotSay(path, screen, [...devices], open);
  }
}

function prefixOfHub({ hub }: PrivatePathHub): Prefix | undefined {
  const parsed = parsePrefix(knownValue(hub.addressPrefix) ?? "");
  return parsed.ok ? parsed.value : parsed.meant;
}

/** The policy of a firewall with its rules, or what would tell it. */
function policyOf(network: Network, { hop, place }: Screen): { block: Block; rules: PolicyRules } | Unknown {
  if (hop === undefined || !isFirewall(hop)) {
    return { decidedBy: [hop?.resource.address ?? `${place.part.resource.address}.${place.path}`] };
  }
  const target = targetOfBlock(network, blockOf(sourcesOf(network), hop.resource), "firewall_policy_id");
  switch (target.state) {
    case "block":
      return { block: target.block, rules: rulesOfPolicy(network, target.block) };
    case "id":
      return { decidedBy: [target.id] };
    case "unknown":
      return target.unknown;
    case "absent":
      return { decidedBy: [`${hop.resource.address}.firewall_policy_id`] };
  }
}

function devicesOf({ link }: PrivateUse): { readonly addresses: Address[]; readonly unknowns: readonly Unknown[] } {
  if (link === undefined) {
    return { addresses: [], unknowns: [] };
  }
  const { links, unknowns } = candidatesOf(link);
  const hidden = links.flatMap(({ address }) => (address.state === "unknown" ? [address.unknown] : []));
  return {
    addresses: links.flatMap(({ address }) => addressOfField(address) ?? []),
    unknowns: [...unknowns, ...hidden],
  };
}

function doubtsOf(passage: Passage, { connection }: PrivateUse): readonly Unknown[] {
  if (passage.outcome !== "open" || passage.unknowns.length > 0) {
    return passage.outcome === "open" ? passage.unknowns : [];
  }
  // Some addresses of the hub pass and some don't; which of them the gateway has, Azure tells.
  const { gateway, resource } = connection;
  return [{ decidedBy: [gateway.state === "resolved" ? gateway.to.resource.address : resource.address] }];
}

interface Tunnel {
  readonly path: PrivatePathHub;
  readonly use: PrivateUse;
  readonly address: Address;
  readonly prefix: Prefix;
  readonly hop: Part;
  readonly policy: Block;
}

function stopped({ path, use, address, prefix, hop, policy }: Tunnel, { by }: Extract<Passage, { by: unknown }>) {
  const denies =
    by === undefined
      ? phrase`no network rule of ${policy} allows any protocol and port from ${prefix.text} to ${address.text}`
      : phrase`rule ${knownValue(textField(by.block, "name")) ?? by.block.path} of ${by.block} denies what comes from ${prefix.text} to ${address.text}`;
  const before = by === undefined ? "" : ", before the rule that denies it";
  return violation(use.place, {
    message: phrase`the tunnel of ${use.name} goes through ${hop}, and ${denies}`,
    remedy: phrase`Allow any protocol and any port from ${prefix.text}, the prefix of ${path.hub}, to ${address.text} in a network rule of ${policy}${before}.`,
    evidence: {
      firewall: hop.resource.address,
      from: prefix.text,
      device: address.text,
      ...(by === undefined ? {} : { rule: `${by.block.resource.address}.${by.block.path}` }),
    },
  });
}

/** A note: a firewall's rules are often kept by others, and nothing here is wrong. */
function cannotSay(
  { hub }: PrivatePathHub,
  { place, hop }: Screen,
  devices: readonly string[],
  open: readonly Unknown[],
) {
  const through = hop === undefined ? phrase`the next hop of ${place.part}` : hop;
  const to = devices.length === 0 ? "each device" : listed(devices);
  const unknowns = open.length > 0 ? open : [{ decidedBy: [`${hub.resource.address}.${hub.addressPrefix.path}`] }];
  return undecided(place, unknowns, {
    message: phrase`whether ${through} lets the tunnels of ${hub} through can't be told`,
    remedy: phrase`See that it allows any protocol and any port from ${knownValue(hub.addressPrefix) ?? "the hub's prefix"} to ${to}, or add the input with its rules.`,
    level: "note",
    evidence: { devices },
  });
}
