import { type TerraformStack, TerraformVariable } from "cdktf";
import { ExpressRouteCircuit } from "../../../lib/express-route/express-route-circuit";
import {
  ExpressRouteConnection,
  type ExpressRouteConnectionOptions,
} from "../../../lib/express-route/express-route-connection";
import { ExpressRouteGateway } from "../../../lib/express-route/express-route-gateway";
import { PrivatePeering } from "../../../lib/express-route/private-peering";
import { RouteMap } from "../../../lib/routing/route-map";
import { RouteTable } from "../../../lib/routing/route-table";
import { objectOf } from "../../../scripts/azurerm-schema";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

const PEERING_ID = `${NETWORK}/expressRouteCircuits/erc-ams/peerings/AzurePrivatePeering`;
const GATEWAY_ID = `${NETWORK}/expressRouteGateways/er`;
const KEY = "5f7c3b1e-8d9a-4c2e-9f10-6a7b8c9d0e1f";

/** A connection of a circuit elsewhere to the gateway of a hub. */
function connect(stack: TerraformStack, options: Partial<ExpressRouteConnectionOptions> = {}): ExpressRouteConnection {
  const hub = hubIn(stack);
  ExpressRouteGateway.fromAttributes(stack, "er", { expressRouteGatewayId: GATEWAY_ID, hub });
  const peering = PrivatePeering.fromAttributes(stack, "ams", { expressRouteCircuitPeeringId: PEERING_ID });
  return hub.connectCircuit("to-ams", peering, { name: "ams", ...options });
}

function connectionWith(options: Partial<ExpressRouteConnectionOptions>) {
  const stack = emptyStack();
  connect(stack, options);
  return resourceOf(stack, "azurerm_express_route_connection");
}

test("a connection says what it connects, and leaves routing to Azure", () => {
  expect(connectionWith({})).toEqual({
    name: "ams",
    express_route_gateway_id: GATEWAY_ID,
    express_route_circuit_peering_id: PEERING_ID,
    timeouts: { create: "60m", update: "60m", delete: "60m" },
  });
});

test("the weight can be set", () => {
  expect(connectionWith({ routingWeight: 32000 })).toMatchObject({ routing_weight: 32000 });
});

test("the default route can be handed on where azurerm knows how", () => {
  const stack = emptyStack();
  connect(stack).resource.addOverride("internet_security_enabled", true);
  expect(resourceOf(stack, "azurerm_express_route_connection")).toMatchObject({ internet_security_enabled: true });
});

test("traffic can't bypass the gateway", () => {
  const options: Record<string, unknown> = { name: "ams", gatewayBypass: true, fastPath: true };
  const written = connectionWith(options);
  expect(Object.keys(written)).not.toContain("express_route_gateway_bypass_enabled");
});

test("a route map comes with the default route table, which the provider wants beside it", () => {
  const map = { routeMapId: `${NETWORK}/virtualHubs/hub-weu/routeMaps/only-underlay` };
  const defaultTable = reference("azurerm_virtual_hub.hub.default_route_table_id");
  expect(connectionWith({ routing: { inboundRouteMap: map } }).routing).toEqual({
    associated_route_table_id: defaultTable,
    propagated_route_table: { route_table_ids: [defaultTable], labels: ["default"] },
    inbound_route_map_id: map.routeMapId,
  });
});

test("all of routing can be set", () => {
  const stack = emptyStack();
  const id = `${NETWORK}/virtualHubs/hub-weu`;
  const table = RouteTable.fromAttributes(stack, "t", { routeTableId: `${id}/hubRouteTables/t` });
  const other = RouteTable.fromAttributes(stack, "u", { routeTableId: `${id}/hubRouteTables/u` });
  const inboundRouteMap = RouteMap.fromAttributes(stack, "in", { routeMapId: `${id}/routeMaps/in` });
  const outboundRouteMap = RouteMap.fromAttributes(stack, "out", { routeMapId: `${id}/routeMaps/out` });
  connect(stack, {
    routing: {
      associatedRouteTable: table,
      propagateTo: { routeTables: [table, other], labels: ["branches"] },
      inboundRouteMap,
      outboundRouteMap,
    },
  });
  expect(resourceOf(stack, "azurerm_express_route_connection").routing).toEqual({
    associated_route_table_id: `${id}/hubRouteTables/t`,
    propagated_route_table: {
      route_table_ids: [`${id}/hubRouteTables/t`, `${id}/hubRouteTables/u`],
      labels: ["branches"],
    },
    inbound_route_map_id: `${id}/routeMaps/in`,
    outbound_route_map_id: `${id}/routeMaps/out`,
  });
});

