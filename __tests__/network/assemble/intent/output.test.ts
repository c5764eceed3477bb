import { complaintsOf } from "../../../support/complaints";
import { networkOf, networkOfInputs, tf } from "../../../support/network";
import { noted } from "../../../support/noted";

const RESOURCES = {
  azurerm_express_route_connection: {
    ams: { name: "ams" },
    by: { for_each: { fra: 1 }, name: "fra" },
  },
  azurerm_vpn_site: { hq: { name: "hq", link: [{ name: "over-ams" }, { name: "over-fra" }] } },
};

const WAN = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan";

function networkWith(value: unknown) {
  return networkOf({ resource: RESOURCES, output: { network_intent: { value } } });
}

function advertised(network: ReturnType<typeof networkOf>): unknown {
  const connections = network.expressRouteConnections.map((part) => [part.resource.address, part.advertised] as const);
  const links = network.sites.flatMap((site) =>
    site.links.items.map((link) => [`${site.resource.address} ${link.path}`, link.advertised] as const),
  );
  return Object.fromEntries([...connections, ...links].map(([place, one]) => [place, noted(one)]));
}

const NOTHING = {
  "azurerm_express_route_connection.ams": undefined,
  'azurerm_express_route_connection.by["fra"]': undefined,
  "azurerm_vpn_site.hq link[0]": undefined,
  "azurerm_vpn_site.hq link[1]": undefined,
};

test("what is advertised goes to the connection and the link that it names", () => {
  const network = networkWith({
    version: 1,
    expressRoute: {
      "azurerm_express_route_connection.ams": { advertises: ["10.0.0.0/16"], asPath: [65001, "65002"] },
      'azurerm_express_route_connection.by["fra"]': { advertises: [] },
    },
    vpn: { "azurerm_vpn_site.hq": { "OVER-fra": { advertises: ["10.0.1.0/24", "10.0.2.0/24"] } } },
  });
  expect(advertised(network)).toEqual({
    "azurerm_express_route_connection.ams": { prefixes: ["10.0.0.0/16"], asPath: [65001, 65002] },
    'azurerm_express_route_connection.by["fra"]': { prefixes: [], asPath: "absent" },
    "azurerm_vpn_site.hq link[0]": undefined,
    "azurerm_vpn_site.hq link[1]": { prefixes: ["10.0.1.0/24", "10.0.2.0/24"], asPath: "absent" },
  });
});

test("paths lead to the place inside the intent", () => {
  const [hq] = networkWith({
    vpn: { "azurerm_vpn_site.hq": { "over-ams": { advertises: ["10.0.1.0/24"], asPath: [65010] } } },
  }).sites;
  const place = 'vpn["azurerm_vpn_site.hq"]["over-ams"]';
  expect(hq?.links.items[0]?.advertised).toEqual({
    prefixes: {
      path: `${place}.advertises`,
      items: [{ state: "known", path: `${place}.advertises[0]`, value: "10.0.1.0/24", written: true }],
    },
    asPath: { state: "known", path: `${place}.asPath`, value: [65010], written: true },
  });
});

test("the rest is the intent of the network", () => {
  const { intent } = networkWith({
    version: "1",
    protected: ["10.0.1.0/24"],
    onPremises: { prefersTunnelFor: ["10.110.0.0/16"], filtersExpressRoute: ["10.110.0.0/16"] },
    onTunnelLoss: "drop",
  });
  expect(noted(intent)).toMatchObject({
    stated: ["output.network_intent of cdk.tf.json"],
    statements: ["output.network_intent"],
  });
  expect(intent.statements.map(noted)).toMatchObject([
    {
      resource: "output.network_intent",
      protected: ["10.0.1.0/24"],
      prefersTunnelFor: { kind: "prefixes", prefixes: ["10.110.0.0/16"] },
      filtersExpressRoute: ["10.110.0.0/16"],
      onTunnelLoss: "drop",
    },
  ]);
});

test("an output speaks of what its input makes and reads, a file of everything", () => {
  const hub = { name: "hub", virtual_wan_id: WAN };
  const network = networkOfInputs(
    {
      one: { resource: { azurerm_virtual_hub: { hub } }, output: { network_intent: { value: {} } } },
      two: { data: { azurerm_virtual_hub: { old: { name: "old" } } }, output: { network_intent: { value: {} } } },
      three: { output: { network_intent: { value: {} } } },
    },
    { intent: {} },
  );
  const spokenOf = network.intent.statements.map(({ scope }) =>
    scope === "all" ? scope : [...scope].map(({ resource }) => resource.address).sort(),
  );
  expect(spokenOf).toEqual([[WAN, "azurerm_virtual_hub.hub"], [], ["data.azurerm_virtual_hub.old"], "all"]);
});

