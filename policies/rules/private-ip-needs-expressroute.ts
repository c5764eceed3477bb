import type { LinkConnection, Network } from "../network/network";
import { at, violation } from "./judgement";
import { isOpen } from "./reasoning/answer";
import { inConnection } from "./reasoning/link-connections";
import { called, calledLinkConnection } from "./reasoning/names";
import {
  expressRouteOf,
  hubOf,
  type PrivatePathHub,
  privateLinks,
  privatePathHubs,
  unseenExpressRoute,
} from "./reasoning/private-path";
import { isManaged } from "./reasoning/standing";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** A hub whose tunnels use private addresses has ExpressRoute to carry them. */
export const privateIpNeedsExpressroute: Rule = {
  id: "private-ip-needs-expressroute",
  level: "error",
  section: "Private path",
  what: "A hub with a private-IP connection has an ExpressRoute gateway and at least one ExpressRoute connection.",
  why: "The gateway's private addresses are reached over ExpressRoute only; without it such a tunnel never comes up. Azure takes the connection all the same.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  *judge(network) {
    for (const one of privatePathHubs(network)) {
      if (expressRouteOf(one.hub).length === 0) {
        yield* judgeHub(network, one);
      }
    }
    yield* judgeHubless(network);
  },
};

function* judgeHub(network: Network, { hub, links, inUse }: PrivatePathHub): Iterable<Judgement> {
  const [first] = links;
  if (first === undefined) {
    return;
  }
  const [gateway] = hub.expressRouteGateways;
  const lack =
    gateway === undefined ? "an ExpressRoute gateway" : `a connection at ${called("ExpressRoute gateway", gateway)}`;
  const unknowns = [...unseenExpressRoute(network, hub), ...(isOpen(inUse) ? inUse : [])];
  if (unknowns.length > 0) {
    const place = isManaged(hub) ? at(hub) : inConnection(first, first.useAzurePrivateIp);
    const message = `${calledLinkConnection(first)} needs ExpressRoute at ${called("hub", hub)}; whether the hub has ${lack} can't be told`;
    yield cannotTell(place, unknowns, message, { evidence: { privateLinks: links.length } });
  } else {
    yield violation(at(hub), {
      message: `${called("hub", hub)} has no ${lack.replace(/^an? /, "")}, but ${calledLinkConnection(first)} uses the hub's private addresses`,
      remedy:
        gateway === undefined
          ? "Give the hub an ExpressRoute gateway and connect a circuit to it."
          : "Connect a circuit to the hub's ExpressRoute gateway.",
      evidence: { privateLinks: links.length, expressRouteGateways: hub.expressRouteGateways.length },
    });
  }
}

/** Where the hub can't be told: one judgement a gateway. */
function* judgeHubless(network: Network): Iterable<Judgement> {
  const seen = new Set<unknown>();
  for (const link of privateLinks(network)) {
    const hub = hubOf(link);
    const { gateway } = link.connection;
    const key = gateway.state === "resolved" ? gateway.to : link;
    if (hub.state === "unknown" && !seen.has(key)) {
      seen.add(key);
      yield cannotTell(at(link.connection, gateway.path), hub.unknown, hublessMessage(link));
    }
  }
}

function hublessMessage(link: LinkConnection): string {
  return `which hub ${calledLinkConnection(link)} ends at can't be told, nor whether it has ExpressRoute`;
}
