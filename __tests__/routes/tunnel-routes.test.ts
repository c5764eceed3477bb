import { connectedLinks } from "../../routes/tunnel-routes";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_LINK, SECOND_VPN_LINK, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const SITE = "azurerm_vpn_site.bergen";
const LINK = "azurerm_vpn_gateway_connection.bergen.vpn_link";
const TWO: Changes = { [`${SITE}.link[1]`]: SECOND_LINK, [`${LINK}[1]`]: SECOND_VPN_LINK };
const UNTOLD: Changes = {
  ...TWO,
  [`${LINK}[0].vpn_site_link_id`]: "${var.a}",
  [`${LINK}[1].vpn_site_link_id`]: "${var.b}",
};

/** The connected links of the site, each with the link of the site that it connects, by the addresses of their devices. */
function pairs(changes: Changes): (string | undefined)[] {
  const network = networkOf(changed(SOUND, changes));
  return network.vpnConnections.flatMap(connectedLinks).map(({ siteLink }) => {
    return siteLink?.address.state === "known" ? siteLink.address.value : undefined;
  });
}

describe("the links that a connection connects", () => {
  test("are those that it names", () => {
    expect(pairs(TWO)).toEqual(["10.31.0.4", "10.31.0.5"]);
    expect(pairs({ ...TWO, [`${LINK}[1].vpn_site_link_id`]: undefined })).toEqual(["10.31.0.4", undefined]);
  });

  test("are paired by their names where references can't be told, in whatever order they stand", () => {
    expect(pairs(UNTOLD)).toEqual(["10.31.0.4", "10.31.0.5"]);
    expect(pairs({ ...UNTOLD, [`${LINK}[0].name`]: "b", [`${LINK}[1].name`]: "a" })).toEqual([
      "10.31.0.5",
      "10.31.0.4",
    ]);
  });

  test("are paired by their order where a name is another, or two are alike", () => {
    expect(pairs({ ...UNTOLD, [`${LINK}[0].name`]: "over-ams" })).toEqual(["10.31.0.4", "10.31.0.5"]);
    expect(pairs({ ...UNTOLD, [`${LINK}[0].name`]: "b", [`${LINK}[1].name`]: "other" })).toEqual([
      "10.31.0.4",
      "10.31.0.5",
    ]);
    expect(pairs({ ...UNTOLD, [`${SITE}.link[1].name`]: "a" })).toEqual(["10.31.0.4", "10.31.0.5"]);
  });

  test("are the one that is left where the other is named", () => {
    expect(pairs({ ...TWO, [`${LINK}[0].vpn_site_link_id`]: "${var.a}" })).toEqual(["10.31.0.4", "10.31.0.5"]);
    const crossed = { [`${LINK}[1].vpn_site_link_id`]: "${azurerm_vpn_site.bergen.link[0].id}" };
    expect(pairs({ ...TWO, ...crossed, [`${LINK}[0].vpn_site_link_id`]: "${var.a}" })).toEqual([
      "10.31.0.5",
      "10.31.0.4",
    ]);
  });

  test("can't be told where the site has more links than are connected, or where its links can't be told", () => {
    const third = { [`${SITE}.link[2]`]: { ...SECOND_LINK, name: "c", ip_address: "10.31.0.6" } };
    expect(pairs({ ...UNTOLD, ...third })).toEqual([undefined, undefined]);
    expect(pairs({ ...UNTOLD, [`${SITE}.link`]: "${var.links}" })).toEqual([undefined, undefined]);
  });
});
