/** The nested blocks of a resource type, by name. */
export interface Blocks {
  readonly [name: string]: Block;
}

/** One kind of nested block. In plan JSON it is an array of objects, however often it is allowed. */
export interface Block {
  /** A set has no order of its own: plan JSON doesn't list its blocks in the order they were written. */
  readonly unordered: boolean;
  /** Where nobody writes the block, the provider fills it in. */
  readonly filledIn: boolean;
  readonly blocks: Blocks;
}

const NONE: Blocks = {};

function list(blocks: Blocks = NONE): Block {
  return { unordered: false, filledIn: false, blocks };
}

function set(blocks: Blocks = NONE): Block {
  return { unordered: true, filledIn: false, blocks };
}

function filledIn(block: Block): Block {
  return { ...block, filledIn: true };
}

const ROUTING = filledIn(list({ propagated_route_table: filledIn(list()) }));
const SPOKE_ROUTING = filledIn(list({ propagated_route_table: filledIn(list()), static_vnet_route: list() }));
const PORT_LINK = filledIn(list());

/** Azure provider 4.81, the types that are read. */
const BLOCKS: ReadonlyMap<string, Blocks> = new Map<string, Blocks>([
  ["azurerm_express_route_circuit", { sku: list() }],
  [
    "azurerm_express_route_circuit_peering",
    { ipv6: list({ microsoft_peering: list() }), microsoft_peering_config: list() },
  ],
  ["azurerm_express_route_connection", { routing: ROUTING }],
  ["azurerm_express_route_port", { identity: list(), link1: PORT_LINK, link2: PORT_LINK }],
  ["azurerm_firewall", { ip_configuration: list(), management_ip_configuration: list(), virtual_hub: list() }],
  [
    "azurerm_firewall_policy",
    {
      dns: list(),
      explicit_proxy: list(),
      identity: list(),
      insights: list({ log_analytics_workspace: list() }),
      intrusion_detection: list({ signature_overrides: list(), traffic_bypass: list() }),
      threat_intelligence_allowlist: list(),
      tls_certificate: list(),
    },
  ],
  [
    "azurerm_firewall_policy_rule_collection_group",
    {
      application_rule_collection: list({ rule: list({ http_headers: list(), protocols: list() }) }),
      nat_rule_collection: list({ rule: list() }),
      network_rule_collection: list({ rule: list() }),
    },
  ],
  [
    "azurerm_monitor_diagnostic_setting",
    {
      enabled_log: set({ retention_policy: list() }),
      enabled_metric: filledIn(set()),
      metric: filledIn(set({ retention_policy: list() })),
    },
  ],
  [
    "azurerm_monitor_metric_alert",
    {
      action: set(),
      application_insights_web_test_location_availability_criteria: list(),
      criteria: list({ dimension: list() }),
      dynamic_criteria: list({ dimension: list() }),
    },
  ],
  [
    "azurerm_network_connection_monitor",
    {
      endpoint: set({ filter: list({ item: set() }) }),
      test_configuration: set({
        http_configuration: list({ request_header: set() }),
        icmp_configuration: list(),
        success_threshold: list(),
        tcp_configuration: list(),
      }),
      test_group: set(),
    },
  ],
  ["azurerm_network_manager_connectivity_configuration", { applies_to_group: list(), hub: list() }],
  ["azurerm_network_manager_routing_rule", { destination: list(), next_hop: list() }],
  [
    "azurerm_point_to_site_vpn_gateway",
    {
      connection_configuration: list({
        route: filledIn(list({ propagated_route_table: list() })),
        vpn_client_address_pool: list(),
      }),
    },
  ],
  ["azurerm_route_map", { rule: list({ action: list({ parameter: list() }), match_criterion: list() }) }],
  // `route` is an attribute to the provider, but people write it as blocks.
  ["azurerm_route_table", { route: filledIn(set()) }],
  ["azurerm_subnet", { delegation: list({ service_delegation: list() }), ip_address_pool: list() }],
  ["azurerm_virtual_hub", { route: set() }],
  ["azurerm_virtual_hub_connection", { routing: SPOKE_ROUTING }],
  ["azurerm_virtual_hub_route_table", { route: filledIn(set()) }],
  ["azurerm_virtual_hub_routing_intent", { routing_policy: list() }],
  [
    "azurerm_virtual_network",
    // `subnet` is an attribute to the provider, but people write it as blocks.
    { ddos_protection_plan: list(), encryption: list(), ip_address_pool: list(), subnet: filledIn(set()) },
  ],
  [
    "azurerm_virtual_network_gateway",
    {
      bgp_settings: filledIn(list({ peering_addresses: filledIn(list()) })),
      custom_route: list(),
      ip_configuration: list(),
      policy_group: list({ policy_member: list() }),
      vpn_client_configuration: list({
        ipsec_policy: list(),
        radius_server: list(),
        revoked_certificate: set(),
        root_certificate: set(),
        virtual_network_gateway_client_connection: list(),
      }),
    },
  ],
  [
    "azurerm_vpn_gateway",
    {
      bgp_settings: filledIn(
        list({
          instance_0_bgp_peering_address: filledIn(list()),
          instance_1_bgp_peering_address: filledIn(list()),
        }),
      ),
    },
  ],
  [
    "azurerm_vpn_gateway_connection",
    {
      routing: ROUTING,
      traffic_selector_policy: set(),
      vpn_link: list({ custom_bgp_address: set(), ipsec_policy: list() }),
    },
  ],
  ["azurerm_vpn_gateway_nat_rule", { external_mapping: list(), internal_mapping: list() }],
  [
    "azurerm_vpn_site",
    { link: list({ bgp: list() }), o365_policy: filledIn(list({ traffic_category: filledIn(list()) })) },
  ],
]);

/** The nested blocks of a Terraform type; none for types that aren't read. */
export function blocksOf(type: string): Blocks {
  return BLOCKS.get(type) ?? NONE;
}

/** The block of that name, or undefined where the name is an attribute. */
export function blockNamed(blocks: Blocks, name: string): Block | undefined {
  return Object.hasOwn(blocks, name) ? blocks[name] : undefined;
}
