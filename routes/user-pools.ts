import { doubtfulAt, pointToSiteGatewaysAt } from "../network/facts/at-hub";
import { phrase } from "../network/facts/called/phrase";
import { knownValue } from "../network/field";
import type { Network, PointToSiteGateway, UserConfiguration, VirtualHub } from "../network/network";
import { type Entry, learnListed } from "./advertised-routes";
import type { HubGroup } from "./hub-groups";
import type { LearnedRoutes } from "./learned-routes";
import { ANYWHERE, propagationOf } from "./propagation";
import type { Placing } from "./source";

/** The routes of a hub to users who dial in to it: packets to them go through a tunnel over the internet. */
export function learnUserPools(network: Network, hub: VirtualHub, into: LearnedRoutes): void {
  for (const gateway of pointToSiteGatewaysAt(network, hub).certain) {
    learnPools(gateway, { hub, unknowns: [] }, into);
    openMore(gateway, [], into);
  }
}

/** The same of gateways of which can't be told at which hub of a WAN they are: at each of them. */
export function learnStrayPools(network: Network, { hubs }: HubGroup, into: LearnedRoutes): void {
  for (const { part, unknowns } of doubtfulAt(pointToSiteGatewaysAt, network, hubs)) {
    for (const hub of hubs) {
      learnPools(part, { hub, unknowns }, into);
    }
    openMore(part, unknowns, into);
  }
}

function learnPools(gateway: PointToSiteGateway, placing: Placing, into: LearnedRoutes): void {
  for (const configuration of gateway.configurations.items) {
    learnListed(entryOf(gateway, configuration, placing), configuration.pool, [], [], into);
  }
}

function entryOf(gateway: PointToSiteGateway, { name, path, routing }: UserConfiguration, placing: Placing): Entry {
  const { resource } = gateway;
  return {
    draft: {
      kind: "vpn",
      hub: placing.hub,
      propagation: propagationOf(routing, "vpn", resource),
      carriage: placing.unknowns.length === 0 ? "internet-tunnel" : "unknown",
      weight: undefined,
      carriageUnknowns: placing.unknowns,
      via: `${resource.address}#${knownValue(name) ?? path}`,
      over: gateway,
      part: gateway,
      needs: [],
    },
    routing,
    part: gateway,
    path,
    what: () => whatUsersGet(gateway),
  };
}

/** Pools that a gateway may have beside those that are known. */
function openMore(gateway: PointToSiteGateway, doubts: Placing["unknowns"], into: LearnedRoutes): void {
  const { path, unknown } = gateway.configurations;
  if (unknown !== undefined) {
    into.open([
      {
        carriage: "internet-tunnel",
        propagation: ANYWHERE,
        part: gateway,
        path,
        what: whatUsersGet(gateway),
        unknowns: [...doubts, unknown],
      },
    ]);
  }
}

function whatUsersGet(gateway: PointToSiteGateway) {
  return phrase`which addresses the users of ${gateway} get`;
}
