import type { Subnet } from "../network";
import { sameName, splitChildId } from "./arm-id";
import { type Block, blockOf, together } from "./block";
import type { VirtualNetworkDraft } from "./drafts";
import { textField, textItems } from "./fields";
import type { NamedParts } from "./names";
import type { Parts } from "./parts";
import type { Sources } from "./sources";

/** Enters subnets that are resources of their own at their virtual network. */
export function joinSubnets(
  sources: Sources,
  networks: Parts<VirtualNetworkDraft>,
  named: NamedParts<VirtualNetworkDraft>,
): void {
  for (const resource of sources.ofType("azurerm_subnet")) {
    join(blockOf(sources, resource), networks, named);
  }
}

function join(block: Block, networks: Parts<VirtualNetworkDraft>, named: NamedParts<VirtualNetworkDraft>): void {
  const network = networkById(block, networks);
  if (network !== undefined) {
    enter(block, network);
    return;
  }
  const found = named.find(block, "virtual_network_name");
  if (found.state === "found") {
    enter(block, found.part);
  } else if (found.state === "maybe") {
    for (const possible of found.parts) {
      const unknown = together([
        ...(possible.subnets.unknown === undefined ? [] : [possible.subnets.unknown]),
        found.unknown,
      ]);
      possible.subnets.unknown = unknown ?? found.unknown;
    }
  }
}

function networkById(block: Block, networks: Parts<VirtualNetworkDraft>): VirtualNetworkDraft | undefined {
  const id = block.sources.idOf(block.resource);
  const split = id === undefined ? undefined : splitChildId(id, "subnets");
  const known = split === undefined ? undefined : block.sources.withId(split.parent);
  return known === undefined || known === "ambiguous" ? undefined : networks.of(known);
}

function enter(block: Block, network: VirtualNetworkDraft): void {
  const subnet: Subnet = {
    resource: block.resource,
    name: textField(block, "name"),
    prefixes: textItems(block, "address_prefixes"),
  };
  const { items } = network.subnets;
  // A network that was read back from Azure lists its subnets too: the same one, spoken of twice.
  const twin = items.findIndex((other) => other.resource === network.resource && sameSubnet(other, subnet));
  if (twin >= 0) {
    items.splice(twin, 1, subnet);
  } else {
    items.push(subnet);
  }
}

function sameSubnet(a: Subnet, b: Subnet): boolean {
  return a.name.state === "known" && b.name.state === "known" && sameName(a.name.value, b.name.value);
}
