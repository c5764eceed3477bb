import { assemble } from "../../../network/assemble/assemble";
import type { LinkConnection, Network } from "../../../network/network";
import { type Attribute, Reference, UnknownAttribute } from "../../../network/resource";
import { networkOf, tf } from "../../support/network";
import { noted } from "../../support/noted";
import { managed, readingOf } from "../../support/readings";

const SITE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnSites/HQ";
const INPUT = "plan.json";

/** One connection of site hq (links `a` and `b`) with one `vpn_link`, as a plan reader would give it. */
function connected(vpn_site_link_id: Attribute, { name = "b", links = LINKS, site = REFERENCE }: Shape = {}): Network {
  return assemble([
    readingOf(INPUT, [
      managed(INPUT, "azurerm_vpn_site.hq", { id: SITE, name: "HQ", link: links }),
      managed(INPUT, "azurerm_vpn_site.dc", { name: "dc", link: [{ name: "b" }] }),
      managed(INPUT, "azurerm_vpn_gateway_connection.hq", {
        remote_vpn_site_id: site,
        vpn_link: [{ name, vpn_site_link_id }],
      }),
    ]),
  ]);
}

interface Shape {
  readonly name?: string;
  readonly links?: Attribute;
  readonly site?: Attribute;
}

const LINKS = [{ name: "a" }, { name: "b" }];
const REFERENCE = new Reference("azurerm_vpn_site.hq", INPUT, ["id"], "azurerm_vpn_site.hq.id");
const LINK_OF_DC = "azurerm_vpn_site.dc.link[0].id";
const UNTOLD = new UnknownAttribute({ decidedBy: ["azurerm_vpn_site.hq"] });

function linkOf(network: Network): LinkConnection["siteLink"] | undefined {
  return network.vpnConnections[0]?.links.items[0]?.siteLink;
}

function notedLink(network: Network): unknown {
  return Object(noted({ link: linkOf(network) })).link;
}

function toLink(...path: (string | number)[]): Reference {
  return new Reference("azurerm_vpn_site.hq", INPUT, path, "azurerm_vpn_site.hq.link");
}

describe("a connected link is told", () => {
  test("by a reference with an index, whatever its own name", () => {
    expect(notedLink(connected(toLink("link", 0, "id")))).toBe("-> azurerm_vpn_site.hq link[0]");
  });

  test("by the end of an id that is made of its site's, whatever its own name", () => {
    expect(notedLink(connected(toLink("id", "/vpnSiteLinks/A")))).toBe("-> azurerm_vpn_site.hq link[0]");
    expect(linkOf(connected(toLink("id", "/vpnSiteLinks/c")))).toMatchObject({ state: "unknown" });
  });

  test("by an id, in any case", () => {
    expect(notedLink(connected(`${SITE.toLowerCase()}/vpnSiteLinks/A`))).toBe("-> azurerm_vpn_site.hq link[0]");
  });

  test.each<[string, Attribute]>([
    ["the index is lost", toLink()],
    ["the index is unknown", toLink("link")],
    ["the expression is unknown", UNTOLD],
    ["a plan keeps nothing of it", new UnknownAttribute({ decidedBy: [] })],
    ["a local value stands for it", new UnknownAttribute({ decidedBy: ["module.hq.local.links"] })],
    ["links of several sites are named", new UnknownAttribute({ decidedBy: [LINK_OF_DC, "azurerm_vpn_site.hq"] })],
  ])("by the equal name where %s", (_, attribute) => {
    expect(notedLink(connected(attribute))).toBe("-> azurerm_vpn_site.hq link[1]");
    expect(notedLink(connected(attribute, { name: "B" }))).toBe("-> azurerm_vpn_site.hq link[1]");
  });

  test("by the name at the site that the link's own reference names, not the connection's", () => {
    const other = new Reference("azurerm_vpn_site.dc", INPUT, [], "azurerm_vpn_site.dc");
    expect(notedLink(connected(other))).toBe("-> azurerm_vpn_site.dc link[0]");
  });
});

