import { LABEL, PLACE, type TypeLedger } from "./attributes";

const INSIDE = "that the gateway is there is judged; what it does is outside Virtual WAN";
const SERVER = "that the route server is there is judged; what it does is outside Virtual WAN";
const ACCESS = "who may dial in, not which addresses they get";

export const GATEWAYS_OF_NETWORKS: Readonly<Record<string, TypeLedger>> = {
  azurerm_virtual_network_gateway: {
    resource: {
      read: { id: "who it is", "ip_configuration.subnet_id": "rule spoke-without-gateway" },
      withoutEffect: [
        [LABEL, "name", "tags"],
        [PLACE, "edge_zone", "location", "resource_group_name"],
        [
          INSIDE,
          "active_active",
          "bgp_enabled",
          "bgp_route_translation_for_nat_enabled",
          "bgp_settings",
          "custom_route",
          "default_local_network_gateway_id",
          "dns_forwarding_enabled",
          "enable_bgp",
          "generation",
          "ip_configuration.name",
          "ip_configuration.private_ip_address_allocation",
          "ip_configuration.public_ip_address_id",
          "ip_sec_replay_protection_enabled",
          "maximum_scale_unit",
          "minimum_scale_unit",
          "policy_group",
          "private_ip_address_enabled",
          "remote_vnet_traffic_enabled",
          "sku",
          "type",
          "virtual_wan_traffic_enabled",
          "vpn_client_configuration",
          "vpn_type",
        ],
      ],
    },
    data: {
      read: { id: "who it is", "ip_configuration.subnet_id": "rule spoke-without-gateway" },
      withoutEffect: [
        [LABEL, "name", "tags"],
        [PLACE, "location", "resource_group_name"],
        [
          INSIDE,
          "active_active",
          "bgp_enabled",
          "bgp_settings",
          "custom_route",
          "default_local_network_gateway_id",
          "enable_bgp",
          "generation",
          "ip_configuration.id",
          "ip_configuration.name",
          "ip_configuration.private_ip_address",
          "ip_configuration.private_ip_address_allocation",
          "ip_configuration.public_ip_address_id",
          "private_ip_address_enabled",
          "sku",
          "type",
          "vpn_client_configuration",
          "vpn_type",
        ],
      ],
    },
  },
  azurerm_route_server: {
    resource: {
      read: { id: "who it is", subnet_id: "rule spoke-without-gateway" },
      withoutEffect: [
        [LABEL, "name", "tags"],
        [PLACE, "location", "resource_group_name"],
        [
          SERVER,
          "branch_to_branch_traffic_enabled",
          "hub_routing_preference",
          "public_ip_address_id",
          "routing_state",
          "sku",
          "virtual_router_asn",
          "virtual_router_ips",
        ],
      ],
    },
  },
  azurerm_point_to_site_vpn_gateway: {
    resource: {
      read: {
        "connection_configuration.name": "UserConfiguration.name",
        "connection_configuration.route.inbound_route_map_id": "ConnectionRouting.inboundRouteMap",
        "connection_configuration.route.propagated_route_table.ids": "ConnectionRouting.propagatedRouteTables",
        "connection_configuration.route.propagated_route_table.labels": "ConnectionRouting.propagatedLabels",
        "connection_configuration.vpn_client_address_pool.address_prefixes": "UserConfiguration.pool",
        id: "who it is",
        name: "PointToSiteGateway.name",
        virtual_hub_id: "PointToSiteGateway.hub",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location", "resource_group_name"],
        [ACCESS, "dns_servers", "vpn_server_configuration_id"],
        ["what clients do with their internet traffic is theirs", "connection_configuration.internet_security_enabled"],
        [
          "which table clients follow and what they hear decides what clients reach, and no path of a site or spoke",
          "connection_configuration.route.associated_route_table_id",
          "connection_configuration.route.outbound_route_map_id",
        ],
        [
          "how much it carries, and over which provider clients come",
          "routing_preference_internet_enabled",
          "scale_unit",
        ],
      ],
    },
  },
};
