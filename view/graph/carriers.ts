import { groupsBy } from "../../network/facts/groups";
import { expressRouteOf, isPrivate } from "../../network/facts/private-path";
import { addressOfField } from "../../network/facts/site-links";
import type { ExpressRouteConnection, LinkConnection, Network, SiteLink, VirtualHub } from "../../network/network";
import { hubGroups } from "../../routes/hub-groups";
import type { Route } from "../../routes/source";
import { routesOf } from "../../routes/wan-routes";

/** What a tunnel runs over. */
export interface Carriage {
  /** The ExpressRoute connections that lead to its VPN device, or may. */
  readonly connections: readonly ExpressRouteConnection[];
  /** Whether it runs, or may run, over the internet. */
  readonly isInternet: boolean;
  readonly isDoubtful: boolean;
}

/** Which circuits carry the tunnels of a network: those over which hubs learn the longest prefix that holds a VPN device. */
export class Carriers {
  private readonly routes: ReadonlyMap<VirtualHub, readonly Route[]>;

  constructor(network: Network) {
    const all = hubGroups(network).flatMap((group) => routesOf(network, group).routes);
    this.routes = groupsBy(
      all.filter(({ source }) => source.kind === "expressroute"),
      ({ source }) => source.hub,
    );
  }

  /** @param siteLink undefined where it can't be told which link of the site is connected */
  of(link: LinkConnection, siteLink: SiteLink | undefined, hub: VirtualHub): Carriage {
    const answer = isPrivate(link);
    if (answer === "no") {
      return { connections: [], isInternet: true, isDoubtful: false };
    }
    const connections = expressRouteOf(hub);
    const address = siteLink === undefined ? undefined : addressOfField(siteLink.address);
    const leading = address?.family === 4 ? this.leadingTo(hub, Number(address.value)) : new Set();
    const known = connections.filter((connection) => leading.has(connection));
    const isUnsure = answer !== "yes";
    return {
      connections: known.length > 0 ? known : connections,
      isInternet: isUnsure,
      isDoubtful: isUnsure || known.length === 0,
    };
  }

  private leadingTo(hub: VirtualHub, device: number): ReadonlySet<unknown> {
    const holding = (this.routes.get(hub) ?? []).filter(
      ({ first, length }) => first <= device && device < first + 2 ** (32 - length),
    );
    const longest = Math.max(...holding.map(({ length }) => length));
    return new Set(holding.flatMap(({ length, source }) => (length === longest ? [source.part] : [])));
  }
}
