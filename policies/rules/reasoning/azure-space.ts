import { LongestMatch } from "../../../address/longest-match";
import type { Prefix } from "../../../address/prefix";
import { type Phrase, phrase } from "../../../network/facts/called/phrase";
import { prefixesOf, prefixOfField } from "../../../network/facts/prefixes";
import { isDescribed, isManaged } from "../../../network/facts/standing";
import { type Unknown, unknownsOf } from "../../../network/field";
import type { Network, Part, SpokeConnection, VirtualHub, VirtualNetwork, VirtualWan } from "../../../network/network";
import { at } from "../judgement";
import type { Place } from "../rule";
import { joined, type Membership, shareWan, wansOfHub, wansThrough } from "./wans";

/** A hub, or a virtual network that is connected to one. */
export interface AzureOwner {
  readonly kind: "hub" | "virtual network";
  /** Undefined: which virtual network is connected can't be told. */
  readonly part: Part | undefined;
  /** `hub neu` */
  readonly name: Phrase;
  readonly membership: Membership;
}

/** A prefix of the Azure side of a WAN. */
export interface AzurePrefix {
  readonly owner: AzureOwner;
  readonly place: Place;
  readonly prefix: Prefix;
}

/** Something on the Azure side that has, or may have, prefixes that can't be told. */
export interface UnknownAzurePrefixes {
  readonly owner: AzureOwner;
  readonly place: Place;
  readonly unknowns: readonly Unknown[];
}

/** The addresses of the Azure side: of hubs, and of virtual networks that are connected to them. */
export interface AzureSpace {
  readonly prefixes: readonly AzurePrefix[];
  readonly unknown: readonly UnknownAzurePrefixes[];
}

export function azureSpace(network: Network): AzureSpace {
  const parts = [
    ...network.hubs.map(spaceOfHub),
    ...network.virtualNetworks.filter(({ connections }) => connections.length > 0).map(spaceOfNetwork),
    ...network.spokeConnections.map(spaceOfStranger),
  ];
  return { prefixes: parts.flatMap(({ prefixes }) => prefixes), unknown: parts.flatMap(({ unknown }) => unknown) };
}

/** The prefixes of what is, or may be, in a WAN; all there are where it is undefined. */
export function prefixesNear(
  network: Network,
  space: AzureSpace,
  wan: VirtualWan | undefined,
): LongestMatch<AzurePrefix> {
  const own = wan === undefined ? undefined : { wans: [wan], unknowns: [] };
  const near = space.prefixes.filter(({ owner }) => !own || shareWan(network, own, owner.membership) !== "no");
  return new LongestMatch(near.map((value) => ({ prefix: value.prefix, value })));
}

const NOTHING: AzureSpace = { prefixes: [], unknown: [] };

function spaceOfHub(hub: VirtualHub): AzureSpace {
  const owner: AzureOwner = { kind: "hub", part: hub, name: hub, membership: wansOfHub(hub) };
  const { addressPrefix } = hub;
  const place = at(hub, addressPrefix.path);
  if (addressPrefix.state === "unknown") {
    const needed = isManaged(hub) ? place : placeThatNeeds(hub, place);
    return needed === undefined
      ? NOTHING
      : { prefixes: [], unknown: [{ owner, place: needed, unknowns: [addressPrefix.unknown] }] };
  }
  const stated = prefixOfField(addressPrefix);
  return stated === undefined ? NOTHING : { prefixes: [{ owner, place, prefix: stated.prefix }], unknown: [] };
}

/**
 * A hub that no input manages matters where a person's own resource refers to it. One that is read is spoken of at its
 * data source; one that is known by id only, at that resource.
 */
function placeThatNeeds(hub: VirtualHub, own: Place): Place | undefined {
  const [needs] = [...hub.spokeConnections, ...hub.vpnGateways, ...hub.expressRouteGateways].filter(isDescribed);
  if (needs === undefined || isDescribed(hub)) {
    return needs === undefined ? undefined : own;
  }
  return at(needs, needs.hub.path);
}

function spaceOfNetwork(part: VirtualNetwork): AzureSpace {
  const { addressSpace, connections } = part;
  const membership = joined(connections.map(({ hub }) => wansThrough(hub)));
  const owner: AzureOwner = { kind: "virtual network", part, name: part, membership };
  const [connection] = connections;
  const place =
    isDescribed(part) || connection === undefined
      ? at(part, addressSpace.path)
      : at(connection, connection.virtualNetwork.path);
  const unknowns = unknownsOf(addressSpace);
  return {
    prefixes: prefixesOf(addressSpace).map(({ prefix, path }) => ({ owner, place: at(part, path), prefix })),
    unknown: unknowns.length > 0 ? [{ owner, place, unknowns }] : [],
  };
}

/** A connection of which can't be told to what virtual network it leads. */
function spaceOfStranger({ resource, hub, virtualNetwork }: SpokeConnection): AzureSpace {
  if (virtualNetwork.state !== "unknown") {
    return NOTHING;
  }
  const name = phrase`the virtual network of ${{ resource }}`;
  const owner: AzureOwner = { kind: "virtual network", part: undefined, name, membership: wansThrough(hub) };
  return {
    prefixes: [],
    unknown: [{ owner, place: at({ resource }, virtualNetwork.path), unknowns: [virtualNetwork.unknown] }],
  };
}
