import type { Mutation } from "./mutation";

/** A mistake that the provider lets through, and that the catalogue has no rule for. */
export interface Unruled {
  readonly name: string;
  readonly edit: Mutation["edit"];
  readonly reason: string;
}

const OSLO = "azurerm_virtual_hub.oslo";
const LINK = "azurerm_vpn_gateway_connection.bodo.vpn_link[0]";
const MONITOR = "azurerm_network_connection_monitor.devices";

/** Every other mistake of which no check of Terraform and the provider says anything, with the reason why none is made here. */
export const UNRULED: readonly Unruled[] = [
  {
    name: "a hub in public address space",
    edit: {
      [`${OSLO}.address_prefix`]: "20.50.0.0/23",
    },
    reason: "Azure takes public prefixes, which some organisations own.",
  },
  {
    name: "a hub name with a space and a slash",
    edit: { [`${OSLO}.name`]: "hub / oslo" },
    reason: "It is no fault of the network: Azure refuses it at once.",
  },
  {
    name: "a region that there is not",
    edit: { [`${OSLO}.location`]: "atlantis" },
    reason: "Regions come and go, so a list of them would be wrong soon.",
  },
  {
    name: "a peer weight of 101",
    edit: { "azurerm_vpn_gateway.oslo.bgp_settings[0].peer_weight": 101 },
    reason: "No page tells which weights a Virtual WAN gateway takes.",
  },
  {
    name: "a VPN gateway of 21 scale units",
    edit: { "azurerm_vpn_gateway.oslo.scale_unit": 21 },
    reason: "It is within 20 Gbps, the documented limit, at 500 Mbps a unit.",
  },
  {
    name: "one device address for two links",
    edit: { "azurerm_vpn_site.bodo.link[0].ip_address": "10.60.0.5" },
    reason: "No page says that two links need two devices; redundant-path counts links.",
  },
  { name: "no pre-shared key", edit: { [`${LINK}.shared_key`]: undefined }, reason: "Azure makes one." },
  {
    name: "an association for 100 kB",
    edit: { [`${LINK}.ipsec_policy[0].sa_data_size_kb`]: 100 },
    reason: "The provider takes it as Azure does; it makes tunnels rekey often.",
  },
  {
    name: "5000 Mbps for one link",
    edit: { [`${LINK}.bandwidth_mbps`]: 5000 },
    reason: "It is a note to Azure, not a limit of the tunnel.",
  },
  {
    name: "a peering without subnets",
    edit: {
      "azurerm_express_route_circuit_peering.stavanger.primary_peer_address_prefix": undefined,
      "azurerm_express_route_circuit_peering.stavanger.secondary_peer_address_prefix": undefined,
    },
    reason: "That is how a peering looks that the provider manages.",
  },
  {
    name: "a Microsoft peering without its configuration",
    edit: {
      "azurerm_express_route_circuit_peering.public": {
        peering_type: "MicrosoftPeering",
        express_route_circuit_name: "${azurerm_express_route_circuit.stavanger.name}",
        resource_group_name: "rg-hav",
        peer_asn: 65044,
        vlan_id: 300,
        primary_peer_address_prefix: "172.24.9.0/30",
        secondary_peer_address_prefix: "172.24.9.4/30",
      },
    },
    reason: "No tunnel of this kind runs over Microsoft peering.",
  },
  {
    name: "a firewall of a hub that names none",
    edit: {
      "azurerm_firewall.lost": {
        name: "fw",
        resource_group_name: "rg-hav",
        location: "norwayeast",
        sku_name: "AZFW_Hub",
        sku_tier: "Standard",
      },
    },
    reason: "Firewalls are outside the catalogue.",
  },
  {
    name: "a TCP test without port",
    edit: { [`${MONITOR}.test_configuration[0].tcp_configuration`]: undefined },
    reason: "monitor-valid speaks of names and windows only.",
  },
  {
    name: "an endpoint address that is none",
    edit: { [`${MONITOR}.endpoint[1].address`]: "10.60.16" },
    reason: "It may be the name of a host.",
  },
  {
    name: "an action group with a bad e-mail address",
    edit: {
      "azurerm_monitor_action_group.duty": {
        name: "duty",
        resource_group_name: "rg-hav",
        short_name: "duty",
        email_receiver: [{ name: "duty", email_address: "duty" }],
      },
    },
    reason: "Action groups are not read.",
  },
];
