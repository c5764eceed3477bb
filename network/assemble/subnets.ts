import { sameName, splitChildId } from "../arm-id";
import type { Unknown } from "../field";
import { type Block, blockOf, together } from "../fields/block";
import type { Sources } from "../fields/sources";
import { textField } from "../fields/typed-fields";
import type { Subnet } from "../network";
import { writtenOrPooled } from "./address-pool";
import { type ComparableText, groupOf, isSame } from "./comparable-text";
import type { SubnetDraft, UserRouteTableDraft, VirtualNetworkDraft } from "./drafts";
import type { NamedParts } from "./names";
import type { Parts } from "./parts";
import { ownTables } from "./subnet-tables";

/** A subnet that was joined to no network, though it may belong to one of its input. */
interface Leftover {
  readonly group: ComparableText;
  /** Why the name of its network is unknown; undefined where it is known, and no network is known by it. */
  readonly unknown: Unknown | undefined;
}

/**
 * Enters subnets that are resources of their own at their virtual network. A network that may have one more, because
 * names can't be told, says so.
 */
export function joinSubnets(
  sources: Sources,
  networks: Parts<VirtualNetworkDraft>,
  named: NamedParts<VirtualNetworkDraft>,
  tables: Parts<UserRouteTableDraft>,
): void {
  const leftovers = new Map<string, Map<string, Leftover>>();
  for (const resource of sources.ofType("azurerm_subnet")) {
    const leftover = join(blockOf(sources, resource), networks, named, tables);
    if (leftover !== undefined) {
      const { group, unknown } = leftover;
      const own = leftovers.get(resource.input) ?? new Map<string, Leftover>();
      leftovers.set(resource.input, own.set(`${group.key}\n${unknown?.decidedBy.join("\n")}`, leftover));
    }
  }
  for (const network of networks.all) {
    const possible = [...(leftovers.get(network.resource.input)?.values() ?? [])];
    doubt(
      network,
      possible.flatMap((leftover) => doubtOf(sources, network, leftover) ?? []),
    );
  }
}

function join(
  block: Block,
  networks: Parts<VirtualNetworkDraft>,
  named: NamedParts<VirtualNetworkDraft>,
  tables: Parts<UserRouteTableDraft>,
): Leftover | undefined {
  const network = networkById(block, networks);
  if (network !== undefined) {
    enter(block, network, tables);
    return undefined;
  }
  const found = named.find(block, "virtual_network_name");
  if (found.state === "found") {
    enter(block, found.part, tables);
  } else if (found.state === "maybe" && found.parts.length > 0) {
    for (const possible of found.parts) {
      doubt(possible, [found.unknown]);
    }
  } else if (found.state !== "absent") {
    return {
      group: groupOf(block.sources, block.resource),
      unknown: found.state === "maybe" ? found.unknown : undefined,
    };
  }
  return undefined;
}

function networkById(block: Block, networks: Parts<VirtualNetworkDraft>): VirtualNetworkDraft | undefined {
  const id = block.sources.idOf(block.resource);
  const split = id === undefined ? undefined : splitChildId(id, "subnets");
  const known = split === undefined ? undefined : block.sources.withId(split.parent);
  return known === undefined || known === "ambiguous" ? undefined : networks.of(known);
}

/** Why a leftover may be a subnet of a network; undefined where it can't be. */
function doubtOf(sources: Sources, network: VirtualNetworkDraft, { group, unknown }: Leftover): Unknown | undefined {
  if (isSame(group, groupOf(sources, network.resource)) === false) {
    return undefined;
  }
  return unknown ?? (network.name.state === "unknown" ? network.name.unknown : undefined);
}

function doubt(network: VirtualNetworkDraft, unknowns: readonly Unknown[]): void {
  const before = network.subnets.unknown;
  const unknown = together(before === undefined ? unknowns : [before, ...unknowns]);
  if (unknown !== undefined) {
    network.subnets.unknown = unknown;
  }
}

function enter(block: Block, network: VirtualNetworkDraft, tables: Parts<UserRouteTableDraft>): void {
  const subnet: SubnetDraft = {
    resource: block.resource,
    name: textField(block, "name"),
    prefixes: writtenOrPooled(block, "address_prefixes"),
    routeTables: ownTables(block, tables),
  };
  const { items } = network.subnets;
  // A network that was read back from Azure lists its subnets too: the same one, spoken of twice.
  const twin = items.findIndex((other) => other.resource === network.resource && sameSubnet(other, subnet));
  if (twin >= 0) {
    const [replaced] = items.splice(twin, 1, subnet);
    subnet.routeTables.push(...(replaced?.routeTables ?? []));
  } else {
    items.push(subnet);
  }
}

function sameSubnet(a: Subnet, b: Subnet): boolean {
  return a.name.state === "known" && b.name.state === "known" && sameName(a.name.value, b.name.value);
}
