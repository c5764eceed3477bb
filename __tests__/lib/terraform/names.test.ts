import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualWan as VirtualWanResource } from "@cdktf/provider-azurerm/lib/virtual-wan";
import { App, type TerraformOutput, type TerraformResource, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { ExpressRouteCircuit } from "../../../lib/express-route/express-route-circuit";
import { ExpressRouteConnection } from "../../../lib/express-route/express-route-connection";
import { ExpressRouteGateway } from "../../../lib/express-route/express-route-gateway";
import { VirtualHub } from "../../../lib/hub/virtual-hub";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { EncryptedExpressRoute } from "../../../lib/pattern/encrypted-express-route";
import { NextHop } from "../../../lib/routing/next-hop";
import { VirtualNetwork } from "../../../lib/spoke/virtual-network";
import { SharedKey } from "../../../lib/vpn/shared-key";
import { VpnConnection } from "../../../lib/vpn/vpn-connection";
import { VpnGateway } from "../../../lib/vpn/vpn-gateway";
import { VpnSite } from "../../../lib/vpn/vpn-site";
import { AzureStack } from "../../../stacks";
import { addressesOf } from "../../support/addresses";
import { linkOver } from "../connected-site";
import { armId, freeLink, PLACE, Surroundings } from "../every-property/surroundings";
import { complaintsOf, emptyStack, terraformOf } from "../terraform";

const ROUTE = {
  name: "internet",
  destinations: ["0.0.0.0/0"],
  nextHop: NextHop.azureFirewall(armId("azureFirewalls/wall")),
};
const PROVIDER = { serviceProvider: "Equinix", peeringLocation: "Amsterdam", bandwidthMbps: 1000 } as const;
const NETWORK = { ...PLACE, name: "app", addressSpace: ["10.110.0.0/22"] };
const WEB = { name: "web", addressPrefixes: ["10.110.0.0/24"] };
const KEY = SharedKey.keyVaultSecret({
  keyVaultId: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
  name: "hq",
});

function wanIn(scope: Construct, id: string): VirtualWan {
  return new VirtualWan(scope, id, { ...PLACE, name: "wan" });
}

function hubIn(scope: Construct, id: string): VirtualHub {
  const wan = VirtualWan.fromAttributes(scope, `wan-of-${id}`, { virtualWanId: armId("virtualWans/wan") });
  return new VirtualHub(scope, id, { ...PLACE, wan, name: "hub", addressPrefix: "10.100.0.0/23" });
}

function circuitIn(scope: Construct, id: string): ExpressRouteCircuit {
  return new ExpressRouteCircuit(scope, id, { ...PLACE, ...PROVIDER, name: "erc" });
}

/** A hub with everything that names are made for. */
function wholeHubIn(stack: TerraformStack): void {
  const wan = wanIn(stack, "wan");
  const hub = wan.addHub("westeurope", { name: "hub", location: "westeurope", addressPrefix: "10.100.0.0/23" });
  hub.addVpnGateway("vpn-gateway", { name: "vpn" }).addNatRule("branch", {
    name: "branch",
    internalMappings: [{ addressSpace: "10.5.0.0/24" }],
    externalMappings: [{ addressSpace: "10.6.0.0/24" }],
  });
  hub.addExpressRouteGateway("express-route-gateway", { name: "er" });
  hub.addRouteTable("isolated", { name: "isolated" }).addRoute("internet", ROUTE);
  hub.defaultRouteTable.addRoute("internet", ROUTE);
  hub.addRouteMap("summary", { name: "summary", rules: [{ name: "all", nextStep: "Terminate" }] });
  const ams = circuitIn(stack, "ams");
  ams.addPrivatePeering("peering", { peerAsn: 65020, vlanId: 301 });
  ams.addAuthorization("partner", { name: "partner" });
  hub.connectCircuit("ams", ams, { name: "ams", onTunnelLoss: { action: "drop", keepInbound: [] } });
  const hq = new VpnSite(stack, "hq", { ...PLACE, wan, name: "hq", links: [linkOver("ams", 4)] });
  hub.connectSite("hq", hq, { name: "hq", everyLink: { sharedKey: KEY } });
  hub.connectSpoke("app", { name: "app", virtualNetwork: { ...NETWORK, subnets: [WEB] } });
}

describe("a name is the ids on the way to a thing, without what only says its kind", () => {
  test.each<[string, () => TerraformStack]>([
    ["a stack of cdktf", emptyStack],
    ["an AzureStack", () => new AzureStack(new App(), "weu")],
  ])("in %s", (_which, stackOf) => {
    const stack = stackOf();
    wholeHubIn(stack);
    expect(addressesOf(terraformOf(stack))).toEqual([
      "azurerm_express_route_circuit.ams",
      "azurerm_express_route_circuit_authorization.ams_partner",
      "azurerm_express_route_circuit_peering.ams",
      "azurerm_express_route_connection.wan_westeurope_ams",
      "azurerm_express_route_gateway.wan_westeurope",
      "azurerm_route_map.wan_westeurope_ams_inbound",
      "azurerm_route_map.wan_westeurope_ams_outbound",
      "azurerm_route_map.wan_westeurope_summary",
      "azurerm_subnet.wan_westeurope_app_web",
      "azurerm_virtual_hub.wan_westeurope",
      "azurerm_virtual_hub_connection.wan_westeurope_app",
      "azurerm_virtual_hub_route_table.wan_westeurope_isolated",
      "azurerm_virtual_hub_route_table_route.wan_westeurope_internet",
      "azurerm_virtual_hub_route_table_route.wan_westeurope_isolated_internet",
      "azurerm_virtual_network.wan_westeurope_app",
      "azurerm_virtual_wan.wan",
      "azurerm_vpn_gateway.wan_westeurope",
      "azurerm_vpn_gateway_connection.wan_westeurope_hq",
      "azurerm_vpn_gateway_nat_rule.wan_westeurope_branch",
      "azurerm_vpn_site.hq",
      "data.azurerm_key_vault_secret.wan_westeurope_hq_over-ams",
      "output.vpn_gateway_addresses_wan_westeurope",
    ]);
  });

  test("in scopes of the person's own, whatever these are", () => {
    const stack = emptyStack();
    hubIn(new Construct(new Construct(stack, "corp"), "Default"), "weu").addVpnGateway("gateway", { name: "vpn" });
    expect(addressesOf(terraformOf(stack))).toEqual([
      "azurerm_virtual_hub.corp_weu",
      "azurerm_vpn_gateway.corp_weu_gateway",
      "output.vpn_gateway_addresses_corp_weu_gateway",
    ]);
  });

  test("the id is all there is where it says nothing else", () => {
    const stack = emptyStack();
    const hub = hubIn(stack, "Default");
    new VpnGateway(stack, "vpn-gateway", { name: "vpn", hub });
    expect(addressesOf(terraformOf(stack))).toEqual([
      "azurerm_virtual_hub.Default",
      "azurerm_vpn_gateway.vpn-gateway",
      "output.vpn_gateway_addresses_vpn-gateway",
    ]);
  });
});

test("the names of the whole pattern are the keys that it was given", () => {
  const stack = emptyStack();
  new EncryptedExpressRoute(stack, "weu", {
    name: "contoso",
    ...PLACE,
    hub: { addressPrefix: "10.100.0.0/23" },
    circuits: { ams: { circuit: PROVIDER, peering: { peerAsn: 65020, vlanId: 301 } } },
    sites: {
      ams: { site: { links: [freeLink()] }, everyLink: { sharedKey: SharedKey.sensitiveVariable("hq_over_ams_key") } },
    },
    spokes: { app: { virtualNetwork: { addressSpace: ["10.110.0.0/22"], subnets: [WEB] } } },
  });
  expect(addressesOf(terraformOf(stack))).toEqual([
    "azurerm_express_route_circuit.weu_ams",
    "azurerm_express_route_circuit_peering.weu_ams",
    "azurerm_express_route_connection.weu_ams",
    "azurerm_express_route_gateway.weu",
    "azurerm_subnet.weu_app_web",
    "azurerm_virtual_hub.weu",
    "azurerm_virtual_hub_connection.weu_app",
    "azurerm_virtual_network.weu_app",
    "azurerm_virtual_wan.weu",
    "azurerm_vpn_gateway.weu",
    "azurerm_vpn_gateway_connection.weu_ams",
    "azurerm_vpn_site.weu_ams",
    "output.vpn_gateway_addresses_weu",
    "var.hq_over_ams_key",
  ]);
});

test.each([
  ["West Europe (1)", "West-Europe--1-"],
  ["10-net", "_10-net"],
  ["-net", "_-net"],
  ["a/b.c", "a--b-c"],
  ["東京", "_--"],
])("what Terraform takes in no name becomes a -: %s", (id, name) => {
  const stack = emptyStack();
  wanIn(stack, id);
  expect(addressesOf(terraformOf(stack))).toEqual([`azurerm_virtual_wan.${name}`]);
});

test("names stay as they are whatever is added or removed beside them", () => {
  const [few, many] = [emptyStack(), emptyStack()];
  new VirtualNetwork(few, "app", { ...NETWORK, subnets: [WEB] });
  new VirtualNetwork(many, "another", { ...NETWORK, subnets: [WEB] });
  new VirtualNetwork(many, "app", { ...NETWORK, subnets: [{ ...WEB, name: "first" }, WEB] });
  const all = addressesOf(terraformOf(many));
  expect(addressesOf(terraformOf(few)).filter((address) => !all.includes(address))).toEqual([]);
});

test("a resource that a person makes keeps the name that cdktf gives it", () => {
  const stack = emptyStack();
  wanIn(stack, "corp");
  new ResourceGroup(new Construct(stack, "corp-groups"), "net", { name: "rg", location: "westeurope" });
  expect(addressesOf(terraformOf(stack))).toEqual([
    expect.stringMatching(/^azurerm_resource_group\.corp-groups_net_[0-9A-F]{8}$/),
    "azurerm_virtual_wan.corp",
  ]);
});

test("two things of one type and one name stop the synthesis, all at once, and both are named", () => {
  const stack = emptyStack();
  wanIn(new Construct(stack, "a"), "b_c");
  wanIn(new Construct(stack, "a_b"), "c");
  hubIn(stack, "10");
  hubIn(stack, "_10");
  new VirtualWanResource(stack, "corp", { ...PLACE, name: "wan" });
  wanIn(stack, "corp!").resource.overrideLogicalId("corp");
  const both = ["azurerm_virtual_wan.a_b_c", "azurerm_virtual_hub._10", "azurerm_virtual_wan.corp"].map(
    (address) => `are both ${address} in Terraform: give one of them another id`,
  );
  expect(() => stack.runAllValidations()).toThrow(
    [
      `[weu] weu/a_b/c/Default and weu/a/b_c/Default ${both[0]}`,
      `  [weu] weu/_10/Default and weu/10/Default ${both[1]}`,
      `  [weu] weu/corp!/Default and weu/corp ${both[2]}`,
    ].join("\n"),
  );
});

test("subnets of one network that would have one name are told apart before", () => {
  const subnets = [
    { ...WEB, name: "web-1" },
    { ...WEB, name: "web.1" },
  ];
  expect(complaintsOf(() => new VirtualNetwork(emptyStack(), "app", { ...NETWORK, subnets }))).toEqual([
    'subnets[1].name: "web.1" and "web-1" would have one name in Terraform, web-1; call one of them otherwise',
  ]);
});

describe("a name that a person gives goes before, everywhere: of", () => {
  const makers: readonly [string, (around: Surroundings) => TerraformResource | TerraformOutput][] = [
    ["a WAN", ({ subject }) => wanIn(subject, "x").resource],
    ["a hub", ({ subject }) => hubIn(subject, "x").resource],
    ["a VPN gateway", ({ subject, bareHub }) => new VpnGateway(subject, "x", { name: "x", hub: bareHub.one }).resource],
    [
      "the addresses of a VPN gateway",
      ({ subject, bareHub }) => new VpnGateway(subject, "x", { name: "x", hub: bareHub.one }).addresses,
    ],
    [
      "an ExpressRoute gateway",
      ({ subject, bareHub }) => new ExpressRouteGateway(subject, "x", { name: "x", hub: bareHub.one }).resource,
    ],
    ["a circuit", ({ subject }) => circuitIn(subject, "x").resource],
    [
      "a circuit's connection",
      ({ subject, expressRouteGateway, circuit }) =>
        new ExpressRouteConnection(subject, "x", {
          name: "x",
          gateway: expressRouteGateway.one,
          circuit: circuit.one,
          advertises: ["10.0.0.0/16"],
        }).resource,
    ],
    [
      "a site",
      ({ subject, wan }) =>
        new VpnSite(subject, "x", { ...PLACE, wan: wan.one, name: "x", links: [linkOver("ams", 4)] }).resource,
    ],
    [
      "a site's connection",
      ({ subject, vpnGateway, site }) =>
        new VpnConnection(subject, "x", { name: "x", gateway: vpnGateway.one, site: site.one }).resource,
    ],
    [
      "a virtual network with subnets",
      ({ subject }) => new VirtualNetwork(subject, "x", { ...NETWORK, subnets: [WEB] }).resource,
    ],
  ];

  test.each(makers)("%s", (_what, make) => {
    const around = new Surroundings();
    const element = make(around);
    const type = "terraformResourceType" in element ? element.terraformResourceType : "output";
    element.overrideLogicalId("of-mine");
    const terraform = terraformOf(around.subject);
    expect(addressesOf(terraform)).toContain(`${type}.of-mine`);
    expect(JSON.stringify(terraform)).not.toContain(`${type}.x`);
  });
});
