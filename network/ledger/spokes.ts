import { BY_AZURE, LABEL, PLACE, type TypeLedger } from "./attributes";

const ENDS = "it is about ends inside the subnet";
const WITHIN = "it is about packets between machines of a virtual network";
const OUT = "it is about traffic to the internet";
const POOLED = "what the pool gives tells it";

export const SPOKES: Readonly<Record<string, TypeLedger>> = {
  azurerm_virtual_network: {
    resource: {
      read: {
        address_space: "VirtualNetwork.addressSpace",
        "encryption.enforcement": "rule value-accepted",
        flow_timeout_in_minutes: "rule value-accepted",
        id: "who it is",
        "ip_address_pool.allocated_ip_address_prefixes": "VirtualNetwork.addressSpace",
        name: "VirtualNetwork.name",
        private_endpoint_vnet_policies: "rule value-accepted",
        resource_group_name: "who it is",
        "subnet.address_prefixes": "Subnet.prefixes",
        "subnet.private_endpoint_network_policies": "rule value-accepted",
        "subnet.route_table_id": "Subnet.routeTables",
      },
      withoutEffect: [
        [LABEL, "subnet.name", "tags"],
        [PLACE, "edge_zone", "location"],
        [BY_AZURE, "guid", "subnet.id"],
        [POOLED, "ip_address_pool.id", "ip_address_pool.number_of_ip_addresses"],
        [OUT, "ddos_protection_plan", "subnet.default_outbound_access_enabled"],
        [WITHIN, "bgp_community", "dns_servers"],
        [
          ENDS,
          "subnet.delegation",
          "subnet.private_link_service_network_policies_enabled",
          "subnet.security_group",
          "subnet.service_endpoint",
          "subnet.service_endpoint_policy_ids",
          "subnet.service_endpoints",
        ],
      ],
    },
    data: {
      read: {
        address_space: "VirtualNetwork.addressSpace",
        id: "who it is",
        name: "VirtualNetwork.name",
        resource_group_name: "who it is",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location"],
        [BY_AZURE, "guid"],
        [WITHIN, "dns_servers"],
        ["names of subnets without their prefixes", "subnets"],
        ["it leads to the addresses of other virtual networks", "vnet_peerings", "vnet_peerings_addresses"],
      ],
    },
  },
  azurerm_subnet: {
    resource: {
      read: {
        address_prefixes: "Subnet.prefixes",
        id: "who it is",
        "ip_address_pool.allocated_ip_address_prefixes": "Subnet.prefixes",
        name: "Subnet.name",
        private_endpoint_network_policies: "rule value-accepted",
        resource_group_name: "who it is",
        route_table_id: "Subnet.routeTables",
        route_table_id_wo: "Subnet.routeTables",
        route_table_id_wo_version: "Subnet.routeTables",
        sharing_scope: "rule value-accepted",
        virtual_network_name: "VirtualNetwork.subnets",
      },
      withoutEffect: [
        [POOLED, "ip_address_pool.id", "ip_address_pool.number_of_ip_addresses"],
        [OUT, "default_outbound_access_enabled"],
        [
          ENDS,
          "delegation",
          "network_security_group_id",
          "network_security_group_id_wo",
          "network_security_group_id_wo_version",
          "private_link_service_network_policies_enabled",
          "service_endpoint",
          "service_endpoint_policy_ids",
          "service_endpoints",
        ],
      ],
    },
    data: {
      read: {
        address_prefixes: "Subnet.prefixes",
        id: "who it is",
        name: "Subnet.name",
        resource_group_name: "who it is",
        route_table_id: "Subnet.routeTables",
        virtual_network_name: "VirtualNetwork.subnets",
      },
      withoutEffect: [
        ["address_prefixes tells it", "address_prefix"],
        [OUT, "default_outbound_access_enabled"],
        [
          ENDS,
          "network_security_group_id",
          "private_endpoint_network_policies",
          "private_link_service_network_policies_enabled",
          "service_endpoint",
          "service_endpoints",
        ],
      ],
    },
  },
  azurerm_route_table: {
    resource: {
      read: {
        bgp_route_propagation_enabled: "UserRouteTable.propagatesHubRoutes",
        id: "who it is",
        name: "UserRouteTable.name",
        resource_group_name: "who it is",
        "route.address_prefix": "UserRoute.destination",
        "route.name": "UserRoute.name",
        "route.next_hop_in_ip_address": "UserRoute.nextHopAddress",
        "route.next_hop_type": "UserRoute.nextHopType",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location"],
        [BY_AZURE, "subnets"],
      ],
    },
    data: {
      read: {
        bgp_route_propagation_enabled: "UserRouteTable.propagatesHubRoutes",
        id: "who it is",
        name: "UserRouteTable.name",
        resource_group_name: "who it is",
        "route.address_prefix": "UserRoute.destination",
        "route.name": "UserRoute.name",
        "route.next_hop_in_ip_address": "UserRoute.nextHopAddress",
        "route.next_hop_type": "UserRoute.nextHopType",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location"],
        ["each subnet names its table", "subnets"],
      ],
    },
  },
  azurerm_route: {
    resource: {
      read: {
        address_prefix: "UserRoute.destination",
        id: "who it is",
        name: "UserRoute.name",
        next_hop_in_ip_address: "UserRoute.nextHopAddress",
        next_hop_type: "UserRoute.nextHopType",
        resource_group_name: "who it is",
        route_table_name: "UserRouteTable.routes",
      },
      withoutEffect: [],
    },
  },
  azurerm_subnet_route_table_association: {
    resource: {
      read: { id: "who it is", route_table_id: "SubnetTable.table", subnet_id: "Subnet.routeTables" },
      withoutEffect: [],
    },
  },
};
