import { deviceAddressLiteral } from "../../../policies/rules/device-address-literal";
import { said } from "./judging";
import { SECOND_LINK } from "./sound";

const LINK = "azurerm_vpn_site.bergen.link[0]";
const VPN_LINK = "azurerm_vpn_gateway_connection.bergen.vpn_link[0]";
const FLAG = `${VPN_LINK}.local_azure_ip_address_enabled`;
const NAMED = { [`${LINK}.ip_address`]: undefined, [`${LINK}.fqdn`]: "vpn.bergen.example" };

describe("device-address-literal", () => {
  test("takes an FQDN on a public connection, or on none", () => {
    expect(said(deviceAddressLiteral, { ...NAMED, [FLAG]: false })).toEqual([]);
    expect(
      said(deviceAddressLiteral, {
        "azurerm_vpn_site.bergen.link[1]": { ...SECOND_LINK, ip_address: undefined, fqdn: "b.bergen.example" },
      }),
    ).toEqual([]);
  });

  test("refuses an FQDN on a private-IP connection", () => {
    expect(said(deviceAddressLiteral, NAMED)).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].fqdn",
        message: "site bergen, link a has vpn.bergen.example for a device, but is on a private-IP connection",
        evidence: { fqdn: "vpn.bergen.example" },
        remedy: "Write the device's private address as ip_address in place of fqdn.",
      },
    ]);
  });

  test("refuses both, and neither", () => {
    expect(said(deviceAddressLiteral, { [`${LINK}.fqdn`]: "vpn.bergen.example" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].fqdn",
        message:
          "site bergen, link a has ip_address 10.31.0.4 and fqdn vpn.bergen.example, of which Azure uses the address",
        evidence: { address: "10.31.0.4", fqdn: "vpn.bergen.example" },
        remedy: "Take fqdn out, or ip_address where the device's address changes.",
      },
    ]);
    expect(said(deviceAddressLiteral, { [`${LINK}.ip_address`]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message: "site bergen, link a has neither ip_address nor fqdn",
        evidence: {},
        remedy: "Set ip_address to the VPN device's address.",
      },
    ]);
  });

  test("refuses what is no IPv4 address", () => {
    expect(said(deviceAddressLiteral, { [`${LINK}.ip_address`]: "fd00::4" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].ip_address",
        message: "device address fd00::4 of site bergen, link a: it is IPv6; Azure's VPN gateways take IPv4 only",
        evidence: { address: "fd00::4" },
        remedy: "Write one IPv4 address, such as 10.0.0.4.",
      },
    ]);
    expect(said(deviceAddressLiteral, { [`${LINK}.ip_address`]: "10.31.0.4/32" })).toHaveLength(1);
  });

  test("takes an unknown address alone: somebody wrote one", () => {
    expect(said(deviceAddressLiteral, { [`${LINK}.ip_address`]: "${var.device}" })).toEqual([]);
  });

  test("is undecided where both may be there", () => {
    expect(said(deviceAddressLiteral, { [`${LINK}.fqdn`]: "${var.fqdn}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].fqdn",
        message: "whether site bergen, link a has just one of ip_address and fqdn can't be told",
        evidence: {},
        decidedBy: ["var.fqdn"],
      },
    ]);
    expect(
      said(deviceAddressLiteral, { [`${LINK}.ip_address`]: "${var.device}", [`${LINK}.fqdn`]: "${var.fqdn}" }).map(
        ({ outcome, decidedBy }) => ({ outcome, decidedBy }),
      ),
    ).toEqual([{ outcome: "undecided", decidedBy: ["var.device", "var.fqdn"] }]);
  });

  test("is undecided on an FQDN where it can't be told whether the connection is private", () => {
    expect(said(deviceAddressLiteral, { ...NAMED, [FLAG]: "${var.flag}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].fqdn",
        message: "whether site bergen, link a, which has only an FQDN, is on a private-IP connection can't be told",
        evidence: {},
        decidedBy: ["var.flag"],
      },
    ]);
  });

  test("is undecided on an FQDN where the connection may have a private link to it", () => {
    expect(
      said(deviceAddressLiteral, {
        ...NAMED,
        "azurerm_vpn_gateway_connection.bergen.vpn_link": "${var.links}",
      }).map(({ outcome, decidedBy }) => ({ outcome, decidedBy })),
    ).toEqual([{ outcome: "undecided", decidedBy: ["var.links"] }]);
  });
});
