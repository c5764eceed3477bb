import { deviceAddressAdvertised } from "../../../policies/rules/device-address-advertised";
import { said } from "./judging";
import { DROP_ALL, dropping, keeping, mapAt } from "./maps";
import { idOf } from "./sound";

const DEVICE = "azurerm_vpn_site.bergen.link[0].ip_address";
const FLAG = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].local_azure_ip_address_enabled";
const ADVERTISES = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
const SECOND_CIRCUIT = {
  "azurerm_express_route_connection.oslo": {
    name: "oslo",
    express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
    express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
  },
};

describe("device-address-advertised", () => {
  test("takes the first and the last address of an advertised prefix, and a host route", () => {
    expect(said(deviceAddressAdvertised, { [DEVICE]: "10.31.0.0" })).toEqual([]);
    expect(said(deviceAddressAdvertised, { [DEVICE]: "10.31.255.255" })).toEqual([]);
    expect(said(deviceAddressAdvertised, { [ADVERTISES]: ["10.31.0.4/32"] })).toEqual([]);
  });

  test("refuses the address beside it", () => {
    expect(said(deviceAddressAdvertised, { [DEVICE]: "10.32.0.0" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message:
          "device address 10.32.0.0 of site bergen, link a is in no prefix that is advertised to hub hub-sdc (azurerm_virtual_hub.sdc) over ExpressRoute",
        evidence: { deviceAddress: "10.32.0.0", hub: "azurerm_virtual_hub.sdc", advertised: ["10.31.0.0/16"] },
        remedy: "Advertise a prefix that holds the device over ExpressRoute, and state it in the intent.",
      },
    ]);
  });

  describe("with an inbound route map on ExpressRoute", () => {
    const CIRCUIT = "azurerm_express_route_connection.stockholm";
    const advertising = { [ADVERTISES]: ["10.31.0.0/24", "10.40.0.0/16"] };

    test("refuses a device whose prefix it drops", () => {
      const changes = { ...advertising, ...mapAt(CIRCUIT, "inbound", dropping("10.31.0.0/24")) };
      expect(said(deviceAddressAdvertised, changes)).toEqual([
        {
          outcome: "violation",
          level: "error",
          address: "azurerm_vpn_site.bergen",
          path: "link[0].ip_address",
          message:
            "device address 10.31.0.4 of site bergen, link a is in 10.31.0.0/24, which inbound route maps keep from hub hub-sdc (azurerm_virtual_hub.sdc)",
          evidence: {
            deviceAddress: "10.31.0.4",
            hub: "azurerm_virtual_hub.sdc",
            advertised: ["10.31.0.0/24", "10.40.0.0/16"],
          },
          remedy: "Let the inbound route map on the ExpressRoute connection keep the prefixes that hold VPN devices.",
        },
      ]);
    });

    test("takes one that keeps it, and one that drops a longer prefix beside it", () => {
      const keep = mapAt(CIRCUIT, "inbound", keeping("10.31.0.0/24"), DROP_ALL);
      expect(said(deviceAddressAdvertised, { ...advertising, ...keep })).toEqual([]);
      const beside = { [ADVERTISES]: ["10.31.0.0/24", "10.31.0.4/32"] };
      const changes = { ...beside, ...mapAt(CIRCUIT, "inbound", dropping("10.31.0.4/32")) };
      expect(said(deviceAddressAdvertised, changes)).toEqual([]);
    });

    test("is undecided where what it does can't be told", () => {
      const changes = {
        ...advertising,
        ...mapAt(CIRCUIT, "inbound", { ...DROP_ALL, action: [{ type: "${var.action}" }] }),
      };
      expect(said(deviceAddressAdvertised, changes).map(({ outcome, decidedBy }) => [outcome, decidedBy])).toEqual([
        ["undecided", ["var.action"]],
      ]);
    });
  });

  test("leaves an IPv6 device to device-address-literal", () => {
    expect(said(deviceAddressAdvertised, { [DEVICE]: "fd00::4" })).toEqual([]);
  });

  test("refuses a device that only the tunnel advertises", () => {
    expect(
      said(deviceAddressAdvertised, { [ADVERTISES]: ["10.30.0.0/16"], [DEVICE]: "10.31.16.4" }).map(
        ({ outcome, message }) => `${outcome}: ${message}`,
      ),
    ).toEqual([
      "violation: device address 10.31.16.4 of site bergen, link a is in no prefix that is advertised to hub hub-sdc (azurerm_virtual_hub.sdc) over ExpressRoute",
    ]);
  });

  test("warns of a device that the default route alone holds", () => {
    expect(said(deviceAddressAdvertised, { [ADVERTISES]: ["0.0.0.0/0"] })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message:
          "device address 10.31.0.4 of site bergen, link a is in no prefix but the default route that is advertised to hub hub-sdc (azurerm_virtual_hub.sdc) over ExpressRoute",
        evidence: { deviceAddress: "10.31.0.4", hub: "azurerm_virtual_hub.sdc", advertised: ["0.0.0.0/0"] },
        remedy: "Advertise a prefix that holds the device over ExpressRoute, and state it in the intent.",
      },
    ]);
  });

  test("says nothing of public connections", () => {
    expect(said(deviceAddressAdvertised, { [FLAG]: false, [DEVICE]: "10.32.0.0", network_intent: undefined })).toEqual(
      [],
    );
  });

  test("says nothing where the hub has no ExpressRoute at all", () => {
    expect(
      said(deviceAddressAdvertised, {
        azurerm_express_route_connection: {},
        "network_intent.value.expressRoute": undefined,
      }),
    ).toEqual([]);
  });

  test("is undecided without intent, and says which one", () => {
    expect(said(deviceAddressAdvertised, { network_intent: undefined })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message:
          "whether device address 10.31.0.4 of site bergen, link a is advertised to hub hub-sdc (azurerm_virtual_hub.sdc) over ExpressRoute can't be told",
        evidence: {},
        decidedBy: ['network_intent.expressRoute["azurerm_express_route_connection.stockholm"].advertises'],
      },
    ]);
  });

  test("is undecided where intent is silent on one circuit, and the others don't hold the device", () => {
    expect(said(deviceAddressAdvertised, SECOND_CIRCUIT)).toEqual([]);
    expect(
      said(deviceAddressAdvertised, { ...SECOND_CIRCUIT, [DEVICE]: "10.32.0.4" }).map(({ outcome, decidedBy }) => ({
        outcome,
        decidedBy,
      })),
    ).toEqual([
      {
        outcome: "undecided",
        decidedBy: ['network_intent.expressRoute["azurerm_express_route_connection.oslo"].advertises'],
      },
    ]);
  });

  test("is undecided on what intent leaves open", () => {
    expect(said(deviceAddressAdvertised, { [ADVERTISES]: ["10.31.0.0/16", "${var.more}"] })).toEqual([]);
    expect(said(deviceAddressAdvertised, { [ADVERTISES]: ["10.30.0.0/16", "${var.more}"] })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message:
          "whether device address 10.31.0.4 of site bergen, link a is advertised to hub hub-sdc (azurerm_virtual_hub.sdc) over ExpressRoute can't be told",
        evidence: {},
        decidedBy: ["var.more"],
      },
    ]);
  });

  test("is undecided on an unknown device, and on an unknown flag where the device isn't advertised", () => {
    expect(said(deviceAddressAdvertised, { [DEVICE]: "${var.device}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message:
          "whether the device address of site bergen, link a is advertised to hub hub-sdc (azurerm_virtual_hub.sdc) over ExpressRoute can't be told",
        evidence: {},
        decidedBy: ["var.device"],
      },
    ]);
    expect(said(deviceAddressAdvertised, { [FLAG]: "${var.flag}" })).toEqual([]);
    expect(
      said(deviceAddressAdvertised, { [FLAG]: "${var.flag}", [DEVICE]: "10.32.0.4" }).map(({ outcome }) => outcome),
    ).toEqual(["undecided"]);
  });

  test("is undecided where the hub can't be told", () => {
    expect(
      said(deviceAddressAdvertised, {
        "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": idOf("vpnGateways", "gw-old"),
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message: "the hub of site bergen, link a can't be told, nor what is advertised to it over ExpressRoute",
        evidence: {},
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/gw-old",
        ],
      },
    ]);
  });

  test("judges a hub that is known by id only by its one ExpressRoute gateway, where that is managed here", () => {
    const hub = idOf("virtualHubs", "hub-old");
    const changes = {
      "azurerm_vpn_gateway.sdc.virtual_hub_id": hub,
      "azurerm_express_route_gateway.sdc.virtual_hub_id": hub,
    };
    expect(said(deviceAddressAdvertised, changes)).toEqual([]);
    expect(said(deviceAddressAdvertised, { ...changes, [DEVICE]: "10.32.0.4" }).map(({ outcome }) => outcome)).toEqual([
      "violation",
    ]);
  });

  test("is undecided on a hub that is known by id only, where its ExpressRoute gateway isn't managed here", () => {
    const changes = { "azurerm_vpn_gateway.sdc.virtual_hub_id": idOf("virtualHubs", "hub-old") };
    const outcomes = said(deviceAddressAdvertised, changes).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(["undecided"]));
  });

  test("is undecided on a site that is known by id only, where it is connected", () => {
    const site = idOf("vpnSites", "old");
    expect(
      said(deviceAddressAdvertised, {
        "azurerm_vpn_gateway_connection.bergen.remote_vpn_site_id": site,
        "azurerm_vpn_gateway_connection.bergen.vpn_link[0].vpn_site_link_id": `${site}/vpnSiteLinks/a`,
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].vpn_site_link_id",
        message:
          "whether the device address of site old, link a (/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/vpnSites/old) is advertised to hub hub-sdc (azurerm_virtual_hub.sdc) over ExpressRoute can't be told",
        evidence: {},
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/vpnSites/old/vpnSiteLinks/a",
        ],
      },
    ]);
  });

  test("is undecided where a connection may have further private links", () => {
    expect(said(deviceAddressAdvertised, { "azurerm_vpn_gateway_connection.bergen.vpn_link": "${var.links}" })).toEqual(
      [
        {
          outcome: "undecided",
          level: "error",
          address: "azurerm_vpn_gateway_connection.bergen",
          path: "vpn_link",
          message:
            "whether the device address of a further link of site bergen at hub-sdc is advertised to hub hub-sdc (azurerm_virtual_hub.sdc) over ExpressRoute can't be told",
          evidence: {},
          decidedBy: ["var.links"],
        },
      ],
    );
  });

  test("names the longest prefix that holds the device where route maps drop several", () => {
    const changes = {
      [ADVERTISES]: ["10.31.0.0/16", "10.31.0.0/24", "0.0.0.0/0", "10.40.0.0/16"],
      ...mapAt("azurerm_express_route_connection.stockholm", "inbound", DROP_ALL),
    };
    expect(said(deviceAddressAdvertised, changes).map(({ message }) => message)).toEqual([
      "device address 10.31.0.4 of site bergen, link a is in 10.31.0.0/24, which inbound route maps keep from hub hub-sdc (azurerm_virtual_hub.sdc)",
    ]);
  });
});
