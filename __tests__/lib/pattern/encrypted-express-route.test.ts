import { ExpressRouteCircuit } from "../../../lib/express-route/express-route-circuit";
import { ExpressRouteGateway } from "../../../lib/express-route/express-route-gateway";
import { VirtualHub } from "../../../lib/hub/virtual-hub";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { EncryptedExpressRoute } from "../../../lib/pattern/encrypted-express-route";
import type { EncryptedExpressRouteProps } from "../../../lib/pattern/encrypted-options";
import { VirtualNetwork } from "../../../lib/spoke/virtual-network";
import { SharedKey } from "../../../lib/vpn/shared-key";
import { VpnGateway } from "../../../lib/vpn/vpn-gateway";
import { VpnLink } from "../../../lib/vpn/vpn-link";
import { VpnSite } from "../../../lib/vpn/vpn-site";
import { objectOf } from "../../../scripts/azurerm-schema";
import { complaintsOf, emptyStack, reference, resourceOf, resourcesOf, terraformOf } from "../terraform";

const NETWORK = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";

function overAmsterdam(): VpnLink {
  return VpnLink.overExpressRoute({
    name: "over-ams",
    provider: "Equinix",
    speedMbps: 1000,
    deviceAddress: "10.0.0.4",
    bgp: { asn: 65010, peeringAddress: "192.168.255.1" },
    advertises: ["10.0.1.0/24"],
    asPath: [65010],
  });
}

/** The example of Azure's page: one circuit, one site, one spoke; a larger prefix over ExpressRoute. */
function example(): EncryptedExpressRouteProps {
  return {
    name: "contoso-weu",
    resourceGroupName: "rg-contoso",
    location: "westeurope",
    hub: { addressPrefix: "10.100.0.0/23" },
    circuits: {
      ams: {
        circuit: { serviceProvider: "Equinix", peeringLocation: "Amsterdam", bandwidthMbps: 1000 },
        peering: {
          peerAsn: 65020,
          vlanId: 301,
          subnets: { primary: "172.20.1.0/30", secondary: "172.20.1.4/30" },
        },
        advertises: ["10.0.0.0/16"],
      },
    },
    sites: {
      hq: {
        site: { links: [overAmsterdam()] },
        everyLink: { bandwidthMbps: 1000, sharedKey: SharedKey.sensitiveVariable("hq_key") },
      },
    },
    spokes: {
      app: {
        virtualNetwork: {
          addressSpace: ["10.110.0.0/22"],
          subnets: [{ name: "web", addressPrefixes: ["10.110.0.0/24"] }],
        },
      },
    },
    protectedPrefixes: ["10.0.1.0/24"],
    onPremises: { prefersTunnelFor: "all" },
    onTunnelLoss: "cleartext",
  };
}

test("the whole pattern is one construct", () => {
  const stack = emptyStack();
  new EncryptedExpressRoute(stack, "Default", example());
  expect(terraformOf(stack)).toMatchSnapshot();
});

test("its parts are reachable, to go on from", () => {
  const stack = emptyStack();
  const pattern = new EncryptedExpressRoute(stack, "weu", example());
  expect([...pattern.circuits.keys(), ...pattern.sites.keys(), ...pattern.spokes.keys()]).toEqual(["ams", "hq", "app"]);
  expect(pattern.hub.vpnGateway).toBe(pattern.vpnGateway);
  expect(pattern.hub.expressRouteGateway).toBe(pattern.expressRouteGateway);
  expect(pattern.sites.get("hq")?.connection.site).toBe(pattern.sites.get("hq")?.site);
  expect(pattern.circuits.get("ams")?.connection.gateway).toBe(pattern.expressRouteGateway);
  pattern.hub.connectSpoke("shared", {
    name: "shared",
    virtualNetwork: VirtualNetwork.fromAttributes(stack, "shared", {
      virtualNetworkId: `${NETWORK}/virtualNetworks/shared`,
    }),
  });
  expect(Object.keys(resourcesOf(stack, "azurerm_virtual_hub_connection"))).toHaveLength(2);
});

test("two of them in one stack share a WAN, and nothing of one changes the other", () => {
  const alone = emptyStack();
  const wanOf = (stack: typeof alone) =>
    new VirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg", location: "westeurope" });
  new EncryptedExpressRoute(alone, "weu", { ...example(), wan: wanOf(alone) });
  const both = emptyStack();
  const wan = wanOf(both);
  new EncryptedExpressRoute(both, "weu", { ...example(), wan });
  const other = new VirtualHub(both, "other", {
    wan,
    name: "o",
    location: "northeurope",
    addressPrefix: "10.102.0.0/23",
  });
  new EncryptedExpressRoute(both, "neu", { ...example(), wan, hub: other });
  const found = resourcesOf(both, "azurerm_vpn_gateway_connection");
  expect(found).toMatchObject(resourcesOf(alone, "azurerm_vpn_gateway_connection"));
  expect(Object.keys(found)).toHaveLength(2);
});

