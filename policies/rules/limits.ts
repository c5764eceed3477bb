import { phrase } from "../../network/facts/called/phrase";
import { expressRouteOf } from "../../network/facts/private-path";
import { inSite } from "../../network/facts/site-links";
import { isDescribed } from "../../network/facts/standing";
import type { Field } from "../../network/field";
import { knownValue, targetOf } from "../../network/field";
import type { ExpressRouteConnection, Network, SiteLink, VirtualHub, VirtualWan, VpnSite } from "../../network/network";
import { at } from "./judgement";
import { judgeLocations } from "./reasoning/circuit-locations";
import { judgeCount } from "./reasoning/limit";
import { oncePer } from "./reasoning/once";
import { advertisedOverExpressRoute, tierOf } from "./reasoning/prefix-counts";
import { judgeScale } from "./reasoning/scale";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

const LINKS_A_SITE = 4;
const CONNECTIONS_A_HUB = 1000;
const NETWORKS_A_WAN = 500;
const CIRCUITS_A_HUB = 8;
const LEARNED_OVER_VPN = 4000;
const LEARNED_OVER_EXPRESSROUTE = 4000;
const LEARNED_OVER_PREMIUM = 10_000;
const ADVERTISED_OVER_EXPRESSROUTE = 1000;

/** The network stays within what Azure takes. */
export const limits: Rule = {
  id: "limits",
  level: "error",
  section: "Topology and limits",
  what: "The links of a site, the connections, virtual networks and circuits of a hub, the prefixes that are learned and advertised, and the scale units of gateways are within Azure's limits.",
  why: "Azure refuses what is beyond a limit, or drops the BGP session of a neighbour that sends or gets too many prefixes, and all its routes with it.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq",
  *judge(network) {
    for (const site of network.sites.filter(isDescribed)) {
      yield* judgeSite(site);
    }
    const advertisedIn = oncePer(({ hubs, allowBranchToBranch }: VirtualWan) =>
      advertisedOverExpressRoute(hubs, knownValue(allowBranchToBranch) === true),
    );
    for (const hub of network.hubs) {
      yield* judgeHub(hub, advertisedIn);
    }
    for (const connection of network.expressRouteConnections.filter(isDescribed)) {
      yield* judgeLearned(network, connection);
    }
    yield* judgeScale(network);
  },
};

function* judgeSite(site: VpnSite): Iterable<Judgement> {
  const { links } = site;
  const holder = phrase`${site} has`;
  const remedy = "Make a second site for the further links.";
  const place = at(site, links.path);
  yield* judgeCount({ place, holder, what: "links", count: links.items.length, limit: LINKS_A_SITE, remedy });
  if (links.unknown !== undefined && links.items.length <= LINKS_A_SITE) {
    const message = phrase`which links ${site} has can't be told, nor whether they are ${LINKS_A_SITE} at most`;
    yield cannotTell(place, links.unknown, message);
  }
  for (const link of links.items) {
    yield* judgeLearnedOverVpn(link);
  }
}

function* judgeLearnedOverVpn(link: SiteLink): Iterable<Judgement> {
  const { advertised } = link;
  if (advertised !== undefined) {
    const holder = phrase`the device of ${link} advertises`;
    const count = advertised.prefixes.items.length;
    const remedy = "Aggregate what the device advertises: Azure drops the BGP session beyond the limit.";
    yield* judgeCount({
      place: inSite(link, advertised.prefixes),
      holder,
      what: "prefixes",
      count,
      limit: LEARNED_OVER_VPN,
      remedy,
    });
  }
}

/** A hub that no input describes is counted too: at what the inputs connect to it. */
function* judgeHub(hub: VirtualHub, advertisedIn: (wan: VirtualWan) => number): Iterable<Judgement> {
  const connections = hub.vpnGateways.flatMap((gateway) => gateway.connections);
  const circuits = expressRouteOf(hub);
  const place = isDescribed(hub) ? at(hub) : placeAt(hub);
  if (place === undefined) {
    return;
  }
  const holder = phrase`${hub} has`;
  const remedy = "Spread them over a second hub.";
  const counted = { place, holder, remedy };
  const networks = NETWORKS_A_WAN - (targetOf(hub.wan)?.hubs.length ?? 1);
  yield* judgeCount({ ...counted, what: "VPN connections", count: connections.length, limit: CONNECTIONS_A_HUB });
  yield* judgeCount({
    ...counted,
    what: "connected virtual networks",
    count: hub.spokeConnections.length,
    limit: networks,
  });
  yield* judgeCount({ ...counted, what: "ExpressRoute circuits", count: circuits.length, limit: CIRCUITS_A_HUB });
  yield* judgeLocations({ place, name: hub, remedy }, circuits);
  if (circuits.length > 0) {
    const wan = targetOf(hub.wan);
    yield* judgeCount({
      place,
      holder: phrase`${hub} advertises`,
      what: "prefixes over ExpressRoute",
      count: wan === undefined ? advertisedOverExpressRoute([hub], false) : advertisedIn(wan),
      limit: ADVERTISED_OVER_EXPRESSROUTE,
      remedy:
        "Give virtual networks fewer and larger prefixes, or aggregate with an outbound route map: beyond the limit the connection goes down.",
    });
  }
}

function placeAt({ spokeConnections, vpnGateways, expressRouteGateways }: VirtualHub) {
  const part = [...vpnGateways, ...expressRouteGateways, ...spokeConnections].find(isDescribed);
  return part === undefined ? undefined : at(part, part.hub.path);
}

function* judgeLearned(network: Network, connection: ExpressRouteConnection): Iterable<Judgement> {
  const prefixes = connection.advertised?.prefixes;
  if (prefixes === undefined) {
    return;
  }
  const count = prefixes.items.length;
  const tier = tierOf(network, connection);
  const place = at(connection, prefixes.path);
  if (tier.state === "unknown" && LEARNED_OVER_EXPRESSROUTE < count && count <= LEARNED_OVER_PREMIUM) {
    const message = phrase`${count} prefixes are advertised over ${connection}; whether its circuit is Premium, which takes as many, can't be told`;
    yield cannotTell(place, tier.unknown, message);
    return;
  }
  const limit = mayBePremium(tier) ? LEARNED_OVER_PREMIUM : LEARNED_OVER_EXPRESSROUTE;
  const holder = phrase`on-premises routers advertise over ${connection}`;
  const remedy =
    "Aggregate what is advertised, or make the circuit Premium: Azure drops the BGP session beyond the limit.";
  yield* judgeCount({ place, holder, what: "prefixes", count, limit, remedy });
}

function mayBePremium(tier: Field<string>): boolean {
  return tier.state === "unknown" || (tier.state === "known" && tier.value === "Premium");
}
