/** Types of which the report says what they could do, in words that follow "it could": no rule speaks of that. */
const TEMPLATE = "make or change whatever its template holds, networks too";

export const COULD: Readonly<Record<string, string>> = {
  azurerm_express_route_circuit_connection:
    "carry traffic between on-premises networks over Global Reach, past every hub",
  azurerm_local_network_gateway: "be the far end of a tunnel of a gateway in a virtual network, outside Virtual WAN",
  azurerm_network_manager_connectivity_configuration:
    "connect virtual networks to a hub or take them off, and let them talk to each other past it",
  azurerm_network_manager_routing_rule:
    "write user-defined routes into the subnets of spokes, so that protected traffic leaves past the hub",
  azurerm_palo_alto_next_generation_firewall_virtual_hub_local_rulestack:
    "drop or translate what routing intent or a static route sends through it",
  azurerm_palo_alto_next_generation_firewall_virtual_hub_panorama:
    "drop or translate what routing intent or a static route sends through it",
  azurerm_palo_alto_next_generation_firewall_virtual_hub_strata_cloud_manager:
    "drop or translate what routing intent or a static route sends through it",
  azurerm_palo_alto_virtual_network_appliance:
    "drop or translate what routing intent or a static route sends through it",
  azurerm_management_group_template_deployment: TEMPLATE,
  azurerm_resource_group_template_deployment: TEMPLATE,
  azurerm_subscription_template_deployment: TEMPLATE,
  azurerm_tenant_template_deployment: TEMPLATE,
  azurerm_virtual_hub_security_partner_provider:
    "take traffic to the internet out of the hub through a partner's service",
  azurerm_virtual_network_gateway:
    "carry tunnels and circuits of a virtual network, IPsec over ExpressRoute private peering too, outside Virtual WAN",
  azurerm_virtual_network_gateway_connection:
    "carry traffic of a virtual network through a tunnel or over a circuit, IPsec over ExpressRoute private peering too, outside Virtual WAN",
  azurerm_virtual_network_gateway_nat_rule:
    "translate addresses in a tunnel of a gateway in a virtual network, outside Virtual WAN",
};
