import { LABEL, type TypeLedger } from "./attributes";

const HOP_TYPE = "azurerm takes one kind of next hop, a resource";

export const HUB_ROUTING: Readonly<Record<string, TypeLedger>> = {
  azurerm_virtual_hub_route_table: {
    resource: {
      read: {
        id: "who it is",
        labels: "RouteTable.labels",
        name: "RouteTable.name",
        "route.destinations": "StaticRoute.destinations",
        "route.destinations_type": "StaticRoute.destinationsType",
        "route.name": "StaticRoute.name",
        "route.next_hop": "StaticRoute.nextHop",
        "route.next_hop_type": "rule value-accepted",
        virtual_hub_id: "RouteTable.hub",
      },
      withoutEffect: [],
    },
    data: {
      read: {
        id: "who it is",
        labels: "RouteTable.labels",
        name: "RouteTable.name",
        "route.destinations": "StaticRoute.destinations",
        "route.destinations_type": "StaticRoute.destinationsType",
        "route.name": "StaticRoute.name",
        "route.next_hop": "StaticRoute.nextHop",
        virtual_hub_id: "RouteTable.hub",
      },
      withoutEffect: [
        [HOP_TYPE, "route.next_hop_type"],
        ["the hub's id tells it", "resource_group_name", "virtual_hub_name"],
      ],
    },
  },
  azurerm_virtual_hub_route_table_route: {
    resource: {
      read: {
        destinations: "StaticRoute.destinations",
        destinations_type: "StaticRoute.destinationsType",
        id: "who it is",
        name: "StaticRoute.name",
        next_hop: "StaticRoute.nextHop",
        next_hop_type: "rule value-accepted",
        route_table_id: "RouteTable.routes",
      },
      withoutEffect: [],
    },
  },
  azurerm_virtual_hub_routing_intent: {
    resource: {
      read: {
        id: "who it is",
        "routing_policy.destinations": "RoutingPolicy.destinations",
        "routing_policy.name": "rule known-issue",
        "routing_policy.next_hop": "RoutingPolicy.nextHop",
        virtual_hub_id: "RoutingIntent.hub",
      },
      withoutEffect: [["a name that no message uses", "name"]],
    },
  },
  azurerm_route_map: {
    resource: {
      read: {
        id: "who it is",
        name: "RouteMap.name",
        "rule.action.parameter.as_path": "RouteMapParameter.asPath",
        "rule.action.parameter.route_prefix": "RouteMapParameter.prefixes",
        "rule.action.type": "RouteMapAction.type",
        "rule.match_criterion.as_path": "RouteMapMatch.asPath",
        "rule.match_criterion.community": "RouteMapMatch.communities",
        "rule.match_criterion.match_condition": "RouteMapMatch.condition",
        "rule.match_criterion.route_prefix": "RouteMapMatch.prefixes",
        "rule.next_step_if_matched": "RouteMapRule.nextStep",
        virtual_hub_id: "RouteMap.hub",
      },
      withoutEffect: [
        [LABEL, "rule.name"],
        [
          "no input tells which communities a route has, so what is written there changes no path",
          "rule.action.parameter.community",
        ],
      ],
    },
  },
};
