import { privateIpTunnel } from "../../../policies/rules/private-ip-tunnel";
import { said } from "./judging";
import { idOf, SECOND_LINK } from "./sound";

const LINK = "azurerm_vpn_site.bergen.link[0]";
const VPN_LINK = "azurerm_vpn_gateway_connection.bergen.vpn_link[0]";
const FLAG = `${VPN_LINK}.local_azure_ip_address_enabled`;
const ADVERTISES = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';

describe("private-ip-tunnel", () => {
  test("refuses a private device on the gateway's public addresses, by default or written", () => {
    expect(said(privateIpTunnel, { [FLAG]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].local_azure_ip_address_enabled",
        message:
          "device address 10.31.0.4 of site bergen, link a is private, but the link uses the gateway's public addresses by default",
        evidence: { deviceAddress: "10.31.0.4", siteLink: "link[0]", site: "azurerm_vpn_site.bergen" },
        remedy: "Set local_azure_ip_address_enabled to true.",
      },
    ]);
    expect(said(privateIpTunnel, { [FLAG]: false })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].local_azure_ip_address_enabled",
        message:
          "device address 10.31.0.4 of site bergen, link a is private, but the link uses the gateway's public addresses",
        evidence: { deviceAddress: "10.31.0.4", siteLink: "link[0]", site: "azurerm_vpn_site.bergen" },
        remedy: "Set local_azure_ip_address_enabled to true.",
      },
    ]);
  });

  test("counts 100.64.0.0/10 as private", () => {
    expect(said(privateIpTunnel, { [FLAG]: false, [`${LINK}.ip_address`]: "100.127.255.255" })).toHaveLength(1);
    expect(said(privateIpTunnel, { [FLAG]: false, [`${LINK}.ip_address`]: "100.128.0.0" })).toEqual([]);
  });

  test("takes a public device and a named one on the gateway's public addresses", () => {
    expect(said(privateIpTunnel, { [FLAG]: false, [`${LINK}.ip_address`]: "203.0.113.4" })).toEqual([]);
    expect(
      said(privateIpTunnel, { [FLAG]: false, [`${LINK}.ip_address`]: undefined, [`${LINK}.fqdn`]: "vpn.example.com" }),
    ).toEqual([]);
  });

  test("refuses a public device that is advertised over ExpressRoute, but not for a default route", () => {
    expect(
      said(privateIpTunnel, {
        [FLAG]: false,
        [`${LINK}.ip_address`]: "203.0.113.4",
        [ADVERTISES]: ["203.0.113.0/24"],
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].local_azure_ip_address_enabled",
        message:
          "device address 203.0.113.4 of site bergen, link a is advertised over ExpressRoute, but the link uses the gateway's public addresses",
        evidence: { deviceAddress: "203.0.113.4", siteLink: "link[0]", site: "azurerm_vpn_site.bergen" },
        remedy: "Set local_azure_ip_address_enabled to true.",
      },
    ]);
    expect(
      said(privateIpTunnel, { [FLAG]: false, [`${LINK}.ip_address`]: "203.0.113.4", [ADVERTISES]: ["0.0.0.0/0"] }),
    ).toEqual([]);
  });

  test("is undecided on an unknown flag where the device is, or may be, private", () => {
    expect(said(privateIpTunnel, { [FLAG]: "${var.flag}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].local_azure_ip_address_enabled",
        message: "whether site bergen, link a must use the gateway's private addresses, and does, can't be told",
        evidence: {},
        decidedBy: ["var.flag"],
      },
    ]);
    expect(said(privateIpTunnel, { [FLAG]: "${var.flag}", [`${LINK}.ip_address`]: "${var.device}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].local_azure_ip_address_enabled",
        message: "whether site bergen, link a must use the gateway's private addresses, and does, can't be told",
        evidence: {},
        decidedBy: ["var.device", "var.flag"],
      },
    ]);
    expect(said(privateIpTunnel, { [FLAG]: "${var.flag}", [`${LINK}.ip_address`]: "203.0.113.4" })).toEqual([]);
  });

  test("is undecided on an unknown device only where the flag isn't on", () => {
    expect(said(privateIpTunnel, { [`${LINK}.ip_address`]: "${var.device}" })).toEqual([]);
    expect(said(privateIpTunnel, { [FLAG]: false, [`${LINK}.ip_address`]: "${var.device}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].local_azure_ip_address_enabled",
        message: "whether site bergen, link a must use the gateway's private addresses, and does, can't be told",
        evidence: {},
        decidedBy: ["var.device"],
      },
    ]);
  });

  test("is undecided on a public device where what is advertised over ExpressRoute is unknown", () => {
    expect(
      said(privateIpTunnel, {
        [FLAG]: false,
        [`${LINK}.ip_address`]: "203.0.113.4",
        [ADVERTISES]: ["${var.advertised}"],
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].local_azure_ip_address_enabled",
        message: "whether site bergen, link a must use the gateway's private addresses, and does, can't be told",
        evidence: {},
        decidedBy: ["var.advertised"],
      },
    ]);
  });

  test("takes a public device where intent says nothing", () => {
    expect(
      said(privateIpTunnel, { [FLAG]: false, [`${LINK}.ip_address`]: "203.0.113.4", network_intent: undefined }),
    ).toEqual([]);
  });

  test("is undecided on a site that is known by id only where the flag is off", () => {
    const site = idOf("vpnSites", "old");
    const changes = {
      "azurerm_vpn_gateway_connection.bergen.remote_vpn_site_id": site,
      [`${VPN_LINK}.vpn_site_link_id`]: `${site}/vpnSiteLinks/a`,
    };
    expect(said(privateIpTunnel, changes)).toEqual([]);
    expect(
      said(privateIpTunnel, { ...changes, [FLAG]: false }).map(({ outcome, path }) => `${outcome} ${path}`),
    ).toEqual(["undecided vpn_link[0].local_azure_ip_address_enabled"]);
  });

  test("decides without knowing which link it is, where all links of the site agree", () => {
    const changes = {
      [FLAG]: false,
      [`${VPN_LINK}.vpn_site_link_id`]: "${local.link}",
      [`${VPN_LINK}.name`]: "x",
      "azurerm_vpn_site.bergen.link[1]": SECOND_LINK,
    };
    expect(said(privateIpTunnel, changes).map(({ outcome }) => outcome)).toEqual(["violation"]);
    expect(
      said(privateIpTunnel, { ...changes, [`${LINK}.ip_address`]: "203.0.113.4" }).map(({ outcome }) => outcome),
    ).toEqual(["undecided"]);
  });
});
