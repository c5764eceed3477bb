import { siteRoutesKnown } from "../../../policies/rules/site-routes-known";
import { said } from "./judging";
import { SECOND_LINK } from "./sound";

const SITE = "azurerm_vpn_site.bergen";

describe("site-routes-known", () => {
  test("takes a site with BGP on one of its links, or with address_cidrs", () => {
    expect(said(siteRoutesKnown, { [`${SITE}.link[1]`]: { ...SECOND_LINK, bgp: undefined } })).toEqual([]);
    expect(
      said(siteRoutesKnown, { [`${SITE}.link[0].bgp`]: undefined, [`${SITE}.address_cidrs`]: ["10.31.16.0/20"] }),
    ).toEqual([]);
  });

  test("refuses a site with neither", () => {
    expect(said(siteRoutesKnown, { [`${SITE}.link[0].bgp`]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs",
        message: "site bergen has no link with BGP and no address_cidrs, so Azure routes nothing to it",
        evidence: { links: 1 },
        remedy: "Give its links a bgp block, or list the site's prefixes in address_cidrs.",
      },
    ]);
    expect(said(siteRoutesKnown, { [`${SITE}.link[0].bgp`]: undefined, [`${SITE}.address_cidrs`]: [] })).toHaveLength(
      1,
    );
  });

  test("takes address_cidrs of which only the values are unknown", () => {
    expect(
      said(siteRoutesKnown, { [`${SITE}.link[0].bgp`]: undefined, [`${SITE}.address_cidrs`]: ["${var.cidr}"] }),
    ).toEqual([]);
  });

  test("is undecided where it can't be told whether there is BGP, or any prefix", () => {
    expect(
      said(siteRoutesKnown, { [`${SITE}.link[0].bgp`]: undefined, [`${SITE}.address_cidrs`]: "${var.cidrs}" }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs",
        message: "whether site bergen has BGP or lists address_cidrs can't be told",
        evidence: {},
        decidedBy: ["var.cidrs"],
      },
    ]);
    expect(said(siteRoutesKnown, { [`${SITE}.link[0].bgp`]: "${var.bgp}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs",
        message: "whether site bergen has BGP or lists address_cidrs can't be told",
        evidence: {},
        decidedBy: ["var.bgp"],
      },
    ]);
    expect(said(siteRoutesKnown, { [`${SITE}.link`]: "${var.links}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs",
        message: "whether site bergen has BGP or lists address_cidrs can't be told",
        evidence: {},
        decidedBy: ["var.links"],
      },
    ]);
  });
});
