import { type ArmShapes, as, list, routing, type Shape } from "./shape";

const parameters: Shape = {
  routePrefix: as("route_prefix"),
  community: as("community"),
  asPath: as("as_path"),
};

/** What a connection of a virtual network and a policy for such connections have alike. */
const ofSpokes: Shape = {
  enableInternetSecurity: as("internet_security_enabled"),
  routingConfiguration: routing("associated_route_table_id", {
    vnetRoutes: {
      open: {
        staticRoutes: list("static_vnet_route", {
          name: as("name"),
          addressPrefixes: as("address_prefixes"),
          nextHopIpAddress: as("next_hop_ip_address"),
        }),
        staticRoutesConfig: {
          open: {
            propagateStaticRoutes: as("static_vnet_propagate_static_routes_enabled"),
            vnetLocalRouteOverrideCriteria: as("static_vnet_local_route_override_criteria"),
          },
        },
        bgpConnections: "without effect",
      },
    },
  }),
};

/** azurerm has none of these: what one sets is set on the connections that name it. */
export const CONNECTION_POLICY = "azapi_resource";

export const WAN_AND_HUB_SHAPES: ArmShapes = {
  virtualwans: {
    type: "azurerm_virtual_wan",
    parent: undefined,
    untold: ["type"],
    properties: {
      type: as("type"),
      disableVpnEncryption: as("disable_vpn_encryption"),
      allowBranchToBranchTraffic: as("allow_branch_to_branch_traffic"),
      allowVnetToVnetTraffic: "without effect",
      office365LocalBreakoutCategory: "without effect",
    },
  },
  virtualhubs: {
    type: "azurerm_virtual_hub",
    parent: undefined,
    properties: {
      virtualWan: { idOf: "virtual_wan_id" },
      addressPrefix: as("address_prefix"),
      sku: as("sku"),
      hubRoutingPreference: as("hub_routing_preference"),
      allowBranchToBranchTraffic: as("branch_to_branch_traffic_enabled"),
      virtualRouterAutoScaleConfiguration: {
        open: { minCapacity: as("virtual_router_auto_scale_min_capacity") },
      },
      routeTable: {
        open: {
          routes: list("route", {
            addressPrefixes: as("address_prefixes"),
            nextHopIpAddress: as("next_hop_ip_address"),
          }),
        },
      },
    },
    beside: { kind: "without effect" },
  },
  "virtualhubs/hubvirtualnetworkconnections": {
    type: "azurerm_virtual_hub_connection",
    parent: "virtual_hub_id",
    untold: ["internet_security_enabled"],
    properties: {
      remoteVirtualNetwork: { idOf: "remote_virtual_network_id" },
      // Both are of old, and Azure takes no notice.
      allowHubToRemoteVnetTransit: "without effect",
      allowRemoteVnetToUseHubVnetGateways: "without effect",
      connectionPolicy: { idOf: "connection_policy_id" },
      ...ofSpokes,
    },
  },
  "virtualhubs/connectionpolicies": { type: CONNECTION_POLICY, parent: "virtual_hub_id", properties: ofSpokes },
  "virtualhubs/routemaps": {
    type: "azurerm_route_map",
    parent: "virtual_hub_id",
    properties: {
      // Azure tells both and takes neither: a map acts where a connection's own routing names it.
      associatedInboundConnections: "without effect",
      associatedOutboundConnections: "without effect",
      rules: list("rule", {
        name: as("name"),
        matchCriteria: list("match_criterion", { matchCondition: as("match_condition"), ...parameters }),
        actions: list("action", { type: as("type"), parameters: list("parameter", parameters) }),
        nextStepIfMatched: as("next_step_if_matched"),
      }),
    },
  },
  "virtualhubs/hubroutetables": {
    type: "azurerm_virtual_hub_route_table",
    parent: "virtual_hub_id",
    properties: {
      labels: as("labels"),
      routes: list("route", {
        name: as("name"),
        destinationType: as("destinations_type"),
        destinations: as("destinations"),
        nextHopType: as("next_hop_type"),
        nextHop: as("next_hop"),
      }),
    },
  },
  "virtualhubs/routingintent": {
    type: "azurerm_virtual_hub_routing_intent",
    parent: "virtual_hub_id",
    properties: {
      routingPolicies: list("routing_policy", {
        name: as("name"),
        destinations: as("destinations"),
        nextHop: as("next_hop"),
      }),
    },
  },
};
