import { DataAzurermVirtualWan } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-wan";
import { LogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import { MonitorActionGroup } from "@cdktf/provider-azurerm/lib/monitor-action-group";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { App } from "cdktf";
import { objectOf } from "../../scripts/azurerm-schema";
import { AzureStack } from "../../stacks/azure-stack";
import { addressesOf } from "../support/addresses";
import { folderOfItsOwn, resourcesOf, terraformOf, terraformOfApp } from "./terraform";

const outdir = folderOfItsOwn();
const stacksOf = (text: string) => terraformOf(text, outdir);
const HUBS = "hubs: { westeurope: { addressPrefix: 10.100.0.0/23 } }\n";
const SMALL = `version: 1\nname: net\n${HUBS}`;

test("without settings: azurerm 4.55 to 5.x, a local state beside the output folder, the subscription of the environment", () => {
  const { terraform, provider } = objectOf(stacksOf(SMALL)["net-westeurope"]);
  expect({ terraform, provider }).toEqual({
    terraform: {
      required_providers: { azurerm: { source: "azurerm", version: ">= 4.55, < 6.0" } },
      backend: { local: { path: "../../../terraform.net-westeurope.tfstate" } },
    },
    provider: {
      azurerm: [
        {
          features: [{}],
          resource_provider_registrations: "none",
          resource_providers_to_register: ["Microsoft.Network"],
        },
      ],
    },
  });
});

test("provider version, registration, subscription and an Azure storage account for states are settings", () => {
  const text = `${SMALL}subscription: 11111111-2222-3333-4444-555555555555
terraform:
  providerVersion: ">= 4.60, < 6.0"
  registerResourceProviders: false
  backend: { azurerm: { resourceGroup: rg-tf, storageAccount: sttf, container: states, keyPrefix: net/ } }\n`;
  const { terraform, provider } = objectOf(stacksOf(text)["net-global"]);
  expect({ terraform, provider }).toEqual({
    terraform: {
      required_providers: { azurerm: { source: "azurerm", version: ">= 4.60, < 6.0" } },
      backend: {
        azurerm: {
          resource_group_name: "rg-tf",
          storage_account_name: "sttf",
          container_name: "states",
          key: "net/net-global.tfstate",
          use_azuread_auth: true,
        },
      },
    },
    provider: {
      azurerm: [
        {
          features: [{}],
          resource_provider_registrations: "none",
          subscription_id: "11111111-2222-3333-4444-555555555555",
        },
      ],
    },
  });
});

test("a stack registers the resource providers that it uses, and those that are added to it", () => {
  const app = new App({ outdir });
  const stack = new AzureStack(app, "own");
  new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const common = { name: "log", resourceGroupName: "rg", location: "westeurope" };
  new LogAnalyticsWorkspace(stack, "workspace", common);
  new MonitorActionGroup(stack, "action-group", { ...common, shortName: "net" });
  new DataAzurermVirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg" });
  stack.addResourceProviders("Microsoft.Storage", "Microsoft.Network");
  const [provider] = [objectOf(objectOf(terraformOfApp(app).own).provider).azurerm].flat();
  expect(objectOf(provider).resource_providers_to_register).toEqual([
    "Microsoft.Network",
    "Microsoft.OperationalInsights",
    "Microsoft.Storage",
    "microsoft.insights",
  ]);
});

test("there is a global stack, and one for each region, whose hubs may be several", () => {
  const text = `version: 1\nname: net\nhubs:
  westeurope: { addressPrefix: 10.100.0.0/23 }
  second: { location: westeurope, addressPrefix: 10.102.0.0/23 }
  uksouth: { addressPrefix: 10.104.0.0/23 }\n`;
  const stacks = stacksOf(text);
  expect(Object.keys(stacks)).toEqual(["net-global", "net-westeurope", "net-uksouth"]);
  expect(Object.keys(resourcesOf(stacks, "net-westeurope", "azurerm_virtual_hub"))).toEqual(["westeurope", "second"]);
});

test("where nothing global is made, there is no global stack", () => {
  const text = `${SMALL}resourceGroup: { existing: { name: rg } }\nwan: { existing: { name: wan, resourceGroup: rg } }\n`;
  expect(Object.keys(stacksOf(text))).toEqual(["net-westeurope"]);
});

test("a region refers to the WAN of the global stack by its state", () => {
  const stacks = stacksOf(SMALL);
  const hub = objectOf(resourcesOf(stacks, "net-westeurope", "azurerm_virtual_hub").westeurope);
  expect(hub.virtual_wan_id).toBe(
    "${data.terraform_remote_state.cross-stack-reference-input-net-global.outputs.cross-stack-output-azurerm_virtual_wanwanid}",
  );
  expect(objectOf(stacks["net-westeurope"]).data).toEqual({
    terraform_remote_state: {
      "cross-stack-reference-input-net-global": {
        backend: "local",
        config: { path: "../../../terraform.net-global.tfstate" },
        workspace: "${terraform.workspace}",
      },
    },
  });
});

test("the network's tags are on everything that takes tags, beside its own", () => {
  const text = `version: 1\nname: net\ntags: { owner: net, stage: prod }\nhubs:
  westeurope: { addressPrefix: 10.100.0.0/23, vpnGateway: {}, expressRouteGateway: {}, tags: { stage: test } }
circuits: { ams: { provider: Colt, peeringLocation: Oslo, bandwidthMbps: 50, peering: managedByProvider } }
sites: { hq: { links: { a: { over: expressRoute, circuit: ams, deviceAddress: 10.0.0.4 } } } }
spokes: { app: { hub: westeurope, addressSpace: [10.110.0.0/22] } }\n`;
  const tags = Object.values(stacksOf(text)).flatMap((stack) =>
    Object.entries(objectOf(objectOf(stack).resource)).flatMap(([type, resources]) =>
      Object.values(objectOf(resources)).map((resource) => [type, objectOf(resource).tags]),
    ),
  );
  const common = { owner: "net", stage: "prod" };
  const hubs = { owner: "net", stage: "test" };
  expect(Object.fromEntries(tags)).toEqual({
    azurerm_resource_group: common,
    azurerm_virtual_wan: common,
    azurerm_virtual_hub: hubs,
    azurerm_vpn_gateway: hubs,
    azurerm_express_route_gateway: hubs,
    azurerm_express_route_circuit: common,
    azurerm_vpn_site: common,
    azurerm_virtual_network: common,
    azurerm_virtual_hub_connection: undefined,
  });
});

test("things of different kinds may have one name, and names of one kind may begin with those of another", () => {
  const text = `version: 1\nname: net\nhubs:
  ams:
    location: westeurope
    addressPrefix: 10.100.0.0/23
    vpnGateway: {}
    expressRouteGateway: {}
    routeTables: { x: {}, map-x: {} }
    routeMaps: { x: { rules: [{ name: all, nextStep: Terminate }] } }
    defaultRouteTable: { routes: { table-x: { destinations: [10.9.0.0/24], nextHop: { spoke: ams } } } }
circuits:
  ams: { existing: &read { name: erc, resourceGroup: rg }, peering: { existing: }, connections: { ams: } }
  ams-peering: { existing: *read, connections: { ams: } }
sites:
  ams:
    links: { a: { over: expressRoute, provider: Colt, speedMbps: 50, deviceAddress: 10.0.0.4 } }
    connections: { ams: }
spokes:
  ams: { hub: ams, addressSpace: [10.110.0.0/22], subnets: { ams: 10.110.0.0/24 } }\n`;
  expect(addressesOf(objectOf(stacksOf(text)["net-westeurope"]))).toEqual([
    "azurerm_express_route_connection.ams_ams",
    "azurerm_express_route_connection.ams_ams-peering",
    "azurerm_express_route_gateway.ams",
    "azurerm_route_map.ams_x",
    "azurerm_subnet.ams_ams",
    "azurerm_virtual_hub.ams",
    "azurerm_virtual_hub_connection.ams_ams",
    "azurerm_virtual_hub_route_table.ams_map-x",
    "azurerm_virtual_hub_route_table.ams_x",
    "azurerm_virtual_hub_route_table_route.ams_table-x",
    "azurerm_virtual_network.ams",
    "azurerm_vpn_gateway.ams",
    "azurerm_vpn_gateway_connection.ams_ams",
    "azurerm_vpn_site.ams",
    "data.azurerm_express_route_circuit.ams",
    "data.azurerm_express_route_circuit.ams-peering",
    "data.azurerm_express_route_circuit_peering.ams",
    "data.terraform_remote_state.cross-stack-reference-input-net-global",
    "output.vpn_gateway_addresses_ams",
  ]);
});

test("subnets that would have one name in Terraform are told with their line", () => {
  const text = `${SMALL}spokes:
  app: { hub: westeurope, addressSpace: [10.110.0.0/22], subnets: { web-1: 10.110.0.0/24, web.1: 10.110.1.0/24 } }\n`;
  expect(() => stacksOf(text)).toThrow(
    new Error(
      'network.yaml:5:3: spokes.app: subnets[1].name: "web.1" and "web-1" would have one name in Terraform, web-1; call one of them otherwise',
    ),
  );
});

test("what only a construct can tell to be wrong has its line too", () => {
  const text = `${SMALL.replace("addressPrefix", "vpnGateway: {}, expressRouteGateway: {}, addressPrefix")}sites:
  hq:
    tunnel: { preSharedKey: { variable: hub-westeurope } }
    links: { a: { over: expressRoute, provider: Colt, speedMbps: 50, deviceAddress: 10.0.0.4 } }
    connections: { westeurope: }\n`;
  expect(() => stacksOf(text)).toThrow(
    new Error(
      'network.yaml:8:20: sites.hq.connections.westeurope: links[0].sharedKey: the stack has a "hub-westeurope" already: pass it as TerraformVariable',
    ),
  );
});
