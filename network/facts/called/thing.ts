import { knownValue } from "../../field";
import type { LinkConnection, NextHopRoute, Part, SiteLink, StaticRoute } from "../../network";

/** What a text for people may speak of: a part of the network, a link of a site or of a connection, a static route. */
export type Thing = Part | SiteLink | LinkConnection | HeldRoute;

/** A static route of a hub, a route table or a spoke connection. */
export interface HeldRoute {
  readonly holder: Part;
  readonly route: StaticRoute | NextHopRoute;
}

export function isPart(thing: Thing): thing is Part {
  return "resource" in thing;
}

export function isLinkConnection(thing: SiteLink | LinkConnection | HeldRoute): thing is LinkConnection {
  return "connection" in thing;
}

export function isHeldRoute(thing: SiteLink | HeldRoute): thing is HeldRoute {
  return "route" in thing;
}

/** The resource that a thing is, or is a block of. */
export function holderOf(thing: Thing): Part {
  if (isPart(thing)) {
    return thing;
  }
  if (isLinkConnection(thing)) {
    return thing.connection;
  }
  return isHeldRoute(thing) ? thing.holder : thing.site;
}

/** A thing by its Terraform address: `azurerm_vpn_gateway_connection.hq#over-ams` where it is a block of a resource. */
export function addressOf(thing: Thing): string {
  const { address } = holderOf(thing).resource;
  if (isPart(thing)) {
    return address;
  }
  const { name, path } = !isLinkConnection(thing) && isHeldRoute(thing) ? thing.route : thing;
  return `${address}#${knownValue(name) ?? path}`;
}

/** What people call a thing of a Terraform type; undefined for a type that nobody speaks of by name. */
export function wordOf(type: string): string | undefined {
  return WORDS.get(type);
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["azurerm_express_route_circuit", "circuit"],
  ["azurerm_express_route_circuit_authorization", "circuit authorization"],
  ["azurerm_express_route_circuit_peering", "peering"],
  ["azurerm_express_route_connection", "ExpressRoute connection"],
  ["azurerm_express_route_gateway", "ExpressRoute gateway"],
  ["azurerm_express_route_port", "ExpressRoute port"],
  ["azurerm_firewall", "firewall"],
  ["azurerm_firewall_policy", "firewall policy"],
  ["azurerm_firewall_policy_rule_collection_group", "rule collection group"],
  ["azurerm_monitor_diagnostic_setting", "diagnostic setting"],
  ["azurerm_monitor_metric_alert", "metric alert"],
  ["azurerm_network_connection_monitor", "connection monitor"],
  ["azurerm_network_manager_connectivity_configuration", "connectivity configuration"],
  ["azurerm_network_manager_routing_rule", "routing rule"],
  ["azurerm_point_to_site_vpn_gateway", "user VPN gateway"],
  ["azurerm_route", "user route"],
  ["azurerm_route_map", "route map"],
  ["azurerm_route_server", "route server"],
  ["azurerm_route_table", "user route table"],
  ["azurerm_subnet", "subnet"],
  ["azurerm_virtual_hub", "hub"],
  ["azurerm_virtual_hub_bgp_connection", "BGP connection"],
  ["azurerm_virtual_hub_connection", "spoke"],
  ["azurerm_virtual_hub_route_table", "route table"],
  ["azurerm_virtual_hub_route_table_route", "static route"],
  ["azurerm_virtual_hub_routing_intent", "routing intent"],
  ["azurerm_virtual_network", "virtual network"],
  ["azurerm_virtual_network_gateway", "virtual network gateway"],
  ["azurerm_virtual_wan", "WAN"],
  ["azurerm_vpn_gateway", "VPN gateway"],
  ["azurerm_vpn_gateway_connection", "VPN connection"],
  ["azurerm_vpn_gateway_nat_rule", "NAT rule"],
  ["azurerm_vpn_site", "site"],
]);