test("where the hub isn't known, routing has to name its tables", () => {
  const stack = emptyStack();
  const gateway = ExpressRouteGateway.fromAttributes(stack, "er", { expressRouteGatewayId: GATEWAY_ID });
  const circuit = PrivatePeering.fromAttributes(stack, "ams", { expressRouteCircuitPeeringId: PEERING_ID });
  const connection = (id: string, options: Partial<ExpressRouteConnectionOptions>) =>
    new ExpressRouteConnection(stack, id, { gateway, circuit, name: "ams", ...options });
  expect(complaintsOf(() => connection("a", {}))).toEqual([]);
  expect(complaintsOf(() => connection("b", { routing: {} }))).toEqual([
    "routing.associatedRouteTable: give it, since the gateway's hub isn't known here",
    "routing.propagateTo: give it, since the gateway's hub isn't known here",
  ]);
});

test("an authorization key comes from a sensitive variable, or from an authorization that is made here", () => {
  const stack = emptyStack();
  const key = new TerraformVariable(stack, "key", { type: "string", sensitive: true });
  expect(() => connect(stack, { authorizationKey: key })).not.toThrow();
  expect(resourceOf(stack, "azurerm_express_route_connection").authorization_key).toBe(reference("var.key"));

  const other = emptyStack();
  const elsewhere = `${NETWORK}/expressRouteCircuits/erc-ams`;
  const circuit = ExpressRouteCircuit.fromAttributes(other, "ams-circuit", { expressRouteCircuitId: elsewhere });
  const { authorizationKey } = circuit.addAuthorization("auth", { name: "auth" });
  connect(other, { authorizationKey });
  expect(resourceOf(other, "azurerm_express_route_connection").authorization_key).toMatch(
    /^\$\{azurerm_express_route_circuit_authorization\.[\w-]+\.authorization_key\}$/,
  );
});

test.each([
  [
    "in the clear",
    () => KEY,
    "a secret in code ends up in Git and in plans; pass a sensitive Terraform variable instead",
  ],
  [
    "in a variable that isn't sensitive",
    (stack: TerraformStack) => new TerraformVariable(stack, "key", { type: "string", default: KEY }),
    "variable key is not sensitive, so its value would show in plans",
  ],
])("an authorization key %s is refused and not shown", (_how, keyIn, problem) => {
  const stack = emptyStack();
  const authorizationKey = keyIn(stack);
  let message = "";
  const complaints = complaintsOf(() => {
    try {
      connect(stack, { authorizationKey });
    } catch (error) {
      message = `${error}`;
      throw error;
    }
  });
  expect(complaints).toEqual([`authorizationKey: ${problem}`]);
  expect(message).toBe(`InvalidConstructError: weu/hub/to-ams\n  authorizationKey: ${problem}`);
});

test("what is advertised over it is in the output network_intent", () => {
  const stack = emptyStack();
  const { resource } = connect(stack, { advertises: ["10.0.0.0/16"], asPath: [65001, 65002] });
  expect(objectOf(objectOf(terraformOf(stack).output).network_intent).value).toEqual({
    version: 1,
    expressRoute: {
      [`azurerm_express_route_connection.${resource.friendlyUniqueId}`]: {
        advertises: ["10.0.0.0/16"],
        asPath: [65001, 65002],
      },
    },
  });
});

test("a connection of which nothing is stated is in no output", () => {
  const stack = emptyStack();
  connect(stack);
  expect(terraformOf(stack).output).toBeUndefined();
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", { sensitive: true });
  const gateway = ExpressRouteGateway.fromAttributes(stack, "er", { expressRouteGatewayId: variable.stringValue });
  new ExpressRouteConnection(stack, "ams", {
    gateway,
    circuit: PrivatePeering.fromAttributes(stack, "p", { expressRouteCircuitPeeringId: variable.stringValue }),
    name: variable.stringValue,
    authorizationKey: variable.stringValue,
    routingWeight: variable.numberValue,
    advertises: variable.listValue,
    asPath: [variable.numberValue],
  });
  const v = reference("var.v");
  expect(resourceOf(stack, "azurerm_express_route_connection")).toMatchObject({
    name: v,
    express_route_gateway_id: v,
    express_route_circuit_peering_id: v,
    authorization_key: v,
    routing_weight: v,
  });
  expect(objectOf(objectOf(terraformOf(stack).output).network_intent).value).toEqual({
    version: 1,
    expressRoute: { "azurerm_express_route_connection.ams": { advertises: v, asPath: [v] } },
  });
});

test("all that is wrong with a connection is said at once", () => {
  const table = { routeTables: [] };
  const wrong: ExpressRouteConnectionOptions = {
    name: "",
    authorizationKey: KEY,
    routingWeight: 32001,
    routing: { propagateTo: table },
    advertises: ["10.0.0.0"],
    asPath: [0],
  };
  expect(complaintsOf(() => connect(emptyStack(), wrong))).toEqual([
    "name: it is empty",
    "authorizationKey: a secret in code ends up in Git and in plans; pass a sensitive Terraform variable instead",
    "routingWeight: 32001 is not a whole number from 0 to 32000",
    "routing.propagateTo.routeTables: it is empty; to propagate nowhere, use the hub's noneRouteTable",
    'advertises[0]: "10.0.0.0" is not a prefix: it has no mask',
    "asPath[0]: 0 is not an ASN: an ASN is a number from 1 to 4294967295",
  ]);
});
