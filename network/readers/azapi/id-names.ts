/** What azurerm calls the id in an object of ARM: `virtualHub: { id = … }` is its `virtual_hub_id`. */
const ID_NAMES: ReadonlyMap<string, string> = new Map([
  ["associatedRouteTable", "associated_route_table_id"],
  ["connectionPolicy", "connection_policy_id"],
  ["expressRouteCircuitPeering", "express_route_circuit_peering_id"],
  ["expressRoutePort", "express_route_port_id"],
  ["inboundRouteMap", "inbound_route_map_id"],
  ["outboundRouteMap", "outbound_route_map_id"],
  ["remoteVirtualNetwork", "remote_virtual_network_id"],
  ["remoteVpnSite", "remote_vpn_site_id"],
  ["routeTable", "route_table_id"],
  ["virtualHub", "virtual_hub_id"],
  ["virtualWan", "virtual_wan_id"],
  ["vpnSiteLink", "vpn_site_link_id"],
]);

/** The name of azurerm's for the id inside an object of this name; undefined where there is none. */
export function idNameIn(object: string): string | undefined {
  return ID_NAMES.get(object);
}
