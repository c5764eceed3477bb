import { Firewall } from "@cdktf/provider-azurerm/lib/firewall";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, type TerraformResource, TerraformStack } from "cdktf";
import fc from "fast-check";
import { PrivatePeering } from "../../../lib/express-route/private-peering";
import { HubOrder } from "../../../lib/hub/hub-order";
import { VirtualHub } from "../../../lib/hub/virtual-hub";
import type { IVirtualHub } from "../../../lib/hub/virtual-hub-base";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { NextHop } from "../../../lib/routing/next-hop";
import { RouteAction } from "../../../lib/routing/route-map-rule";
import { SpokeNetwork } from "../../../lib/spoke/spoke-network";
import { VirtualNetwork } from "../../../lib/spoke/virtual-network";
import { VpnConnection } from "../../../lib/vpn/vpn-connection";
import { VpnGateway } from "../../../lib/vpn/vpn-gateway";
import { VpnLink } from "../../../lib/vpn/vpn-link";
import { VpnSite } from "../../../lib/vpn/vpn-site";
import { objectOf } from "../../../scripts/azurerm-schema";
import { hubIn } from "../a-hub";
import { emptyStack, terraformOf } from "../terraform";

const NETWORK = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";
const REGION = { resourceGroupName: "rg", location: "westeurope" };

/** What somebody may do with a hub, each step on its own; gateways come before what connects to them. */
const STEPS = [
  "vpnGateway",
  "expressRouteGateway",
  "table",
  "map",
  "circuits",
  "spokes",
  "route",
  "sites",
  "intent",
  "nat",
] as const;
type Step = (typeof STEPS)[number];

const STAGE_OF: Readonly<Record<string, number>> = {
  azurerm_virtual_hub: 0,
  azurerm_vpn_gateway: 1,
  azurerm_express_route_gateway: 2,
  azurerm_virtual_hub_route_table: 3,
  azurerm_route_map: 3,
  azurerm_vpn_gateway_nat_rule: 3,
  azurerm_express_route_connection: 4,
  azurerm_virtual_hub_connection: 5,
  azurerm_virtual_hub_route_table_route: 6,
  azurerm_vpn_gateway_connection: 7,
  azurerm_virtual_hub_routing_intent: 8,
};

function networkIn(stack: TerraformStack, id: string) {
  return VirtualNetwork.fromAttributes(stack, `vnet-${id}`, { virtualNetworkId: `${NETWORK}/virtualNetworks/${id}` });
}

function siteIn(stack: TerraformStack, wan: VirtualWan, id: string): VpnSite {
  const link = VpnLink.overExpressRoute({ name: "er", provider: "Equinix", speedMbps: 100, deviceAddress: "10.0.0.4" });
  return new VpnSite(stack, id, { wan, name: id, ...REGION, links: [link], addressCidrs: ["10.0.1.0/24"] });
}

function build(order: readonly Step[]): TerraformStack {
  const stack = emptyStack();
  const wan = new VirtualWan(stack, "wan", { name: "wan", ...REGION });
  const hub = new VirtualHub(stack, "hub", { wan, name: "hub", ...REGION, addressPrefix: "10.100.0.0/23" });
  // Gateways and spokes first in time: others are given them. Everything else comes in any order.
  const gatewaysFirst = ["vpnGateway", "expressRouteGateway"].filter((step) => order.some((other) => other === step));
  const sorted = [...order].sort((a, b) => Number(gatewaysFirst.includes(b)) - Number(gatewaysFirst.includes(a)));
  const steps: Readonly<Record<Step, () => unknown>> = {
    vpnGateway: () => hub.addVpnGateway("vpn", { name: "vpn" }),
    expressRouteGateway: () => hub.addExpressRouteGateway("er", { name: "er" }),
    nat: () =>
      hub.vpnGateway?.addNatRule("nat", {
        name: "nat",
        internalMappings: [{ addressSpace: "10.0.1.0/24" }],
        externalMappings: [{ addressSpace: "10.9.1.0/24" }],
      }),
    table: () => hub.addRouteTable("table", { name: "table" }),
    map: () =>
      hub.addRouteMap("map", {
        name: "map",
        rules: [{ name: "r", actions: [RouteAction.drop()], nextStep: "Terminate" }],
      }),
    circuits: () => ["ams", "fra"].map((id) => connectCircuit(stack, hub, id)),
    spokes: () => ["app", "data"].map((id) => hub.connectSpoke(id, { name: id, virtualNetwork: networkIn(stack, id) })),
    route: () => {
      const spoke = hub.connectSpoke("nva", {
        name: "nva",
        virtualNetwork: networkIn(stack, "nva"),
      });
      hub.defaultRouteTable.addRoute("to-nva", {
        name: "nva",
        destinations: ["10.50.0.0/16"],
        nextHop: NextHop.spokeConnection(spoke.connectionId),
      });
    },
    sites: () =>
      ["hq", "plant", "depot"].map((id) => hub.connectSite(`to-${id}`, siteIn(stack, wan, id), { name: id })),
    intent: () =>
      hub.addRoutingIntent("intent", {
        name: "intent",
        privateTraffic: NextHop.azureFirewall(`${NETWORK}/azureFirewalls/fw`),
      }),
  };
  for (const step of sorted) {
    steps[step]();
  }
  return stack;
}