test("everything in Azure may be there already", () => {
  const stack = emptyStack();
  const wan = VirtualWan.fromAttributes(stack, "wan", { virtualWanId: `${NETWORK}/virtualWans/wan` });
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: `${NETWORK}/virtualHubs/hub` });
  VpnGateway.fromAttributes(stack, "vpn", { vpnGatewayId: `${NETWORK}/vpnGateways/vpn`, hub });
  ExpressRouteGateway.fromAttributes(stack, "er", {
    expressRouteGatewayId: `${NETWORK}/expressRouteGateways/er`,
    hub,
  });
  const circuit = ExpressRouteCircuit.fromAttributes(stack, "erc", {
    expressRouteCircuitId: `${NETWORK}/expressRouteCircuits/erc`,
  });
  const site = VpnSite.fromAttributes(stack, "hq", {
    vpnSiteId: `${NETWORK}/vpnSites/hq`,
    links: [{ name: "over-ams", over: "ExpressRoute", bgpEnabled: true }],
  });
  new EncryptedExpressRoute(stack, "weu", {
    ...example(),
    wan,
    hub,
    circuits: {
      erc: { circuit },
      far: {
        peering: { expressRouteCircuitPeeringId: `${NETWORK}/expressRouteCircuits/far/peerings/AzurePrivatePeering` },
      },
    },
    sites: { hq: { site } },
    spokes: {
      app: {
        virtualNetwork: VirtualNetwork.fromAttributes(stack, "app", {
          virtualNetworkId: `${NETWORK}/virtualNetworks/app`,
        }),
      },
    },
  });
  expect(Object.keys(objectOf(terraformOf(stack).resource)).sort()).toEqual([
    "azurerm_express_route_connection",
    "azurerm_virtual_hub_connection",
    "azurerm_vpn_gateway_connection",
  ]);
  expect(resourceOf(stack, "azurerm_vpn_gateway_connection")).toMatchObject({
    name: "vcn-hq",
    vpn_gateway_id: `${NETWORK}/vpnGateways/vpn`,
    remote_vpn_site_id: `${NETWORK}/vpnSites/hq`,
  });
});

test("gateways that a hub lacks are made in the region that is given", () => {
  const stack = emptyStack();
  const wan = VirtualWan.fromAttributes(stack, "wan", { virtualWanId: `${NETWORK}/virtualWans/wan` });
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: `${NETWORK}/virtualHubs/hub` });
  new EncryptedExpressRoute(stack, "weu", { ...example(), wan, hub, vpnGateway: { scaleUnits: 2 } });
  expect(resourceOf(stack, "azurerm_vpn_gateway")).toMatchObject({
    name: "vpng-contoso-weu",
    location: "westeurope",
    resource_group_name: "rg",
    scale_unit: 2,
    virtual_hub_id: `${NETWORK}/virtualHubs/hub`,
  });
});

test("names are the person's own where they are given", () => {
  const stack = emptyStack();
  const props = example();
  new EncryptedExpressRoute(stack, "Default", {
    ...props,
    wan: { name: "our-wan" },
    hub: { addressPrefix: "10.100.0.0/23", name: "our-hub" },
    vpnGateway: { name: "our-vpn" },
    expressRouteGateway: { name: "our-er" },
  });
  expect(resourceOf(stack, "azurerm_virtual_wan").name).toBe("our-wan");
  expect(resourceOf(stack, "azurerm_virtual_hub")).toMatchObject({
    name: "our-hub",
    virtual_wan_id: reference("azurerm_virtual_wan.wan.id"),
  });
  expect(resourceOf(stack, "azurerm_vpn_gateway").name).toBe("our-vpn");
  expect(resourceOf(stack, "azurerm_express_route_gateway").name).toBe("our-er");
});

test("everything wrong with the pattern is said at once", () => {
  const stack = emptyStack();
  const wan = VirtualWan.fromAttributes(stack, "wan", { virtualWanId: `${NETWORK}/virtualWans/wan` });
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: `${NETWORK}/virtualHubs/hub` });
  VpnGateway.fromAttributes(stack, "vpn", { vpnGatewayId: `${NETWORK}/vpnGateways/vpn`, hub });
  const wrong = { ...example(), name: "", wan, hub, vpnGateway: { scaleUnits: 2 }, circuits: {}, sites: {} };
  expect(complaintsOf(() => new EncryptedExpressRoute(stack, "weu", wrong))).toEqual([
    "name: it is empty",
    "circuits: tunnels need at least one to run over",
    "sites: give at least one to connect",
    "vpnGateway: the hub has a VPN gateway already, which none of this can change",
  ]);
});
