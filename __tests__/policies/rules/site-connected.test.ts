import { siteConnected } from "../../../policies/rules/site-connected";
import { said } from "./judging";
import { SECOND_SITE } from "./sound";

const SITE = "azurerm_vpn_site.oslo";
const ALONE = { [SITE]: SECOND_SITE };

describe("site-connected", () => {
  test("takes a site that is connected", () => {
    expect(said(siteConnected, {})).toEqual([]);
  });

  test("warns of one with a device in private address space that is connected nowhere", () => {
    expect(said(siteConnected, ALONE)).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: SITE,
        path: "",
        message: "site oslo has a link over ExpressRoute, and is connected to no VPN gateway",
        remedy:
          "Connect the site by an azurerm_vpn_gateway_connection, judge the input that does together with this one, or take the site out.",
        evidence: { links: 1 },
      },
    ]);
  });

  test("takes a site on the internet, by address or by name, and one that is merely read", () => {
    expect(said(siteConnected, { ...ALONE, [`${SITE}.link[0].ip_address`]: "198.51.100.4" })).toEqual([]);
    const named = { ...ALONE, [`${SITE}.link[0].ip_address`]: undefined, [`${SITE}.link[0].fqdn`]: "vpn.example" };
    expect(said(siteConnected, named)).toEqual([]);
    expect(said(siteConnected, { "data.azurerm_vpn_site.old": { name: "old", resource_group_name: "rg" } })).toEqual(
      [],
    );
  });

  test("warns of one with a public device that intent puts on ExpressRoute, not of one that a default route holds", () => {
    const over = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
    const onExpressRoute = { ...ALONE, [`${SITE}.link[0].ip_address`]: "198.51.100.4" };
    expect(said(siteConnected, { ...onExpressRoute, [over]: ["198.51.100.0/24"] })).toHaveLength(1);
    expect(said(siteConnected, { ...onExpressRoute, [over]: ["0.0.0.0/0"] })).toEqual([]);
  });

  test("is undecided where the device, the links, or what a connection connects can't be told", () => {
    const message = "whether site oslo has a link over ExpressRoute that is connected nowhere can't be told";
    const undecided = (decidedBy: string) => [
      {
        outcome: "undecided",
        level: "warning",
        address: SITE,
        path: "",
        message,
        evidence: {},
        decidedBy: [decidedBy],
      },
    ];
    expect(said(siteConnected, { ...ALONE, [`${SITE}.link[0].ip_address`]: "${var.device}" })).toEqual(
      undecided("var.device"),
    );
    expect(said(siteConnected, { ...ALONE, [`${SITE}.link`]: "${var.links}" })).toEqual(undecided("var.links"));
    const stray = {
      name: "stray",
      vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
      remote_vpn_site_id: "${var.site}",
      vpn_link: [{ name: "a", vpn_site_link_id: "${var.link}" }],
    };
    expect(said(siteConnected, { ...ALONE, "azurerm_vpn_gateway_connection.stray": stray })).toEqual(
      undecided("var.site"),
    );
  });
});
