import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  ExpressRouteConnection,
  type ExpressRouteConnectionOptions,
} from "../../../lib/express-route/express-route-connection";
import { ExpressRouteGateway } from "../../../lib/express-route/express-route-gateway";
import { PrivatePeering } from "../../../lib/express-route/private-peering";
import { NextHop } from "../../../lib/routing/next-hop";
import { isObject, objectOf } from "../../../scripts/azurerm-schema";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, reference, resourceOf, resourcesOf, terraformOf } from "../terraform";

const PEERING = { expressRouteCircuitPeeringId: `${NETWORK}/expressRouteCircuits/erc/peerings/AzurePrivatePeering` };
const GATEWAY_ID = `${NETWORK}/expressRouteGateways/er`;
const FIREWALL = NextHop.azureFirewall(`${NETWORK}/azureFirewalls/wall`);
const ISSUE =
  "azurerm demands route tables beside a route map, which Azure refuses beside routing intent (inference; https://github.com/hashicorp/terraform-provider-azurerm/issues/32724)";

function hubWithGateway(stack: TerraformStack) {
  const hub = hubIn(stack);
  ExpressRouteGateway.fromAttributes(stack, "er", { expressRouteGatewayId: GATEWAY_ID, hub });
  return hub;
}

function connect(stack: TerraformStack, options: Partial<ExpressRouteConnectionOptions>) {
  const peering = PrivatePeering.fromAttributes(stack, "p", PEERING);
  return hubWithGateway(stack).connectCircuit("to-ams", peering, { name: "ams", ...options });
}

/** The rules of each route map, by its name. */
function rulesOf(stack: TerraformStack) {
  const maps = Object.values(resourcesOf(stack, "azurerm_route_map")).filter(isObject);
  return Object.fromEntries(maps.map(({ name, rule }) => [name, rule]));
}

const keep = (...prefixes: string[]) => ({
  name: "keep",
  match_criterion: [{ match_condition: "Equals", route_prefix: prefixes }],
  action: [],
  next_step_if_matched: "Terminate",
});
const DROP_THE_REST = {
  name: "drop-the-rest",
  match_criterion: [],
  action: [{ type: "Drop" }],
  next_step_if_matched: "Terminate",
};

test("what is named stays in each direction, and all else is dropped by a last rule without a match", () => {
  const stack = emptyStack();
  connect(stack, {
    onTunnelLoss: {
      action: "drop",
      keepInbound: ["10.0.0.0/24", "172.16.0.0/16"],
      keepOutbound: ["10.110.0.0/22"],
    },
  });
  expect(rulesOf(stack)).toEqual({
    "ams-inbound": [keep("10.0.0.0/24", "172.16.0.0/16"), DROP_THE_REST],
    "ams-outbound": [keep("10.110.0.0/22"), DROP_THE_REST],
  });
});

test("where nothing is named, everything is dropped", () => {
  const stack = emptyStack();
  connect(stack, { onTunnelLoss: { action: "drop", keepInbound: [] } });
  expect(rulesOf(stack)).toEqual({ "ams-inbound": [DROP_THE_REST], "ams-outbound": [DROP_THE_REST] });
});

test("the maps are on the connection, with the route tables that the provider wants beside them, and come before it", () => {
  const stack = emptyStack();
  const hub = hubWithGateway(stack);
  const peering = PrivatePeering.fromAttributes(stack, "p", PEERING);
  const routing = { propagateTo: { routeTables: [hub.noneRouteTable], labels: ["branches"] } };
  hub.connectCircuit("to-ams", peering, {
    name: "ams",
    routing,
    onTunnelLoss: { action: "drop", keepInbound: ["10.0.0.0/24"] },
  });
  const [inbound, outbound] = Object.keys(resourcesOf(stack, "azurerm_route_map"));
  const connection = resourceOf(stack, "azurerm_express_route_connection");
  expect(connection.routing).toEqual({
    associated_route_table_id: reference("azurerm_virtual_hub.hub.default_route_table_id"),
    propagated_route_table: {
      route_table_ids: [`${reference("azurerm_virtual_hub.hub.id")}/hubRouteTables/noneRouteTable`],
      labels: ["branches"],
    },
    inbound_route_map_id: reference(`azurerm_route_map.${inbound}.id`),
    outbound_route_map_id: reference(`azurerm_route_map.${outbound}.id`),
  });
  expect(connection.depends_on).toEqual([`azurerm_route_map.${outbound}`]);
});

