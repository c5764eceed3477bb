import { NetworkIntent, type OnPremisesRouting } from "../../../lib/intent/network-intent";
import { Policies, type Suppression } from "../../../lib/intent/policies";
import type { ConnectionRouting, RoutePropagation } from "../../../lib/routing/connection-routing";
import { NextHop } from "../../../lib/routing/next-hop";
import {
  RouteMap,
  type RouteMapAttributes,
  type RouteMapOptions,
  type RouteMapProps,
} from "../../../lib/routing/route-map";
import { RouteAction, type RouteMapRule, RouteMatch } from "../../../lib/routing/route-map-rule";
import {
  RouteTable,
  type RouteTableById,
  type RouteTableByName,
  type RouteTableOptions,
  type RouteTableProps,
} from "../../../lib/routing/route-table";
import { RoutingIntent, type RoutingIntentOptions, type RoutingIntentProps } from "../../../lib/routing/routing-intent";
import { StaticRoute, type StaticRouteOptions, type StaticRouteProps } from "../../../lib/routing/static-route";
import { VpnConnection } from "../../../lib/vpn/vpn-connection";
import { casesOf, type PropertyCase } from "./harness";
import { armId, type Surroundings } from "./surroundings";

function route({ subject, vpnGateway, site }: Surroundings, routing: ConnectionRouting): void {
  new VpnConnection(subject, "connection", { name: "hq", gateway: vpnGateway.one, site: site.one, routing });
}

const FIREWALL = NextHop.azureFirewall(armId("azureFirewalls/one"));
const OTHER_FIREWALL = NextHop.azureFirewall(armId("azureFirewalls/other"));
const DROP_ALL: RouteMapRule = { name: "all", actions: [RouteAction.drop()], nextStep: "Terminate" };

function map({ subject, hub }: Surroundings, props: Partial<RouteMapProps>): void {
  new RouteMap(subject, "map", { name: "map", hub: hub.one, rules: [DROP_ALL], ...props });
}

function intend({ subject, bareHub }: Surroundings, props: Partial<RoutingIntentProps>): void {
  new RoutingIntent(subject, "intent", { name: "intent", hub: bareHub.one, privateTraffic: FIREWALL, ...props });
}

function staticRoute({ subject, routeTable }: Surroundings, props: Partial<StaticRouteProps>): void {
  const base = { name: "labs", destinations: ["10.120.0.0/16"], nextHop: FIREWALL };
  new StaticRoute(subject, "route", { routeTable: routeTable.one, ...base, ...props });
}

