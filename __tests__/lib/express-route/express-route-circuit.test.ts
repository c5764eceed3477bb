import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { ExpressRouteCircuit, type ProviderCircuitProps } from "../../../lib/express-route/express-route-circuit";
import { resolved } from "../../../lib/terraform/resolved";
import { objectOf } from "../../../scripts/azurerm-schema";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, dataSourceOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

const AMSTERDAM: ProviderCircuitProps = {
  name: "erc-ams",
  resourceGroupName: "rg",
  location: "westeurope",
  serviceProvider: "Equinix",
  peeringLocation: "Amsterdam",
  bandwidthMbps: 1000,
};

const CIRCUIT_ID = `${NETWORK}/expressRouteCircuits/erc-ams`;

test("a circuit through a provider is Standard and metered", () => {
  const stack = emptyStack();
  new ExpressRouteCircuit(stack, "ams", AMSTERDAM);
  expect(resourceOf(stack, "azurerm_express_route_circuit")).toEqual({
    name: "erc-ams",
    resource_group_name: "rg",
    location: "westeurope",
    service_provider_name: "Equinix",
    peering_location: "Amsterdam",
    bandwidth_in_mbps: 1000,
    sku: { tier: "Standard", family: "MeteredData" },
  });
});

test("tier, billing and tags can be set", () => {
  const stack = emptyStack();
  new ExpressRouteCircuit(stack, "ams", { ...AMSTERDAM, tier: "Premium", billing: "UnlimitedData", tags: { a: "b" } });
  expect(resourceOf(stack, "azurerm_express_route_circuit")).toMatchObject({
    sku: { tier: "Premium", family: "UnlimitedData" },
    tags: { a: "b" },
  });
});

test("a circuit on a port has the port and its bandwidth in Gbps", () => {
  const stack = emptyStack();
  new ExpressRouteCircuit(stack, "ams", {
    name: "erc-ams",
    resourceGroupName: "rg",
    location: "westeurope",
    expressRoutePortId: `${NETWORK}/expressRoutePorts/port`,
    bandwidthGbps: 10,
    rateLimiting: true,
  });
  expect(resourceOf(stack, "azurerm_express_route_circuit")).toEqual({
    name: "erc-ams",
    resource_group_name: "rg",
    location: "westeurope",
    express_route_port_id: `${NETWORK}/expressRoutePorts/port`,
    bandwidth_in_gbps: 10,
    rate_limiting_enabled: true,
    sku: { tier: "Standard", family: "MeteredData" },
  });
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  new ExpressRouteCircuit(stack, "ams", {
    name: variable.stringValue,
    resourceGroupName: variable.stringValue,
    location: variable.stringValue,
    serviceProvider: variable.stringValue,
    peeringLocation: variable.stringValue,
    bandwidthMbps: variable.value,
    tier: variable.value,
    billing: variable.value,
  });
  const v = reference("var.v");
  expect(resourceOf(stack, "azurerm_express_route_circuit")).toEqual({
    name: v,
    resource_group_name: v,
    location: v,
    service_provider_name: v,
    peering_location: v,
    bandwidth_in_mbps: v,
    sku: { tier: v, family: v },
  });
});

test("all that is wrong with a circuit is said at once", () => {
  const wrong: ProviderCircuitProps = {
    name: "",
    resourceGroupName: "",
    location: "",
    serviceProvider: "",
    peeringLocation: "",
    bandwidthMbps: JSON.parse("123"),
    tier: JSON.parse('"Basic"'),
    billing: JSON.parse('"Free"'),
  };
  expect(complaintsOf(() => new ExpressRouteCircuit(emptyStack(), "ams", wrong))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
    "location: it is empty",
    'tier: "Basic" is not one of "Local", "Standard", "Premium"',
    'billing: "Free" is not one of "MeteredData", "UnlimitedData"',
    "serviceProvider: it is empty",
    "peeringLocation: it is empty",
    "bandwidthMbps: 123 is not one of 50, 100, 200, 500, 1000, 2000, 5000, 10000 (what Azure sells through providers)",
  ]);
  const onPort = {
    name: "erc-ams",
    resourceGroupName: "rg",
    location: "westeurope",
    expressRoutePortId: "port",
    bandwidthGbps: JSON.parse("7"),
  };
  expect(complaintsOf(() => new ExpressRouteCircuit(emptyStack(), "ams", onPort))).toEqual([
    'expressRoutePortId: "port" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/expressRoutePorts/...',
    "bandwidthGbps: 7 is not one of 1, 2, 5, 10, 40, 100 (what Azure sells on ports)",
  ]);
});

test("an authorization of a circuit has a key that Terraform keeps", () => {
  const stack = emptyStack();
  const authorization = new ExpressRouteCircuit(stack, "ams", AMSTERDAM).addAuthorization("auth", { name: "for-weu" });
  expect(resourceOf(stack, "azurerm_express_route_circuit_authorization")).toEqual({
    name: "for-weu",
    express_route_circuit_name: reference("azurerm_express_route_circuit.ams.name"),
    resource_group_name: "rg",
  });
  expect(resolved(stack, authorization.authorizationKey)).toBe(
    reference(
      `azurerm_express_route_circuit_authorization.${authorization.resource.friendlyUniqueId}.authorization_key`,
    ),
  );
  const another = () => new ExpressRouteCircuit(stack, "fra", AMSTERDAM).addAuthorization("auth", { name: "" });
  expect(complaintsOf(another)).toEqual(["name: it is empty"]);
});