test("every part is optional, and null is not stated", () => {
  const network = networkWith({
    expressRoute: null,
    vpn: { "azurerm_vpn_site.hq": { "over-ams": {} } },
    protected: null,
  });
  expect(advertised(network)).toEqual(NOTHING);
  expect(noted(network.intent)).toMatchObject({
    stated: ["output.network_intent of cdk.tf.json"],
    statements: ["output.network_intent"],
  });
  expect(network.intent.statements.map(noted)).toMatchObject([
    { protected: undefined, prefersTunnelFor: undefined, filtersExpressRoute: undefined, onTunnelLoss: undefined },
  ]);
});

describe("what only Terraform can tell is unknown", () => {
  test("one prefix, one AS path, one decision", () => {
    const network = networkWith({
      expressRoute: { "azurerm_express_route_connection.ams": { advertises: ["10.0.0.0/16", tf("var.one")] } },
      vpn: { "azurerm_vpn_site.hq": { "over-ams": { advertises: tf("var.some"), asPath: [65010, tf("var.asn")] } } },
      protected: [tf("var.one")],
      onPremises: { prefersTunnelFor: tf("var.preference") },
      onTunnelLoss: tf("var.loss"),
    });
    expect(advertised(network)).toEqual({
      ...NOTHING,
      "azurerm_express_route_connection.ams": {
        prefixes: ["10.0.0.0/16", { unknown: ["var.one"] }],
        asPath: "absent",
      },
      "azurerm_vpn_site.hq link[0]": {
        prefixes: { items: [], unknown: ["var.some"] },
        asPath: { unknown: ["var.asn"] },
      },
    });
    expect(noted(network.intent.statements[0])).toMatchObject({
      protected: [{ unknown: ["var.one"] }],
      prefersTunnelFor: { kind: "unknown", unknown: { decidedBy: ["var.preference"] } },
      onTunnelLoss: { unknown: ["var.loss"] },
    });
  });

  test("all links of a site", () => {
    const unknown = { prefixes: { items: [], unknown: ["var.links"] }, asPath: { unknown: ["var.links"] } };
    expect(advertised(networkWith({ vpn: { "azurerm_vpn_site.hq": tf("var.links") } }))).toEqual({
      ...NOTHING,
      "azurerm_vpn_site.hq link[0]": unknown,
      "azurerm_vpn_site.hq link[1]": unknown,
    });
  });

  test("everything", () => {
    const network = networkWith(tf("var.intent"));
    const unknown = { prefixes: { items: [], unknown: ["var.intent"] }, asPath: { unknown: ["var.intent"] } };
    expect(advertised(network)).toEqual(Object.fromEntries(Object.keys(NOTHING).map((place) => [place, unknown])));
    expect(noted(network.intent)).toMatchObject({
      appliances: { forwarding: [], unknowns: [{ decidedBy: ["var.intent"] }] },
      existing: { unknowns: [{ decidedBy: ["var.intent"] }] },
    });
    expect(noted(network.intent.statements[0])).toMatchObject({
      protected: { items: [], unknown: ["var.intent"] },
      prefersTunnelFor: { kind: "unknown", unknown: { decidedBy: ["var.intent"] } },
      filtersExpressRoute: { items: [], unknown: ["var.intent"] },
      onTunnelLoss: { unknown: ["var.intent"] },
    });
  });

  test("what is advertised where only the AS path is stated", () => {
    const place = 'vpn["azurerm_vpn_site.hq"]["over-ams"].advertises';
    expect(advertised(networkWith({ vpn: { "azurerm_vpn_site.hq": { "over-ams": { asPath: [65010] } } } }))).toEqual({
      ...NOTHING,
      "azurerm_vpn_site.hq link[0]": {
        prefixes: { items: [], unknown: [`output.network_intent.${place}`] },
        asPath: [65010],
      },
    });
  });
});

