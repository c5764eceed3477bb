import { unstatedByPeer } from "../network/facts/advertised";
import { isOpen } from "../network/facts/answer";
import { bgpConnectionsAt, routeTablesAt, routingIntentsAt } from "../network/facts/at-hub";
import { phrase } from "../network/facts/called/phrase";
import { knownValue, targetOf, type Unknown } from "../network/field";
import type { HubBgpConnection, Network, SpokeConnection } from "../network/network";
import { type Entry, learnAdvertised, learnListed, openingAt } from "./advertised-routes";
import { forwardsOf } from "./appliances";
import { inspectionOpenings } from "./inspection";
import type { LearnedRoutes } from "./learned-routes";
import { ANYWHERE, atHub, EVERYWHERE, onlyInto, propagationOf } from "./propagation";
import type { Opening, Placing } from "./source";
import { learnHubRoutes, learnSpokeStatics, learnTableRoutes, tableOpenings } from "./static-routes";
import type { View } from "./view";

/** What a hub surely has of its own: its spokes, its static routes, its routing intent and its BGP peers. */
export function learnAzureRoutes(network: Network, { hub, table: own }: View, into: LearnedRoutes): void {
  const placing: Placing = { hub, unknowns: [] };
  for (const spoke of hub.spokeConnections) {
    learnSpokeRoutes(spoke, placing, into);
    learnSpokeStatics(network, spoke, placing, into);
  }
  for (const table of routeTablesAt(network, hub).certain.filter(({ isDefault }) => isDefault)) {
    learnTableRoutes(network, table, own, placing, into);
    into.open(tableOpenings(table, onlyInto(own), []));
  }
  learnHubRoutes(network, hub, own, into);
  into.open(
    routingIntentsAt(network, hub).certain.flatMap((intent) => inspectionOpenings(network, intent, atHub(hub), [])),
  );
  for (const peer of bgpConnectionsAt(network, hub).certain) {
    learnFromPeer(network, peer, placing, into);
  }
}

// Addresses of a spoke that can't be told are left to `address-overlap`: a spoke with on-premises addresses is its fault.
export function learnSpokeRoutes(spoke: SpokeConnection, { hub, unknowns }: Placing, into: LearnedRoutes): void {
  const space = targetOf(spoke.virtualNetwork)?.addressSpace;
  const entry: Entry = {
    draft: {
      kind: "spoke",
      hub,
      propagation: propagationOf(spoke.routing, "vnet", spoke.resource),
      carriage: unknowns.length === 0 ? "azure" : "unknown",
      weight: undefined,
      carriageUnknowns: unknowns,
      via: spoke.resource.address,
      over: spoke,
      part: spoke,
      needs: [],
    },
    routing: spoke.routing,
    part: spoke,
    path: "",
    what: () => phrase`what ${spoke} tells its hub`,
  };
  if (space !== undefined) {
    const known = space.items.filter(({ state }) => state === "known");
    learnListed(entry, { path: space.path, items: known }, [], [], into);
  }
}

/**
 * What a BGP peer tells a hub, which is in intent alone. What it does with a packet that it draws is in no input either,
 * unless intent says that it sends it on.
 */
function learnFromPeer(network: Network, peer: HubBgpConnection, { hub }: Placing, into: LearnedRoutes): void {
  const { peerAddress, advertised, resource } = peer;
  const address = knownValue(peerAddress);
  const forwards = forwardsOf(network, address === undefined ? [resource.address] : [address, resource.address], peer);
  const entry: Entry = {
    draft: {
      kind: "appliance",
      hub,
      propagation: EVERYWHERE,
      carriage: isOpen(forwards) ? "unknown" : "onward",
      weight: undefined,
      carriageUnknowns: isOpen(forwards) ? forwards : [],
      via: resource.address,
      over: peer,
      part: peer,
      needs: [],
    },
    routing: undefined,
    part: peer,
    path: peerAddress.path,
    what: () => whatPeerTells(peer),
  };
  if (advertised === undefined) {
    into.open([{ ...openingAt(entry, [unstatedByPeer(peer)]), carriage: "unknown" }]);
  } else {
    learnAdvertised(entry, advertised, into);
  }
}

/** A BGP peer of which can't be told at which hub it is: it may tell any of them anything. */
export function strayPeer(peer: HubBgpConnection, doubts: readonly Unknown[]): Opening {
  return {
    carriage: "unknown",
    propagation: ANYWHERE,
    part: peer,
    path: peer.peerAddress.path,
    what: whatPeerTells(peer),
    unknowns: [...doubts, unstatedByPeer(peer)],
  };
}

function whatPeerTells(peer: HubBgpConnection) {
  const appliance = knownValue(peer.peerAddress) ?? "whose address is unknown";
  return phrase`which routes the appliance ${appliance} tells ${targetOf(peer.hub) ?? "its hub"} over ${peer}`;
}
