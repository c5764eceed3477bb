import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readIntentFile } from "../../../network/intent/read-intent-file";
import { complaintsOf } from "../../support/complaints";
import { networkOf } from "../../support/network";
import { noted } from "../../support/noted";

const CONFIGURATION = {
  resource: {
    azurerm_express_route_connection: { ams: { name: "ams" } },
    azurerm_vpn_site: { hq: { name: "hq", link: [{ name: "over-ams" }, { name: "over-fra" }] } },
  },
};

function complaintsAbout(intent: string): readonly string[] {
  return complaintsOf(() => networkOf(CONFIGURATION, { intent }));
}

describe("the same intent in YAML and in JSON", () => {
  const YAML = [
    "version: 1",
    "expressRoute:",
    "  azurerm_express_route_connection.ams: {advertises: &all [10.0.0.0/16]}",
    "vpn:",
    "  azurerm_vpn_site.hq:",
    "    over-ams: &link",
    "      advertises: [10.0.1.0/24] # the encrypted part",
    "      asPath: [65010]",
    "    over-fra:",
    "      <<: *link",
    "protected: *all",
    "onTunnelLoss: drop",
    "",
  ].join("\n");
  const link = { advertises: ["10.0.1.0/24"], asPath: [65010] };
  const VALUE = {
    version: 1,
    expressRoute: { "azurerm_express_route_connection.ams": { advertises: ["10.0.0.0/16"] } },
    vpn: { "azurerm_vpn_site.hq": { "over-ams": link, "over-fra": link } },
    protected: ["10.0.0.0/16"],
    onTunnelLoss: "drop",
  };

  test.each([
    ["YAML with anchors and merges", YAML],
    ["JSON", JSON.stringify(VALUE)],
    [
      "JSON with tabs, a BOM and Windows line ends",
      `\ufeff${JSON.stringify(VALUE, null, "\t").replaceAll("\n", "\r\n")}`,
    ],
  ])("%s", (_, intent) => {
    const { intent: read, sites, expressRouteConnections } = networkOf(CONFIGURATION, { intent });
    expect(read.statements.map(noted)).toEqual([
      {
        resource: "intent.yaml",
        scope: "all",
        protected: ["10.0.0.0/16"],
        prefersTunnelFor: undefined,
        filtersExpressRoute: undefined,
        onTunnelLoss: "drop",
      },
    ]);
    const encrypted = { prefixes: ["10.0.1.0/24"], asPath: [65010] };
    expect(sites[0]?.links.items.map(({ advertised }) => noted(advertised))).toEqual([encrypted, encrypted]);
    expect(noted(expressRouteConnections[0]?.advertised)).toEqual({ prefixes: ["10.0.0.0/16"], asPath: "absent" });
  });
});

test("a wrong file gets every complaint at once, in the order of its lines", () => {
  const intent = [
    "version: 2",
    "protectd: [10.0.0.0/8]",
    "protected: 10.0.0.0/8",
    "onPremises:",
    "  prefersTunnelFor: everything",
    "  filters: []",
    "onTunnelLoss: panic",
    "vpn:",
    "  azurerm_vpn_site.hp:",
    "    over-ams: {advertises: [10.0.0.0/8]}",
    "  azurerm_vpn_site.hq:",
    "    over-amz: {advertises: [10.0.0.0/8], aspath: [1]}",
    "    over-fra: {asPath: [0, x, 65010]}",
    "expressRoute:",
    "  azurerm_express_route_connection.lon:",
    "  azurerm_express_route_connection.ams: [10.0.0.0/8]",
  ];
  expect(complaintsAbout(intent.join("\n"))).toEqual([
    "intent.yaml:1:10: version is 2; right is 1, the only version there is",
    "intent.yaml:2:1: protectd is no known key; did you mean protected?",
    'intent.yaml:3:12: protected is "10.0.0.0/8"; right is a list of prefixes, such as ["10.0.1.0/24"]',
    'intent.yaml:5:21: onPremises.prefersTunnelFor is "everything"; right is "all", or a list of prefixes, such as ["10.110.0.0/16"]',
    "intent.yaml:6:3: onPremises.filters is no known key; known keys: prefersTunnelFor, filtersExpressRoute",
    'intent.yaml:7:15: onTunnelLoss is "panic"; right is "drop" or "cleartext"',
    "intent.yaml:9:3: there is no VPN site azurerm_vpn_site.hp; near it: azurerm_vpn_site.hq",
    'intent.yaml:12:5: azurerm_vpn_site.hq has no link "over-amz"; near it: "over-ams"',
    'intent.yaml:12:42: vpn["azurerm_vpn_site.hq"]["over-amz"].aspath is no known key; did you mean asPath?',
    'intent.yaml:13:25: vpn["azurerm_vpn_site.hq"]["over-fra"].asPath[0] is 0; right is an AS number from 1 to 4294967295',
    'intent.yaml:13:28: vpn["azurerm_vpn_site.hq"]["over-fra"].asPath[1] is "x"; right is an AS number from 1 to 4294967295',
    "intent.yaml:15:3: there is no ExpressRoute connection azurerm_express_route_connection.lon; near it: azurerm_express_route_connection.ams",
    'intent.yaml:16:41: expressRoute["azurerm_express_route_connection.ams"] is a list; right is an object, such as {"advertises": ["10.0.1.0/24"]}',
  ]);
});

