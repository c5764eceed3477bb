import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformVariable } from "cdktf";
import { VirtualNetwork } from "../../../lib/spoke/virtual-network";
import { resolved } from "../../../lib/terraform/resolved";
import { complaintsOf, dataSourceOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

const PLACE = { resourceGroupName: "rg", location: "westeurope" };
const EXISTING = "/subscriptions/other/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/erp";

test("a virtual network is made with each subnet as a resource of its own", () => {
  const stack = emptyStack();
  const network = new VirtualNetwork(stack, "app", {
    ...PLACE,
    name: "vnet-app",
    addressSpace: ["10.110.0.0/22"],
    dnsServers: ["10.0.1.53"],
    tags: { owner: "app" },
    subnets: [{ name: "web", addressPrefixes: ["10.110.0.0/24"], defaultOutboundAccess: false }],
  });
  expect(terraformOf(stack).resource).toEqual({
    azurerm_virtual_network: {
      app: {
        name: "vnet-app",
        resource_group_name: "rg",
        location: "westeurope",
        address_space: ["10.110.0.0/22"],
        dns_servers: ["10.0.1.53"],
        tags: { owner: "app" },
      },
    },
    azurerm_subnet: {
      [network.subnets.get("web")?.friendlyUniqueId ?? ""]: {
        name: "web",
        resource_group_name: "rg",
        virtual_network_name: reference("azurerm_virtual_network.app.name"),
        address_prefixes: ["10.110.0.0/24"],
        default_outbound_access_enabled: false,
      },
    },
  });
});

test("everything wrong with a virtual network is said at once", () => {
  const wrong = {
    ...PLACE,
    name: "",
    addressSpace: [],
    dnsServers: ["dns.example.com"],
    subnets: [
      { name: "web", addressPrefixes: ["10.110.0.0"] },
      { name: "web", addressPrefixes: ["10.110.1.0/24"] },
    ],
  };
  expect(complaintsOf(() => new VirtualNetwork(emptyStack(), "app", wrong))).toEqual([
    "name: it is empty",
    "addressSpace: a virtual network has at least one prefix",
    expect.stringMatching(/^dnsServers\[0\]: "dns\.example\.com" is not an IP address/),
    'subnets[0].addressPrefixes[0]: "10.110.0.0" is not a prefix: it has no mask',
    'subnets[1].name: another subnet is called "web" too',
  ]);
});

test("tokens are taken for names and prefixes", () => {
  const stack = emptyStack();
  const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
  const prefixes = new TerraformVariable(stack, "prefixes", { type: "list(string)" }).listValue;
  new VirtualNetwork(stack, "app", {
    resourceGroupName: name,
    location: name,
    name,
    addressSpace: prefixes,
    dnsServers: prefixes,
    subnets: [{ name, addressPrefixes: prefixes }],
  });
  expect(resourceOf(stack, "azurerm_virtual_network")).toMatchObject({
    name: reference("var.name"),
    address_space: reference("var.prefixes"),
    dns_servers: reference("var.prefixes"),
  });
  expect(resourceOf(stack, "azurerm_subnet")).toMatchObject({
    name: reference("var.name"),
    address_prefixes: reference("var.prefixes"),
  });
});

test("an existing one is known by id, in any subscription, without a data source", () => {
  const stack = emptyStack();
  expect(VirtualNetwork.fromAttributes(stack, "erp", { virtualNetworkId: EXISTING }).virtualNetworkId).toBe(EXISTING);
  expect(terraformOf(stack)).not.toHaveProperty("data");
});

test("what is no virtual network's id is refused", () => {
  const id = EXISTING.replace("virtualNetworks", "virtualHubs");
  expect(complaintsOf(() => VirtualNetwork.fromAttributes(emptyStack(), "erp", { virtualNetworkId: id }))).toEqual([
    `virtualNetworkId: "${id}" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/virtualNetworks/...`,
  ]);
});

test("an existing one is read by name, and its stated address space holds in any order or the plan fails", () => {
  const stack = emptyStack();
  const network = VirtualNetwork.fromAttributes(stack, "erp", {
    name: "vnet-erp",
    resourceGroupName: "rg",
    addressSpace: ["10.2.0.0/16", "10.1.0.0/16"],
  });
  expect(resolved(stack, network.virtualNetworkId)).toBe(reference("data.azurerm_virtual_network.erp.id"));
  expect(dataSourceOf(stack, "azurerm_virtual_network")).toEqual({
    name: "vnet-erp",
    resource_group_name: "rg",
    lifecycle: {
      postcondition: [
        {
          condition: '${(toset(self.address_space) == toset(["10.2.0.0/16", "10.1.0.0/16"]))}',
          error_message:
            "The address_space of virtual network vnet-erp is ${jsonencode(self.address_space)}, but another one is stated.",
        },
      ],
    },
  });
});

test("an existing one of another subscription is read with that subscription's provider", () => {
  const stack = emptyStack();
  const provider = new AzurermProvider(stack, "spokes", { features: [{}], alias: "spokes" });
  VirtualNetwork.fromAttributes(stack, "erp", { name: "vnet-erp", resourceGroupName: "rg", provider });
  expect(dataSourceOf(stack, "azurerm_virtual_network")).toEqual({
    name: "vnet-erp",
    resource_group_name: "rg",
    provider: "azurerm.spokes",
  });
});