test("without it, a connection has no route maps and no routing", () => {
  const stack = emptyStack();
  connect(stack, {});
  expect(Object.keys(objectOf(terraformOf(stack).resource))).not.toContain("azurerm_route_map");
  expect(resourceOf(stack, "azurerm_express_route_connection").routing).toBeUndefined();
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  const { listValue, stringValue } = variable;
  connect(stack, {
    name: stringValue,
    advertises: ["10.0.0.0/24"],
    onTunnelLoss: { action: "drop", keepInbound: listValue, keepOutbound: [stringValue] },
  });
  const v = reference("var.v");
  const inbound = { ...keep(), match_criterion: [{ match_condition: "Equals", route_prefix: v }] };
  expect(rulesOf(stack)).toEqual({
    [`${v}-inbound`]: [inbound, DROP_THE_REST],
    [`${v}-outbound`]: [keep(v), DROP_THE_REST],
  });
});

test("all that is wrong with it is said at once", () => {
  const stack = emptyStack();
  const map = { routeMapId: `${NETWORK}/virtualHubs/hub/routeMaps/map` };
  const wrong: Partial<ExpressRouteConnectionOptions> = {
    name: "n".repeat(72),
    advertises: ["10.0.0.0/16"],
    routing: { inboundRouteMap: map, outboundRouteMap: map },
    onTunnelLoss: { action: "drop", keepInbound: ["10.0.0.0/24", "10.0.0.0"], keepOutbound: ["10.110.0.1/22"] },
  };
  const another = (direction: string) =>
    `routing.${direction}RouteMap: onTunnelLoss makes a route map of its own, and a connection takes one in each direction; leave one of the two out`;
  const notAdvertised = "is not among what is advertised (10.0.0.0/16); a route is kept by its exact prefix only";
  expect(complaintsOf(() => connect(stack, wrong))).toEqual([
    'onTunnelLoss.keepInbound[1]: "10.0.0.0" is not a prefix: it has no mask',
    'onTunnelLoss.keepOutbound[0]: "10.110.0.1/22" is not a prefix: it has host bits set; right would be 10.110.0.0/22',
    `onTunnelLoss.keepInbound[0]: 10.0.0.0/24 ${notAdvertised}`,
    `onTunnelLoss.keepInbound[1]: 10.0.0.0 ${notAdvertised}`,
    another("inbound"),
    another("outbound"),
    "name: with onTunnelLoss it has 71 characters at most, for route maps are named after it",
  ]);
});

test("where the gateway's hub isn't known, there is none to make route maps in", () => {
  const stack = emptyStack();
  const props = {
    name: "ams",
    gateway: ExpressRouteGateway.fromAttributes(stack, "er", { expressRouteGatewayId: GATEWAY_ID }),
    circuit: PrivatePeering.fromAttributes(stack, "p", PEERING),
    onTunnelLoss: { action: "drop", keepInbound: [] },
  } as const;
  expect(complaintsOf(() => new ExpressRouteConnection(stack, "to-ams", props))).toEqual([
    "onTunnelLoss: the gateway's hub isn't known here, so no route map can be made in it",
  ]);
});

describe("beside routing intent it can't be had", () => {
  test("where the intent comes first", () => {
    const stack = emptyStack();
    const hub = hubWithGateway(stack);
    hub.addRoutingIntent("intent", { name: "intent", privateTraffic: FIREWALL });
    const peering = PrivatePeering.fromAttributes(stack, "p", PEERING);
    const options = { name: "ams", onTunnelLoss: { action: "drop", keepInbound: [] } } as const;
    expect(complaintsOf(() => hub.connectCircuit("to-ams", peering, options))).toEqual([
      `onTunnelLoss: its route maps can't be had beside the hub's routing intent, weu/hub/intent: ${ISSUE}; leave one of the two out, and filter on premises instead`,
    ]);
  });

  test("where the connection comes first", () => {
    const stack = emptyStack();
    const hub = hubWithGateway(stack);
    const peering = PrivatePeering.fromAttributes(stack, "p", PEERING);
    hub.connectCircuit("to-ams", peering, { name: "ams", onTunnelLoss: { action: "drop", keepInbound: [] } });
    const intent = { name: "intent", privateTraffic: FIREWALL };
    expect(complaintsOf(() => hub.addRoutingIntent("intent", intent))).toEqual([
      `hub: weu/hub/to-ams has onTunnelLoss, whose route maps can't be had beside routing intent: ${ISSUE}; leave one of the two out`,
    ]);
  });
});
