import type { Mutation } from "./mutation";

/** A fault that some part brings by where it belongs: what that is must decide, and is not to be guessed. */
export interface Diversion {
  readonly name: string;
  readonly edit: Mutation["edit"];
}

const INTENT = "output.network_intent.value";
const APPLIANCE = "${azurerm_virtual_hub_connection.data.id}";
const TABLE = "${azurerm_virtual_hub.oslo.default_route_table_id}";
const OSLO = "${azurerm_virtual_hub.oslo.id}";

/** A spoke more, which on-premises routers filter where nothing else is said. */
function spoke(prefix: string): Mutation["edit"] {
  return {
    "azurerm_virtual_network.more": {
      name: "vnet-more",
      resource_group_name: "rg-hav",
      location: "norwayeast",
      address_space: [prefix],
    },
    "azurerm_virtual_hub_connection.more": {
      name: "more",
      virtual_hub_id: OSLO,
      remote_virtual_network_id: "${azurerm_virtual_network.more.id}",
    },
  };
}

const TUNNEL_ONLY_FOR = ["10.200.0.0/23", "10.201.0.0/23", "10.220.0.0/22", "10.221.0.0/22"];

export const DIVERSIONS: readonly Diversion[] = [
  {
    name: "a spoke for which on-premises routers don't prefer the tunnel",
    edit: { ...spoke("10.222.0.0/22"), [`${INTENT}.onPremises.prefersTunnelFor`]: TUNNEL_ONLY_FOR },
  },
  { name: "a spoke that on-premises routers don't filter", edit: spoke("10.222.0.0/22") },
  { name: "a spoke with protected addresses", edit: spoke("10.60.17.0/24") },
  {
    name: "a spoke that follows a table of its own",
    edit: {
      "azurerm_virtual_hub_connection.data.routing": [
        { associated_route_table_id: "${azurerm_virtual_hub_route_table.shared.id}" },
      ],
    },
  },
  {
    name: "a static route of the default table into a protected prefix",
    edit: {
      "azurerm_virtual_hub_route_table_route.away": {
        route_table_id: TABLE,
        name: "away",
        destinations_type: "CIDR",
        destinations: ["10.60.17.0/24"],
        next_hop_type: "ResourceId",
        next_hop: APPLIANCE,
      },
    },
  },
  {
    name: "routing intent that sends private traffic to an appliance",
    edit: {
      "azurerm_virtual_hub_routing_intent.oslo": {
        name: "intent",
        virtual_hub_id: OSLO,
        routing_policy: [{ name: "private", destinations: ["PrivateTraffic"], next_hop: APPLIANCE }],
      },
    },
  },
  {
    name: "an appliance that tells the hub routes",
    edit: {
      "azurerm_virtual_hub_bgp_connection.nva": {
        name: "nva",
        virtual_hub_id: OSLO,
        peer_asn: 65200,
        peer_ip: "10.220.0.4",
        virtual_network_connection_id: "${azurerm_virtual_hub_connection.app.id}",
      },
    },
  },
  {
    name: "a circuit that has a protected prefix, past the inbound map",
    edit: {
      "azurerm_express_route_connection.oslo_oslo.routing": undefined,
      [`${INTENT}.expressRoute["azurerm_express_route_connection.oslo_oslo"].advertises`]: [
        "10.60.0.0/24",
        "10.60.16.0/21",
      ],
    },
  },
  {
    name: "a circuit of which nobody says what comes over it",
    edit: { [`${INTENT}.expressRoute["azurerm_express_route_connection.bergen_oslo"]`]: undefined },
  },
  {
    name: "a connection over the internet that has a protected prefix",
    edit: {
      "azurerm_vpn_gateway_connection.vardo.vpn_link[0].local_azure_ip_address_enabled": false,
      "azurerm_vpn_gateway_connection.vardo.vpn_link[1].local_azure_ip_address_enabled": false,
    },
  },
  {
    name: "a connection that follows a table of its own",
    edit: {
      "azurerm_vpn_gateway_connection.vardo.routing": [
        { associated_route_table: "${azurerm_virtual_hub_route_table.shared.id}" },
      ],
    },
  },
  {
    name: "a gateway in a connected network",
    edit: {
      "azurerm_virtual_network_gateway.old": {
        name: "old",
        resource_group_name: "rg-hav",
        location: "norwayeast",
        type: "Vpn",
        sku: "VpnGw1",
        ip_configuration: [{ subnet_id: "${azurerm_subnet.web.id}" }],
      },
    },
  },
  {
    name: "users who dial in and get protected addresses",
    edit: {
      "azurerm_point_to_site_vpn_gateway.users": {
        name: "users",
        resource_group_name: "rg-hav",
        location: "norwayeast",
        virtual_hub_id: OSLO,
        scale_unit: 1,
        connection_configuration: [
          { name: "staff", vpn_client_address_pool: [{ address_prefixes: ["10.60.17.0/24"] }] },
        ],
      },
    },
  },
  {
    name: "virtual networks that a network manager connects",
    edit: {
      "azurerm_network_manager_connectivity_configuration.spokes": {
        name: "spokes",
        connectivity_topology: "HubAndSpoke",
        hub: [{ resource_id: OSLO, resource_type: "Microsoft.Network/virtualHubs" }],
      },
    },
  },
];