export const routingCases: readonly PropertyCase[] = [
  ...casesOf<ConnectionRouting>("ConnectionRouting", route, () => ({}), {
    associatedRouteTable: ({ routeTable }) => ({ associatedRouteTable: routeTable.one }),
    propagateTo: ({ routeTable }) => ({ propagateTo: { routeTables: [routeTable.one] } }),
    inboundRouteMap: ({ routeMap }) => ({ inboundRouteMap: routeMap.one }),
    outboundRouteMap: ({ routeMap }) => ({ outboundRouteMap: routeMap.one }),
  }),
  ...casesOf<RoutePropagation>(
    "RoutePropagation",
    (around, propagateTo) => route(around, { propagateTo }),
    ({ routeTable }) => ({ routeTables: [routeTable.one] }),
    {
      routeTables: ({ routeTable }) => ({ routeTables: [routeTable.other] }),
      labels: () => ({ labels: ["spokes"] }),
    },
  ),
  ...casesOf<RouteMapOptions>("RouteMapOptions", map, () => ({ name: "map", rules: [DROP_ALL] }), {
    name: () => ({ name: "other" }),
    rules: () => ({ rules: [{ ...DROP_ALL, name: "other" }] }),
  }),
  ...casesOf<Pick<RouteMapProps, "hub">>("RouteMapProps", map, ({ hub }) => ({ hub: hub.one }), {
    hub: ({ hub }) => ({ hub: hub.other }),
  }),
  ...casesOf<RouteMapRule>(
    "RouteMapRule",
    (around, rule) => map(around, { rules: [rule] }),
    () => DROP_ALL,
    {
      name: () => ({ name: "other" }),
      matches: () => ({ matches: [RouteMatch.prefixes("Equals", ["10.0.0.0/16"])] }),
      actions: () => ({ actions: [RouteAction.prependAsPath([64496])] }),
      nextStep: () => ({ nextStep: "Continue" }),
    },
  ),
  ...casesOf<RouteMapAttributes>(
    "RouteMapAttributes",
    (around, attributes) =>
      route(around, { inboundRouteMap: RouteMap.fromAttributes(around.subject, "m", attributes) }),
    () => ({ routeMapId: armId("virtualHubs/hub/routeMaps/one") }),
    { routeMapId: () => ({ routeMapId: armId("virtualHubs/hub/routeMaps/other") }) },
  ),
  ...casesOf<RouteTableOptions>(
    "RouteTableOptions",
    ({ subject, hub }, options) => new RouteTable(subject, "table", { ...options, hub: hub.one }),
    () => ({ name: "spokes" }),
    { name: () => ({ name: "other" }), labels: () => ({ labels: ["spokes"] }) },
  ),
  ...casesOf<Pick<RouteTableProps, "hub">>(
    "RouteTableProps",
    ({ subject }, { hub }) => new RouteTable(subject, "table", { name: "spokes", hub }),
    ({ hub }) => ({ hub: hub.one }),
    { hub: ({ hub }) => ({ hub: hub.other }) },
  ),
  ...casesOf<RouteTableById>(
    "RouteTableById",
    (around, attributes) => {
      const routeTable = RouteTable.fromAttributes(around.subject, "table", attributes);
      // What the hub of a table is for: its routes take their place in the order of that hub.
      new RouteTable(around.subject, "earlier", { name: "earlier", hub: around.bareHub.other });
      staticRoute(around, { routeTable });
    },
    () => ({ routeTableId: armId("virtualHubs/hub/hubRouteTables/one") }),
    {
      routeTableId: () => ({ routeTableId: armId("virtualHubs/hub/hubRouteTables/other") }),
      hub: ({ bareHub }) => ({ hub: bareHub.other }),
    },
  ),
  ...casesOf<RouteTableByName>(
    "RouteTableByName",
    ({ subject }, attributes) => RouteTable.fromAttributes(subject, "table", attributes),
    ({ hub }) => ({ name: "spokes", hub: hub.one }),
    { name: () => ({ name: "other" }), hub: ({ hub }) => ({ hub: hub.other }) },
  ),
  ...casesOf<RoutingIntentOptions>("RoutingIntentOptions", intend, () => ({ name: "intent" }), {
    name: () => ({ name: "other" }),
    internetTraffic: () => ({ internetTraffic: FIREWALL }),
    privateTraffic: () => ({ privateTraffic: OTHER_FIREWALL }),
  }),
  ...casesOf<Pick<RoutingIntentProps, "hub">>("RoutingIntentProps", intend, ({ bareHub }) => ({ hub: bareHub.one }), {
    hub: ({ bareHub }) => ({ hub: bareHub.other }),
  }),
  ...casesOf<StaticRouteOptions>(
    "StaticRouteOptions",
    staticRoute,
    () => ({ name: "labs", destinations: ["10.120.0.0/16"], nextHop: FIREWALL }),
    {
      name: () => ({ name: "other" }),
      destinations: () => ({ destinations: ["10.121.0.0/16"] }),
      nextHop: () => ({ nextHop: OTHER_FIREWALL }),
    },
  ),
  ...casesOf<Pick<StaticRouteProps, "routeTable">>(
    "StaticRouteProps",
    staticRoute,
    ({ routeTable }) => ({ routeTable: routeTable.one }),
    { routeTable: ({ routeTable }) => ({ routeTable: routeTable.other }) },
  ),
  ...casesOf<OnPremisesRouting>(
    "OnPremisesRouting",
    ({ subject }, routing) => NetworkIntent.of(subject).onPremises(routing),
    () => ({}),
    {
      prefersTunnelFor: () => ({ prefersTunnelFor: "all" }),
      filtersExpressRoute: () => ({ filtersExpressRoute: ["10.110.0.0/16"] }),
    },
  ),
  ...casesOf<Suppression>(
    "Suppression",
    ({ subject }, suppression) => Policies.of(subject).suppress(suppression),
    () => ({ rule: "monitored", reason: "One.", expires: "2027-03-31", address: "azurerm_virtual_wan.lab" }),
    {
      rule: () => ({ rule: "encryption-on" }),
      reason: () => ({ reason: "Other." }),
      expires: () => ({ expires: "2027-04-30" }),
      address: () => ({ address: "azurerm_virtual_wan.other" }),
    },
  ),
];
