import { noTunnelThroughItself } from "../../../policies/rules/no-tunnel-through-itself";
import { said } from "./judging";
import { dropping, mapAt } from "./maps";
import { SECOND_HUB, SECOND_SITE } from "./sound";

const SITE = "azurerm_vpn_site.bergen";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const OVER_EXPRESSROUTE = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"]';
const OVER_VPN = `network_intent.value.vpn["${SITE}"].a`;
const PREFERENCE = "azurerm_virtual_hub.sdc.hub_routing_preference";

/** The same /24 on both paths, with the device in it. */
const EQUAL = { [`${OVER_EXPRESSROUTE}.advertises`]: ["10.31.0.0/24"], [`${OVER_VPN}.advertises`]: ["10.31.0.0/24"] };

describe("no-tunnel-through-itself, by what the hub decides", () => {
  test("refuses a device in a longer prefix that another hub's tunnel brings", () => {
    const otherHub = {
      ...SECOND_HUB,
      "azurerm_vpn_site.oslo": SECOND_SITE,
      "azurerm_vpn_gateway_connection.oslo": {
        name: "con-oslo",
        vpn_gateway_id: "${azurerm_vpn_gateway.osl.id}",
        remote_vpn_site_id: "${azurerm_vpn_site.oslo.id}",
        vpn_link: [{ name: "a", vpn_site_link_id: "${azurerm_vpn_site.oslo.link[0].id}", bgp_enabled: true }],
      },
    };
    const advertising = (...advertises: string[]) => ({
      ...otherHub,
      'network_intent.value.vpn["azurerm_vpn_site.oslo"]': { a: { advertises } },
    });
    const found = said(noTunnelThroughItself, advertising("10.30.16.0/20", "10.31.0.4/32"));
    expect(found.map(({ outcome, address, message }) => ({ outcome, address, message }))).toEqual([
      {
        outcome: "violation",
        address: SITE,
        message:
          "device address 10.31.0.4 of site bergen, link a lies in 10.31.0.4/32, reached through a tunnel over site oslo, link a (azurerm_vpn_gateway_connection.oslo), which hub hub-sdc (azurerm_virtual_hub.sdc) prefers to ExpressRoute",
      },
    ]);
    // Of one prefix, a hub takes its own route before another hub's.
    expect(said(noTunnelThroughItself, advertising("10.30.16.0/20", "10.31.0.0/16"))).toEqual([]);
  });

  describe("with route maps", () => {
    test("refuses a device whose prefix over ExpressRoute one drops, so that the tunnel's is the longest", () => {
      const dropped = mapAt("azurerm_express_route_connection.stockholm", "inbound", dropping("10.31.0.4/32"));
      const changes = {
        [`${OVER_EXPRESSROUTE}.advertises`]: ["10.31.0.0/16", "10.31.0.4/32"],
        [`${OVER_VPN}.advertises`]: ["10.31.0.0/24"],
      };
      expect(said(noTunnelThroughItself, { ...changes, ...dropped }).map(({ outcome }) => outcome)).toEqual([
        "violation",
      ]);
    });

    test("takes a device whose prefix through the tunnel one drops", () => {
      const dropped = mapAt(CONNECTION, "inbound", dropping("10.31.0.0/24"));
      expect(said(noTunnelThroughItself, { ...dropped, [`${OVER_VPN}.advertises`]: ["10.31.0.0/24"] })).toEqual([]);
    });
  });

  describe("with the same prefix on both paths", () => {
    test("takes it where the hub prefers ExpressRoute", () => {
      expect(said(noTunnelThroughItself, EQUAL)).toEqual([]);
      expect(said(noTunnelThroughItself, { ...EQUAL, [PREFERENCE]: "ExpressRoute" })).toEqual([]);
    });

    test("refuses it where the hub prefers VPN", () => {
      expect(said(noTunnelThroughItself, { ...EQUAL, [PREFERENCE]: "VpnGateway" })).toEqual([
        {
          outcome: "violation",
          level: "error",
          address: "azurerm_vpn_site.bergen",
          path: "link[0].ip_address",
          message:
            "device address 10.31.0.4 of site bergen, link a lies in 10.31.0.0/24, reached through a tunnel over site bergen, link a (azurerm_vpn_gateway_connection.bergen), which hub hub-sdc (azurerm_virtual_hub.sdc) prefers to ExpressRoute",
          evidence: {
            deviceAddress: "10.31.0.4",
            throughTunnel: "10.31.0.0/24",
            overExpressRoute: "10.31.0.0/24",
            via: [`${CONNECTION}#a`],
            hub: "azurerm_virtual_hub.sdc",
          },
          remedy:
            "Advertise a longer prefix that holds the device over ExpressRoute, such as 10.31.0.4/32, or keep the device out of what is reached through the tunnel.",
        },
      ]);
    });

    test("refuses a static route whatever the hub prefers", () => {
      expect(
        said(noTunnelThroughItself, {
          [`${OVER_EXPRESSROUTE}.advertises`]: ["10.31.0.0/24"],
          [`${SITE}.address_cidrs`]: ["10.31.0.0/24"],
        }).map(({ outcome, message }) => `${outcome}: ${message}`),
      ).toEqual([
        "violation: device address 10.31.0.4 of site bergen, link a lies in 10.31.0.0/24, reached through a tunnel over site bergen, link a (azurerm_vpn_gateway_connection.bergen), which hub hub-sdc (azurerm_virtual_hub.sdc) prefers to ExpressRoute",
      ]);
    });

    test("goes by the shorter AS path where the hub does", () => {
      const paths = (overExpressRoute: number[], overVpn: number[]) => ({
        ...EQUAL,
        [PREFERENCE]: "ASPath",
        [`${OVER_EXPRESSROUTE}.asPath`]: overExpressRoute,
        [`${OVER_VPN}.asPath`]: overVpn,
      });
      expect(said(noTunnelThroughItself, paths([12076, 65020], [65032, 65032, 65032]))).toEqual([]);
      expect(said(noTunnelThroughItself, paths([12076, 65020], [65032, 65032]))).toEqual([]);
      expect(said(noTunnelThroughItself, paths([12076, 65020], [65032])).map(({ outcome }) => outcome)).toEqual([
        "violation",
      ]);
    });

    test("is undecided where AS paths decide and intent doesn't state them", () => {
      expect(said(noTunnelThroughItself, { ...EQUAL, [PREFERENCE]: "ASPath" })).toEqual([
        {
          outcome: "undecided",
          level: "error",
          address: "azurerm_vpn_site.bergen",
          path: "link[0].ip_address",
          message:
            "device address 10.31.0.4 of site bergen, link a lies in 10.31.0.0/24, reached through a tunnel over site bergen, link a (azurerm_vpn_gateway_connection.bergen); whether hub hub-sdc (azurerm_virtual_hub.sdc) takes that way can't be told",
          evidence: {
            deviceAddress: "10.31.0.4",
            throughTunnel: "10.31.0.0/24",
            overExpressRoute: "10.31.0.0/24",
            via: [`${CONNECTION}#a`],
            hub: "azurerm_virtual_hub.sdc",
          },
          decidedBy: [
            'network_intent.expressRoute["azurerm_express_route_connection.stockholm"].asPath',
            'network_intent.vpn["azurerm_vpn_site.bergen"].a.asPath',
          ],
        },
      ]);
    });

    test("is undecided where the hub's preference is unknown", () => {
      expect(
        said(noTunnelThroughItself, { ...EQUAL, [PREFERENCE]: "${var.preference}" }).map(({ outcome, decidedBy }) => ({
          outcome,
          decidedBy,
        })),
      ).toEqual([
        {
          outcome: "undecided",
          decidedBy: [
            'network_intent.expressRoute["azurerm_express_route_connection.stockholm"].asPath',
            'network_intent.vpn["azurerm_vpn_site.bergen"].a.asPath',
            "var.preference",
          ],
        },
      ]);
    });
  });
});