describe("a connected link is unknown", () => {
  test("where no link of the site has its name, or two have", () => {
    expect(notedLink(connected(UNTOLD, { name: "c" }))).toEqual({ unknown: ["azurerm_vpn_site.hq"] });
    const twice = [{ name: "b" }, { name: "b" }];
    expect(notedLink(connected(UNTOLD, { links: twice }))).toEqual({ unknown: ["azurerm_vpn_site.hq"] });
  });

  test.each([
    ["another resource's output", ["terraform_data.local.output"]],
    ["a variable", ["var.link"]],
    ["a variable that chooses among the links of the site", ["var.index", "azurerm_vpn_site.hq"]],
    ["another site alone", [LINK_OF_DC]],
  ])("where %s decides it, though a link of the site has its name", (_, decidedBy) => {
    expect(notedLink(connected(new UnknownAttribute({ decidedBy })))).toEqual({ unknown: decidedBy });
  });

  test("where the configuration goes beyond the links of the site, though another has its name", () => {
    const network = networkOf({
      resource: {
        azurerm_vpn_site: { hq: { name: "hq", link: [{ name: "a" }] } },
        azurerm_vpn_gateway_connection: {
          hq: {
            remote_vpn_site_id: tf("azurerm_vpn_site.hq.id"),
            vpn_link: { name: "a", vpn_site_link_id: tf("azurerm_vpn_site.hq.link[1].id") },
          },
        },
      },
    });
    expect(notedLink(network)).toEqual({ unknown: ["azurerm_vpn_gateway_connection.hq.vpn_link[0].vpn_site_link_id"] });
  });

  test("where the site is unknown", () => {
    const site = new UnknownAttribute({ decidedBy: ["var.site"] });
    expect(notedLink(connected(UNTOLD, { site }))).toEqual({ unknown: ["azurerm_vpn_site.hq"] });
  });

  test("where its reference goes beyond the links of the site, though another has its name", () => {
    expect(notedLink(connected(toLink("link", 2, "id")))).toEqual({ unknown: ["azurerm_vpn_site.hq.link[2].id"] });
  });

  test("where its id names a link that the site doesn't have, though another has its name", () => {
    const id = `${SITE}/vpnSiteLinks/typo`;
    expect(notedLink(connected(id))).toEqual({ unknown: [id] });
  });

  test("where the site has links that can't be told", () => {
    const links = new UnknownAttribute({ decidedBy: ["var.links"] });
    expect(notedLink(connected(toLink("link", 0, "id"), { links }))).toEqual({ unknown: ["var.links"] });
  });
});

test("a link that nobody names is absent", () => {
  expect(linkOf(connected(null))).toEqual({ state: "absent", path: "vpn_link[0].vpn_site_link_id" });
});

test("links of a site that no input describes are one link each, named by their ids", () => {
  const site = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnSites/lyon";
  const link = (name: string) => ({ name, vpn_site_link_id: `${site}/vpnSiteLinks/${name}` });
  const network = networkOf({
    resource: {
      azurerm_vpn_gateway_connection: {
        one: { remote_vpn_site_id: site, vpn_link: [link("a"), link("b")] },
        two: {
          remote_vpn_site_id: site.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions"),
          vpn_link: [link("A")],
        },
      },
    },
  });
  const unknown = { unknown: [`${site}/vpnSiteLinks/a`] };
  expect(network.sites.map(noted)).toMatchObject([
    {
      resource: site,
      name: "lyon",
      links: { items: [`${site} vpnSiteLinks/a`, `${site} vpnSiteLinks/b`], unknown: [site] },
      connections: ["azurerm_vpn_gateway_connection.one", "azurerm_vpn_gateway_connection.two"],
    },
  ]);
  expect(noted(network.sites[0]?.links.items[0])).toEqual({
    site,
    name: "a",
    address: unknown,
    fqdn: unknown,
    providerName: unknown,
    speedMbps: unknown,
    bgp: unknown,
    advertised: undefined,
  });
  expect(network.vpnConnections.flatMap(({ links }) => links.items.map(({ siteLink }) => noted({ siteLink })))).toEqual(
    [
      { siteLink: `-> ${site} vpnSiteLinks/a` },
      { siteLink: `-> ${site} vpnSiteLinks/b` },
      { siteLink: `-> ${site} vpnSiteLinks/a` },
    ],
  );
});

test("a plan made with a mocked provider gives all sites one id; names still tell the links", () => {
  const network = assemble([
    readingOf(INPUT, [
      managed(INPUT, "azurerm_vpn_site.a", { id: SITE, name: "a", link: [{ name: "x" }] }),
      managed(INPUT, "azurerm_vpn_site.b", { id: SITE, name: "b", link: [{ name: "x" }] }),
      managed(INPUT, "azurerm_vpn_gateway_connection.b", {
        remote_vpn_site_id: new Reference("azurerm_vpn_site.b", INPUT, ["id"], "azurerm_vpn_site.b.id"),
        vpn_link: [{ name: "x", vpn_site_link_id: `${SITE}/vpnSiteLinks/link1` }],
      }),
    ]),
  ]);
  expect(notedLink(network)).toBe("-> azurerm_vpn_site.b link[0]");
});

test("a link in configuration is told by its reference", () => {
  const network = networkOf({
    resource: {
      azurerm_vpn_site: { hq: { name: "hq", link: [{ name: "a" }, { name: "b" }] } },
      azurerm_vpn_gateway_connection: {
        hq: { vpn_link: { name: "any", vpn_site_link_id: tf("azurerm_vpn_site.hq.link[1].id") } },
      },
    },
  });
  expect(notedLink(network)).toBe("-> azurerm_vpn_site.hq link[1]");
});
