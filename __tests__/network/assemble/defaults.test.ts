import { networkOf, tf } from "../../support/network";
import { noted } from "../../support/noted";

const RG = { resource_group_name: "rg", location: "westeurope" };

const NO_ROUTING = {
  written: false,
  associatedRouteTable: "absent",
  propagatedRouteTables: [],
  propagatedLabels: [],
  inboundRouteMap: "absent",
  outboundRouteMap: "absent",
};

describe("a network in which only what is needed is written", () => {
  const network = networkOf({
    resource: {
      azurerm_virtual_wan: { wan: { name: "wan", ...RG } },
      azurerm_virtual_hub: { hub: { name: "hub", ...RG } },
      azurerm_vpn_gateway: { vpn: { name: "vpn", ...RG, virtual_hub_id: tf("azurerm_virtual_hub.hub.id") } },
      azurerm_express_route_connection: { er: { name: "er" } },
      azurerm_vpn_site: { site: { name: "site", ...RG, link: { name: "a" } } },
    },
  });

  test("has the documented defaults, or nothing", () => {
    expect(network.wans.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_wan.wan",
        name: "wan",
        type: { default: "Standard" },
        disableVpnEncryption: { default: false },
        allowBranchToBranch: { default: true },
        hubs: [],
      },
    ]);
    expect(network.hubs.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_hub.hub",
        name: "hub",
        location: "westeurope",
        wan: "absent",
        addressPrefix: "absent",
        sku: { default: "Standard" },
        routingPreference: { default: "ExpressRoute" },
        routes: [],
        vpnGateways: ["azurerm_vpn_gateway.vpn"],
        expressRouteGateways: [],
        spokeConnections: [],
      },
    ]);
    expect(network.vpnGateways.map(noted)).toEqual([
      {
        resource: "azurerm_vpn_gateway.vpn",
        name: "vpn",
        hub: "-> azurerm_virtual_hub.hub",
        scaleUnit: { default: 1 },
        asn: { default: 65515 },
        privateAddresses: [],
        bgpRouteTranslation: { default: false },
        connections: [],
      },
    ]);
    expect(network.expressRouteConnections.map(noted)).toEqual([
      {
        resource: "azurerm_express_route_connection.er",
        name: "er",
        gateway: "absent",
        peering: "absent",
        announcesDefault: { default: false },
        gatewayBypass: { default: false },
        routingWeight: { default: 0 },
        routing: NO_ROUTING,
        advertised: undefined,
      },
    ]);
    expect(network.sites.map(noted)).toEqual([
      {
        resource: "azurerm_vpn_site.site",
        name: "site",
        wan: "absent",
        addressCidrs: [],
        links: ["azurerm_vpn_site.site link[0]"],
        connections: [],
      },
    ]);
  });

  test("has no intent", () => {
    expect(network.intent).toEqual({
      stated: [],
      statements: [],
      appliances: { forwarding: [], unknowns: [] },
      existing: { complete: new Set(), unknowns: [] },
    });
  });
});