function connectCircuit(stack: TerraformStack, hub: IVirtualHub, id: string) {
  const peering = PrivatePeering.fromAttributes(stack, `${id}-peering`, {
    expressRouteCircuitPeeringId: `${NETWORK}/expressRouteCircuits/${id}/peerings/AzurePrivatePeering`,
  });
  return hub.connectCircuit(id, peering, { name: id });
}

/** What each resource waits for, by address: what it depends on, and what it refers to. */
function waitsFor(stack: TerraformStack): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const [type, instances] of Object.entries(objectOf(terraformOf(stack).resource))) {
    for (const [name, body] of Object.entries(objectOf(instances))) {
      const addresses = [...JSON.stringify(body).matchAll(/\b(azurerm_\w+\.[\w-]+)/g)].map(
        ([, address = ""]) => address,
      );
      graph.set(`${type}.${name}`, new Set(addresses));
    }
  }
  return graph;
}

/** Everything that a resource waits for, however indirectly. */
function allBefore(graph: ReadonlyMap<string, ReadonlySet<string>>, address: string): Set<string> {
  const found = new Set<string>();
  const open = [address];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of graph.get(next) ?? []) {
      if (!found.has(other)) {
        found.add(other);
        open.push(other);
      }
    }
  }
  return found;
}

function stageOf(address: string): number {
  return STAGE_OF[address.split("..")[0] ?? ""] ?? -1;
}

function dependsOn(stack: TerraformStack): Record<string, unknown> {
  const entries = Object.entries(objectOf(terraformOf(stack).resource)).flatMap(([type, instances]) =>
    Object.values(objectOf(instances)).map((body) => [`${type} ${objectOf(body).name}`, objectOf(body).depends_on]),
  );
  return Object.fromEntries(entries.filter(([, list]) => list !== undefined));
}

