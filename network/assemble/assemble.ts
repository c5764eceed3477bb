import { blockOf } from "../fields/block";
import { type Sensitive, Sources } from "../fields/sources";
import type { Reading } from "../input/reading";
import type { IntentFile } from "../intent/read-intent-file";
import type { Input, Network, Part, Unread } from "../network";
import { AnyParts } from "./any-parts";
import { CIRCUITS, peeringsOf } from "./circuit";
import { withConnectionPolicies } from "./connection-policies";
import { eliminatedIn } from "./eliminated";
import { expressRouteConnection } from "./express-route-connection";
import { firewall } from "./firewall";
import { expressRouteGatewaysOf, vpnGatewaysOf } from "./gateways";
import { hubBgpConnection } from "./hub-bgp-connection";
import { joinIntent } from "./intent/join-intent";
import { NamedParts } from "./names";
import { natRulesOf } from "./nat-rule";
import { managedRoute, managedSpoke } from "./network-manager";
import { withOverrides } from "./overrides";
import { Parts } from "./parts";
import { pointToSiteGateway } from "./point-to-site";
import { routeMapsOf } from "./route-map";
import { RouteTables } from "./route-table";
import { routingIntent } from "./routing-intent";
import { sitesOf } from "./site";
import { spokeConnection, virtualNetworksOf } from "./spoke";
import { fillStaticRoutes } from "./static-routes";
import { joinSubnetTables } from "./subnet-tables";
import { joinSubnets } from "./subnets";
import { unreadOf } from "./unread";
import { joinUserRoutes, USER_ROUTE_TABLES } from "./user-route-table";
import { vpnConnection } from "./vpn-connection";
import { hubsOf, WANS } from "./wan";

/** How a network is joined. */
export interface AssembleOptions {
  /** What becomes of intent that is wrong: by default it is complained about. */
  readonly wrongIntent?: "left out";
  /** Whether sensitive values are there to judge with; by default they read as secrets. Who shows the network wants that. */
  readonly sensitive?: Sensitive | undefined;
  /** The network as it was before the change, as far as it is told. */
  readonly before?: Network | undefined;
}

/**
 * Joins what was read from all inputs to one network. Parts come in order of input and address, so that the order in
 * which inputs are named, or hold their resources, changes nothing.
 *
 * @throws InputError where stated intent is wrong, with every complaint
 */
