import { targetOf } from "../field";
import { type Block, blocksOf, onlyBlock } from "../fields/block";
import { blockItems, flagField, textField, textItems } from "../fields/typed-fields";
import type { SpokeConnection } from "../network";
import { writtenOrPooled } from "./address-pool";
import type { HubDraft, UserRouteTableDraft, VirtualNetworkDraft } from "./drafts";
import { nextHopRoute } from "./next-hop-route";
import type { Kind, Parts } from "./parts";
import { type RoutingTargets, routingOf } from "./routing";
import { ownTables } from "./subnet-tables";

export function virtualNetworksOf(tables: Parts<UserRouteTableDraft>): Kind<VirtualNetworkDraft> {
  return {
    type: "azurerm_virtual_network",
    armType: "virtualNetworks",
    build: (block) => virtualNetwork(block, tables),
  };
}

function virtualNetwork(block: Block, tables: Parts<UserRouteTableDraft>): VirtualNetworkDraft {
  const { path, blocks, unknown } = blocksOf(block, "subnet");
  const subnets = blocks.map((subnet) => ({
    resource: block.resource,
    name: textField(subnet, "name"),
    prefixes: textItems(subnet, "address_prefixes"),
    routeTables: ownTables(subnet, tables),
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
  const { block: routing } = onlyBlock(block, "routing");
  const part: SpokeConnection = {
    resource: block.resource,
    name: textField(block, "name"),
    hub,
    virtualNetwork,
    internetSecurity: flagField(block, "internet_security_enabled", false),
    routing: routingOf(block, "associated_route_table_id", targets),
    staticRoutes: blockItems(routing, "static_vnet_route", nextHopRoute),
    propagatesStaticRoutes: flagField(routing, "static_vnet_propagate_static_routes_enabled", true),
  };
  targetOf(hub)?.spokeConnections.push(part);
  targetOf(virtualNetwork)?.connections.push(part);
  return part;
}
