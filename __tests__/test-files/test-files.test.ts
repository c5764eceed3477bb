import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { TEST_FILE, testFilesOf, writeTestFiles } from "../../test-files/test-files";
import { complaintsOf } from "../support/complaints";
import { synthesizedExample } from "../support/example";

const folder = mkdtempSync(join(tmpdir(), "wanproof-test-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const encrypted = synthesizedExample("encrypted").stacks;
const synthesizedBrownfield = synthesizedExample("brownfield");

/** The test of a folder with this Terraform in it. */
function testOf(terraform: object) {
  const own = mkdtempSync(join(folder, "own-"));
  writeFileSync(join(own, "main.tf.json"), JSON.stringify(terraform));
  const [test] = testFilesOf(own);
  return { text: test?.text ?? "", left: test?.left ?? [], own };
}

/** The rules that a test asserts, and of what: `hub-prefix-size azurerm_virtual_hub.weu`. */
function assertedIn(text: string): string[] {
  const messages = [...text.matchAll(/error_message = "([\w-]+): ([^:]+):/g)];
  return [...new Set(messages.map(([, rule, address]) => `${rule} ${address}`))];
}

const RG = { resource_group_name: "rg", location: "westeurope" };
const WAN = { azurerm_virtual_wan: { w: { name: "w", ...RG } } };

test("the stacks of examples/encrypted are held to the essential rules", () => {
  const tests = testFilesOf(encrypted);
  expect(tests.map(({ path, text }) => [relative(encrypted, path), assertedIn(text)])).toEqual([
    [
      "stacks/contoso-global/wanproof.tftest.hcl",
      ["encryption-on azurerm_virtual_wan.wan", "wan-standard azurerm_virtual_wan.wan"],
    ],
    [
      "stacks/contoso-westeurope/wanproof.tftest.hcl",
      [
        "wan-standard azurerm_virtual_hub.westeurope",
        "hub-prefix-size azurerm_virtual_hub.westeurope",
        "asn-allowed azurerm_vpn_gateway.westeurope",
        "address-overlap azurerm_virtual_hub.westeurope",
        "bgp-peer-not-apipa azurerm_vpn_site.hq",
        "bgp-peer-not-device-address azurerm_vpn_site.hq",
        "encryption-on azurerm_vpn_gateway_connection.westeurope_hq",
        "ike-version-2 azurerm_vpn_gateway_connection.westeurope_hq",
        "route-based-only azurerm_vpn_gateway_connection.westeurope_hq",
        "no-mixed-links azurerm_vpn_gateway_connection.westeurope_hq",
        "links-match-site azurerm_vpn_gateway_connection.westeurope_hq",
        "private-ip-tunnel azurerm_vpn_gateway_connection.westeurope_hq",
        "preshared-key-secret azurerm_vpn_gateway_connection.westeurope_hq",
        "bgp-both-ends azurerm_vpn_gateway_connection.westeurope_hq",
        "expressroute-peering-valid azurerm_express_route_circuit_peering.ams",
        "expressroute-peering-valid azurerm_express_route_circuit_peering.fra",
        "fast-path-off azurerm_express_route_connection.westeurope_ams",
        "fast-path-off azurerm_express_route_connection.westeurope_fra",
        "encrypted-to-onprem azurerm_express_route_connection.westeurope_ams",
        "encrypted-to-onprem azurerm_express_route_connection.westeurope_fra",
      ],
    ],
  ]);
});

test("synthesis puts a test beside each stack, as wanproof test-files does", () => {
  const tests = testFilesOf(encrypted);
  expect(tests.map(({ path }) => readFileSync(path, "utf8"))).toEqual(tests.map(({ text }) => text));
});

test("providers are mocked with all their aliases, and variables that need a value have one that is no secret", () => {
  const { text } = testOf({
    terraform: { required_providers: { random: { source: "hashicorp/random" } } },
    provider: { azurerm: [{ features: {} }, { features: {}, alias: "hub" }] },
    resource: WAN,
    variable: { key: { type: "string", sensitive: true }, names: { type: "list(string)" }, size: { default: 2 } },
  });
  expect(text.split("\n\n").slice(1, 6)).toEqual([
    'mock_provider "random" {\n  override_during = plan\n}',
    'mock_provider "azurerm" {\n  override_during = plan\n}',
    'mock_provider "azurerm" {\n  alias = "hub"\n  override_during = plan\n}',
    'override_resource {\n  target = azurerm_virtual_wan.w\n  override_during = plan\n  values = {"id":"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/mock/providers/Microsoft.Network/virtualWans/w"}\n}',
    'variables {\n  key = "MockedForTheTest"\n  names = []\n}',
  ]);
});

test("what has instances or is in a module is named as left out, and its ids are mocked by type", () => {
  const { text, left } = testOf({
    resource: { azurerm_virtual_wan: { w: { name: "w", count: 2, ...RG } } },
    module: { hub: { source: "./hub" } },
  });
  expect([left.length > 0, assertedIn(text), text.includes('mock_resource "azurerm_vpn_site"')]).toEqual([
    true,
    [],
    true,
  ]);
});

test("of what a variable without a default decides nothing is asserted, since its value is made up", () => {
  const hub = { name: "h", ...RG, address_prefix: "${var.prefix}" };
  const { text, left } = testOf({
    resource: { ...WAN, azurerm_virtual_hub: { h: hub } },
    variable: { prefix: { type: "string" } },
  });
  expect([assertedIn(text), left]).toEqual([
    ["encryption-on azurerm_virtual_wan.w", "wan-standard azurerm_virtual_wan.w"],
    ["azurerm_virtual_hub.h"],
  ]);
});

test("what is stated of an existing hub is what the mocked data source holds", () => {
  const blocks = testFilesOf(synthesizedBrownfield.stacks).flatMap(({ text }) => text.split("\n\n"));
  const hub = blocks.find((block) => block.includes("target = data.azurerm_virtual_hub.weu"));
  expect(hub).toContain('"address_prefix":"10.100.0.0/23"');
});

test("text that looks like a template, and names that Terraform wouldn't take, do nothing in a test", () => {
  const { text } = testOf({
    resource: WAN,
    variable: { 'a = 1 } run "x" {': {} },
    data: {
      terraform_remote_state: { s: { backend: "local", config: { path: "s.tfstate" } } },
      azurerm_virtual_hub: {
        h: {
          name: "h",
          resource_group_name: "rg",
          lifecycle: { postcondition: { condition: '${self.address_prefix == "$${x}"}', error_message: "m" } },
        },
      },
    },
  });
  expect(text).not.toMatch(/run "x"|[^$]\$\{x/);
});

test("a connection from private addresses in a hub without circuits fails its test", () => {
  const id = (address: string) => `\${${address}.id}`;
  const { text } = testOf({
    resource: {
      ...WAN,
      azurerm_virtual_hub: {
        h: { name: "h", ...RG, virtual_wan_id: id("azurerm_virtual_wan.w"), address_prefix: "10.9.0.0/23" },
      },
      azurerm_vpn_gateway: { g: { name: "g", ...RG, virtual_hub_id: id("azurerm_virtual_hub.h") } },
      azurerm_vpn_site: {
        s: {
          name: "s",
          ...RG,
          virtual_wan_id: id("azurerm_virtual_wan.w"),
          link: { name: "l", ip_address: "10.1.0.4" },
        },
      },
      azurerm_vpn_gateway_connection: {
        c: {
          name: "c",
          vpn_gateway_id: id("azurerm_vpn_gateway.g"),
          remote_vpn_site_id: id("azurerm_vpn_site.s"),
          vpn_link: {
            name: "l",
            vpn_site_link_id: "${azurerm_vpn_site.s.link[0].id}",
            local_azure_ip_address_enabled: true,
          },
        },
      },
    },
  });
  expect(assertedIn(text)).toContain("private-ip-needs-expressroute azurerm_vpn_gateway_connection.c");
});

test("a file of that name that wanproof didn't make is left alone", () => {
  const { own } = testOf({ resource: WAN });
  const theirs = join(own, TEST_FILE);
  writeFileSync(theirs, 'run "mine" {}\n');
  expect(complaintsOf(() => writeTestFiles(testFilesOf(own)))).toEqual([
    `${theirs}: is there already, and wanproof didn't make it; rename it`,
  ]);
  expect(readFileSync(theirs, "utf8")).toBe('run "mine" {}\n');
});

test("a folder of HCL is refused: tests are made of what synthesis writes", () => {
  const hcl = mkdtempSync(join(folder, "hcl-"));
  writeFileSync(join(hcl, "main.tf"), 'resource "azurerm_virtual_wan" "w" {\n  name = "w"\n}\n');
  expect(complaintsOf(() => testFilesOf(hcl))).toEqual([
    `${hcl}: holds HCL, of which no test is made; name a folder of synthesized stacks, or of *.tf.json files alone`,
  ]);
});

test("a folder without stacks is refused", () => {
  const empty = join(folder, "empty");
  mkdirSync(empty);
  expect(complaintsOf(() => testFilesOf(empty))).toEqual([
    `${empty}: holds no Terraform: neither *.tf nor *.tf.json files, nor stacks/*/cdk.tf.json`,
  ]);
  expect(existsSync(join(empty, TEST_FILE))).toBe(false);
});