test("a prefix that is badly written is refused at its line, with what would be right", () => {
  const intent = [
    "protected: [10.31.0.0/16, 10.31.16.1/20]",
    "onPremises: { prefersTunnelFor: [10.0.0.0], filtersExpressRoute: [10.110.0.0/33] }",
    "vpn: { azurerm_vpn_site.hq: { over-ams: { advertises: [010.0.0.0/8] } } }",
    "expressRoute: { azurerm_express_route_connection.ams: { advertises: [10.0.0.0/08] } }",
  ];

  expect(complaintsAbout(intent.join("\n"))).toEqual([
    'intent.yaml:1:27: protected[1] is "10.31.16.1/20": it has host bits set; right would be 10.31.16.0/20',
    'intent.yaml:2:34: onPremises.prefersTunnelFor[0] is "10.0.0.0": it has no mask; right is an address and a length, such as 10.0.0.0/16',
    'intent.yaml:2:67: onPremises.filtersExpressRoute[0] is "10.110.0.0/33": prefix length 33 is over 32; right is an address and a length, such as 10.0.0.0/16',
    'intent.yaml:3:56: vpn["azurerm_vpn_site.hq"]["over-ams"].advertises[0] is "010.0.0.0/8": octet 010 has a leading zero; right is an address and a length, such as 10.0.0.0/16',
    'intent.yaml:4:70: expressRoute["azurerm_express_route_connection.ams"].advertises[0] is "10.0.0.0/08": prefix length 08 has a leading zero; right would be 10.0.0.0/8',
  ]);
});

describe("a file that can't be read says why, and where", () => {
  test.each([
    ["nothing", "", ['intent.yaml: is empty; an intent file starts with "version: 1"']],
    ["comments only", "# later\n", ['intent.yaml: is empty; an intent file starts with "version: 1"']],
    [
      "a text",
      "hello",
      ['intent.yaml:1:1: it is "hello"; right is an object, such as {"version": 1, "protected": ["10.0.1.0/24"]}'],
    ],
    ["a tab for indentation", "vpn:\n\tx: 1\n", ["intent.yaml:2:1: YAML takes no tab for indentation; use spaces"]],
    [
      "a repeated key and an alias without an anchor",
      "version: 1\nversion: 1\nprotected: *p\n",
      [
        'intent.yaml:2:1: key "version" stands here and in line 1',
        "intent.yaml:3:12: this alias (*name) refers to no anchor before it",
      ],
    ],
    [
      "a repeated key in JSON",
      '{"version": 1,\n "version": 1}',
      ['intent.yaml:2:2: key "version" stands here and in line 1'],
    ],
    [
      "truncated JSON",
      '{"protected": ["10.0.0.0/8"',
      ["intent.yaml:1:28: a ] is missing here", "intent.yaml:1:28: a } is missing here"],
    ],
    [
      "two documents",
      "version: 1\n---\nversion: 1\n",
      ["intent.yaml:2:1: one document is expected; remove what follows ---"],
    ],
    ["a nest of brackets", "[".repeat(100_000), ["intent.yaml: is nested too deeply, so it is no intent file"]],
    ["a nest of dashes", "- ".repeat(100_000), ["intent.yaml: is nested too deeply, so it is no intent file"]],
    [
      "aliases that blow up",
      [
        "a: &a [1, 2]",
        ..."abcdefg".split("").map((name, at) => `${"bcdefgh"[at]}: &${"bcdefgh"[at]} [${`*${name}, `.repeat(10)}]`),
      ].join("\n"),
      ["intent.yaml:1:1: aliases (*name) repeat too much of the file"],
    ],
  ])("%s", (_, text, complaints) => {
    expect(complaintsAbout(text)).toEqual(complaints);
  });

  test("a file that isn't there, and a folder", () => {
    const folder = mkdtempSync(join(tmpdir(), "intent-"));
    const missing = join(folder, "intent.yaml");
    expect(complaintsOf(() => readIntentFile(missing))).toEqual([`${missing}: there is no such file`]);
    expect(complaintsOf(() => readIntentFile(folder))).toEqual([
      `${folder}: is a folder; --intent takes a YAML or JSON file`,
    ]);
  });
});

test("a file is read by its path", () => {
  const path = join(mkdtempSync(join(tmpdir(), "intent-")), "intent.yaml");
  writeFileSync(path, "protected: [10.0.1.0/24]\n");
  const { stated, problems } = readIntentFile(path);
  expect({ stated, problems }).toEqual({ stated: { protected: ["10.0.1.0/24"] }, problems: [] });
});