test("in whatever order methods are called, everything in a hub waits for all of the stages before it, without cycles", () => {
  const anyOrder = fc.shuffledSubarray([...STEPS], { minLength: 1 }).map((steps) => withGateways(steps));
  fc.assert(
    fc.property(anyOrder, (steps) => {
      const graph = waitsFor(build(steps));
      const ofHub = [...graph.keys()].filter((address) => stageOf(address) >= 0);
      for (const address of ofHub) {
        const before = allBefore(graph, address);
        expect(before.has(address)).toBe(false);
        const earlier = ofHub.filter((other) => stageOf(other) < stageOf(address));
        expect(earlier.filter((other) => !before.has(other))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

function withGateways(steps: readonly Step[]): Step[] {
  const needed: Step[] = [
    ...(steps.includes("sites") || steps.includes("nat") ? (["vpnGateway"] as const) : []),
    ...(steps.includes("circuits") ? (["expressRouteGateway"] as const) : []),
  ];
  return [...new Set([...steps, ...needed])];
}

test("each waits for the last one before it only; VPN connections don't wait for each other", () => {
  const names = dependsOn(
    build(["sites", "circuits", "spokes", "map", "table", "intent", "nat", "expressRouteGateway", "vpnGateway"]),
  );
  const short = Object.fromEntries(
    Object.entries(names).map(([who, list]) => [
      who,
      JSON.stringify(list)
        .replaceAll(/_[0-9A-F]{8}/g, "")
        .replaceAll('"', ""),
    ]),
  );
  expect(short).toEqual({
    "azurerm_express_route_gateway er": "[azurerm_vpn_gateway.hub_vpn]",
    "azurerm_route_map map": "[azurerm_express_route_gateway.hub_er]",
    "azurerm_virtual_hub_route_table table": "[azurerm_route_map.hub_map]",
    "azurerm_vpn_gateway_nat_rule nat": "[azurerm_virtual_hub_route_table.hub_table]",
    "azurerm_express_route_connection ams": "[azurerm_vpn_gateway_nat_rule.hub_vpn_nat]",
    "azurerm_express_route_connection fra": "[azurerm_express_route_connection.hub_ams]",
    "azurerm_virtual_hub_connection app": "[azurerm_express_route_connection.hub_fra]",
    "azurerm_virtual_hub_connection data": "[azurerm_virtual_hub_connection.hub_app]",
    "azurerm_vpn_gateway_connection hq": "[azurerm_virtual_hub_connection.hub_data]",
    "azurerm_vpn_gateway_connection plant": "[azurerm_virtual_hub_connection.hub_data]",
    "azurerm_vpn_gateway_connection depot": "[azurerm_virtual_hub_connection.hub_data]",
    "azurerm_virtual_hub_routing_intent intent":
      "[azurerm_vpn_gateway_connection.hub_to-hq,azurerm_vpn_gateway_connection.hub_to-plant,azurerm_vpn_gateway_connection.hub_to-depot]",
  });
});

test("a hub with a gateway alone needs no order", () => {
  expect(dependsOn(build(["vpnGateway"]))).toEqual({});
});

test("hubs have orders of their own", () => {
  const stack = emptyStack();
  const wan = new VirtualWan(stack, "wan", { name: "wan", ...REGION });
  for (const [index, id] of ["weu", "neu"].entries()) {
    const hub = new VirtualHub(stack, id, { wan, name: id, ...REGION, addressPrefix: `10.10${index}.0.0/23` });
    hub.addExpressRouteGateway("er", { name: `er-${id}` });
    hub.addVpnGateway("vpn", { name: `vpn-${id}` });
  }
  const names = JSON.stringify(dependsOn(stack)).replaceAll(/_[0-9A-F]{8}/g, "");
  expect(JSON.parse(names)).toEqual({
    "azurerm_express_route_gateway er-weu": ["azurerm_vpn_gateway.weu_vpn"],
    "azurerm_express_route_gateway er-neu": ["azurerm_vpn_gateway.neu_vpn"],
  });
});

test("an existing hub has an order too, through its existing gateway and with constructs that name the hub themselves", () => {
  const stack = emptyStack();
  const wan = new VirtualWan(stack, "wan", { name: "wan", ...REGION });
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: `${NETWORK}/virtualHubs/hub` });
  const gateway = VpnGateway.fromAttributes(stack, "vpn", { vpnGatewayId: `${NETWORK}/vpnGateways/vpn`, hub });
  new VpnConnection(stack, "hq", { gateway, site: siteIn(stack, wan, "site"), name: "hq" });
  new SpokeNetwork(stack, "app", {
    hub,
    name: "app",
    virtualNetwork: networkIn(stack, "app"),
  });
  expect(dependsOn(stack)).toEqual({ "azurerm_vpn_gateway_connection hq": ["azurerm_virtual_hub_connection.app"] });
});

test("there are no dependencies from stack to stack, which Terraform couldn't follow", () => {
  const app = new App();
  const [core, edge] = [new TerraformStack(app, "core"), new TerraformStack(app, "edge")];
  for (const stack of [core, edge]) {
    new AzurermProvider(stack, "azurerm", { features: [{}] });
  }
  const wan = new VirtualWan(core, "wan", { name: "wan", ...REGION });
  const hub = new VirtualHub(core, "hub", { wan, name: "hub", ...REGION, addressPrefix: "10.100.0.0/23" });
  const gateway = hub.addVpnGateway("vpn", { name: "vpn" });
  const site = siteIn(edge, wan, "site");
  new SpokeNetwork(core, "app", {
    hub,
    name: "app",
    virtualNetwork: networkIn(core, "app"),
  });
  new VpnConnection(edge, "hq", { gateway, site, name: "hq" });
  expect(dependsOn(edge)).toEqual({});
});

test.each([
  ["an override", (resource: TerraformResource) => resource.addOverride("depends_on", ["azurerm_firewall.fw"])],
  [
    "an assignment",
    (resource: TerraformResource) => {
      resource.dependsOn = [...(resource.dependsOn ?? []), "azurerm_firewall.fw"];
    },
  ],
])("what a person makes a resource depend on by %s counts too", (_how, depend) => {
  const stack = emptyStack();
  const wan = new VirtualWan(stack, "wan", { name: "wan", ...REGION });
  const hub = new VirtualHub(stack, "hub", { wan, name: "hub", ...REGION, addressPrefix: "10.100.0.0/23" });
  depend(hub.addExpressRouteGateway("er", { name: "er" }).resource);
  const vpn = hub.addVpnGateway("vpn", { name: "vpn" }).resource;
  const [list] = Object.values(dependsOn(stack));
  expect(new Set(Array.isArray(list) ? list : [])).toEqual(
    new Set([`azurerm_vpn_gateway.${vpn.friendlyUniqueId}`, "azurerm_firewall.fw"]),
  );
});

test("a firewall in the hub can be given a place in its order", () => {
  const stack = emptyStack();
  const hub = hubIn(stack);
  const firewall = new Firewall(stack, "fw", { name: "fw", ...REGION, skuName: "AZFW_Hub", skuTier: "Premium" });
  HubOrder.of(hub).add("settings", firewall);
  HubOrder.of(hub).add("settings", firewall);
  const vpn = hub.addVpnGateway("vpn", { name: "vpn" }).resource.friendlyUniqueId;
  hub.addRoutingIntent("intent", { name: "intent", privateTraffic: NextHop.azureFirewall(firewall.id) });
  expect(dependsOn(stack)).toEqual({
    "azurerm_firewall fw": [`azurerm_vpn_gateway.${vpn}`],
    "azurerm_virtual_hub_routing_intent intent": ["azurerm_firewall.fw"],
  });
});
