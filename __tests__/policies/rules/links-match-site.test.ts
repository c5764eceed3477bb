import { linksMatchSite } from "../../../policies/rules/links-match-site";
import { said } from "./judging";
import { idOf, SECOND_LINK, SECOND_SITE, SECOND_VPN_LINK } from "./sound";

const SITE = "azurerm_vpn_site.bergen";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const TWO = { [`${SITE}.link[1]`]: SECOND_LINK, [`${CONNECTION}.vpn_link[1]`]: SECOND_VPN_LINK };

const CROSSWISE = {
  ...TWO,
  [`${CONNECTION}.vpn_link[0].vpn_site_link_id`]: `\${${SITE}.link[1].id}`,
  [`${CONNECTION}.vpn_link[1].vpn_site_link_id`]: `\${${SITE}.link[0].id}`,
};

describe("links-match-site", () => {
  test("takes two links of the site, in any order, under any names", () => {
    expect(said(linksMatchSite, TWO)).toEqual([]);
    expect(
      said(linksMatchSite, {
        ...CROSSWISE,
        [`${CONNECTION}.vpn_link[0].name`]: "first",
        [`${CONNECTION}.vpn_link[1].name`]: "second",
      }),
    ).toEqual([]);
  });

  test("warns of links that have each other's names", () => {
    const crossed = (index: number, own: string, used: string) => ({
      outcome: "violation",
      level: "warning",
      address: CONNECTION,
      path: `vpn_link[${index}].vpn_site_link_id`,
      message: `link ${own} of site bergen at hub-sdc uses link ${used} of its site, which has a link ${own} too`,
      evidence: { link: own, siteLink: used },
      remedy: `Refer to the link ${own}, or name this one ${used}: its key and policy are for the device that it leads to.`,
    });
    expect(said(linksMatchSite, CROSSWISE)).toEqual([crossed(0, "a", "b"), crossed(1, "b", "a")]);
    // ARM compares names without regard to case.
    expect(said(linksMatchSite, { ...CROSSWISE, [`${CONNECTION}.vpn_link[1].name`]: "B" })).toHaveLength(2);
    expect(said(linksMatchSite, { ...TWO, [`${CONNECTION}.vpn_link[1].name`]: "B" })).toEqual([]);
    expect(
      said(linksMatchSite, { ...CROSSWISE, [`${CONNECTION}.vpn_link[0].name`]: "${var.name}" }),
    ).not.toContainEqual(crossed(0, "a", "b"));
  });

  test("refuses a link of another site", () => {
    expect(
      said(linksMatchSite, {
        "azurerm_vpn_site.oslo": SECOND_SITE,
        [`${CONNECTION}.vpn_link[0].vpn_site_link_id`]: "${azurerm_vpn_site.oslo.link[0].id}",
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].vpn_site_link_id",
        message:
          "site bergen at hub-sdc, link a connects site bergen (azurerm_vpn_site.bergen), but uses site oslo, link a (azurerm_vpn_site.oslo)",
        evidence: { site: "azurerm_vpn_site.bergen", linkOf: "azurerm_vpn_site.oslo" },
        remedy: "Refer to a link of site bergen.",
      },
    ]);
  });

  test("refuses a site link that is used twice", () => {
    expect(
      said(linksMatchSite, {
        ...TWO,
        [`${CONNECTION}.vpn_link[1].name`]: "c",
        [`${CONNECTION}.vpn_link[1].vpn_site_link_id`]: `\${${SITE}.link[0].id}`,
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[1].vpn_site_link_id",
        message:
          "site bergen at hub-sdc, link c uses site bergen, link a (azurerm_vpn_site.bergen), which site bergen at hub-sdc, link a uses already",
        evidence: { siteLink: "link[0]", alsoUsedBy: "vpn_link[0]", connection: CONNECTION },
        remedy: "Connect each site link once.",
      },
    ]);
  });

  test("refuses a site link that two connections of one gateway use, not one of two gateways", () => {
    const again = (gateway: string, link: object) => ({
      [`${SITE}.link[1]`]: SECOND_LINK,
      "azurerm_vpn_gateway.wus": { name: "vpngw-wus" },
      "azurerm_vpn_gateway_connection.cork": {
        name: "con-cork",
        vpn_gateway_id: `\${azurerm_vpn_gateway.${gateway}.id}`,
        remote_vpn_site_id: `\${${SITE}.id}`,
        vpn_link: [link],
      },
    });
    const first = { ...SECOND_VPN_LINK, name: "a", vpn_site_link_id: `\${${SITE}.link[0].id}` };
    expect(said(linksMatchSite, again("sdc", first))).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.cork",
        path: "vpn_link[0].vpn_site_link_id",
        message:
          "VPN connection con-cork, link a uses site bergen, link a (azurerm_vpn_site.bergen), which VPN connection con-bergen, link a (azurerm_vpn_gateway_connection.bergen) uses already",
        evidence: { siteLink: "link[0]", alsoUsedBy: "vpn_link[0]", connection: CONNECTION },
        remedy: "Connect each site link once.",
      },
    ]);
    expect(said(linksMatchSite, again("sdc", SECOND_VPN_LINK))).toEqual([]);
    expect(said(linksMatchSite, again("wus", first))).toEqual([]);
  });

  test("refuses equal names, of site links and of connected ones, in any case", () => {
    expect(
      said(linksMatchSite, { ...TWO, [`${SITE}.link[1].name`]: "A", [`${CONNECTION}.vpn_link[1].name`]: "A" }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[1].name",
        message: "site bergen at hub-sdc has two links named A",
        evidence: { name: "A" },
        remedy: "Give each link a name of its own.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[1].name",
        message: "site bergen has two links named A",
        evidence: { name: "A" },
        remedy: "Give each link a name of its own.",
      },
    ]);
  });

  test("is undecided where a site link can't be told", () => {
    expect(
      said(linksMatchSite, {
        [`${CONNECTION}.vpn_link[0].vpn_site_link_id`]: "${local.link}",
        [`${CONNECTION}.vpn_link[0].name`]: "x",
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].vpn_site_link_id",
        message: "the site link of site bergen at hub-sdc, link x can't be told",
        evidence: {},
        decidedBy: ["local.link"],
      },
    ]);
  });

  test.each([
    ["another resource", "${terraform_data.link.output}", "terraform_data.link.output"],
    ["a variable", "${var.link}", "var.link"],
    [
      "an index beyond its links",
      "${azurerm_vpn_site.bergen.link[1].id}",
      "azurerm_vpn_gateway_connection.bergen.vpn_link[0].vpn_site_link_id",
    ],
  ])("is undecided where %s tells the link, whatever its name", (_, expression, decider) => {
    expect(said(linksMatchSite, { [`${CONNECTION}.vpn_link[0].vpn_site_link_id`]: expression })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].vpn_site_link_id",
        message: "the site link of site bergen at hub-sdc, link a can't be told",
        evidence: {},
        decidedBy: [decider],
      },
    ]);
  });

  test("goes by equal names where the expression doesn't tell the link", () => {
    expect(said(linksMatchSite, { [`${CONNECTION}.vpn_link[0].vpn_site_link_id`]: "${local.link}" })).toEqual([]);
  });

  test("takes a link of a site that is known by id only, where the ids agree", () => {
    const site = idOf("vpnSites", "old");
    const link = `${site.toUpperCase()}/vpnSiteLinks/a`.replace("/SUBSCRIPTIONS", "/subscriptions");
    expect(
      said(linksMatchSite, {
        [`${CONNECTION}.remote_vpn_site_id`]: site,
        [`${CONNECTION}.vpn_link[0].vpn_site_link_id`]: link,
      }),
    ).toEqual([]);
    expect(
      said(linksMatchSite, {
        [`${CONNECTION}.remote_vpn_site_id`]: site,
        [`${CONNECTION}.vpn_link[0].vpn_site_link_id`]: `${idOf("vpnSites", "other")}/vpnSiteLinks/a`,
      }).map(({ outcome, message }) => `${outcome}: ${message}`),
    ).toEqual([
      "violation: site old at hub-sdc, link a connects site old (/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/vpnSites/old), but uses site other, link a (/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/vpnSites/other)",
    ]);
  });

  test("is undecided where it can't be told whether two sites are one", () => {
    expect(
      said(linksMatchSite, { [`${CONNECTION}.remote_vpn_site_id`]: idOf("vpnSites", "bergen") }).map(
        ({ outcome, message }) => `${outcome}: ${message}`,
      ),
    ).toEqual([
      "undecided: VPN connection con-bergen, link a connects site /subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/vpnSites/bergen, but uses site azurerm_vpn_site.bergen, link a; whether both are one site can't be told",
    ]);
  });

  test("is undecided on an unknown name among several", () => {
    expect(
      said(linksMatchSite, { ...TWO, [`${SITE}.link[1].name`]: "${var.name}" }).map(
        ({ outcome, path }) => `${outcome} ${path}`,
      ),
    ).toEqual(["undecided link[1].name"]);
    expect(said(linksMatchSite, { [`${SITE}.link[0].name`]: "${var.name}", network_intent: undefined })).toEqual([]);
  });
});