export function assemble(
  readings: readonly Reading[],
  intentFile?: IntentFile,
  { wrongIntent, sensitive, before }: AssembleOptions = {},
): Network {
  const changed = withConnectionPolicies(withOverrides(readings));
  const sources = new Sources(changed, sensitive);
  const build = <T>(type: string, make: (block: ReturnType<typeof blockOf>) => T): T[] =>
    sources.ofType(type).map((resource) => make(blockOf(sources, resource)));

  const wans = new Parts(sources, WANS);
  const hubs = new Parts(sources, hubsOf(wans));
  const vpnGateways = new Parts(sources, vpnGatewaysOf(hubs));
  const expressRouteGateways = new Parts(sources, expressRouteGatewaysOf(hubs));
  const circuits = new Parts(sources, CIRCUITS);
  const peerings = new Parts(sources, peeringsOf(circuits, new NamedParts(sources, circuits)));
  const sites = new Parts(sources, sitesOf(wans));
  const userRouteTables = new Parts(sources, USER_ROUTE_TABLES);
  const virtualNetworks = new Parts(sources, virtualNetworksOf(userRouteTables));
  const natRules = new Parts(sources, natRulesOf(vpnGateways));
  const targets = { routeTables: new RouteTables(sources, hubs), routeMaps: new Parts(sources, routeMapsOf(hubs)) };

  const vpnConnections = build("azurerm_vpn_gateway_connection", (block) =>
    vpnConnection(block, vpnGateways, sites, { ...targets, natRules }),
  );
  const expressRouteConnections = build("azurerm_express_route_connection", (block) =>
    expressRouteConnection(block, expressRouteGateways, peerings, targets),
  );
  const spokeConnections = [
    ...build("azurerm_virtual_hub_connection", (block) => spokeConnection(block, hubs, virtualNetworks, targets)),
    ...build("azurerm_network_manager_connectivity_configuration", (block) =>
      managedSpoke(block, hubs, targets),
    ).flat(),
  ];
  joinSubnets(sources, virtualNetworks, new NamedParts(sources, virtualNetworks), userRouteTables);
  joinUserRoutes(sources, userRouteTables, new NamedParts(sources, userRouteTables));
  joinSubnetTables(sources, virtualNetworks, userRouteTables);

  const firewalls = build("azurerm_firewall", (block) => firewall(block, hubs));

  const parts: Part[] = [
    ...[wans, hubs, vpnGateways, expressRouteGateways, circuits, peerings, sites, virtualNetworks].flatMap((kind) => [
      ...kind.all,
    ]),
    ...targets.routeMaps.all,
    ...natRules.all,
    ...vpnConnections,
    ...expressRouteConnections,
    ...spokeConnections,
    ...firewalls,
  ];
  const anyParts = new AnyParts(sources, parts);
  const strayRoutes = fillStaticRoutes(sources, targets.routeTables, anyParts);
  const hubBgpConnections = build("azurerm_virtual_hub_bgp_connection", (block) => hubBgpConnection(block, hubs));
  const pointToSiteGateways = build("azurerm_point_to_site_vpn_gateway", (block) =>
    pointToSiteGateway(block, hubs, targets),
  );
  const routingIntents = build("azurerm_virtual_hub_routing_intent", (block) => routingIntent(block, hubs, anyParts));

  const intent = joinIntent(
    {
      sources,
      readings,
      parts,
      expressRouteConnections,
      hubBgpConnections,
      sites: sites.all,
      before: new Set(intentFile === undefined ? [] : before?.resources.map(({ address }) => address)),
    },
    intentFile,
    wrongIntent,
  );
  const unseen = [...parts, ...targets.routeTables.all, ...userRouteTables.all, ...anyParts.unseenParts]
    .map((part) => part.resource)
    .filter((resource) => resource.standing === "outside");
  return {
    inputs: readings.map((reading, index) => inputOf(reading, changed[index]?.unread ?? reading.unread)),
    resources: [...sources.resources, ...unseen],
    wans: wans.all,
    hubs: hubs.all,
    vpnGateways: vpnGateways.all,
    expressRouteGateways: expressRouteGateways.all,
    circuits: circuits.all,
    peerings: peerings.all,
    expressRouteConnections,
    sites: sites.all,
    vpnConnections,
    virtualNetworks: virtualNetworks.all,
    spokeConnections,
    routeTables: targets.routeTables.all,
    strayRoutes,
    routeMaps: targets.routeMaps.all,
    natRules: natRules.all,
    routingIntents,
    hubBgpConnections,
    firewalls,
    pointToSiteGateways,
    userRouteTables: userRouteTables.all,
    managedRoutes: build("azurerm_network_manager_routing_rule", managedRoute),
    intent,
    ...(before === undefined ? {} : { before }),
  };
}

function inputOf(reading: Reading, unread: readonly Unread[]): Input {
  const { path, kind, savedIn, savedAs, insteadOf, counts, resources, folder, suppressions } = reading;
  const byElimination = eliminatedIn(resources);
  return {
    path,
    kind: savedIn === undefined ? kind : "network",
    ...(kind === "state" ? { exists: true } : {}),
    ...(savedAs === undefined ? {} : { savedAs }),
    ...(insteadOf === undefined ? {} : { insteadOf }),
    resources: counts.ofOurTypes,
    total: counts.total,
    unread: unreadOf(unread, resources),
    ...(folder === undefined ? {} : { folder }),
    ...(byElimination.length === 0 ? {} : { byElimination }),
    ...(suppressions === undefined ? {} : { suppressions }),
  };
}
