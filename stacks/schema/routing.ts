import { z } from "zod";
import { MATCH_CONDITIONS, NEXT_STEPS } from "../../lib/routing/route-map-rule";
import { LOCAL_ROUTE_OVERRIDES } from "../../lib/spoke/spoke-network";
import {
  address,
  asn,
  flag,
  key,
  named,
  networkId,
  optionalSection,
  prefix,
  prefixes,
  section,
  text,
  word,
} from "./values";

const tableName = key.describe("A route table of the hub by its name here; or default, or none.");

/** The routing of every connection: of a circuit, a site or a spoke. */
const connectionRouting = {
  associatedRouteTable: tableName
    .optional()
    .describe(
      "The route table that decides where traffic from this connection goes: a name from routeTables of the hub, or default. Circuits and sites must use default, which is the default.",
    ),
  propagateTo: section("a map, such as {routeTables: [default]}", {
    routeTables: z
      .array(tableName, "a list of route tables, such as [default]")
      .min(1, "a list with at least one route table; to propagate nowhere, [none]")
      .describe(
        "Route tables of the hub that learn this connection's routes: names from routeTables, default, or none.",
      ),
    labels: z
      .array(text("a label"), "a list of labels, such as [default]")
      .optional()
      .describe("Labels of route tables in every hub of the WAN. Default: none."),
  })
    .optional()
    .describe("Where this connection's routes are learned. Default: the default route tables of all hubs."),
  inboundRouteMap: key
    .optional()
    .describe("Rules for routes that the hub learns from this connection: a name from routeMaps of the hub."),
  outboundRouteMap: key
    .optional()
    .describe("Rules for routes that the hub advertises to this connection: a name from routeMaps of the hub."),
};

export const routing = optionalSection("a map, such as {outboundRouteMap: no-spokes}", connectionRouting);

export const spokeRouting = optionalSection("a map, such as {associatedRouteTable: default}", {
  ...connectionRouting,
  staticRoutes: named(
    "a map of routes by name",
    section("a route, such as {addressPrefixes: [10.200.0.0/16], nextHopAddress: 10.110.0.4}", {
      addressPrefixes: prefixes
        .min(1, "a list with at least one prefix")
        .describe("Prefixes that the appliance reaches."),
      nextHopAddress: address.describe("Address of an appliance in the spoke."),
    }),
  )
    .optional()
    .describe("Prefixes that the hub reaches through an appliance in the spoke, by the name of the route."),
  propagateStaticRoutes: flag()
    .optional()
    .describe("Whether those routes go to the route tables that the spoke propagates to. Default: true."),
  localRouteOverride: word(LOCAL_ROUTE_OVERRIDES)
    .optional()
    .describe("Which of those routes go before the spoke's own prefixes. Default: Contains."),
});

/** A next hop in the hub itself. */
export const hubAppliance = z.union(
  [
    section("{azureFirewall: id}", {
      azureFirewall: networkId("azureFirewalls").describe("Resource id of an Azure Firewall in the hub."),
    }),
    section("{networkVirtualAppliance: id}", {
      networkVirtualAppliance: networkId("networkVirtualAppliances").describe(
        "Resource id of a network virtual appliance in the hub.",
      ),
    }),
  ],
  "{azureFirewall: id} or {networkVirtualAppliance: id}",
);

const nextHop = z.union(
  [
    ...hubAppliance.options,
    section("{spoke: name}", {
      spoke: key.describe("A spoke of this hub by its name here. It has static routes to an appliance in it."),
    }),
    section("{spokeConnection: id}", {
      spokeConnection: networkId("virtualHubs/hubVirtualNetworkConnections").describe(
        "Resource id of the connection of a spoke that is not in this file.",
      ),
    }),
  ],
  "{spoke: name}, {spokeConnection: id}, {azureFirewall: id} or {networkVirtualAppliance: id}",
);

const routes = named(
  "a map of routes by name",
  section("a route, such as {destinations: [10.200.0.0/16], nextHop: {spoke: appliances}}", {
    destinations: prefixes.min(1, "a list with at least one prefix").describe("Prefixes that the route is for."),
    nextHop: nextHop.describe("Where its traffic goes."),
  }),
);

/** The table that every hub has; only routes can be added to it. */
export const defaultRouteTable = optionalSection("a map, such as {routes: {...}}", {
  routes: routes.optional().describe("Static routes, by name."),
});

