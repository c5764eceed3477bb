import { wanStandard } from "../../../policies/rules/wan-standard";
import { said } from "./judging";
import { idOf, SECOND_NETWORK, SECOND_SPOKE } from "./sound";

const WAN = "azurerm_virtual_wan.wan";
const HUB = "azurerm_virtual_hub.sdc";
const NO_EXPRESSROUTE = {
  azurerm_express_route_gateway: {},
  azurerm_express_route_connection: {},
  "network_intent.value.expressRoute": undefined,
};
const TWO_SPOKES = {
  "azurerm_virtual_network.data": SECOND_NETWORK,
  "azurerm_virtual_hub_connection.data": SECOND_SPOKE,
};

describe("wan-standard", () => {
  test("takes Standard, written or left out, in any letters", () => {
    expect(said(wanStandard, {})).toEqual([]);
    expect(said(wanStandard, { [`${WAN}.type`]: "standard", [`${HUB}.sku`]: "Standard" })).toEqual([]);
  });

  test("refuses a Basic WAN with an ExpressRoute gateway", () => {
    expect(said(wanStandard, { [`${WAN}.type`]: "Basic" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: WAN,
        path: "type",
        message:
          "WAN wan-nordics is Basic, but ExpressRoute gateway ergw-sdc (azurerm_express_route_gateway.sdc) needs Standard",
        remedy: "Set type to Standard, or leave it out.",
        evidence: { type: "Basic" },
      },
    ]);
  });

  test("refuses a Basic hub with an ExpressRoute gateway", () => {
    expect(said(wanStandard, { [`${HUB}.sku`]: "Basic" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: HUB,
        path: "sku",
        message:
          "hub hub-sdc is Basic, but ExpressRoute gateway ergw-sdc (azurerm_express_route_gateway.sdc) needs Standard",
        remedy:
          "Make the hub with sku Standard. Where it exists, upgrade its WAN in Azure first, so that Terraform has nothing to change.",
        evidence: { sku: "Basic" },
      },
    ]);
  });

  test("takes a hub whose SKU nobody wrote, which is an empty text in a state", () => {
    expect(said(wanStandard, { [`${HUB}.sku`]: "" })).toEqual([]);
  });

  test("refuses a Basic WAN whose virtual networks are to reach each other", () => {
    expect(said(wanStandard, { ...NO_EXPRESSROUTE, ...TWO_SPOKES, [`${WAN}.type`]: "Basic" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: WAN,
        path: "type",
        message:
          "WAN wan-nordics is Basic, but transit between spoke vnet-app (azurerm_virtual_hub_connection.app) and spoke vnet-data (azurerm_virtual_hub_connection.data) needs Standard",
        remedy: "Set type to Standard, or leave it out.",
        evidence: { type: "Basic" },
      },
    ]);
  });

  test("takes a Basic WAN with VPN and one virtual network", () => {
    expect(said(wanStandard, { ...NO_EXPRESSROUTE, [`${WAN}.type`]: "Basic", [`${HUB}.sku`]: "Basic" })).toEqual([]);
  });

  test("can't tell a type that is unknown, and doesn't ask where nothing needs Standard", () => {
    expect(said(wanStandard, { [`${WAN}.type`]: "${var.type}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: WAN,
        path: "type",
        message:
          "whether WAN wan-nordics is Standard can't be told; ExpressRoute gateway ergw-sdc (azurerm_express_route_gateway.sdc) needs Standard",
        decidedBy: ["var.type"],
        evidence: {},
      },
    ]);
    expect(said(wanStandard, { ...NO_EXPRESSROUTE, [`${WAN}.type`]: "${var.type}" })).toEqual([]);
  });

  test("can't tell at which hub a gateway is whose hub is unknown", () => {
    const gateway = "azurerm_express_route_gateway.sdc";
    expect(said(wanStandard, { [`${gateway}.virtual_hub_id`]: "${each.value}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: gateway,
        path: "virtual_hub_id",
        message: "the hub of ExpressRoute gateway ergw-sdc can't be told, nor whether it is Standard",
        decidedBy: ["each.value"],
        evidence: {},
      },
    ]);
  });

  test("can't tell whether a Basic hub has two virtual networks where one's hub is unknown", () => {
    const changes = {
      ...NO_EXPRESSROUTE,
      ...TWO_SPOKES,
      "azurerm_virtual_hub_connection.data.virtual_hub_id": "${each.value}",
      [`${HUB}.sku`]: "Basic",
    };
    expect(said(wanStandard, changes)).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: HUB,
        path: "sku",
        message:
          "hub hub-sdc is Basic; whether transit between spoke vnet-app (azurerm_virtual_hub_connection.app) and spoke vnet-data (azurerm_virtual_hub_connection.data) needs Standard can't be told",
        decidedBy: ["each.value"],
        evidence: { sku: "Basic" },
      },
    ]);
  });

  test("can't tell the WAN of a hub that is known by its id only", () => {
    const id = idOf("virtualHubs", "hub-old");
    const [finding, ...others] = said(wanStandard, { "azurerm_express_route_gateway.sdc.virtual_hub_id": id });
    expect(others).toEqual([]);
    expect(finding).toEqual({
      outcome: "undecided",
      level: "error",
      address: "azurerm_express_route_gateway.sdc",
      path: "virtual_hub_id",
      message:
        "the WAN of hub hub-old (/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub-old) can't be told, nor whether it is Standard, as ExpressRoute gateway ergw-sdc needs Standard",
      decidedBy: [id],
      evidence: {},
    });
  });

  test("reads the type of a WAN that exists already from its data source", () => {
    const id = idOf("virtualWans", "wan-old");
    const changes = (sku: unknown) => ({
      "azurerm_virtual_hub.sdc.virtual_wan_id": "${data.azurerm_virtual_wan.old.id}",
      "data.azurerm_virtual_wan.old": { id, name: "wan-old", resource_group_name: "rg", sku },
    });
    expect(said(wanStandard, changes("Standard"))).toEqual([]);
    expect(said(wanStandard, changes("Basic")).map(({ outcome, address }) => [outcome, address])).toEqual([
      ["violation", "data.azurerm_virtual_wan.old"],
    ]);
  });
});
