import { noMixedLinks } from "../../../policies/rules/no-mixed-links";
import { said } from "./judging";
import { SECOND_LINK, SECOND_VPN_LINK } from "./sound";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const FIRST = `${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`;
const SECOND = `${CONNECTION}.vpn_link[1].local_azure_ip_address_enabled`;
const TWO = { "azurerm_vpn_site.bergen.link[1]": SECOND_LINK, [`${CONNECTION}.vpn_link[1]`]: SECOND_VPN_LINK };

describe("no-mixed-links", () => {
  test("takes links that are all private, or all public", () => {
    expect(said(noMixedLinks, TWO)).toEqual([]);
    expect(said(noMixedLinks, { ...TWO, [FIRST]: false, [SECOND]: undefined })).toEqual([]);
  });

  test("refuses a private link beside a public one", () => {
    expect(said(noMixedLinks, { ...TWO, [SECOND]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[1].local_azure_ip_address_enabled",
        message: "site bergen, link b uses the gateway's public addresses, but site bergen, link a its private ones",
        evidence: { privateLink: "vpn_link[0]", publicLink: "vpn_link[1]" },
        remedy:
          "Set local_azure_ip_address_enabled alike on all links, or connect the public link in a connection of its own.",
      },
    ]);
  });

  test("is undecided on an unknown flag among several links, not on a single link", () => {
    expect(said(noMixedLinks, { ...TWO, [SECOND]: "${var.flag}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link",
        message:
          "whether the links of site bergen at hub-sdc all use private addresses or all public ones can't be told",
        evidence: {},
        decidedBy: ["var.flag"],
      },
    ]);
    expect(said(noMixedLinks, { [FIRST]: "${var.flag}" })).toEqual([]);
  });

  test("is undecided where the connection may have more links", () => {
    expect(said(noMixedLinks, { [`${CONNECTION}.vpn_link`]: "${var.links}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link",
        message:
          "whether the links of site bergen at hub-sdc all use private addresses or all public ones can't be told",
        evidence: {},
        decidedBy: ["var.links"],
      },
    ]);
  });
});
