import { namesIn, type Told } from "../../../../network/facts/called/names";
import { inAddresses, listed, type Phrase, phrase } from "../../../../network/facts/called/phrase";
import { Teller, told } from "../../../../network/facts/called/teller";
import { changed } from "../../../policies/rules/judging";
import { SECOND_LINK, SECOND_VPN_LINK, SOUND } from "../../../policies/rules/sound";
import { networkOf } from "../../../support/network";

const NETWORK = networkOf(
  changed(SOUND, {
    "azurerm_vpn_site.bergen.link[1]": SECOND_LINK,
    "azurerm_vpn_gateway_connection.bergen.vpn_link[1]": SECOND_VPN_LINK,
  }),
);
const NAMES = namesIn(NETWORK);
const [hub, site, tunnel] = [NETWORK.hubs[0], NETWORK.sites[0], NETWORK.vpnConnections[0]];
if (hub === undefined || site === undefined || tunnel === undefined) {
  throw new Error("the sound network has one of each");
}
const LINKS = tunnel.links.items;

describe("telling", () => {
  test("puts the address beside a name once", () => {
    expect(told(NAMES, phrase`${hub} has ${site}, and ${hub} has no other`)).toBe(
      "hub hub-sdc (azurerm_virtual_hub.sdc) has site bergen (azurerm_vpn_site.bergen), and hub hub-sdc has no other",
    );
  });

  test("leaves out an address that the reader sees already", () => {
    const teller = new Teller("azurerm_virtual_hub.sdc");
    expect(teller.text(NAMES.in(phrase`${hub} has ${site}`))).toBe(
      "hub hub-sdc has site bergen (azurerm_vpn_site.bergen)",
    );
    expect(teller.text(NAMES.in(phrase`${site} is at ${hub}`))).toBe("site bergen is at hub hub-sdc");
  });

  test("has one address for all links of a connection, and parts names with commas by semicolons", () => {
    expect(told(NAMES, phrase`over ${listed(LINKS)}`)).toBe(
      "over site bergen, link a (azurerm_vpn_gateway_connection.bergen) and site bergen, link b",
    );
    expect(told(NAMES, phrase`over ${listed([...LINKS, hub])}`)).toBe(
      "over site bergen, link a (azurerm_vpn_gateway_connection.bergen); site bergen, link b and hub hub-sdc (azurerm_virtual_hub.sdc)",
    );
  });

  test("has the link of a site and its connection by one name, each with its address", () => {
    expect(told(NAMES, phrase`${site.links.items[0] ?? ""} over ${LINKS[0] ?? ""}`)).toBe(
      "site bergen, link a (azurerm_vpn_site.bergen) over site bergen, link a (azurerm_vpn_gateway_connection.bergen)",
    );
  });

  test("counts what is too long to list", () => {
    const words = ["a", "b", "c", "d", "e", "f", "g"];
    expect(told(NAMES, listed(words))).toBe("a, b, c, d, e and 2 more");
    expect(told(NAMES, listed(words.slice(0, 5)))).toBe("a, b, c, d and e");
    expect(told(NAMES, phrase`${listed([])}${1}${listed(["x"])}`)).toBe("1x");
  });

  test("calls no two things the same, where the names of two times meet", () => {
    const teller = new Teller();
    const tell = (telling: Phrase<Told>) => teller.text(telling);
    const before = { name: "site hq", address: "azurerm_vpn_site.a", plain: "site azurerm_vpn_site.a" };
    const after = { name: "site hq", address: "azurerm_vpn_site.b", plain: "site azurerm_vpn_site.b" };
    const [first, second] = [before, after].map((one): Told => ({ ...one, holder: undefined }));
    expect([first, second, first].map((one) => tell(one ?? ""))).toEqual([
      "site hq (azurerm_vpn_site.a)",
      "site azurerm_vpn_site.b",
      "site hq",
    ]);
  });

  test("has nothing but addresses where that is asked for", () => {
    expect(inAddresses(phrase`${hub} takes ${listed(LINKS)}`)).toBe(
      "azurerm_virtual_hub.sdc takes azurerm_vpn_gateway_connection.bergen#a and azurerm_vpn_gateway_connection.bergen#b",
    );
  });
});
