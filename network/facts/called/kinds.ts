import { type Field, knownValue, targetOf } from "../../field";
import type {
  CircuitPeering,
  ExpressRouteConnection,
  Network,
  Part,
  RouteTable,
  SpokeConnection,
  VirtualHub,
  VpnConnection,
} from "../../network";
import type { Resource } from "../../resource";
import { groupsBy } from "../groups";
import { Kind, type KindNames } from "./kind";
import { wordOf } from "./thing";
import type { Way } from "./told-apart";

/** What a part is called without the word for its kind; undefined: nothing but its address tells it apart. */
export type LabelOf = (part: Part) => string | undefined;

/** The kinds of things of a network, by Terraform type. */
export function kindsOf(network: Network, labelOf: LabelOf): ReadonlyMap<string, KindNames> {
  const kinds = new Map<string, KindNames>();
  for (const [type, resources] of groupsBy(network.resources, (resource) => resource.type)) {
    const word = wordOf(type);
    if (word !== undefined) {
      kinds.set(type, new Kind(word, resources.map(asPart), nameRead));
    }
  }
  const named: readonly (readonly NamedPart[])[] = [
    network.wans,
    network.hubs,
    network.vpnGateways,
    network.expressRouteGateways,
    network.circuits,
    network.sites,
    network.virtualNetworks,
    network.routeMaps,
    network.natRules,
    network.hubBgpConnections,
    network.pointToSiteGateways,
    network.userRouteTables,
  ];
  for (const parts of named) {
    enter(kinds, parts, nameOf);
  }
  enter(
    kinds,
    network.routeTables.filter((table) => !isMadeWithHub(table)),
    nameOf,
  );
  enter(kinds, network.routingIntents, nameRead);
  enter(kinds, network.peerings, () => undefined, [ofCircuit(labelOf)]);
  enter(kinds, network.expressRouteConnections, nameOf, [circuitAtHub(labelOf)]);
  enter(kinds, network.vpnConnections, nameOf, [siteAtHub(labelOf)]);
  // A network manager's connections are spokes of its configuration.
  const ownSpokes = network.spokeConnections.filter(
    ({ resource }) => resource.type === "azurerm_virtual_hub_connection",
  );
  enter(kinds, ownSpokes, nameOf, [spoke(labelOf), spokeAtHub(labelOf)]);
  return kinds;
}

/** Whether a route table is the one that Azure makes with its hub, of which Terraform has no resource. */
export function isMadeWithHub({ isDefault, resource }: RouteTable): boolean {
  return isDefault && resource.standing === "outside";
}

function enter<T extends Part>(
  kinds: Map<string, KindNames>,
  parts: readonly T[],
  name: (part: T) => string | undefined,
  byEnds: readonly Way<T>[] = [],
): void {
  const type = parts[0]?.resource.type;
  const word = type === undefined ? undefined : wordOf(type);
  if (type !== undefined && word !== undefined) {
    kinds.set(type, new Kind(word, parts, name, byEnds));
  }
}

interface NamedPart extends Part {
  readonly name: Field<string>;
}

function asPart(resource: Resource): Part {
  return { resource };
}

function nameOf({ name }: { readonly name: Field<string> }): string | undefined {
  return knownValue(name);
}

function nameRead({ resource }: Part): string | undefined {
  const { name } = resource.attributes;
  return typeof name === "string" ? name : undefined;
}

function ofCircuit(labelOf: LabelOf): Way<CircuitPeering> {
  return ({ circuit, peeringType }) => {
    const label = labelOfTarget(labelOf, targetOf(circuit));
    return label && `${PEERINGS.get(knownValue(peeringType) ?? "") ?? "peering"} of circuit ${label}`;
  };
}

const PEERINGS: ReadonlyMap<string, string> = new Map([
  ["AzurePrivatePeering", "private peering"],
  ["AzurePublicPeering", "public peering"],
  ["MicrosoftPeering", "Microsoft peering"],
]);

function circuitAtHub(labelOf: LabelOf): Way<ExpressRouteConnection> {
  return ({ peering, gateway }) => {
    const circuit = targetOf(peering)?.circuit;
    return joined("circuit", labelOf, circuit && targetOf(circuit), hubAt(targetOf(gateway)));
  };
}

function siteAtHub(labelOf: LabelOf): Way<VpnConnection> {
  return ({ site, gateway }) => joined("site", labelOf, targetOf(site), hubAt(targetOf(gateway)));
}

function hubAt(gateway: { readonly hub: SpokeConnection["hub"] } | undefined): VirtualHub | undefined {
  return gateway && targetOf(gateway.hub);
}

/** A virtual network has one connection, as a rule: then it needs no hub beside it. */
function spoke(labelOf: LabelOf): Way<SpokeConnection> {
  return ({ virtualNetwork }) => {
    const label = labelOfTarget(labelOf, targetOf(virtualNetwork));
    return label && `spoke ${label}`;
  };
}

function spokeAtHub(labelOf: LabelOf): Way<SpokeConnection> {
  return ({ virtualNetwork, hub }) => joined("spoke", labelOf, targetOf(virtualNetwork), targetOf(hub));
}

function joined(word: string, labelOf: LabelOf, one: Part | undefined, hub: Part | undefined): string | undefined {
  const [label, at] = [labelOfTarget(labelOf, one), labelOfTarget(labelOf, hub)];
  return label && at && `${word} ${label} at ${at}`;
}

function labelOfTarget(labelOf: LabelOf, part: Part | undefined): string | undefined {
  return part && labelOf(part);
}
