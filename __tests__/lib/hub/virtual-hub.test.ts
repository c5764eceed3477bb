import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { PrivatePeering } from "../../../lib/express-route/private-peering";
import { VirtualHub, type VirtualHubProps } from "../../../lib/hub/virtual-hub";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { resolved } from "../../../lib/terraform/resolved";
import { VpnLink } from "../../../lib/vpn/vpn-link";
import { VpnSite } from "../../../lib/vpn/vpn-site";
import { objectOf } from "../../../scripts/azurerm-schema";
import { complaintsOf, dataSourceOf, emptyStack, reference, resourceOf, resourcesOf, terraformOf } from "../terraform";

const HUB_ID = "/subscriptions/s/resourceGroups/rg-net/providers/Microsoft.Network/virtualHubs/hub-weu";

function hubProps(stack: TerraformStack): VirtualHubProps {
  const wan = new VirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg-net", location: "westeurope" });
  return { wan, name: "hub-weu", location: "westeurope", addressPrefix: "10.100.0.0/23" };
}

test("a hub is Standard and prefers ExpressRoute, and says nothing else", () => {
  const stack = emptyStack();
  new VirtualHub(stack, "weu_hub", hubProps(stack));
  expect(resourcesOf(stack, "azurerm_virtual_hub")).toEqual({
    weu_hub: {
      name: "hub-weu",
      resource_group_name: "rg-net",
      location: "westeurope",
      virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
      address_prefix: "10.100.0.0/23",
      sku: "Standard",
      hub_routing_preference: "ExpressRoute",
      timeouts: { create: "60m", update: "60m", delete: "60m" },
    },
  });
});

test("routing preference, capacity, branch-to-branch, resource group and tags can be set", () => {
  const stack = emptyStack();
  new VirtualHub(stack, "hub", {
    ...hubProps(stack),
    resourceGroupName: "rg-weu",
    routingPreference: "ASPath",
    minimumCapacity: 10,
    branchToBranch: true,
    tags: { owner: "net" },
  });
  expect(resourceOf(stack, "azurerm_virtual_hub")).toMatchObject({
    resource_group_name: "rg-weu",
    hub_routing_preference: "ASPath",
    virtual_router_auto_scale_min_capacity: 10,
    branch_to_branch_traffic_enabled: true,
    tags: { owner: "net" },
  });
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  new VirtualHub(stack, "hub", {
    ...hubProps(stack),
    name: variable.stringValue,
    location: variable.stringValue,
    resourceGroupName: variable.stringValue,
    addressPrefix: variable.stringValue,
    routingPreference: variable.value,
    minimumCapacity: variable.numberValue,
    branchToBranch: variable.booleanValue,
  });
  expect(resourceOf(stack, "azurerm_virtual_hub")).toMatchObject({
    name: "${var.v}",
    location: "${var.v}",
    resource_group_name: "${var.v}",
    address_prefix: "${var.v}",
    hub_routing_preference: "${var.v}",
    virtual_router_auto_scale_min_capacity: "${var.v}",
    branch_to_branch_traffic_enabled: "${var.v}",
  });
});

test("all that is wrong with a hub is said at once", () => {
  const stack = emptyStack();
  const wrong = {
    ...hubProps(stack),
    name: " ",
    location: "",
    resourceGroupName: "",
    addressPrefix: "10.100.0.0",
    routingPreference: JSON.parse('"Vpn"'),
    minimumCapacity: 51,
  };
  expect(complaintsOf(() => new VirtualHub(stack, "hub", wrong))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
    "location: it is empty",
    'addressPrefix: "10.100.0.0" is not a prefix: it has no mask',
    'routingPreference: "Vpn" is not one of "ExpressRoute", "VpnGateway", "ASPath"',
    "minimumCapacity: 51 is not a whole number from 2 to 50 (https://learn.microsoft.com/azure/virtual-wan/hub-settings)",
  ]);
});

test("the hub and its own route tables are known by id", () => {
  const stack = emptyStack();
  const hub = new VirtualHub(stack, "hub", hubProps(stack));
  const ids = [
    hub.virtualHubId,
    hub.defaultRouteTableId,
    hub.defaultRouteTable.routeTableId,
    hub.noneRouteTable.routeTableId,
  ];
  expect(resolved(stack, ids)).toEqual([
    reference("azurerm_virtual_hub.hub.id"),
    reference("azurerm_virtual_hub.hub.default_route_table_id"),
    reference("azurerm_virtual_hub.hub.default_route_table_id"),
    `${reference("azurerm_virtual_hub.hub.id")}/hubRouteTables/noneRouteTable`,
  ]);
});

