import { noTunnelThroughItself } from "../../../policies/rules/no-tunnel-through-itself";
import { said } from "./judging";
import { idOf, SECOND_SITE } from "./sound";

const SITE = "azurerm_vpn_site.bergen";
const DEVICE = `${SITE}.link[0].ip_address`;
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const OVER_EXPRESSROUTE = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"]';
const OVER_VPN = `network_intent.value.vpn["${SITE}"].a`;

describe("no-tunnel-through-itself", () => {
  test("takes a device in a longer prefix over ExpressRoute, up to a host route", () => {
    expect(
      said(noTunnelThroughItself, {
        [`${OVER_EXPRESSROUTE}.advertises`]: ["10.31.0.0/16", "10.31.0.4/32"],
        [`${OVER_VPN}.advertises`]: ["10.31.0.0/24"],
      }),
    ).toEqual([]);
  });

  test("takes a device beside what the tunnel advertises", () => {
    expect(said(noTunnelThroughItself, { [DEVICE]: "10.31.15.255" })).toEqual([]);
    expect(said(noTunnelThroughItself, { [DEVICE]: "10.31.16.0" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message:
          "device address 10.31.16.0 of site bergen, link a lies in 10.31.16.0/20, reached through a tunnel over site bergen, link a (azurerm_vpn_gateway_connection.bergen), which hub hub-sdc (azurerm_virtual_hub.sdc) prefers to ExpressRoute",
        evidence: {
          deviceAddress: "10.31.16.0",
          throughTunnel: "10.31.16.0/20",
          overExpressRoute: "10.31.0.0/16",
          via: [`${CONNECTION}#a`],
          hub: "azurerm_virtual_hub.sdc",
        },
        remedy:
          "Advertise a longer prefix that holds the device over ExpressRoute, such as 10.31.16.0/32, or keep the device out of what is reached through the tunnel.",
      },
    ]);
  });

  test("refuses a device in a longer prefix of its site's address_cidrs", () => {
    expect(said(noTunnelThroughItself, { [`${SITE}.address_cidrs`]: ["10.31.0.0/24"] })).toEqual([
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
          overExpressRoute: "10.31.0.0/16",
          via: [`${CONNECTION}#a`],
          hub: "azurerm_virtual_hub.sdc",
        },
        remedy:
          "Advertise a longer prefix that holds the device over ExpressRoute, such as 10.31.0.4/32, or keep the device out of what is reached through the tunnel.",
      },
    ]);
  });

  test("refuses a device that another site's tunnel leads to", () => {
    expect(
      said(noTunnelThroughItself, {
        "azurerm_vpn_site.oslo": { ...SECOND_SITE, address_cidrs: ["10.31.0.0/25"] },
        "azurerm_vpn_gateway_connection.oslo": {
          name: "con-oslo",
          vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
          remote_vpn_site_id: "${azurerm_vpn_site.oslo.id}",
          vpn_link: [{ name: "a", vpn_site_link_id: "${azurerm_vpn_site.oslo.link[0].id}", bgp_enabled: true }],
        },
        'network_intent.value.vpn["azurerm_vpn_site.oslo"]': { a: { advertises: ["10.30.16.0/20"] } },
      }).map(({ address, path, message }) => ({ address, path, message })),
    ).toEqual([
      {
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message:
          "device address 10.31.0.4 of site bergen, link a lies in 10.31.0.0/25, reached through a tunnel over site oslo, link a (azurerm_vpn_gateway_connection.oslo), which hub hub-sdc (azurerm_virtual_hub.sdc) prefers to ExpressRoute",
      },
    ]);
  });

  test("doesn't count what a device would advertise where BGP is off", () => {
    expect(
      said(noTunnelThroughItself, {
        [`${OVER_VPN}.advertises`]: ["10.31.0.0/24"],
        [`${CONNECTION}.vpn_link[0].bgp_enabled`]: false,
      }),
    ).toEqual([]);
  });

  test("says nothing of public connections", () => {
    expect(
      said(noTunnelThroughItself, {
        [`${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`]: false,
        [DEVICE]: "10.31.16.4",
      }),
    ).toEqual([]);
  });

  test("is undecided on address_cidrs that can't be told, once, naming the devices", () => {
    expect(said(noTunnelThroughItself, { [`${SITE}.address_cidrs`]: ["${terraform_data.ipam.output}"] })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: CONNECTION,
        path: "remote_vpn_site_id",
        message:
          "address_cidrs of site bergen (azurerm_vpn_site.bergen) can't be told, and hub hub-sdc (azurerm_virtual_hub.sdc) may reach VPN device 10.31.0.4 of site bergen, link a (azurerm_vpn_site.bergen) that way, through a tunnel",
        evidence: {},
        decidedBy: ["terraform_data.ipam.output"],
      },
    ]);
  });

  test("needs no address_cidrs where ExpressRoute has a host route to the device", () => {
    expect(
      said(noTunnelThroughItself, {
        [`${SITE}.address_cidrs`]: ["${terraform_data.ipam.output}"],
        [`${OVER_EXPRESSROUTE}.advertises`]: ["10.31.0.4/32"],
      }),
    ).toEqual([]);
  });

  test("is undecided where intent doesn't say what is advertised over VPN", () => {
    expect(said(noTunnelThroughItself, { "network_intent.value.vpn": undefined })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: CONNECTION,
        path: "vpn_link[0]",
        message:
          "what is advertised over site bergen, link a (azurerm_vpn_site.bergen) can't be told, and hub hub-sdc (azurerm_virtual_hub.sdc) may reach VPN device 10.31.0.4 of site bergen, link a that way, through a tunnel",
        evidence: {},
        decidedBy: ['network_intent.vpn["azurerm_vpn_site.bergen"].a.advertises'],
      },
    ]);
  });

  test("is undecided where a longer prefix over ExpressRoute may be there", () => {
    expect(
      said(noTunnelThroughItself, {
        [`${SITE}.address_cidrs`]: ["10.31.0.0/24"],
        [`${OVER_EXPRESSROUTE}.advertises`]: ["10.31.0.0/16", "${var.more}"],
      }).map(({ outcome, path, decidedBy }) => ({ outcome, path, decidedBy })),
    ).toEqual([{ outcome: "undecided", path: "link[0].ip_address", decidedBy: ["var.more"] }]);
  });

  test("is undecided on an unknown device, and where the hub can't be told", () => {
    expect(said(noTunnelThroughItself, { [DEVICE]: "${var.device}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message: "the device address of site bergen, link a is unknown, so the way to it may be a tunnel",
        evidence: {},
        decidedBy: ["var.device"],
      },
    ]);
    expect(
      said(noTunnelThroughItself, { [`${CONNECTION}.vpn_gateway_id`]: idOf("vpnGateways", "gw-old") }).map(
        ({ outcome, message }) => `${outcome}: ${message}`,
      ),
    ).toEqual([
      "undecided: the hub of site bergen, link a can't be told, nor whether the way to the device is a tunnel",
    ]);
  });

  test("is undecided where a connection may have further private links", () => {
    expect(said(noTunnelThroughItself, { [`${CONNECTION}.vpn_link`]: "${var.links}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link",
        message:
          "the device address of a further link of site bergen at hub-sdc is unknown, so the way to it may be a tunnel",
        evidence: {},
        decidedBy: ["var.links"],
      },
    ]);
  });
});
