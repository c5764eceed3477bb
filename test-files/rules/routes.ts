import { prefixesOf } from "../../network/facts/prefixes";
import { privateUses } from "../../network/facts/private-path";
import type { ExpressRouteConnection, Network, SiteLink, VirtualHub } from "../../network/network";
import { protectedFrom, protectedGroups } from "../../routes/protected";
import type { Stack } from "../stack";
import { type Assertion, isWithin, lengthOf, listOf, overlap } from "./assertion";

/** What must hold between prefixes on ExpressRoute and in tunnels, where intent states both. */
export function routeAssertions(network: Network, stack: Stack): Assertion[] {
  return protectedGroups(network).flatMap((group) => {
    const { prefixes, unknowns, doubts } = protectedFrom(network, group);
    const links = privateUses(network).flatMap(({ link }) =>
      link?.siteLink.state === "resolved" ? [link.siteLink.to] : [],
    );
    const isStated = links.every(
      ({ advertised, site }) => advertised !== undefined || site.addressCidrs.items.length > 0,
    );
    if (prefixes.length === 0 || unknowns.length > 0 || doubts.length > 0 || !isStated) {
      return [];
    }
    const wanted = listOf([...new Set(prefixes.map(({ text }) => text))]);
    const tunnels = tunnelPrefixes(links, stack);
    return group.hubs.flatMap((hub) =>
      hub.expressRouteGateways
        .flatMap(({ connections }) => connections)
        .filter((connection) => isStatedHere(connection, stack))
        .map((connection) => longerInTunnels(connection, hub, { wanted, tunnels, devices: devicesOf(links), stack })),
    );
  });
}

interface Compared {
  readonly wanted: string;
  readonly tunnels: string;
  readonly devices: string;
  readonly stack: Stack;
}

// What an inbound route map does to prefixes is left to wanproof check.
function isStatedHere({ resource, advertised, routing }: ExpressRouteConnection, { path, outputs }: Stack): boolean {
  const isWritten = outputs.get("network_intent") !== undefined && resource.input === path;
  return isWritten && advertised !== undefined && routing.inboundRouteMap.state === "absent";
}

function longerInTunnels(
  { resource: { address } }: ExpressRouteConnection,
  hub: VirtualHub,
  compared: Compared,
): Assertion {
  const { wanted, tunnels, devices, stack } = compared;
  const advertised = `output.network_intent.expressRoute[${JSON.stringify(address)}].advertises`;
  const isHere = hub.resource.input === stack.path && stack.bodies.has(hub.resource.address);
  const isReadHub = hub.resource.standing !== "managed";
  const preference = `coalesce(${hub.resource.address}.hub_routing_preference, "ExpressRoute")`;
  const longer = `${lengthOf("t")} > ${lengthOf("e")}`;
  // Of equal prefixes, Azure takes the tunnel where the hub prefers it.
  const wins = isHere && !isReadHub ? `(${longer} || ${preference} != "ExpressRoute")` : longer;
  // In filters, since Terraform works out both sides of || and &&, and there may be thousands of prefixes.
  const beaten = `anytrue([for t in ${tunnels} : ${wins} if ${isWithin("t", "e")} && ${overlap("t", "p")}])`;
  const holds = `contains(${devices}, e) || ${beaten} if ${overlap("e", "p")}`;
  return {
    rule: "encrypted-to-onprem",
    address,
    condition: `alltrue(flatten([for e in ${advertised} : [for p in ${wanted} : ${holds}]]))`,
    message: "the circuit advertises a protected prefix, or part of it, and no tunnel has a longer one",
  };
}

/** What tunnels carry: of sites in this stack as its Terraform says, of others as they say now. */
function tunnelPrefixes(links: readonly SiteLink[], { path, bodies, outputs }: Stack): string {
  const isHere = ({ site }: SiteLink) => site.resource.input === path && bodies.has(site.resource.address);
  const others = links.filter((link) => !isHere(link)).flatMap(prefixesOfLink);
  const sites = [...new Set(links.filter(isHere).map(({ site }) => site.resource.address))];
  const cidrs = sites.map((address) => `coalesce(tolist(${address}.address_cidrs), [])`);
  const said =
    "flatten([for s in values(try(output.network_intent.vpn, {})) : [for l in values(s) : try(l.advertises, [])]])";
  const stated = outputs.has("network_intent") ? [said] : [];
  return `concat(${[listOf([...new Set(others)]), ...cidrs, ...stated].join(", ")})`;
}

function prefixesOfLink({ advertised, site }: SiteLink): string[] {
  const lists = [site.addressCidrs, ...(advertised === undefined ? [] : [advertised.prefixes])];
  return lists.flatMap((list) => prefixesOf(list).map(({ text }) => text));
}

/** The devices' own addresses carry the tunnels, and so are never protected. */
function devicesOf(links: readonly SiteLink[]): string {
  const addresses = links.flatMap(({ address }) => (address.state === "known" ? [`${address.value}/32`] : []));
  return listOf([...new Set(addresses)]);
}
