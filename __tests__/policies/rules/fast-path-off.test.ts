import { fastPathOff } from "../../../policies/rules/fast-path-off";
import { said } from "./judging";
import { idOf } from "./sound";

const BYPASS = "azurerm_express_route_connection.stockholm.express_route_gateway_bypass_enabled";
const FLAG = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].local_azure_ip_address_enabled";

describe("fast-path-off", () => {
  test("takes the flag when it is off, and FastPath at a hub without private-IP tunnels", () => {
    expect(said(fastPathOff, { [BYPASS]: false })).toEqual([]);
    expect(said(fastPathOff, { [BYPASS]: true, [FLAG]: false })).toEqual([]);
  });

  test("refuses FastPath at a hub with private-IP tunnels", () => {
    expect(said(fastPathOff, { [BYPASS]: true })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_express_route_connection.stockholm",
        path: "express_route_gateway_bypass_enabled",
        message: "circuit erc-stockholm at hub-sdc bypasses the gateway of a hub with private-IP tunnels",
        evidence: { gatewayBypass: true },
        remedy: "Take express_route_gateway_bypass_enabled out.",
      },
    ]);
  });

  test("takes FastPath at another hub", () => {
    expect(
      said(fastPathOff, {
        [BYPASS]: true,
        "azurerm_virtual_hub.noe": {
          name: "hub-noe",
          virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
          address_prefix: "10.101.0.0/23",
        },
        "azurerm_express_route_gateway.sdc.virtual_hub_id": "${azurerm_virtual_hub.noe.id}",
      }),
    ).toEqual([]);
  });

  test("is undecided on an unknown FastPath, and on unknown tunnels beside it", () => {
    expect(said(fastPathOff, { [BYPASS]: "${var.bypass}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_express_route_connection.stockholm",
        path: "express_route_gateway_bypass_enabled",
        message: "whether circuit erc-stockholm at hub-sdc bypasses a hub with private-IP tunnels can't be told",
        evidence: {},
        decidedBy: ["var.bypass"],
      },
    ]);
    expect(said(fastPathOff, { [BYPASS]: true, [FLAG]: "${var.flag}" }).map(({ decidedBy }) => decidedBy)).toEqual([
      ["var.flag"],
    ]);
  });

  test("is undecided where the hub of either can't be told", () => {
    expect(
      said(fastPathOff, {
        [BYPASS]: true,
        "azurerm_express_route_connection.stockholm.express_route_gateway_id": idOf("expressRouteGateways", "er-old"),
      }).map(({ outcome }) => outcome),
    ).toEqual(["undecided"]);
    expect(
      said(fastPathOff, {
        [BYPASS]: true,
        "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": idOf("vpnGateways", "gw-old"),
      }).map(({ outcome }) => outcome),
    ).toEqual(["undecided"]);
  });

  test("is undecided where a hub that is known by an expression only may be the one with tunnels", () => {
    expect(
      said(fastPathOff, {
        [BYPASS]: true,
        "azurerm_express_route_gateway.sdc.virtual_hub_id": "${var.hub_id}",
      }).map(({ outcome, decidedBy }) => ({ outcome, decidedBy })),
    ).toEqual([{ outcome: "undecided", decidedBy: ["var.hub_id"] }]);
  });

  test("is undecided where a connection may have private links", () => {
    expect(
      said(fastPathOff, { [BYPASS]: true, "azurerm_vpn_gateway_connection.bergen.vpn_link": "${var.links}" }).map(
        ({ outcome, decidedBy }) => ({ outcome, decidedBy }),
      ),
    ).toEqual([{ outcome: "undecided", decidedBy: ["var.links"] }]);
  });

  test("takes FastPath whose hub can't be told where no tunnel is on the private path", () => {
    const gateway = "azurerm_express_route_connection.stockholm.express_route_gateway_id";
    expect(said(fastPathOff, { [BYPASS]: true, [gateway]: "${each.value}", [FLAG]: false })).toEqual([]);
    expect(said(fastPathOff, { [BYPASS]: true, [gateway]: "${each.value}" }).map(({ decidedBy }) => decidedBy)).toEqual(
      [["each.value"]],
    );
    expect(said(fastPathOff, { [BYPASS]: true, [gateway]: undefined })).toEqual([]);
  });
});
