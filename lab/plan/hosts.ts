import { overlaps, type Prefix, parsePrefix } from "../../address/prefix";
import { namesIn } from "../../network/facts/called/names";
import { prefixesOf, prefixOfField } from "../../network/facts/prefixes";
import { expressRouteOf } from "../../network/facts/private-path";
import { isDescribed } from "../../network/facts/standing";
import { targetOf } from "../../network/field";
import type { Network, VirtualHub } from "../../network/network";
import { routeTable } from "../../paths";
import { hostIn } from "./addresses";
import type { LabDevice, LabHost, LabHub, LabSpoke } from "./lab-plan";

/** How many hosts the lab has at most on premises. */
export const MOST_HOSTS = 8;
/** How many it has at most in spokes, one for each prefix of theirs. */
export const MOST_SPOKES = 8;

/** Hosts in protected prefixes, and protected prefixes that are behind no device of the lab. */
export interface Hosts {
  readonly found: readonly LabHost[];
  readonly elsewhere: readonly string[];
}

/**
 * A host for every protected prefix that the hub treats alike. Where the lab has not all tunnels, what its devices don't
 * announce belongs to others.
 */
export function hostsOf(network: Network, hub: LabHub, devices: readonly LabDevice[], hasAllTunnels: boolean): Hosts {
  const report = routeTable(network, { from: new Set([hub.part.resource.address]) });
  const announced = devices.flatMap(({ bgp }) => bgp.announces);
  const taken = new Set(
    devices.flatMap(({ tree, bgp }) => [
      tree.address.text,
      bgp.source.text,
      ...bgp.sessions.map(({ peer }) => peer.text),
    ]),
  );
  const rows = report.routes
    .filter(({ direction }) => direction === "to-onprem")
    .flatMap(({ destination }) => prefixIn(destination) ?? [])
    .filter((prefix) =>
      report.protected.some(({ first, last }) => Number(prefix.first) <= last && first <= Number(prefix.last)),
    );
  const own = rows.filter((prefix) => hasAllTunnels || announced.some((one) => overlaps(one, prefix)));
  return {
    found: own.flatMap((prefix) => {
      const address = hostIn(prefix, taken);
      return address === undefined ? [] : [{ prefix, address }];
    }),
    elsewhere: rows.filter((prefix) => !own.includes(prefix)).map(({ text }) => text),
  };
}

/** A host for every prefix of every spoke of the hub. */
export function spokesOf(network: Network, hub: VirtualHub): LabSpoke[] {
  return hub.spokeConnections.filter(isDescribed).flatMap((part) => {
    const space = targetOf(part.virtualNetwork)?.addressSpace;
    const { name } = namesIn(network).of(part);
    return (space === undefined ? [] : prefixesOf(space)).flatMap(({ prefix }) => {
      const address = prefix.family === 4 ? hostIn(prefix, new Set()) : undefined;
      return address === undefined ? [] : [{ part, name, prefix, address }];
    });
  });
}

/** Every prefix that somebody has, so that the lab takes none of it for its own links. */
export function prefixesIn(network: Network): Prefix[] {
  const own = [
    ...network.hubs.map(({ addressPrefix }) => addressPrefix),
    ...network.peerings.flatMap(({ primaryPrefix, secondaryPrefix }) => [primaryPrefix, secondaryPrefix]),
  ].flatMap((field) => prefixOfField(field) ?? []);
  const lists = [
    ...network.virtualNetworks.map(({ addressSpace }) => addressSpace),
    ...network.sites.map(({ addressCidrs }) => addressCidrs),
    ...network.sites.flatMap(({ links }) => links.items.flatMap(({ advertised }) => advertised?.prefixes ?? [])),
    ...network.hubs.flatMap((hub) => expressRouteOf(hub).flatMap(({ advertised }) => advertised?.prefixes ?? [])),
    ...network.intent.statements.flatMap((statement) => statement.protected ?? []),
  ];
  // What holds everything, such as a default route, holds any range that the lab could take.
  return [...own, ...lists.flatMap(prefixesOf)].map(({ prefix }) => prefix).filter(({ length }) => length > 1);
}

function prefixIn(text: string): Prefix | undefined {
  const parsed = parsePrefix(text);
  return parsed.ok ? parsed.value : undefined;
}
