import type { LabPlan } from "../plan/lab-plan";
import { gatewayName, HUB, microsoftName } from "../plan/names";
import { activated, azureMap, neighbor, wholeFrr } from "./frr-text";

/** The address of a node on its wires. */
export type AddressOf = (node: string) => string;

// Which kind of branch a route came from, on the hub.
const FROM_VPN = "65515:1";
const FROM_EXPRESSROUTE = "65515:2";

/** Local preference of what the hub learns, by its routing preference; equal ones leave it to the AS path. */
const PREFERENCES = {
  ExpressRoute: { expressRoute: 200, vpn: 100 },
  VpnGateway: { expressRoute: 100, vpn: 200 },
  ASPath: { expressRoute: 100, vpn: 100 },
} as const;

/**
 * The hub's router, a model: FRR chooses by longest prefix, then by a local preference that stands for the hub's routing
 * preference, then by AS path. The route maps of circuits are here, where the hub's ExpressRoute gateway would have them.
 */
export function hubFrr({ hub, circuits }: LabPlan, addressOf: AddressOf): string {
  const preference = PREFERENCES[hub.preference];
  const peers = circuits.map((circuit, index) => ({ ...circuit, index, peer: addressOf(microsoftName(index)) }));
  const gateways = hub.instances.map((_, index) => addressOf(gatewayName(index)));
  return wholeFrr(
    `ip prefix-list HUB seq 1 permit ${hub.prefix.text}`,
    `bgp community-list standard VPN permit ${FROM_VPN}`,
    `bgp community-list standard EXPRESSROUTE permit ${FROM_EXPRESSROUTE}`,
    peers.flatMap(({ index, inbound, outbound }) => [
      ...azureMap(
        `CIRCUIT${index}-IN`,
        inbound,
        [],
        [` set local-preference ${preference.expressRoute}`, ` set community ${FROM_EXPRESSROUTE}`],
      ),
      ...azureMap(
        `CIRCUIT${index}-OUT`,
        outbound,
        [
          // A route map never applies to the hub's own prefix, and circuits aren't told of each other.
          `route-map CIRCUIT${index}-OUT permit 1`,
          " match ip address prefix-list HUB",
          "exit",
          `route-map CIRCUIT${index}-OUT deny 2`,
          " match community EXPRESSROUTE",
          "exit",
          ...(hub.branchToBranch ? [] : [`route-map CIRCUIT${index}-OUT deny 3`, " match community VPN", "exit"]),
        ],
        [],
      ),
    ]),
    "route-map GATEWAY-IN permit 10",
    ` set local-preference ${preference.vpn}`,
    ` set community ${FROM_VPN}`,
    "exit",
    ...(hub.branchToBranch ? [] : ["route-map GATEWAY-OUT deny 10", " match community EXPRESSROUTE", "exit"]),
    "route-map GATEWAY-OUT permit 20",
    "exit",
    `router bgp ${hub.asn}`,
    ` bgp router-id ${addressOf(HUB)}`,
    " no bgp default ipv4-unicast",
    " no bgp network import-check",
    " bgp bestpath as-path multipath-relax",
    peers.flatMap(({ peer, tree }) => neighbor(peer, tree.microsoftAsn)),
    gateways.flatMap((peer) => neighbor(peer, hub.asn)),
    " address-family ipv4 unicast",
    `  network ${hub.prefix.text}`,
    hub.spokePrefixes.map(({ text }) => `  network ${text}`),
    peers.flatMap(({ peer, index }) => activated(peer, { in: `CIRCUIT${index}-IN`, out: `CIRCUIT${index}-OUT` })),
    gateways.flatMap((peer) => activated(peer, { in: "GATEWAY-IN", out: "GATEWAY-OUT" }, "next-hop-self")),
    ["  maximum-paths 16", "  maximum-paths ibgp 16", " exit-address-family", "exit"],
  );
}

/** An instance of the VPN gateway: BGP with every device through its tunnel, and with the hub's router. */
export function gatewayFrr({ hub, devices }: LabPlan, instance: number, addressOf: AddressOf): string {
  const bgp = hub.instances[instance]?.bgpAddress.text ?? "";
  const peers = devices.map(({ bgp: own, inbound, outbound }, index) => ({
    index,
    inbound,
    outbound,
    peer: own.source.text,
    asn: own.asn,
  }));
  return wholeFrr(
    `ip prefix-list HUB seq 1 permit ${hub.prefix.text}`,
    peers.flatMap(({ index, inbound, outbound }) => [
      ...azureMap(`DEVICE${index}-IN`, inbound, [], []),
      ...azureMap(
        `DEVICE${index}-OUT`,
        outbound,
        [`route-map DEVICE${index}-OUT permit 1`, " match ip address prefix-list HUB", "exit"],
        [],
      ),
    ]),
    `router bgp ${hub.asn}`,
    ` bgp router-id ${bgp}`,
    " no bgp default ipv4-unicast",
    " bgp bestpath as-path multipath-relax",
    neighbor(addressOf(HUB), hub.asn),
    peers.flatMap(({ peer, asn }) => neighbor(peer, asn, `update-source ${bgp}`, "ebgp-multihop 2")),
    " address-family ipv4 unicast",
    activated(addressOf(HUB), {}, "next-hop-self"),
    peers.flatMap(({ peer, index }) => activated(peer, { in: `DEVICE${index}-IN`, out: `DEVICE${index}-OUT` })),
    ["  maximum-paths 16", " exit-address-family", "exit"],
  );
}

/** Microsoft's edge of a circuit: it passes on what it hears. */
export function microsoftFrr({ hub, circuits }: LabPlan, index: number, addressOf: AddressOf): string {
  const tree = circuits[index]?.tree;
  const customer = (tree?.sessions ?? []).map(({ own }) => own.text);
  return wholeFrr(
    `router bgp ${tree?.microsoftAsn}`,
    ` bgp router-id ${addressOf(microsoftName(index))}`,
    " no bgp default ipv4-unicast",
    " no bgp ebgp-requires-policy",
    customer.flatMap((peer) => neighbor(peer, tree?.asn ?? 0)),
    neighbor(addressOf(HUB), hub.asn),
    " address-family ipv4 unicast",
    [...customer, addressOf(HUB)].flatMap((peer) => activated(peer, {})),
    ["  maximum-paths 2", " exit-address-family", "exit"],
  );
}
