import type { Address } from "../../address/address";
import { isOn, isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { inConnection, linkConnections } from "../../network/facts/link-connections";
import { addressOfField, sameAddress } from "../../network/facts/site-links";
import { isManaged } from "../../network/facts/standing";
import { knownValue, targetOf, unknownsOf } from "../../network/field";
import type { LinkConnection, Network, VpnGateway } from "../../network/network";
import { at, violation } from "./judgement";
import { bgpPeerOf } from "./reasoning/bgp-peers";
import {
  type CustomAddressUse,
  customAddressesOf,
  customAddressUses,
  hasCustomAddress,
  INSTANCES,
  type InstanceAddresses,
} from "./reasoning/instances";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** Custom BGP addresses of a VPN gateway are ones that Azure takes, and connections use those that there are. */
export const gatewayCustomAddress: Rule = {
  id: "gateway-custom-address",
  level: "error",
  section: "Values",
  what: "Custom BGP addresses lie in 169.254.21.0 to 169.254.22.255, each belongs to one instance of the gateway, and none is the peer's; a connection that uses them has BGP on and names one of each instance.",
  why: "The provider checks no more than that they are addresses. Azure refuses the rest at apply, or a BGP session never comes up.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal",
  *judge(network) {
    for (const gateway of network.vpnGateways.filter(isManaged)) {
      yield* judgeGateway(gateway, customAddressesOf(network, gateway));
    }
    for (const link of linkConnections(network)) {
      yield* judgeLink(network, link);
    }
  },
};

interface CustomAddress {
  readonly path: string;
  readonly instance: string;
  readonly address: Address;
}

function* judgeGateway(gateway: VpnGateway, instances: readonly InstanceAddresses[]): Iterable<Judgement> {
  const earlier: CustomAddress[] = [];
  for (const { instance, addresses } of instances) {
    const [unknown] = unknownsOf(addresses);
    if (unknown !== undefined) {
      const message = phrase`a custom BGP address of ${instance} of ${gateway} is unknown, so it may be one that Azure refuses`;
      yield cannotTell(at(gateway, addresses.path), unknown, message);
    }
    for (const field of addresses.items) {
      const address = addressOfField(field);
      if (address === undefined && field.state === "known") {
        yield outside(gateway, field, instance, field.value);
      } else if (address !== undefined) {
        const own = { path: field.path, instance, address };
        yield* judgeAddress(gateway, own, earlier);
        earlier.push(own);
      }
    }
  }
  yield* judgePeers(gateway, earlier);
}

function* judgeAddress(
  gateway: VpnGateway,
  own: CustomAddress,
  earlier: readonly CustomAddress[],
): Iterable<Judgement> {
  const { address, instance, path } = own;
  if (!isCustom(address)) {
    yield outside(gateway, own, instance, address.text);
  }
  if (earlier.some((other) => other.instance !== instance && sameAddress(other.address, address))) {
    yield violation(at(gateway, path), {
      message: phrase`both instances of ${gateway} have the custom BGP address ${address.text}`,
      remedy: "Give each instance an address of its own.",
      evidence: { address: address.text },
    });
  }
}

function outside(gateway: VpnGateway, { path }: { readonly path: string }, instance: string, text: string): Judgement {
  return violation(at(gateway, path), {
    message: phrase`custom BGP address ${text} of ${instance} of ${gateway} is not in ${FIRST} to ${LAST}`,
    remedy: `Use an address from ${FIRST} to ${LAST}, or leave custom_ips out: tunnels over ExpressRoute need none.`,
    evidence: { address: text },
  });
}

const FIRST = "169.254.21.0";
const LAST = "169.254.22.255";

function isCustom({ text }: Address): boolean {
  return /^169\.254\.2[12]\.\d+$/.test(text);
}

/** The devices at the other end have other addresses. */
function* judgePeers(gateway: VpnGateway, own: readonly CustomAddress[]): Iterable<Judgement> {
  const links = gateway.connections.flatMap((connection) => connection.links.items);
  for (const link of own.length === 0 ? [] : links) {
    const siteLink = targetOf(link.siteLink);
    const peer = siteLink === undefined ? undefined : bgpPeerOf(siteLink);
    const same = peer?.state === "known" ? own.find(({ address }) => sameAddress(address, peer.address)) : undefined;
    if (siteLink !== undefined && same !== undefined) {
      yield violation(at(gateway, same.path), {
        message: phrase`custom BGP address ${same.address.text} of ${gateway} is also the BGP peer of ${siteLink}`,
        remedy: "Use another address on one side.",
        evidence: { address: same.address.text, peerOf: siteLink.site.resource.address },
      });
    }
    const lost = link.siteLink.state === "unknown" ? link.siteLink : peer?.state === "unknown" ? peer : undefined;
    if (lost !== undefined) {
      const message = phrase`whether the BGP peer of ${link} has an address of ${gateway} can't be told`;
      yield cannotTell(inConnection(link, link.siteLink), lost.unknown, message);
    }
  }
}

function* judgeLink(network: Network, link: LinkConnection): Iterable<Judgement> {
  const uses = customAddressUses(network, link);
  const place = inConnection(link, uses);
  if (uses.unknown !== undefined) {
    yield cannotTell(place, uses.unknown, phrase`which custom BGP addresses ${link} uses can't be told`);
  }
  if (uses.items.length === 0) {
    return;
  }
  const bgp = isOn(link.bgpEnabled);
  if (isOpen(bgp)) {
    yield cannotTell(place, bgp, phrase`${link} uses custom BGP addresses; whether it has BGP on can't be told`);
  } else if (bgp === "no") {
    yield violation(place, {
      message: phrase`${link} uses custom BGP addresses, but has no BGP`,
      remedy: "Set bgp_enabled to true, or take custom_bgp_address out.",
    });
  }
  for (const use of uses.items) {
    yield* judgeUse(network, link, use);
  }
  yield* judgeBoth(link, uses.items, uses.unknown !== undefined);
}

function* judgeUse(network: Network, link: LinkConnection, use: CustomAddressUse): Iterable<Judgement> {
  const { gateway } = link.connection;
  const unknowns = [use.instance, use.address, gateway].flatMap((one) =>
    one.state === "unknown" ? [one.unknown] : [],
  );
  const instance = knownValue(use.instance);
  if (instance !== undefined && !isInstance(instance)) {
    yield violation(inConnection(link, use.instance), {
      message: phrase`${link} uses a custom BGP address of ${instance}, which is no instance of a VPN gateway`,
      remedy: `Set ip_configuration_id to ${INSTANCES.join(" or ")}.`,
      evidence: { instance },
    });
  } else if (unknowns.length > 0) {
    yield cannotTell(
      inConnection(link, use),
      unknowns,
      phrase`whether the gateway has a custom BGP address of ${link} can't be told`,
    );
  } else if (gateway.state === "resolved" && instance !== undefined) {
    yield* judgeHas(network, link, use, gateway.to, instance);
  }
}

function* judgeHas(
  network: Network,
  link: LinkConnection,
  { address }: CustomAddressUse,
  gateway: VpnGateway,
  instance: string,
): Iterable<Judgement> {
  const text = knownValue(address) ?? "";
  const has = hasCustomAddress(network, gateway, instance, text);
  const place = inConnection(link, address);
  if (isOpen(has)) {
    const message = phrase`whether ${instance} of ${gateway} has ${text}, which ${link} uses, can't be told`;
    yield cannotTell(place, has, message);
  } else if (has === "no") {
    yield violation(place, {
      message: phrase`${link} uses custom BGP address ${text} of ${instance}, which ${gateway} doesn't have there`,
      remedy: `Add ${text} to the custom_ips of that instance, or use one of them.`,
      evidence: { address: text, instance },
    });
  }
}

function isInstance(text: string): boolean {
  return INSTANCES.some((instance) => instance === text);
}

/** Tunnels lead to both instances, and each takes an address of its own. */
function* judgeBoth(link: LinkConnection, uses: readonly CustomAddressUse[], mayBeMore: boolean): Iterable<Judgement> {
  const named = uses.map(({ instance }) => knownValue(instance));
  const missing = INSTANCES.find((instance) => !named.includes(instance));
  if (missing !== undefined && !mayBeMore && !named.includes(undefined)) {
    yield violation(inConnection(link, { path: `${link.path}.custom_bgp_address` }), {
      message: phrase`${link} uses no custom BGP address of ${missing}`,
      remedy: "Name one address of each instance, or none at all.",
      evidence: { missing },
    });
  }
}
