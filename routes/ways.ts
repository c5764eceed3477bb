import { prefixOf } from "../address/prefix";
import type { Network } from "../network/network";
import { type Decision, decide, type PrefixRoutes } from "./decision";
import type { HubGroup } from "./hub-groups";
import { MarkedChains } from "./marked-chains";
import type { Opening, RouteSource } from "./source";
import type { View, WanViews } from "./view";
import { routesOf, sorted, viewsOf } from "./wan-routes";

/** How the hubs of a WAN reach single on-premises addresses: by the same routes and choices as all other packets. */
export interface Ways {
  /** Whether any route at all leads through a tunnel. */
  readonly anyTunnel: boolean;
  readonly openings: readonly Opening[];
  readonly views: WanViews;
  /** The routes of all prefixes that hold an address, from the shortest to the longest. */
  chainOf(address: number): readonly PrefixRoutes[];
}

/** @param addresses those that will be asked for, IPv4 */
export function waysTo(network: Network, group: HubGroup, addresses: readonly number[]): Ways {
  const learned = routesOf(network, group);
  for (const address of new Set(addresses)) {
    learned.mark(address, 32);
  }
  const { openings, sources } = learned;
  const anyTunnel = sources.some((source) => source?.kind === "vpn");
  const marked = new MarkedChains(sorted(learned));
  const chains = new Map<number, number>();
  // A mark is a host address, so each interval is one.
  marked.walk((first, _, chain) => chains.set(first, chain));
  return {
    anyTunnel,
    openings,
    views: viewsOf(network, group),
    chainOf: (address) => marked.chains.of(chains.get(address) ?? 0),
  };
}

/** Where a hub sends packets to one address. */
export interface Way {
  readonly decision: Decision;
  /** The tunnels among what is taken. */
  readonly tunnels: readonly RouteSource[];
  /** The prefix that decides. */
  readonly prefix: string | undefined;
  /** The longest prefix that any hub has over ExpressRoute. */
  readonly overExpressRoute: string | undefined;
}

/**
 * The way of a hub's own VPN gateway to an address. What a site lists is a static route of the gateway itself, which wins
 * over what any neighbour advertises of the same prefix (inference).
 */
export function wayFrom(view: View, address: number, chain: readonly PrefixRoutes[]): Way {
  const { hub } = view;
  const decision = decide(view, chain);
  const deciding = chain.find(({ length }) => length === decision.length)?.sources ?? [];
  const own = deciding.filter((source) => source.hub === hub && isStaticOfGateway(source));
  const tunnels = own.length > 0 ? own : decision.via.filter(({ kind }) => kind === "vpn");
  const overExpressRoute = chain.findLast(({ sources }) => sources.some(({ kind }) => kind === "expressroute"));
  return {
    decision,
    tunnels,
    prefix: textOf(address, decision.length),
    overExpressRoute: textOf(address, overExpressRoute?.length),
  };
}

function textOf(value: number, length: number | undefined): string | undefined {
  return length === undefined ? undefined : prefixOf({ family: 4, value }, length).text;
}

// Nobody can tell an AS path of it.
function isStaticOfGateway({ kind, asPathLength, asPathUnknowns }: RouteSource): boolean {
  return kind === "vpn" && asPathLength === undefined && asPathUnknowns.length === 0;
}
