import type { DropOnTunnelLoss } from "../intent/on-tunnel-loss";
import { keptInbound, type Underlay } from "../intent/underlay";
import { type Complaints, isLiteral } from "../terraform/complaints";
import type { VpnLink } from "../vpn/vpn-link";
import type { IVpnLink } from "../vpn/vpn-site-reference";
import type { EncryptedExpressRouteOptions } from "./encrypted-options";
import type { CircuitOfPattern, SiteOfPattern } from "./encrypted-parts";

type Pattern = Pick<EncryptedExpressRouteOptions, "circuits" | "sites" | "protectedPrefixes" | "onTunnelLoss">;

/**
 * What the connection of one circuit drops when tunnels are lost: undefined where nothing is asked for. Complaints are
 * those of the pattern.
 */
export function dropOf(complaints: Complaints, pattern: Pattern, key: string): DropOnTunnelLoss | undefined {
  const own = pattern.circuits[key]?.onTunnelLoss;
  if (own === undefined && pattern.onTunnelLoss !== "drop") {
    return undefined;
  }
  const keepInbound = keptInbound(complaints, `circuits.${key}.`, underlayOf(pattern), key);
  return { action: "drop", ...own, keepInbound };
}

function underlayOf({ circuits, sites, protectedPrefixes }: Pattern): Underlay {
  return {
    connections: new Map(Object.entries(circuits).map(([key, circuit]) => [key, connectionOf(circuit)])),
    devices: Object.values(sites)
      .flatMap(overExpressRoute)
      .map((link) => ({ link: link.name, address: isDescribed(link) ? link.props.deviceAddress : undefined })),
    protectedPrefixes: protectedPrefixes ?? behindTunnels(Object.values(sites)),
  };
}

function connectionOf({ advertises, onTunnelLoss }: CircuitOfPattern) {
  return { advertises, keepInbound: onTunnelLoss?.keepInbound };
}

/** What links advertise and their sites list; undefined where some of it isn't stated. */
function behindTunnels(sites: readonly SiteOfPattern[]): readonly string[] | undefined {
  const lists = sites.flatMap((entry) => [...overExpressRoute(entry).map(advertisedOver), addressSpaceOf(entry)]);
  const stated = lists.filter(isLiteral);
  return stated.length === lists.length ? stated.flat() : undefined;
}

/** A link without BGP advertises nothing. */
function advertisedOver(link: IVpnLink): readonly string[] | undefined {
  if (!isDescribed(link)) {
    return undefined;
  }
  return link.props.advertises ?? (link.bgpEnabled ? undefined : []);
}

function addressSpaceOf({ site }: SiteOfPattern): readonly string[] | undefined {
  return "vpnSiteId" in site ? undefined : (site.addressCidrs ?? []);
}

function overExpressRoute({ site, links }: SiteOfPattern): IVpnLink[] {
  const used: readonly IVpnLink[] = links?.map(({ link }) => link) ?? site.links;
  return used.filter(({ transport }) => transport === "ExpressRoute");
}

/** Of a link of a site that exists already, Terraform can't tell where it leads. */
function isDescribed(link: IVpnLink): link is VpnLink {
  return "props" in link;
}