test("a hub in a stack of its own refers to the WAN of another stack", () => {
  const app = new App();
  const [global, weu] = [new TerraformStack(app, "global"), new TerraformStack(app, "weu")];
  const props = hubProps(global);
  new VirtualHub(weu, "hub", props);
  new AzurermProvider(global, "azurerm", { features: [{}] });
  new AzurermProvider(weu, "azurerm", { features: [{}] });
  weu.prepareStack();
  expect(resourceOf(weu, "azurerm_virtual_hub")).toMatchObject({
    resource_group_name: "rg-net",
    virtual_wan_id: expect.stringMatching(/^\$\{data\.terraform_remote_state\..*virtual_wan/),
  });
});

test("an existing hub that is read by name has to be as stated, else Terraform refuses to plan", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", {
    name: "hub-weu",
    resourceGroupName: "rg-net",
    addressPrefix: "10.100.0.0/23",
  });
  expect(dataSourceOf(stack, "azurerm_virtual_hub")).toEqual({
    name: "hub-weu",
    resource_group_name: "rg-net",
    lifecycle: {
      postcondition: [
        {
          condition: reference('self.address_prefix == "10.100.0.0/23"'),
          error_message: `The address_prefix of virtual hub hub-weu is ${reference("jsonencode(self.address_prefix)")}, but 10.100.0.0/23 is stated.`,
        },
      ],
    },
  });
  const known = [hub.virtualHubId, hub.resourceGroupName, hub.location, hub.addressPrefix, hub.defaultRouteTableId];
  expect(resolved(stack, known)).toEqual([
    reference("data.azurerm_virtual_hub.hub.id"),
    "rg-net",
    reference("data.azurerm_virtual_hub.hub.location"),
    reference("data.azurerm_virtual_hub.hub.address_prefix"),
    reference("data.azurerm_virtual_hub.hub.default_route_table_id"),
  ]);
});

test("the WAN of an existing hub can be stated", () => {
  const stack = emptyStack();
  const wan = VirtualWan.fromAttributes(stack, "wan", { name: "wan", resourceGroupName: "rg-net" });
  VirtualHub.fromAttributes(stack, "hub", { name: "hub-weu", resourceGroupName: "rg-net", wan });
  expect(dataSourceOf(stack, "azurerm_virtual_hub").lifecycle).toMatchObject({
    postcondition: [{ condition: reference("lower(self.virtual_wan_id) == lower(data.azurerm_virtual_wan.wan.id)") }],
  });
});

test("what isn't stated of an existing hub isn't checked", () => {
  const stack = emptyStack();
  VirtualHub.fromAttributes(stack, "hub", { name: "hub-weu", resourceGroupName: "rg-net" });
  expect(dataSourceOf(stack, "azurerm_virtual_hub")).toEqual({ name: "hub-weu", resource_group_name: "rg-net" });
});

test.each([
  ["a token", (v: TerraformVariable) => v.stringValue, "var.v"],
  [
    "text with a token",
    (v: TerraformVariable) => `10.${v.stringValue}.0.0/23`,
    `join("", ["10.${reference("var.v")}.0.0/23"])`,
  ],
  ["text with an expression", () => `10.${reference("var.v")}.0.0/23`, `"10.${reference("var.v")}.0.0/23"`],
])("the address prefix of an existing hub may be %s", (_what, prefixFrom, expression) => {
  const stack = emptyStack();
  const addressPrefix = prefixFrom(new TerraformVariable(stack, "v", { type: "string" }));
  VirtualHub.fromAttributes(stack, "hub", { name: "hub-weu", resourceGroupName: "rg-net", addressPrefix });
  expect(dataSourceOf(stack, "azurerm_virtual_hub").lifecycle).toMatchObject({
    postcondition: [{ condition: reference(`self.address_prefix == ${expression}`) }],
  });
});

test("an existing hub is used by its id, with nothing in Terraform for it", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: HUB_ID });
  expect(terraformOf(stack).data).toBeUndefined();
  expect([hub.virtualHubId, hub.resourceGroupName, hub.location, hub.addressPrefix, hub.defaultRouteTableId]).toEqual([
    HUB_ID,
    "rg-net",
    undefined,
    undefined,
    `${HUB_ID}/hubRouteTables/defaultRouteTable`,
  ]);
});

