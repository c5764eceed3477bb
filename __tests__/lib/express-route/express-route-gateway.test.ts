import { TerraformVariable } from "cdktf";
import { ExpressRouteGateway } from "../../../lib/express-route/express-route-gateway";
import { VirtualHub } from "../../../lib/hub/virtual-hub";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

test("a gateway has one scale unit, and is where its hub is", () => {
  const stack = emptyStack();
  hubIn(stack).addExpressRouteGateway("er", { name: "ergw-weu" });
  expect(resourceOf(stack, "azurerm_express_route_gateway")).toEqual({
    name: "ergw-weu",
    resource_group_name: "rg",
    location: "westeurope",
    virtual_hub_id: reference("azurerm_virtual_hub.hub.id"),
    scale_units: 1,
    timeouts: { create: "90m", update: "90m", delete: "90m" },
  });
});

test("everything else about a gateway can be set", () => {
  const stack = emptyStack();
  hubIn(stack).addExpressRouteGateway("er", {
    name: "ergw-weu",
    resourceGroupName: "rg-er",
    location: "West Europe",
    scaleUnits: 10,
    allowNonVirtualWanTraffic: true,
    tags: { owner: "net" },
  });
  expect(resourceOf(stack, "azurerm_express_route_gateway")).toMatchObject({
    resource_group_name: "rg-er",
    location: "West Europe",
    scale_units: 10,
    allow_non_virtual_wan_traffic: true,
    tags: { owner: "net" },
  });
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  hubIn(stack).addExpressRouteGateway("er", {
    name: variable.stringValue,
    resourceGroupName: variable.stringValue,
    location: variable.stringValue,
    scaleUnits: variable.numberValue,
    allowNonVirtualWanTraffic: variable.booleanValue,
  });
  const v = reference("var.v");
  expect(resourceOf(stack, "azurerm_express_route_gateway")).toMatchObject({
    name: v,
    resource_group_name: v,
    location: v,
    scale_units: v,
    allow_non_virtual_wan_traffic: v,
  });
});

test("all that is wrong with a gateway is said at once", () => {
  const stack = emptyStack();
  const wrong = { name: "", resourceGroupName: "", location: "", scaleUnits: 11 };
  expect(complaintsOf(() => hubIn(stack).addExpressRouteGateway("er", wrong))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
    "scaleUnits: 11 is not a whole number from 1 to 10 (https://learn.microsoft.com/azure/virtual-wan/virtual-wan-expressroute-about)",
    "location: it is empty",
  ]);
});

test("a gateway in a hub that is known by id needs a location", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: `${NETWORK}/virtualHubs/hub` });
  expect(complaintsOf(() => hub.addExpressRouteGateway("er", { name: "er" }))).toEqual([
    "location: give it, since the hub is known by id only",
  ]);
});

test("an existing gateway is used by its id, and becomes that of a hub", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: `${NETWORK}/virtualHubs/hub` });
  const expressRouteGatewayId = `${NETWORK}/expressRouteGateways/er`;
  const gateway = ExpressRouteGateway.fromAttributes(stack, "er", { expressRouteGatewayId, hub });
  expect([gateway.expressRouteGatewayId, gateway.hub]).toEqual([expressRouteGatewayId, hub]);
  expect(hub.expressRouteGateway).toBe(gateway);
  expect(ExpressRouteGateway.fromAttributes(stack, "other", { expressRouteGatewayId }).hub).toBeUndefined();
  expect(terraformOf(stack).resource).toBeUndefined();
});

test("what is wrong with the attributes of an existing gateway is said", () => {
  const stack = emptyStack();
  const hub = hubIn(stack);
  hub.addExpressRouteGateway("er", { name: "er" });
  const attributes = { expressRouteGatewayId: `${NETWORK}/vpnGateways/vpn`, hub };
  expect(complaintsOf(() => ExpressRouteGateway.fromAttributes(stack, "a", attributes))).toEqual([
    `expressRouteGatewayId: "${NETWORK}/vpnGateways/vpn" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/expressRouteGateways/...`,
    "hub: it has an ExpressRoute gateway already, weu/hub/er, and can have one only",
  ]);
});
