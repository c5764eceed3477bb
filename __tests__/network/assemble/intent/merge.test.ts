import { complaintsOf } from "../../../support/complaints";
import { networkOf, networkOfInputs, tf } from "../../../support/network";
import { noted } from "../../../support/noted";

/** A region: a hub, a spoke, and a site with one private-IP link that advertises `advertises`. */
function region(third: number, intent: object | undefined) {
  const links = { over: { advertises: [`10.${third}.1.0/24`] } };
  return {
    resource: {
      azurerm_virtual_hub: { hub: { name: "hub", address_prefix: `10.100.${third}.0/24` } },
      azurerm_virtual_network: { app: { name: "app", address_space: [`10.110.${third}.0/24`] } },
      azurerm_vpn_site: { site: { name: "site", address_cidrs: [`10.${third}.2.0/24`], link: { name: "over" } } },
      azurerm_vpn_gateway_connection: {
        site: {
          remote_vpn_site_id: tf("azurerm_vpn_site.site.id"),
          vpn_link: {
            name: "over",
            vpn_site_link_id: tf("azurerm_vpn_site.site.link[0].id"),
            local_azure_ip_address_enabled: true,
          },
        },
      },
    },
    output: { network_intent: { value: { vpn: { "azurerm_vpn_site.site": links }, ...intent } } },
  };
}

function intentOf(one: object | undefined, two: object | undefined, intent?: object): unknown {
  const inputs = { one: region(1, one), two: region(2, two) };
  return noted(networkOfInputs(inputs, intent === undefined ? {} : { intent }).intent);
}

describe("two inputs that state intent", () => {
  test("add up their lists", () => {
    const one = { protected: ["10.1.1.0/24"], onPremises: { filtersExpressRoute: ["10.110.1.0/24"] } };
    const two = { protected: ["10.2.1.0/24"], onPremises: { filtersExpressRoute: ["10.110.2.0/24"] } };
    expect(intentOf(one, two)).toMatchObject({
      stated: ["output.network_intent of one", "output.network_intent of two"],
      protected: ["10.1.1.0/24", "10.2.1.0/24"],
      filtersExpressRoute: ["10.110.1.0/24", "10.110.2.0/24"],
    });
  });

  test("protect what is protected by default in the one that doesn't say", () => {
    expect(intentOf({ protected: ["10.1.0.0/16"] }, {})).toMatchObject({
      protected: ["10.1.0.0/16", "10.2.1.0/24", "10.2.2.0/24"],
    });
    expect(intentOf({}, {})).toMatchObject({ protected: undefined });
  });

  test("prefer the tunnel for all where both do", () => {
    const all = { onPremises: { prefersTunnelFor: "all" } };
    expect(intentOf(all, all)).toMatchObject({ prefersTunnelFor: { kind: "all" } });
  });

  test("prefer it for the hubs and networks of the one that says so", () => {
    const all = { onPremises: { prefersTunnelFor: "all" } };
    expect(intentOf(all, {})).toMatchObject({
      prefersTunnelFor: { kind: "prefixes", prefixes: ["10.100.1.0/24", "10.110.1.0/24"] },
    });
    expect(intentOf(all, { onPremises: { prefersTunnelFor: ["10.0.0.0/8"] } })).toMatchObject({
      prefersTunnelFor: { kind: "prefixes", prefixes: ["10.100.1.0/24", "10.110.1.0/24", "10.0.0.0/8"] },
    });
    expect(intentOf(all, { onPremises: { prefersTunnelFor: tf("var.x") } })).toMatchObject({
      prefersTunnelFor: { kind: "unknown", unknown: { decidedBy: ["var.x"] } },
    });
  });

  test("drop on tunnel loss where one of them says so", () => {
    const losses = ["drop", "cleartext", tf("var.loss")].map((onTunnelLoss) => ({ onTunnelLoss }));
    const [drop, cleartext, unknown] = losses;
    expect(intentOf(cleartext, drop)).toMatchObject({ onTunnelLoss: "drop" });
    expect(intentOf(cleartext, unknown)).toMatchObject({ onTunnelLoss: { unknown: ["var.loss"] } });
    expect(intentOf(cleartext, {})).toMatchObject({ onTunnelLoss: "cleartext" });
    expect(intentOf({}, {})).toMatchObject({ onTunnelLoss: undefined });
  });
});

describe("an intent file", () => {
  test("holds over what outputs state, list by list", () => {
    const stated = {
      protected: ["10.1.1.0/24"],
      onPremises: { prefersTunnelFor: "all", filtersExpressRoute: ["10.110.1.0/24"] },
      onTunnelLoss: "drop",
    };
    const file = { protected: [], onPremises: { prefersTunnelFor: ["10.110.0.0/16"] }, onTunnelLoss: "cleartext" };
    expect(intentOf(stated, stated, file)).toEqual({
      stated: ["output.network_intent of one", "output.network_intent of two", "intent.yaml"],
      statements: ["output.network_intent", "output.network_intent", "intent.yaml"],
      protected: [],
      prefersTunnelFor: { kind: "prefixes", prefixes: ["10.110.0.0/16"] },
      filtersExpressRoute: ["10.110.1.0/24", "10.110.1.0/24"],
      appliances: { forwarding: [], unknowns: [] },
      onTunnelLoss: "cleartext",
    });
  });

  test("holds over what an output says of one link, key by key", () => {
    const output = { vpn: { "azurerm_vpn_site.site": { over: { advertises: ["10.1.1.0/24"], asPath: [65010] } } } };
    const advertisedWith = (over: object) => {
      const [site] = networkOf(region(1, output), { intent: { vpn: { "azurerm_vpn_site.site": { over } } } }).sites;
      return noted(site?.links.items[0]?.advertised);
    };
    expect(advertisedWith({ asPath: [65020] })).toEqual({ prefixes: ["10.1.1.0/24"], asPath: [65020] });
    expect(advertisedWith({ advertises: [] })).toEqual({ prefixes: [], asPath: [65010] });
    expect(advertisedWith({})).toEqual({ prefixes: ["10.1.1.0/24"], asPath: [65010] });
  });

  test("names the input of an address that is in two of them", () => {
    const inputs = { "a/plan.json": region(1, {}), "b#1.json": region(2, {}) };
    const file = { vpn: { "b#1.json#azurerm_vpn_site.site": { over: { advertises: ["10.9.0.0/16"] } } } };
    const { sites } = networkOfInputs(inputs, { intent: file });
    expect(sites.map((site) => noted(site.links.items[0]?.advertised))).toEqual([
      { prefixes: ["10.1.1.0/24"], asPath: "absent" },
      { prefixes: ["10.9.0.0/16"], asPath: "absent" },
    ]);
    expect(
      complaintsOf(() => networkOfInputs(inputs, { intent: 'vpn: {azurerm_vpn_site.site: {}, "a/plan.json#x": {}}' })),
    ).toEqual([
      'intent.yaml:1:7: azurerm_vpn_site.site is in several inputs; write "a/plan.json#azurerm_vpn_site.site" or "b#1.json#azurerm_vpn_site.site"',
      "intent.yaml:1:34: there is no VPN site x; there is azurerm_vpn_site.site",
    ]);
  });
});
