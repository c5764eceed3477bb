import type { InstanceTarget } from "./target";

/** The type of resource whose id an attribute takes. */
const WANTED: ReadonlyMap<string, readonly string[]> = new Map([
  ["express_route_circuit_id", ["azurerm_express_route_circuit"]],
  ["express_route_circuit_peering_id", ["azurerm_express_route_circuit_peering"]],
  ["express_route_gateway_id", ["azurerm_express_route_gateway"]],
  ["express_route_port_id", ["azurerm_express_route_port"]],
  ["inbound_route_map_id", ["azurerm_route_map"]],
  ["outbound_route_map_id", ["azurerm_route_map"]],
  ["remote_virtual_network_id", ["azurerm_virtual_network"]],
  ["remote_vpn_site_id", ["azurerm_vpn_site"]],
  ["subnet_id", ["azurerm_subnet"]],
  ["virtual_hub_id", ["azurerm_virtual_hub"]],
  ["virtual_wan_id", ["azurerm_virtual_wan"]],
  ["vpn_gateway_id", ["azurerm_vpn_gateway"]],
  ["associated_route_table", ["azurerm_virtual_hub", "azurerm_virtual_hub_route_table"]],
  ["associated_route_table_id", ["azurerm_virtual_hub", "azurerm_virtual_hub_route_table"]],
  ["route_table_ids", ["azurerm_virtual_hub", "azurerm_virtual_hub_route_table"]],
]);

/** The one type of resource whose id an attribute takes, in Terraform's words and in Azure's. */
export interface Wanted {
  readonly type: string;
  readonly armType: string;
}

const ARM_TYPES: ReadonlyMap<string, string> = new Map([
  ["azurerm_express_route_circuit", "expressRouteCircuits"],
  ["azurerm_express_route_circuit_peering", "peerings"],
  ["azurerm_express_route_gateway", "expressRouteGateways"],
  ["azurerm_express_route_port", "expressRoutePorts"],
  ["azurerm_route_map", "routeMaps"],
  ["azurerm_subnet", "subnets"],
  ["azurerm_virtual_hub", "virtualHubs"],
  ["azurerm_virtual_network", "virtualNetworks"],
  ["azurerm_virtual_wan", "virtualWans"],
  ["azurerm_vpn_gateway", "vpnGateways"],
  ["azurerm_vpn_site", "vpnSites"],
]);

/** Finds the types that are wanted in text in small letters that holds ids. */
export const WANTED_TYPES = new RegExp(`/(${[...ARM_TYPES.values()].join("|").toLowerCase()})/`, "g");

/** What an attribute of this name takes; undefined where that may be of several types, or isn't known. */
export function wantedBy(name: string): Wanted | undefined {
  const [type, ...others] = WANTED.get(name) ?? [];
  const armType = type === undefined || others.length > 0 ? undefined : ARM_TYPES.get(type);
  return type === undefined || armType === undefined ? undefined : { type, armType };
}

const DEFAULT_TABLE = "default_route_table_id";

/** Can an attribute of this name take what a reference leads to? False too where nothing is known of the attribute. */
export function isWanted(name: string, { planned, path = [] }: InstanceTarget): boolean {
  const types = WANTED.get(name);
  if (types === undefined || !types.includes(planned.type) || path.length > 1) {
    return false;
  }
  const isHub = planned.type === "azurerm_virtual_hub";
  return takesTables(name) && isHub ? path[0] === DEFAULT_TABLE : path[0] === undefined || path[0] === "id";
}

/** Whether an attribute of this name takes route tables, whose ids are often made of a hub's. */
export function takesTables(name: string): boolean {
  return (WANTED.get(name) ?? []).length > 1;
}

/**
 * Whether a route table is asked for, and what is named may be any of a hub: its default table, or one whose id is made
 * of the hub's, as `"${azurerm_virtual_hub.weu[each.key].id}/hubRouteTables/noneRouteTable"` is.
 */
export function mayBeOtherTable(name: string, { planned, path = [] }: InstanceTarget): boolean {
  return takesTables(name) && planned.type === "azurerm_virtual_hub" && path[0] !== DEFAULT_TABLE;
}
