import type { Field, Items } from "../field";
import type { IntentStatement } from "../intent";
import type {
  Advertisement,
  CircuitPeering,
  ExpressRouteConnection,
  Network,
  PointToSiteGateway,
  SiteLink,
  Subnet,
  VirtualHub,
  VirtualNetwork,
  VpnSite,
} from "../network";

/**
 * One place where the network speaks of a prefix. `field` is known or unknown, never absent; a list that may hold more
 * than is shown ends in an unknown field at the path of the list. `path` is that of the field, inside `part`.
 */
export type PrefixUse = { readonly field: Field<string>; readonly path: string } & (
  | { readonly kind: "hub"; readonly part: VirtualHub }
  | { readonly kind: "virtual network"; readonly part: VirtualNetwork }
  | { readonly kind: "subnet"; readonly part: Subnet; readonly network: VirtualNetwork }
  | { readonly kind: "peering subnet"; readonly part: CircuitPeering }
  | { readonly kind: "user pool"; readonly part: PointToSiteGateway }
  | { readonly kind: "site"; readonly part: VpnSite }
  | { readonly kind: "advertised over ExpressRoute"; readonly part: ExpressRouteConnection }
  | { readonly kind: "advertised over VPN"; readonly part: VpnSite; readonly link: SiteLink }
  /** What `protected`, `prefersTunnelFor` and `filtersExpressRoute` name, each where it is stated. */
  | { readonly kind: "protected" | "preferred over the tunnel" | "filtered"; readonly part: IntentStatement }
);

/** Every prefix of a network: of its parts, and of the intent about it. */
export function* prefixUses(network: Network): Iterable<PrefixUse> {
  for (const part of network.hubs) {
    yield* one(part.addressPrefix, (field) => ({ kind: "hub", part, field, path: field.path }));
  }
  for (const part of network.virtualNetworks) {
    yield* all(part.addressSpace, (field) => ({ kind: "virtual network", part, field, path: field.path }));
    yield* subnetUses(part);
  }
  for (const part of network.peerings) {
    for (const prefix of [part.primaryPrefix, part.secondaryPrefix]) {
      yield* one(prefix, (field) => ({ kind: "peering subnet", part, field, path: field.path }));
    }
  }
  for (const part of network.pointToSiteGateways) {
    for (const { pool } of part.configurations.items) {
      yield* all(pool, (field) => ({ kind: "user pool", part, field, path: field.path }));
    }
  }
  yield* onPremisesUses(network);
  for (const part of network.intent.statements) {
    yield* all(part.protected, (field) => ({ kind: "protected", part, field, path: field.path }));
    const { prefersTunnelFor } = part;
    yield* all(prefersTunnelFor?.kind === "prefixes" ? prefersTunnelFor.prefixes : undefined, (field) => ({
      kind: "preferred over the tunnel",
      part,
      field,
      path: field.path,
    }));
    yield* all(part.filtersExpressRoute, (field) => ({ kind: "filtered", part, field, path: field.path }));
  }
}

function* subnetUses(network: VirtualNetwork): Iterable<PrefixUse> {
  for (const part of network.subnets.items) {
    yield* all(part.prefixes, (field) => ({ kind: "subnet", part, network, field, path: field.path }));
  }
}

function* onPremisesUses(network: Network): Iterable<PrefixUse> {
  for (const part of network.sites) {
    yield* all(part.addressCidrs, (field) => ({ kind: "site", part, field, path: field.path }));
    for (const link of part.links.items) {
      const advertised = prefixesOf(link.advertised);
      yield* all(advertised, (field) => ({ kind: "advertised over VPN", part, link, field, path: field.path }));
    }
  }
  for (const part of network.expressRouteConnections) {
    const advertised = prefixesOf(part.advertised);
    yield* all(advertised, (field) => ({ kind: "advertised over ExpressRoute", part, field, path: field.path }));
  }
}

function prefixesOf(advertised: Advertisement | undefined): Items<Field<string>> | undefined {
  return advertised?.prefixes;
}

function* one(field: Field<string>, use: (field: Field<string>) => PrefixUse): Iterable<PrefixUse> {
  if (field.state !== "absent") {
    yield use(field);
  }
}

function* all(list: Items<Field<string>> | undefined, use: (field: Field<string>) => PrefixUse): Iterable<PrefixUse> {
  for (const field of list?.items ?? []) {
    yield* one(field, use);
  }
  if (list?.unknown !== undefined) {
    yield use({ state: "unknown", path: list.path, unknown: list.unknown });
  }
}
