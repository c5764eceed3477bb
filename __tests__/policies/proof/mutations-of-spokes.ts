import { type Mutation, one, several } from "./mutation";

const ER = "azurerm_express_route_connection.oslo_oslo";
const ALERT = "azurerm_monitor_metric_alert.oslo_bgp";
const SETTING = "azurerm_monitor_diagnostic_setting.oslo";
const MONITOR = "azurerm_network_connection_monitor.devices";
const APP = "azurerm_virtual_network.app";

/** Mistakes in what watches the network. */
export const OF_MONITORS: readonly Mutation[] = [
  one("alert-window", "a window shorter than its frequency", `${ALERT}.window_size`, "PT1M", "monitor-valid"),
  one("alert-metric", "a metric that there is not", `${ALERT}.criteria[0].metric_name`, "BgpPeersUp", "monitor-valid"),
  one(
    "alert-namespace",
    "the namespace of other gateways",
    `${ALERT}.criteria[0].metric_namespace`,
    "Microsoft.Network/virtualNetworkGateways",
    "monitor-valid",
  ),
  one("alert-severity", "a severity of 5", `${ALERT}.severity`, 5, "value-accepted"),
  one("logs-category", "a log that there is not", `${SETTING}.enabled_log[0].category`, "TunnelLog", "monitor-valid"),
  one(
    "logs-both",
    "a category together with a group",
    `${SETTING}.enabled_log[0].category_group`,
    "allLogs",
    "monitor-valid",
    { path: "enabled_log[0]" },
  ),
  one(
    "monitor-endpoint",
    "a test of an endpoint that there is not",
    `${MONITOR}.test_group[0].destination_endpoints`,
    ["bodoe"],
    "monitor-valid",
    { path: "test_group[0].destination_endpoints[0]" },
  ),
  one(
    "monitor-test",
    "a test configuration that there is not",
    `${MONITOR}.test_group[0].test_configuration_names`,
    ["telnet"],
    "monitor-valid",
    { path: "test_group[0].test_configuration_names[0]" },
  ),

  one(
    "monitor-port",
    "a TCP test without port",
    `${MONITOR}.test_configuration[0].tcp_configuration`,
    undefined,
    "monitor-valid",
  ),
  one("monitor-address", "an address of three bytes", `${MONITOR}.endpoint[1].address`, "10.60.16", "monitor-valid"),
  one(
    "monitor-protocol",
    "a protocol that there is not",
    `${MONITOR}.test_configuration[0].protocol`,
    "Udp",
    "value-accepted",
  ),
  one("unwatched", "a gateway without alert on BGP", `${ALERT}`, undefined, "monitored", {
    address: "azurerm_vpn_gateway.oslo",
    path: "",
  }),
];

/** Mistakes in spokes. */
export const OF_SPOKES: readonly Mutation[] = [
  one("space-impossible", "a mask of 99 bits", `${APP}.address_space`, ["10.220.0.0/99"], "prefix-canonical", {
    path: "address_space[0]",
  }),
  one(
    "space-in-hub",
    "a virtual network inside a hub",
    `${APP}.address_space`,
    ["10.220.0.0/22", "10.200.1.0/24"],
    "address-overlap",
    { path: "address_space[1]" },
  ),
  one(
    "space-in-spoke",
    "a virtual network inside another",
    `${APP}.address_space`,
    ["10.220.0.0/22", "10.221.1.0/24"],
    "address-overlap",
    { path: "address_space[1]" },
  ),
  one(
    "space-multicast",
    "a virtual network in multicast space",
    `${APP}.address_space`,
    ["10.220.0.0/22", "224.1.0.0/24"],
    "reserved-range",
    { path: "address_space[1]" },
  ),
  one(
    "subnet-outside",
    "a subnet outside its virtual network",
    "azurerm_subnet.web.address_prefixes",
    ["10.230.0.0/24"],
    "spoke-subnet-inside",
    { path: "address_prefixes[0]" },
  ),
  one(
    "subnet-over-subnet",
    "a subnet over another",
    "azurerm_subnet.web.address_prefixes",
    ["10.220.1.0/25"],
    "spoke-subnet-inside",
    { address: "azurerm_subnet.web", path: "address_prefixes[0]" },
  ),
  one(
    "two-hubs",
    "a virtual network at two hubs",
    "azurerm_virtual_hub_connection.twice",
    {
      name: "twice",
      virtual_hub_id: "${azurerm_virtual_hub.bergen.id}",
      remote_virtual_network_id: "${azurerm_virtual_network.app.id}",
    },
    "spoke-one-hub",
    { address: APP, path: "" },
  ),
  several(
    "spoke-gateway",
    "a gateway inside a spoke",
    {
      "azurerm_subnet.gateway": {
        name: "GatewaySubnet",
        resource_group_name: "rg-hav",
        virtual_network_name: "${azurerm_virtual_network.app.name}",
        address_prefixes: ["10.220.3.0/27"],
      },
      "azurerm_virtual_network_gateway.old": {
        name: "old",
        resource_group_name: "rg-hav",
        location: "norwayeast",
        type: "Vpn",
        sku: "VpnGw1",
        ip_configuration: [
          {
            subnet_id: "${azurerm_subnet.gateway.id}",
            public_ip_address_id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/ip",
          },
        ],
      },
    },
    "spoke-without-gateway",
    APP,
  ),
  one(
    "preference",
    "on-premises routers that prefer the tunnel for one hub only",
    "output.network_intent.value.onPremises",
    { prefersTunnelFor: ["10.200.0.0/23"], filtersExpressRoute: [] },
    "encrypted-to-azure",
    { address: "azurerm_virtual_hub.oslo", path: "" },
  ),
  one(
    "filtered-tunnel-ends",
    "on-premises routers that refuse a hub's own prefix over ExpressRoute",
    "output.network_intent.value.onPremises.filtersExpressRoute",
    ["10.200.0.0/23", "10.220.0.0/22", "10.221.0.0/22"],
    "tunnel-ends-reachable",
    { address: "azurerm_virtual_hub.oslo", path: "" },
  ),

  several(
    "equal-prefix",
    "a protected prefix over ExpressRoute too, past the route map",
    {
      'output.network_intent.value.expressRoute["azurerm_express_route_connection.oslo_oslo"].advertises': [
        "10.60.0.0/24",
        "10.60.16.0/20",
      ],
      [`${ER}.routing`]: undefined,
    },
    "encrypted-to-onprem",
    "azurerm_vpn_gateway_connection.bodo",
  ),
];
