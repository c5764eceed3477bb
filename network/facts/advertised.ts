import type { Prefix } from "../../address/prefix";
import { pathText } from "../../text/problem";
import { type Unknown, unknownsOf } from "../field";
import type {
  Advertisement,
  ExpressRouteConnection,
  HubBgpConnection,
  Network,
  SiteLink,
  VirtualHub,
} from "../network";
import { prefixesOf } from "./prefixes";
import { expressRouteOf, unseenExpressRoute } from "./private-path";

/** A prefix that on-premises routers advertise over an ExpressRoute connection. */
export interface ExpressRouteRoute {
  readonly prefix: Prefix;
  readonly connection: ExpressRouteConnection;
  readonly advertisement: Advertisement;
}

/** What is advertised to a hub over ExpressRoute, as far as intent tells. */
export interface ExpressRouteRoutes {
  readonly routes: readonly ExpressRouteRoute[];
  /** Why a stated advertisement may hold more. */
  readonly unknowns: readonly Unknown[];
  /** Connections of which intent says nothing, and connections that may be there unseen. */
  readonly unstated: readonly Unknown[];
}

/** What is stated of an ExpressRoute connection. */
export interface StatedOverExpressRoute {
  readonly connection: ExpressRouteConnection;
  readonly advertisement: Advertisement;
}

/** The advertisements to a hub that are stated. */
export function statedOverExpressRoute(hub: VirtualHub): StatedOverExpressRoute[] {
  return expressRouteOf(hub).flatMap((connection) =>
    connection.advertised === undefined ? [] : [{ connection, advertisement: connection.advertised }],
  );
}

export function overExpressRoute(network: Network, hub: VirtualHub): ExpressRouteRoutes {
  const stated = statedOverExpressRoute(hub);
  const silent = expressRouteOf(hub).filter(({ advertised }) => advertised === undefined);
  return {
    routes: stated.flatMap(({ connection, advertisement }) =>
      prefixesOf(advertisement.prefixes).map(({ prefix }) => ({ prefix, connection, advertisement })),
    ),
    unknowns: stated.flatMap(({ advertisement }) => unknownsOf(advertisement.prefixes)),
    unstated: [...silent.map(unstatedOverExpressRoute), ...unseenExpressRoute(network, hub)],
  };
}

/** The intent that would tell what is advertised over an ExpressRoute connection. */
export function unstatedOverExpressRoute({ resource }: ExpressRouteConnection): Unknown {
  return { decidedBy: [`network_intent.${pathText(["expressRoute", resource.address, "advertises"])}`] };
}

/** The intent that would tell what a BGP peer of a hub advertises to it. */
export function unstatedByPeer({ resource }: HubBgpConnection): Unknown {
  return { decidedBy: [`network_intent.${pathText(["hubPeers", resource.address, "advertises"])}`] };
}

/** The intent that would tell what a device advertises over a link. */
export function unstatedOverVpn(link: SiteLink): Unknown {
  const name = link.name.state === "known" ? link.name.value : link.path;
  return {
    decidedBy: [`network_intent.${pathText(["vpn", link.site.resource.address, name, "advertises"])}`],
  };
}
