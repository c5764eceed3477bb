import type { Answer } from "../../../network/facts/answer";
import { surelyDiffer } from "../../../network/facts/identity";
import { type Ref, targetOf, type Unknown } from "../../../network/field";
import type { ExpressRouteConnection, Network, VirtualHub, VirtualWan, VpnSite } from "../../../network/network";

/** The Virtual WANs that a part belongs to, as far as the inputs tell. */
export interface Membership {
  readonly wans: readonly VirtualWan[];
  /** Why there may be others. */
  readonly unknowns: readonly Unknown[];
}

export function wansOfHub(hub: VirtualHub): Membership {
  return { wans: hub.wan.state === "resolved" ? [hub.wan.to] : [], unknowns: unknownsOfRef(hub.wan) };
}

/** The WAN that a site names, and any other whose gateways it is connected to by mistake. */
export function wansOfSite(site: VpnSite): Membership {
  const known = ofSites.get(site);
  if (known !== undefined) {
    return known;
  }
  const found = membershipOf(site);
  ofSites.set(site, found);
  return found;
}

const ofSites = new WeakMap<VpnSite, Membership>();

function membershipOf(site: VpnSite): Membership {
  const connected = site.connections.flatMap(({ gateway }) => {
    const hub = targetOf(gateway)?.hub;
    return hub === undefined ? [] : wansThrough(hub).wans;
  });
  const named = site.wan.state === "resolved" ? [site.wan.to] : [];
  return { wans: [...new Set([...named, ...connected])], unknowns: unknownsOfRef(site.wan) };
}

/** The WAN of the hub that a reference leads to. */
export function wansThrough(hub: Ref<VirtualHub>): Membership {
  return hub.state === "resolved" ? wansOfHub(hub.to) : { wans: [], unknowns: unknownsOfRef(hub) };
}

export function wansOfExpressRoute({ gateway }: ExpressRouteConnection): Membership {
  return gateway.state === "resolved" ? wansThrough(gateway.to.hub) : { wans: [], unknowns: unknownsOfRef(gateway) };
}

export function joined(memberships: readonly Membership[]): Membership {
  return {
    wans: [...new Set(memberships.flatMap(({ wans }) => wans))],
    unknowns: memberships.flatMap(({ unknowns }) => unknowns),
  };
}

/** The WAN of a part; undefined where it can't be told for certain, or there are several. */
export function surestWan({ wans, unknowns }: Membership): VirtualWan | undefined {
  return unknowns.length > 0 || wans.length > 1 ? undefined : wans[0];
}

/**
 * Whether two parts are in one WAN. Addresses in WANs that have nothing to do with each other may overlap. Where the
 * inputs show no more than one WAN, every part is taken to be in it.
 */
export function shareWan(network: Network, a: Membership, b: Membership): Answer {
  if (network.wans.length < 2 || a.wans.some((wan) => b.wans.includes(wan))) {
    return "yes";
  }
  const [x, y] = [surestWan(a), surestWan(b)];
  if (x !== undefined && y !== undefined && surelyDiffer(x, y)) {
    return "no";
  }
  const mayBeEqual = a.wans.flatMap((x) => b.wans.filter((y) => !surelyDiffer(x, y)).flatMap((y) => [x, y]));
  const unknowns = [
    ...a.unknowns,
    ...b.unknowns,
    ...mayBeEqual.map((wan): Unknown => ({ decidedBy: [idPathOf(wan)] })),
  ];
  return unknowns.length > 0 ? unknowns : "no";
}

function idPathOf({ resource }: VirtualWan): string {
  return resource.standing === "outside" ? resource.address : `${resource.address}.id`;
}

function unknownsOfRef(ref: Ref<unknown>): Unknown[] {
  return ref.state === "unknown" ? [ref.unknown] : [];
}