test("what is wrong with the attributes of an existing hub is said", () => {
  const stack = emptyStack();
  const wanId = HUB_ID.replace("virtualHubs", "virtualWans");
  expect(complaintsOf(() => VirtualHub.fromAttributes(stack, "a", { virtualHubId: wanId }))).toEqual([
    `virtualHubId: "${wanId}" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/virtualHubs/...`,
  ]);
  const wrong = { name: "", resourceGroupName: "", addressPrefix: "10.100.0.0/33" };
  expect(complaintsOf(() => VirtualHub.fromAttributes(stack, "b", wrong))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
    'addressPrefix: "10.100.0.0/33" is not a prefix: prefix length 33 is over 32',
  ]);
});

test("an existing hub can do what a new one can", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { name: "hub-weu", resourceGroupName: "rg-net" });
  hub.addVpnGateway("vpn", { name: "vpn" });
  hub.addExpressRouteGateway("er", { name: "er" });
  hub.addRouteTable("table", { name: "table" });
  hub.addRouteMap("map", { name: "map", rules: [{ name: "all", nextStep: "Terminate" }] });
  const peering = PrivatePeering.fromAttributes(stack, "ams", { circuitName: "erc-ams", resourceGroupName: "rg-net" });
  hub.connectCircuit("to-ams", peering, { name: "ams" });
  hub.connectSpoke("app", {
    name: "app",
    virtualNetwork: { name: "vnet", resourceGroupName: "rg", location: "westeurope", addressSpace: ["10.110.0.0/16"] },
  });
  hub.connectSite("to-hq", site(stack), { name: "hq" });
  const types = Object.entries(objectOf(terraformOf(stack).resource)).map(([type, all]) => [type, hubOf(all)]);
  const id = reference("data.azurerm_virtual_hub.hub.id");
  expect(Object.fromEntries(types)).toMatchObject({
    azurerm_vpn_gateway: id,
    azurerm_express_route_gateway: id,
    azurerm_virtual_hub_route_table: id,
    azurerm_route_map: id,
    azurerm_virtual_hub_connection: id,
    azurerm_express_route_connection: undefined,
    azurerm_vpn_gateway_connection: undefined,
  });
});

function hubOf(instances: unknown): unknown {
  return Object.values(objectOf(instances)).map((body) => objectOf(body).virtual_hub_id)[0];
}

function site(stack: TerraformStack): VpnSite {
  const wan = VirtualWan.fromAttributes(stack, "wan", { name: "wan", resourceGroupName: "rg-net" });
  const link = VpnLink.overExpressRoute({ name: "er", provider: "Equinix", speedMbps: 100, deviceAddress: "10.0.0.4" });
  return new VpnSite(stack, "hq", {
    wan,
    name: "hq",
    location: "westeurope",
    links: [link],
    addressCidrs: ["10.0.1.0/24"],
  });
}

test("a hub without a gateway says so when something is connected to it", () => {
  const stack = emptyStack();
  const hub = new VirtualHub(stack, "hub", hubProps(stack));
  const peering = { expressRouteCircuitPeeringId: "x" };
  expect([hub.vpnGateway, hub.expressRouteGateway]).toEqual([undefined, undefined]);
  expect(complaintsOf(() => hub.connectSite("to-hq", site(emptyStack()), { name: "hq" }))).toEqual([
    "the hub has no VPN gateway to connect to: call addVpnGateway before",
  ]);
  expect(complaintsOf(() => hub.connectCircuit("to-ams", peering, { name: "ams" }))).toEqual([
    "the hub has no ExpressRoute gateway to connect to: call addExpressRouteGateway before",
  ]);
});

test("a hub has one gateway of a kind", () => {
  const stack = emptyStack();
  const hub = new VirtualHub(stack, "hub", hubProps(stack));
  hub.addVpnGateway("vpn", { name: "vpn" });
  hub.addExpressRouteGateway("er", { name: "er" });
  expect(complaintsOf(() => hub.addVpnGateway("vpn2", { name: "vpn2" }))).toEqual([
    "hub: it has a VPN gateway already, weu/hub/vpn, and can have one only",
  ]);
  expect(complaintsOf(() => hub.addExpressRouteGateway("er2", { name: "er2" }))).toEqual([
    "hub: it has an ExpressRoute gateway already, weu/hub/er, and can have one only",
  ]);
});
