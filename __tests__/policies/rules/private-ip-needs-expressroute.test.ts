import { privateIpNeedsExpressroute } from "../../../policies/rules/private-ip-needs-expressroute";
import { said } from "./judging";
import { idOf, SECOND_LINK, SECOND_VPN_LINK } from "./sound";

const FLAG = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].local_azure_ip_address_enabled";
const NO_GATEWAY = {
  azurerm_express_route_gateway: {},
  azurerm_express_route_connection: {},
  "network_intent.value.expressRoute": undefined,
};
const NO_CONNECTION = { azurerm_express_route_connection: {}, "network_intent.value.expressRoute": undefined };

describe("private-ip-needs-expressroute", () => {
  test("says nothing of a hub whose connections are public", () => {
    expect(said(privateIpNeedsExpressroute, { ...NO_GATEWAY, [FLAG]: false })).toEqual([]);
  });

  test("refuses a hub without an ExpressRoute gateway, once for all its links", () => {
    expect(
      said(privateIpNeedsExpressroute, {
        ...NO_GATEWAY,
        "azurerm_vpn_site.bergen.link[1]": SECOND_LINK,
        "azurerm_vpn_gateway_connection.bergen.vpn_link[1]": SECOND_VPN_LINK,
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "",
        message:
          "hub hub-sdc lacks an ExpressRoute gateway, but site bergen, link a (azurerm_vpn_gateway_connection.bergen) uses the hub's private addresses",
        evidence: { privateLinks: 2, expressRouteGateways: 0 },
        remedy: "Give the hub an ExpressRoute gateway and connect a circuit to it.",
      },
    ]);
  });

  test("refuses a hub whose only connection is over Microsoft peering", () => {
    const type = "azurerm_express_route_circuit_peering.stockholm.peering_type";
    expect(
      said(privateIpNeedsExpressroute, { [type]: "MicrosoftPeering" }).map(
        ({ outcome, message }) => `${outcome}: ${message}`,
      ),
    ).toEqual([
      "violation: hub hub-sdc lacks a connection over private peering at ExpressRoute gateway ergw-sdc (azurerm_express_route_gateway.sdc), but site bergen, link a (azurerm_vpn_gateway_connection.bergen) uses the hub's private addresses",
    ]);
    expect(
      said(privateIpNeedsExpressroute, {
        [type]: "MicrosoftPeering",
        "azurerm_express_route_connection.private": {
          name: "private",
          express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
          express_route_circuit_peering_id: `${idOf("expressRouteCircuits", "oslo")}/peerings/AzurePrivatePeering`,
        },
      }),
    ).toEqual([]);
  });

  test("refuses a hub whose ExpressRoute gateway has no connection", () => {
    expect(said(privateIpNeedsExpressroute, NO_CONNECTION)).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "",
        message:
          "hub hub-sdc lacks a connection at ExpressRoute gateway ergw-sdc (azurerm_express_route_gateway.sdc), but site bergen, link a (azurerm_vpn_gateway_connection.bergen) uses the hub's private addresses",
        evidence: { privateLinks: 1, expressRouteGateways: 1 },
        remedy: "Connect the private peering of a circuit to the hub's ExpressRoute gateway.",
      },
    ]);
  });

  test("doesn't count ExpressRoute at another hub", () => {
    expect(
      said(privateIpNeedsExpressroute, {
        "azurerm_virtual_hub.noe": {
          name: "hub-noe",
          virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
          address_prefix: "10.101.0.0/23",
        },
        "azurerm_express_route_gateway.sdc.virtual_hub_id": "${azurerm_virtual_hub.noe.id}",
      }).map(({ outcome, message }) => `${outcome}: ${message}`),
    ).toEqual([
      "violation: hub hub-sdc lacks an ExpressRoute gateway, but site bergen, link a (azurerm_vpn_gateway_connection.bergen) uses the hub's private addresses",
    ]);
  });

  test("is undecided where the flag is unknown", () => {
    expect(said(privateIpNeedsExpressroute, { ...NO_GATEWAY, [FLAG]: "${var.flag}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "",
        message:
          "hub hub-sdc lacks an ExpressRoute gateway, and whether site bergen, link a (azurerm_vpn_gateway_connection.bergen) uses the hub's private addresses can't be told",
        evidence: { privateLinks: 1, expressRouteGateways: 0 },
        decidedBy: ["var.flag"],
      },
    ]);
  });

  test("is undecided on a hub that is known by id only, unless its ExpressRoute is here", () => {
    const hub = idOf("virtualHubs", "hub-old");
    expect(said(privateIpNeedsExpressroute, { ...NO_GATEWAY, "azurerm_vpn_gateway.sdc.virtual_hub_id": hub })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].local_azure_ip_address_enabled",
        message:
          "site bergen, link a needs ExpressRoute at hub hub-old (/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub-old); whether the hub has an ExpressRoute gateway can't be told",
        evidence: { privateLinks: 1, expressRouteGateways: 0 },
        decidedBy: [
          'network_intent.existing["/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub-old"]',
        ],
      },
    ]);
    expect(
      said(privateIpNeedsExpressroute, {
        "azurerm_vpn_gateway.sdc.virtual_hub_id": hub,
        "azurerm_express_route_gateway.sdc.virtual_hub_id": hub,
      }),
    ).toEqual([]);
  });

  test("is undecided on a VPN gateway that is known by id only, once", () => {
    expect(
      said(privateIpNeedsExpressroute, {
        "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": idOf("vpnGateways", "gw-old"),
        "azurerm_vpn_site.bergen.link[1]": SECOND_LINK,
        "azurerm_vpn_gateway_connection.bergen.vpn_link[1]": SECOND_VPN_LINK,
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_gateway_id",
        message: "the hub of site bergen, link a can't be told, nor whether it has ExpressRoute",
        evidence: {},
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/gw-old",
        ],
      },
    ]);
  });

  test("is undecided where an ExpressRoute gateway may be the hub's", () => {
    expect(
      said(privateIpNeedsExpressroute, { "azurerm_express_route_gateway.sdc.virtual_hub_id": "${each.value}" }).map(
        ({ outcome, decidedBy }) => ({ outcome, decidedBy }),
      ),
    ).toEqual([{ outcome: "undecided", decidedBy: ["each.value"] }]);
  });

  test("is undecided where a module that can't be read may hold the ExpressRoute gateway", () => {
    expect(
      said(privateIpNeedsExpressroute, {
        ...NO_GATEWAY,
        "module.expressroute": { source: "git::https://example.com/expressroute.git" },
      }).map(({ outcome, decidedBy }) => ({ outcome, decidedBy })),
    ).toEqual([{ outcome: "undecided", decidedBy: ["module.expressroute"] }]);
  });

  test("is undecided where a hub that is known by an expression only may be the one that has ExpressRoute", () => {
    expect(
      said(privateIpNeedsExpressroute, { "azurerm_express_route_gateway.sdc.virtual_hub_id": "${var.hub_id}" }).map(
        ({ outcome, decidedBy }) => ({ outcome, decidedBy }),
      ),
    ).toEqual([{ outcome: "undecided", decidedBy: ["var.hub_id"] }]);
  });

  test("is undecided where a connection may have private links", () => {
    expect(
      said(privateIpNeedsExpressroute, {
        ...NO_GATEWAY,
        "azurerm_vpn_gateway_connection.bergen.vpn_link": "${var.links}",
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "",
        message:
          "hub hub-sdc lacks an ExpressRoute gateway, and whether a further link of site bergen at hub-sdc (azurerm_vpn_gateway_connection.bergen) uses the hub's private addresses can't be told",
        evidence: { privateLinks: 1, expressRouteGateways: 0 },
        decidedBy: ["var.links"],
      },
    ]);
  });
});