export const routeTable = z.union(
  [
    optionalSection("a route table, such as {labels: [spokes]}", {
      name: text("a name").optional().describe("Its name in Azure. Default: the name here."),
      labels: z
        .array(text("a label"), "a list of labels, such as [spokes]")
        .optional()
        .describe("Labels by which connections of all hubs propagate to it. Default: none."),
      routes: routes.optional().describe("Static routes, by name."),
    }),
    section("{existing: {...}}", {
      existing: z
        .union(
          [
            section("{id: ...}", { id: networkId("virtualHubs/hubRouteTables").describe("Its resource id.") }),
            section("{name: ...}", { name: text("a name").describe("Its name in Azure.") }),
          ],
          "{id: ...} or {name: ...}",
        )
        .describe("A route table that the hub has already."),
      routes: routes.optional().describe("Static routes to add, by name."),
    }),
  ],
  "a route table, such as {labels: [spokes]} or {existing: {name: ...}}",
);

const communities = z
  .array(
    z
      .string("a community in quotes, such as '65010:100'")
      .regex(/^\d{1,5}:\d{1,5}$/, "a community, such as '65010:100'"),
    "a list of communities, such as ['65010:100']",
  )
  .min(1, "a list with at least one community");
const asns = z.array(asn, "a list of ASNs, such as [65010]").min(1, "a list with at least one ASN");

const condition = word(MATCH_CONDITIONS).describe(
  "Contains: a prefix within one of these, or any one of these. Equals: exactly these.",
);

const match = z.union(
  [
    section("{prefixes: [...], condition: Contains}", {
      prefixes: prefixes.min(1, "a list with at least one prefix").describe("Routes by prefix."),
      condition,
    }),
    section("{asPath: [...], condition: Contains}", { asPath: asns.describe("Routes by AS path."), condition }),
    section("{communities: [...], condition: Contains}", {
      communities: communities.describe("Routes by BGP community."),
      condition,
    }),
  ],
  "{prefixes: [...], condition: Contains}, or the same with asPath or communities",
);

const action = z.union(
  [
    z.literal("drop"),
    section("{replacePrefix: ...}", {
      replacePrefix: prefix.describe("Summarizes: the route becomes one for this prefix."),
    }),
    section("{prependAsPath: [...]}", { prependAsPath: asns.describe("Puts these ASNs before the AS path.") }),
    section("{replaceAsPath: [...]}", { replaceAsPath: asns.describe("Puts these ASNs in the place of the AS path.") }),
    section("{addCommunities: [...]}", { addCommunities: communities.describe("Adds BGP communities.") }),
    section("{replaceCommunities: [...]}", {
      replaceCommunities: communities.describe("Puts BGP communities in the place of those that the route has."),
    }),
    section("{removeCommunities: [...]}", { removeCommunities: communities.describe("Takes BGP communities away.") }),
  ],
  "drop, or a map with one of replacePrefix, prependAsPath, replaceAsPath, addCommunities, replaceCommunities, removeCommunities",
);

const rule = section("a rule, such as {name: ..., nextStep: Terminate, actions: [drop]}", {
  name: text("a name").describe("Name of the rule, unique in its map."),
  matches: z
    .array(match, "a list of matches, such as [{prefixes: [10.110.0.0/16], condition: Contains}]")
    .optional()
    .describe("Which routes the rule is for: those that all of these match. Default: every route."),
  actions: z
    .array(action, "a list of actions, such as [drop]")
    .optional()
    .describe("What is done to them. Default: nothing, so that they pass as they are."),
  nextStep: word(NEXT_STEPS).describe("Whether the next rule sees a route that this one matched."),
});

export const routeMap = z.union(
  [
    section("a route map, such as {rules: [...]}", {
      name: text("a name").optional().describe("Its name in Azure. Default: the name here."),
      rules: z
        .array(rule, "a list of rules")
        .min(1, "a list with at least one rule")
        .describe("Its rules, in the order in which they are tried. A route that none matches passes as it is."),
    }),
    section("{existing: {id: ...}}", {
      existing: section("{id: ...}", {
        id: networkId("virtualHubs/routeMaps").describe("Its resource id."),
      }).describe("A route map that the hub has already."),
    }),
  ],
  "a route map, such as {rules: [...]}",
);

export const routingIntent = optionalSection("a map with internetTraffic, privateTraffic, or both", {
  name: text("a name").optional().describe("Its name in Azure. Default: routing-intent."),
  internetTraffic: hubAppliance.optional().describe("The firewall that internet traffic goes through. Default: none."),
  privateTraffic: hubAppliance
    .optional()
    .describe(
      "The firewall that traffic among virtual networks, sites and circuits goes through. It must let the tunnels pass. Default: none.",
    ),
});

export type RoutingDescription = z.output<typeof routing>;
export type SpokeRoutingDescription = z.output<typeof spokeRouting>;
export type RouteTableDescription = z.output<typeof routeTable>;
export type DefaultRouteTableDescription = z.output<typeof defaultRouteTable>;
export type RouteMapDescription = z.output<typeof routeMap>;
export type RoutingIntentDescription = z.output<typeof routingIntent>;
export type NextHopDescription = z.output<typeof nextHop>;
