import type { Mutation } from "./mutation";

/** A mistake that the provider lets through, and that the catalogue has no rule for. */
export interface Unruled {
  readonly name: string;
  readonly edit: Mutation["edit"];
  readonly reason: string;
}

const OSLO = "azurerm_virtual_hub.oslo";
const LINK = "azurerm_vpn_gateway_connection.bodo.vpn_link[0]";

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
    name: "a region that there is not",
    edit: { [`${OSLO}.location`]: "atlantis" },
    reason: "Regions come and go: only what is near one is a slip, and that is a warning.",
  },
  {
    name: "a VPN gateway of 21 scale units",
    edit: { "azurerm_vpn_gateway.oslo.scale_unit": 21 },
    reason: "It is within 20 Gbps, the documented limit, at 500 Mbps a unit.",
  },
  { name: "no pre-shared key", edit: { [`${LINK}.shared_key`]: undefined }, reason: "Azure makes one." },
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