describe("a wrong output gets every complaint at once", () => {
  test("of shape and of address", () => {
    const wrong = {
      version: 2,
      expresRoute: {},
      expressRoute: { "azurerm_express_route_connection.amz": {}, "azurerm_vpn_site.hq": {} },
      vpn: {
        "azurerm_vpn_site.hq": { "over-asm": { advertises: [] }, other: {}, "over-ams": { advertises: "10.0.0.0/8" } },
      },
      protected: ["10.0.1.0/24", 7],
    };
    expect(complaintsOf(() => networkWith(wrong))).toEqual(
      [
        "version is 2; right is 1, the only version there is",
        'vpn["azurerm_vpn_site.hq"]["over-ams"].advertises is "10.0.0.0/8"; right is a list of prefixes, such as ["10.0.1.0/24"]',
        'protected[1] is 7; right is a prefix, such as "10.0.1.0/24"',
        "expresRoute is no known key; did you mean expressRoute?",
        'there is no ExpressRoute connection azurerm_express_route_connection.amz; near it: azurerm_express_route_connection.ams, azurerm_express_route_connection.by["fra"]',
        "there is no ExpressRoute connection azurerm_vpn_site.hq; there is azurerm_express_route_connection.ams and 1 more",
        'azurerm_vpn_site.hq has no link "over-asm"; near it: "over-ams"',
        'azurerm_vpn_site.hq has no link "other"; it has "over-ams", "over-fra"',
      ].map((complaint) => `cdk.tf.json: output.network_intent: ${complaint}`),
    );
  });

  test("that is no object at all", () => {
    expect(complaintsOf(() => networkWith("all"))).toEqual([
      'cdk.tf.json: output.network_intent: it is "all"; right is an object, such as {"version": 1, "protected": ["10.0.1.0/24"]}',
    ]);
  });

  test("with names that would steer a terminal", () => {
    expect(complaintsOf(() => networkWith({ "\u001b[2Jx": 1, vpn: { "a\nb\u009b": {} } }))).toEqual([
      'cdk.tf.json: output.network_intent: ["\\u001b[2Jx"] is no known key; known keys: version, expressRoute, vpn, protected, onPremises, hubPeers, appliances, existing, onTunnelLoss',
      "cdk.tf.json: output.network_intent: there is no VPN site a\\u000ab\\u009b; there is azurerm_vpn_site.hq",
    ]);
  });
});

describe("an address is no mistake where the input doesn't show all that it may hold", () => {
  test("instances of a resource that is repeated as an unknown value says", () => {
    const site = { for_each: tf("var.sites"), name: "x", link: { name: "a" } };
    const network = networkOf({
      resource: { azurerm_vpn_site: { many: site } },
      output: { network_intent: { value: { vpn: { 'azurerm_vpn_site.many["hq"]': { a: { advertises: [] } } } } } },
    });
    expect(network.inputs[0]?.unread.map(({ address }) => address)).toEqual(["azurerm_vpn_site.many"]);
  });

  test("links of a site that can't be told", () => {
    const site = { name: "x", link: tf("var.links") };
    const value = { vpn: { "azurerm_vpn_site.x": { a: { advertises: ["10.0.0.0/8"] } } } };
    const network = networkOf({
      resource: { azurerm_vpn_site: { x: site } },
      output: { network_intent: { value } },
    });
    expect(network.sites[0]?.links.items).toEqual([]);
  });
});

test("an output speaks of its own input only", () => {
  const complaints = complaintsOf(() =>
    networkOfInputs({
      a: { resource: RESOURCES },
      b: { output: { network_intent: { value: { vpn: { "azurerm_vpn_site.hq": {} } } } } },
    }),
  );
  expect(complaints).toEqual([
    "b: output.network_intent: there is no VPN site azurerm_vpn_site.hq; there is none at all",
  ]);
});

test("a site that is known by its id only is named by its id", () => {
  const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnSites/hq";
  const link = { name: "a", vpn_site_link_id: `${id}/vpnSiteLinks/a` };
  const value = { vpn: { [id.toUpperCase()]: { a: { advertises: ["10.0.1.0/24"] } } } };
  const { sites } = networkOf({
    resource: { azurerm_vpn_gateway_connection: { c: { remote_vpn_site_id: id, vpn_link: link } } },
    output: { network_intent: { value } },
  });
  expect(noted(sites[0]?.links.items[0]?.advertised)).toEqual({ prefixes: ["10.0.1.0/24"], asPath: "absent" });
});
