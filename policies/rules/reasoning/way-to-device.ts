import type { Address } from "../../../address/address";
import { LongestMatch, type Match } from "../../../address/longest-match";
import type { Prefix } from "../../../address/prefix";
import { type ExpressRouteRoute, overExpressRoute } from "../../../network/facts/advertised";
import type { Answer } from "../../../network/facts/answer";
import type { Unknown } from "../../../network/field";
import type { Network, VirtualHub } from "../../../network/network";
import type { AzurePrefix } from "./azure-space";
import { tunnelWinsAtEqualPrefix } from "./equal-prefix";
import { type TunnelRoute, throughTunnelsOf, type UnknownTunnelRoutes } from "./tunnel-routes";

/** The ways that lead from a hub to on-premises addresses. */
export interface Ways {
  readonly hub: VirtualHub;
  readonly overExpressRoute: LongestMatch<ExpressRouteRoute>;
  readonly throughTunnels: LongestMatch<TunnelRoute>;
  /** Why there may be more over ExpressRoute. */
  readonly openOverExpressRoute: readonly Unknown[];
  readonly openThroughTunnels: readonly UnknownTunnelRoutes[];
  /** Whether anything is, or may be, reached through tunnels. */
  readonly anyTunnelRoute: boolean;
}

export function waysFrom(network: Network, hub: VirtualHub): Ways {
  const { routes, unknowns, unstated } = overExpressRoute(network, hub);
  const tunnels = throughTunnelsOf(hub);
  return {
    hub,
    overExpressRoute: matchOf(routes),
    throughTunnels: matchOf(tunnels.routes),
    openOverExpressRoute: [...unknowns, ...unstated],
    openThroughTunnels: tunnels.unknown,
    anyTunnelRoute: tunnels.routes.length > 0 || tunnels.unknown.length > 0,
  };
}

function matchOf<T extends { readonly prefix: Prefix }>(routes: readonly T[]): LongestMatch<T> {
  return new LongestMatch(routes.map((route) => ({ prefix: route.prefix, value: route })));
}

/**
 * The prefix of Azure's own that holds an address, where it is the way there: no route to on-premises has a longer one.
 * An address that nothing but Azure holds is not looked for, unless something unstated over ExpressRoute may hold it too.
 */
export function azureAt(address: Address, ways: Ways, near: LongestMatch<AzurePrefix>): AzurePrefix | undefined {
  const holder = near.lookup(address);
  const overExpressRoute = ways.overExpressRoute.lookup(address);
  const longest = Math.max(
    overExpressRoute?.prefix.length ?? -1,
    ways.throughTunnels.lookup(address)?.prefix.length ?? -1,
  );
  const isReached = overExpressRoute !== undefined || ways.openOverExpressRoute.length > 0;
  return holder !== undefined && isReached && holder.prefix.length >= longest ? holder.values[0] : undefined;
}

/** Whether the way to an address leads into a tunnel, among the tunnel routes that are known, and by which of them. */
export interface Way {
  readonly intoTunnel: Answer;
  readonly tunnel: Match<TunnelRoute> | undefined;
  readonly overExpressRoute: Match<ExpressRouteRoute> | undefined;
}

export function wayTo(address: Address, ways: Ways): Way {
  const tunnel = ways.throughTunnels.lookup(address);
  const overExpressRoute = ways.overExpressRoute.lookup(address);
  return { intoTunnel: intoTunnel(ways, tunnel, overExpressRoute), tunnel, overExpressRoute };
}

function intoTunnel(ways: Ways, tunnel: Way["tunnel"], overExpressRoute: Way["overExpressRoute"]): Answer {
  const longerBy = (tunnel?.prefix.length ?? -1) - (overExpressRoute?.prefix.length ?? -1);
  if (tunnel === undefined || longerBy < 0) {
    return "no";
  }
  const wins = longerBy > 0 ? "yes" : tunnelWinsAtEqualPrefix(ways.hub, overExpressRoute?.values ?? [], tunnel.values);
  // A longer prefix over ExpressRoute, of which nothing is known, would turn a yes.
  return wins === "yes" && ways.openOverExpressRoute.length > 0 ? ways.openOverExpressRoute : wins;
}
