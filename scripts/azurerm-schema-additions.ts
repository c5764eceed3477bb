import type { BlockSchema, NestedBlockSchema } from "./azurerm-schema";

/** What a dump of azurerm 4.81 doesn't tell, from the source and the documentation of azurerm 4.81 and 5.2. */
export interface Additions {
  /** Whole types that the dump lacks, because it was made of a part of the provider. */
  readonly types: Readonly<Record<string, BlockSchema>>;
  /** What 5.x took away from a type, as dotted paths. */
  readonly removedIn5: Readonly<Record<string, readonly string[]>>;
  /** What 5.x gave to it. */
  readonly addedIn5: Readonly<Record<string, readonly string[]>>;
  /** Blocks that the provider fills in where nobody writes them: a dump doesn't tell. */
  readonly filledIn: Readonly<Record<string, readonly string[]>>;
}

const SERVICE_ENDPOINT = ["service_endpoint", "service_endpoint.network_identifier", "service_endpoint.service"];

const ONE_OR_MORE: Pick<NestedBlockSchema, "minItems" | "nesting"> = { minItems: 1, nesting: "list" };
const ONE = { ...ONE_OR_MORE, maxItems: 1 };

export const OF_RESOURCES: Additions = {
  types: {
    azurerm_ip_group: {
      attributes: {
        cidrs: "optional",
        firewall_ids: "computed",
        firewall_policy_ids: "computed",
        id: "computed",
        location: "required",
        name: "required",
        resource_group_name: "required",
        tags: "optional",
      },
      blocks: {},
    },
    azurerm_ip_group_cidr: {
      attributes: { cidr: "required", id: "computed", ip_group_id: "required" },
      blocks: {},
    },
    azurerm_network_manager_connectivity_configuration: {
      attributes: {
        connected_group_address_overlap_enabled: "optional",
        connected_group_private_endpoints_scale: "optional",
        connectivity_topology: "required",
        delete_existing_peering_enabled: "optional",
        description: "optional",
        global_mesh_enabled: "optional",
        id: "computed",
        name: "required",
        network_manager_id: "required",
        peering_enforcement_enabled: "optional",
      },
      blocks: {
        applies_to_group: {
          ...ONE_OR_MORE,
          attributes: {
            global_mesh_enabled: "optional",
            group_connectivity: "required",
            network_group_id: "required",
            use_hub_gateway: "optional",
          },
          blocks: {},
        },
        hub: {
          ...ONE,
          minItems: 0,
          attributes: { resource_id: "required", resource_type: "required" },
          blocks: {},
        },
      },
    },
    azurerm_network_manager_routing_rule: {
      attributes: { description: "optional", id: "computed", name: "required", rule_collection_id: "required" },
      blocks: {
        destination: { ...ONE, attributes: { address: "required", type: "required" }, blocks: {} },
        next_hop: { ...ONE, attributes: { address: "optional", type: "required" }, blocks: {} },
      },
    },
    azurerm_subnet_route_table_association: {
      attributes: { id: "computed", route_table_id: "required", subnet_id: "required" },
      blocks: {},
    },
  },
  removedIn5: {
    azurerm_express_route_connection: ["enable_internet_security", "private_link_fast_path_enabled"],
    azurerm_log_analytics_workspace: [
      "internet_ingestion_enabled",
      "internet_query_enabled",
      "local_authentication_disabled",
    ],
    azurerm_monitor_diagnostic_setting: ["enabled_log.retention_policy", "metric"],
    azurerm_subnet: ["service_endpoints"],
    azurerm_virtual_network: ["subnet.service_endpoints"],
    azurerm_virtual_network_gateway: ["enable_bgp"],
  },
  addedIn5: {
    azurerm_subnet: [
      "network_security_group_id",
      "network_security_group_id_wo",
      "network_security_group_id_wo_version",
      "route_table_id",
      "route_table_id_wo",
      "route_table_id_wo_version",
      ...SERVICE_ENDPOINT,
    ],
    azurerm_virtual_network: SERVICE_ENDPOINT.map((path) => `subnet.${path}`),
  },
  filledIn: {
    azurerm_express_route_connection: ["routing", "routing.propagated_route_table"],
    azurerm_express_route_port: ["link1", "link2"],
    azurerm_monitor_diagnostic_setting: ["enabled_metric", "metric"],
    azurerm_point_to_site_vpn_gateway: ["connection_configuration.route"],
    azurerm_virtual_hub_connection: ["routing", "routing.propagated_route_table"],
    azurerm_virtual_hub_route_table: ["route"],
    azurerm_virtual_network_gateway: ["bgp_settings", "bgp_settings.peering_addresses"],
    azurerm_vpn_gateway: [
      "bgp_settings",
      "bgp_settings.instance_0_bgp_peering_address",
      "bgp_settings.instance_1_bgp_peering_address",
    ],
    azurerm_vpn_gateway_connection: ["routing", "routing.propagated_route_table"],
    azurerm_vpn_site: ["o365_policy", "o365_policy.traffic_category"],
  },
};

export const OF_DATA_SOURCES: Additions = {
  types: {
    azurerm_ip_group: {
      attributes: {
        cidrs: "computed",
        id: "computed",
        location: "computed",
        name: "required",
        resource_group_name: "required",
        tags: "computed",
      },
      blocks: {},
    },
    azurerm_network_manager_connectivity_configuration: {
      attributes: {
        applies_to_group: "computed",
        connected_group_address_overlap_enabled: "computed",
        connected_group_private_endpoints_scale: "computed",
        connectivity_topology: "computed",
        delete_existing_peering_enabled: "computed",
        description: "computed",
        global_mesh_enabled: "computed",
        hub: "computed",
        id: "computed",
        name: "required",
        network_manager_id: "required",
        peering_enforcement_enabled: "computed",
      },
      blocks: {},
      objects: {
        applies_to_group: {
          nesting: "list",
          names: ["global_mesh_enabled", "group_connectivity", "network_group_id", "use_hub_gateway"],
          objects: {},
        },
        hub: { nesting: "list", names: ["resource_id", "resource_type"], objects: {} },
      },
    },
  },
  removedIn5: {
    azurerm_subnet: ["address_prefix", "service_endpoints"],
    azurerm_virtual_network_gateway: ["enable_bgp"],
  },
  addedIn5: { azurerm_subnet: SERVICE_ENDPOINT },
  filledIn: {},
};
