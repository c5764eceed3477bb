import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { SpokeNetwork } from "../../../lib/spoke/spoke-network";
import { VirtualNetwork } from "../../../lib/spoke/virtual-network";
import { complaintsOf, emptyStack, resourceOf, terraformOf } from "../terraform";

const EXISTING = "/subscriptions/other/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/erp";
const APP = { name: "vnet-app", resourceGroupName: "rg", location: "westeurope", addressSpace: ["10.110.0.0/22"] };
const TIMEOUTS = { create: "60m", update: "60m", delete: "60m" };

function inAHub() {
  const stack = emptyStack();
  const wan = new VirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg", location: "westeurope" });
  const hub = wan.addHub("hub", { name: "hub", location: "westeurope", addressPrefix: "10.100.0.0/23" });
  return { stack, hub, hubId: `\${azurerm_virtual_hub.${hub.resource.friendlyUniqueId}` };
}

test("a spoke is a new virtual network, connected to the hub", () => {
  const { stack, hub, hubId } = inAHub();
  const spoke = new SpokeNetwork(stack, "app", { hub, name: "app", virtualNetwork: APP });
  const network = resourceOf(stack, "azurerm_virtual_network");
  expect(network).toMatchObject({ name: "vnet-app", address_space: ["10.110.0.0/22"] });
  expect(network).not.toHaveProperty("subnet");
  expect(resourceOf(stack, "azurerm_virtual_hub_connection")).toEqual({
    name: "app",
    virtual_hub_id: `${hubId}.id}`,
    remote_virtual_network_id: "${azurerm_virtual_network.app.id}",
    timeouts: TIMEOUTS,
  });
  expect(spoke.virtualNetwork).toBeInstanceOf(VirtualNetwork);
});

test("a spoke is an existing virtual network, which Terraform doesn't make", () => {
  const { stack, hub } = inAHub();
  const virtualNetwork = VirtualNetwork.fromAttributes(stack, "erp", { virtualNetworkId: EXISTING });
  new SpokeNetwork(stack, "spoke", { hub, name: "erp", virtualNetwork });
  expect(resourceOf(stack, "azurerm_virtual_hub_connection").remote_virtual_network_id).toBe(EXISTING);
  expect(terraformOf(stack).resource).not.toHaveProperty("azurerm_virtual_network");
});

test("static routes to an appliance in a spoke are in its connection, beside route tables and the default route", () => {
  const { stack, hub, hubId } = inAHub();
  const table = hub.addRouteTable("spokes", { name: "spokes" });
  new SpokeNetwork(stack, "nva", {
    hub,
    name: "nva",
    virtualNetwork: APP,
    internetSecurity: true,
    routing: {
      associatedRouteTable: table,
      staticRoutes: [{ name: "labs", addressPrefixes: ["10.120.0.0/16"], nextHopAddress: "10.110.0.4" }],
      propagateStaticRoutes: false,
      localRouteOverride: "Equal",
    },
  });
  expect(resourceOf(stack, "azurerm_virtual_hub_connection")).toMatchObject({
    internet_security_enabled: true,
    routing: {
      associated_route_table_id: expect.stringMatching(/^\$\{azurerm_virtual_hub_route_table\.\w+\.id\}$/),
      propagated_route_table: { labels: ["default"], route_table_ids: [`${hubId}.default_route_table_id}`] },
      static_vnet_route: [{ name: "labs", address_prefixes: ["10.120.0.0/16"], next_hop_ip_address: "10.110.0.4" }],
      static_vnet_propagate_static_routes_enabled: false,
      static_vnet_local_route_override_criteria: "Equal",
    },
  });
});

test("spokes of one hub are connected one after the other, since Azure fails on parallel changes", () => {
  const { stack, hub } = inAHub();
  const first = new SpokeNetwork(stack, "a", { hub, name: "a", virtualNetwork: { ...APP, name: "a" } });
  const second = new SpokeNetwork(stack, "b", { hub, name: "b", virtualNetwork: { ...APP, name: "b" } });
  expect(terraformOf(stack).resource).toMatchObject({
    azurerm_virtual_hub_connection: {
      [second.resource.friendlyUniqueId]: {
        depends_on: [`azurerm_virtual_hub_connection.${first.resource.friendlyUniqueId}`],
      },
    },
  });
});

test("subnets are made before their network is connected, since a change afterwards may reconnect every tunnel", () => {
  const { stack, hub } = inAHub();
  const subnets = [{ name: "web", addressPrefixes: ["10.110.0.0/24"] }];
  const spoke = new SpokeNetwork(stack, "app", { hub, name: "app", virtualNetwork: { ...APP, subnets } });
  expect(resourceOf(stack, "azurerm_virtual_hub_connection").depends_on).toEqual([
    `azurerm_subnet.${spoke.virtualNetwork.subnets.get("web")?.friendlyUniqueId}`,
  ]);
});

test("everything wrong with a spoke is said at once", () => {
  const { stack, hub } = inAHub();
  const wrong = {
    hub,
    name: "",
    virtualNetwork: APP,
    routing: { staticRoutes: [{ name: " ", addressPrefixes: ["10.120.0.1/16"], nextHopAddress: "10.110.0.0/24" }] },
  };
  expect(complaintsOf(() => new SpokeNetwork(stack, "app", wrong))).toEqual([
    "name: it is empty",
    "routing.staticRoutes[0].name: it is empty",
    expect.stringMatching(/^routing\.staticRoutes\[0\]\.addressPrefixes\[0\]: "10\.120\.0\.1\/16" is not a prefix: /),
    expect.stringMatching(/^routing\.staticRoutes\[0\]\.nextHopAddress: "10\.110\.0\.0\/24" is not an IP address: /),
  ]);
});
