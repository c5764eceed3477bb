import type { Prefix } from "../../../address/prefix";
import { type Phrase, phrase } from "../../../network/facts/called/phrase";
import { prefixesOf } from "../../../network/facts/prefixes";
import { isDescribed } from "../../../network/facts/standing";
import { type Field, type Items, targetOf, type Unknown, unknownsOf } from "../../../network/field";
import type { Network, Part } from "../../../network/network";
import { at } from "../judgement";
import type { Place } from "../rule";
import { azureSpace } from "./azure-space";
import { joined, type Membership, wansOfExpressRoute, wansOfSite, wansThrough } from "./wans";

/** What claims addresses in a WAN. */
export type ClaimKind = "hub" | "virtual network" | "peering" | "user pool" | "site" | "advertised";

/** Who claims addresses. */
export interface Claimant {
  readonly kind: ClaimKind;
  /** Undefined: which virtual network it is can't be told. */
  readonly part: Part | undefined;
  /** After a prefix: `of hub neu`, `in address_cidrs of site lyon`, `advertised over circuit ams at neu`. */
  readonly words: Phrase;
  readonly membership: Membership;
}

/** A prefix that somebody claims. */
export interface Claim {
  readonly by: Claimant;
  readonly place: Place;
  readonly prefix: Prefix;
}

/** A claim of which can't be told what it holds. */
export interface UnknownClaim {
  readonly by: Claimant;
  readonly place: Place;
  readonly unknowns: readonly Unknown[];
}

export interface Claims {
  readonly known: readonly Claim[];
  readonly unknown: readonly UnknownClaim[];
}

/** All that claims addresses: hubs, connected virtual networks, peerings, users' pools, sites and advertisements. */
export function claimsOn(network: Network): Claims {
  const parts = [
    azureClaims(network),
    ...peeringClaims(network),
    ...poolClaims(network),
    ...siteClaims(network),
    ...advertisedClaims(network),
  ];
  return { known: parts.flatMap(({ known }) => known), unknown: parts.flatMap(({ unknown }) => unknown) };
}

function azureClaims(network: Network): Claims {
  const { prefixes, unknown } = azureSpace(network);
  const by = ({ kind, part, name, membership }: (typeof prefixes)[number]["owner"]): Claimant => {
    return { kind, part, words: phrase`of ${name}`, membership };
  };
  const claimants = new Map([...prefixes, ...unknown].map(({ owner }) => [owner, by(owner)]));
  return {
    known: prefixes.map(({ owner, place, prefix }) => ({ by: claimants.get(owner) ?? by(owner), place, prefix })),
    unknown: unknown.map(({ owner, place, unknowns }) => ({ by: claimants.get(owner) ?? by(owner), place, unknowns })),
  };
}

function peeringClaims(network: Network): Claims[] {
  return network.peerings.filter(isDescribed).map((peering) => {
    const users = network.expressRouteConnections.filter((connection) => targetOf(connection.peering) === peering);
    const membership = joined(users.map(wansOfExpressRoute));
    const words = phrase`of ${peering}`;
    const items = [peering.primaryPrefix, peering.secondaryPrefix];
    return claimsOf({ kind: "peering", part: peering, words, membership }, { path: "", items });
  });
}

function poolClaims(network: Network): Claims[] {
  return network.pointToSiteGateways.filter(isDescribed).flatMap((gateway) => {
    const by = {
      kind: "user pool",
      part: gateway,
      words: phrase`of ${gateway}`,
      membership: wansThrough(gateway.hub),
    } as const;
    const { path, items, unknown } = gateway.configurations;
    const more = unknown === undefined ? [] : [claimsOf(by, { path, items: [], unknown })];
    return [...items.map(({ pool }) => claimsOf(by, pool)), ...more];
  });
}

function siteClaims(network: Network): Claims[] {
  return network.sites.filter(isDescribed).flatMap((site) => {
    const membership = wansOfSite(site);
    const words = phrase`in address_cidrs of ${site}`;
    const listed = claimsOf({ kind: "site", part: site, words, membership }, site.addressCidrs);
    const advertised = site.links.items.map((link): Claims => {
      const over = phrase`advertised over ${link}`;
      return advertisedBy({ kind: "advertised", part: site, words: over, membership }, link.advertised?.prefixes);
    });
    return [listed, ...advertised];
  });
}

function advertisedClaims(network: Network): Claims[] {
  return network.expressRouteConnections.filter(isDescribed).map((connection) => {
    const words = phrase`advertised over ${connection}`;
    const membership = wansOfExpressRoute(connection);
    return advertisedBy({ kind: "advertised", part: connection, words, membership }, connection.advertised?.prefixes);
  });
}

function advertisedBy(by: Claimant & { readonly part: Part }, prefixes: Items<Field<string>> | undefined): Claims {
  return prefixes === undefined ? { known: [], unknown: [] } : claimsOf(by, prefixes);
}

function claimsOf(by: Claimant & { readonly part: Part }, list: Items<Field<string>>): Claims {
  const unknowns = unknownsOf(list);
  const firstUnknown = list.items.find(({ state }) => state === "unknown")?.path ?? list.path;
  return {
    known: prefixesOf(list).map(({ prefix, path }) => ({ by, place: at(by.part, path), prefix })),
    unknown: unknowns.length > 0 ? [{ by, place: at(by.part, firstUnknown), unknowns }] : [],
  };
}
