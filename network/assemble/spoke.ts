import { targetOf } from "../field";
import { type Block, blocksOf } from "../fields/block";
import { textField, textItems } from "../fields/typed-fields";
import type { SpokeConnection } from "../network";
import { writtenOrPooled } from "./address-pool";
import type { HubDraft, VirtualNetworkDraft } from "./drafts";
import type { Kind, Parts } from "./parts";
import { type RoutingTargets, routingOf } from "./routing";

export const VIRTUAL_NETWORKS: Kind<VirtualNetworkDraft> = {
  type: "azurerm_virtual_network",
  armType: "virtualNetworks",
  build: virtualNetwork,
};

function virtualNetwork(block: Block): VirtualNetworkDraft {
  const { path, blocks, unknown } = blocksOf(block, "subnet");
  const subnets = blocks.map((subnet) => ({
    resource: block.resource,
    name: textField(subnet, "name"),
    prefixes: textItems(subnet, "address_prefixes"),
  }));
  return {
    resource: block.resource,
    name: textField(block, "name"),
    addressSpace: writtenOrPooled(block, "address_space"),
    subnets: unknown === undefined ? { path, items: subnets } : { path, items: subnets, unknown },
    connections: [],
  };
}

/** Builds a connection of a virtual network to a hub, and enters it at both. */
export function spokeConnection(
  block: Block,
  hubs: Parts<HubDraft>,
  networks: Parts<VirtualNetworkDraft>,
  targets: RoutingTargets,
): SpokeConnection {
  const hub = hubs.refer(block, "virtual_hub_id");
  const virtualNetwork = networks.refer(block, "remote_virtual_network_id");
  const part: SpokeConnection = {
    resource: block.resource,
    name: textField(block, "name"),
    hub,
    virtualNetwork,
    routing: routingOf(block, "associated_route_table_id", targets),
  };
  targetOf(hub)?.spokeConnections.push(part);
  targetOf(virtualNetwork)?.connections.push(part);
  return part;
}