test("a circuit that exists is used by its id", () => {
  const stack = emptyStack();
  const circuit = ExpressRouteCircuit.fromAttributes(stack, "ams", { expressRouteCircuitId: CIRCUIT_ID });
  expect([
    circuit.expressRouteCircuitId,
    circuit.expressRouteCircuitName,
    circuit.resourceGroupName,
    circuit.providerManagedPeering().expressRouteCircuitPeeringId,
    resolved(stack, circuit.privatePeering.expressRouteCircuitPeeringId),
  ]).toEqual([
    CIRCUIT_ID,
    "erc-ams",
    "rg",
    `${CIRCUIT_ID}/peerings/AzurePrivatePeering`,
    `${CIRCUIT_ID}/peerings/AzurePrivatePeering`,
  ]);
});

test("a circuit that exists can be read by its name, and stated to be provisioned", () => {
  const stack = emptyStack();
  const attributes = { name: "erc-ams", resourceGroupName: "rg", provisioned: true } as const;
  const circuit = ExpressRouteCircuit.fromAttributes(stack, "ams", attributes);
  expect(dataSourceOf(stack, "azurerm_express_route_circuit")).toEqual({
    name: "erc-ams",
    resource_group_name: "rg",
    lifecycle: {
      postcondition: [
        {
          condition: reference('self.service_provider_provisioning_state == "Provisioned"'),
          error_message: `The service_provider_provisioning_state of ExpressRoute circuit erc-ams is ${reference("jsonencode(self.service_provider_provisioning_state)")}, but Provisioned is stated.`,
        },
      ],
    },
  });
  expect(
    resolved(stack, [
      circuit.expressRouteCircuitId,
      circuit.expressRouteCircuitName,
      circuit.resourceGroupName,
      circuit.privatePeering.expressRouteCircuitPeeringId,
    ]),
  ).toEqual([
    reference("data.azurerm_express_route_circuit.ams.id"),
    reference("data.azurerm_express_route_circuit.ams.name"),
    "rg",
    `${reference("data.azurerm_express_route_circuit.ams.id")}/peerings/AzurePrivatePeering`,
  ]);
});

test("what is wrong with the attributes of an existing circuit is said", () => {
  const stack = emptyStack();
  expect(complaintsOf(() => ExpressRouteCircuit.fromAttributes(stack, "a", { expressRouteCircuitId: "ams" }))).toEqual([
    'expressRouteCircuitId: "ams" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/expressRouteCircuits/...',
  ]);
  const nameless = { name: "", resourceGroupName: "" };
  expect(complaintsOf(() => ExpressRouteCircuit.fromAttributes(stack, "b", nameless))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
  ]);
});

test("a circuit's private peering may be added after the circuit is connected", () => {
  const stack = emptyStack();
  const hub = hubIn(stack);
  hub.addExpressRouteGateway("er", { name: "er" });
  const circuit = new ExpressRouteCircuit(stack, "ams", AMSTERDAM);
  hub.connectCircuit("to-ams", circuit, { name: "ams" });
  const peering = circuit.addPrivatePeering("private", { peerAsn: 65001, vlanId: 100 });
  expect(resourceOf(stack, "azurerm_express_route_connection").express_route_circuit_peering_id).toBe(
    reference(`azurerm_express_route_circuit_peering.${peering.resource.friendlyUniqueId}.id`),
  );
});

test("a peering that the provider manages is referred to, and isn't made", () => {
  const stack = emptyStack();
  const hub = hubIn(stack);
  hub.addExpressRouteGateway("er", { name: "er" });
  const circuit = new ExpressRouteCircuit(stack, "ams", AMSTERDAM);
  hub.connectCircuit("to-ams", circuit.providerManagedPeering(), { name: "ams" });
  expect(resourceOf(stack, "azurerm_express_route_connection").express_route_circuit_peering_id).toBe(
    `${reference("azurerm_express_route_circuit.ams.id")}/peerings/AzurePrivatePeering`,
  );
  expect(Object.keys(Object(terraformOf(stack).resource))).not.toContain("azurerm_express_route_circuit_peering");
});

test("a circuit that is connected without any private peering stops the synthesis", () => {
  const app = new App();
  const stack = new TerraformStack(app, "weu");
  new AzurermProvider(stack, "azurerm", { features: [{}] });
  const hub = hubIn(stack);
  hub.addExpressRouteGateway("er", { name: "er" });
  hub.connectCircuit("to-ams", new ExpressRouteCircuit(stack, "ams", AMSTERDAM), { name: "ams" });
  expect(() => app.synth()).toThrow(
    "[weu/ams] it is connected without a private peering: addPrivatePeering, or connect its providerManagedPeering()",
  );
});

test("a circuit of one stack can be connected in another", () => {
  const app = new App();
  const [core, weu] = [new TerraformStack(app, "core"), new TerraformStack(app, "weu")];
  for (const stack of [core, weu]) {
    new AzurermProvider(stack, "azurerm", { features: [{}] });
  }
  const hub = hubIn(weu);
  hub.addExpressRouteGateway("er", { name: "er" });
  const circuit = new ExpressRouteCircuit(core, "ams", AMSTERDAM);
  hub.connectCircuit("to-ams", circuit, { name: "ams" });
  const peering = circuit.addPrivatePeering("private", { peerAsn: 65001, vlanId: 100 });
  core.prepareStack();
  weu.prepareStack();
  expect(resourceOf(weu, "azurerm_express_route_connection").express_route_circuit_peering_id).toMatch(
    /^\$\{data\.terraform_remote_state\./,
  );
  expect(Object.values(objectOf(terraformOf(core).output))).toContainEqual({
    value: reference(`azurerm_express_route_circuit_peering.${peering.resource.friendlyUniqueId}.id`),
    sensitive: true,
  });
});
