import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readNetwork, readNetworkBefore, readNetworks } from "../../../network/read/read-network";
import { complaintsOf } from "../../support/complaints";
import { noted } from "../../support/noted";

const CONFIGURATION = {
  resource: { azurerm_vpn_site: { hq: { name: "hq", link: [{ name: "over-ams" }] } } },
};

function folderWith(files: { readonly [name: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), "network-"));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test("a configuration and an intent file are one network", () => {
  const folder = folderWith({
    "main.tf.json": JSON.stringify(CONFIGURATION),
    "intent.yaml": "vpn: {azurerm_vpn_site.hq: {over-ams: {advertises: [10.0.1.0/24]}}}\n",
  });
  const { sites } = readNetwork([join(folder, "main.tf.json")], { intent: join(folder, "intent.yaml") });
  expect(sites.flatMap(({ links }) => links.items.map(noted))).toMatchObject([
    { name: "over-ams", advertised: { prefixes: ["10.0.1.0/24"], asPath: "absent" } },
  ]);
});

test("what is wrong with inputs and with the intent file comes together", () => {
  const folder = folderWith({ "plan.json": "", "other.json": "[", "intent.yaml": "a: 1\na: 2\n" });
  const [plan = "", other = "", intent = ""] = ["plan.json", "other.json", "intent.yaml"].map((name) =>
    join(folder, name),
  );
  const complaints = complaintsOf(() => readNetwork([plan, other], { intent }));
  const places = complaints.map((complaint) => complaint.replace(/: .*/, ""));
  expect(places).toEqual([plan, expect.stringContaining(other), `${intent}:2:1`]);
});

describe("the network before a change", () => {
  const site = (name: string) => ({ name, link: [{ name: "over-ams" }] });
  const plan = (resources: object[], changes: object[], more: object = {}) =>
    JSON.stringify({
      format_version: "1.2",
      planned_values: {},
      resource_changes: changes,
      prior_state: { values: { root_module: { resources } } },
      ...more,
    });
  const inState = (name: string) => ({ ...named(name), values: site(name) });
  const named = (name: string) => ({
    address: `azurerm_vpn_site.${name}`,
    mode: "managed",
    type: "azurerm_vpn_site",
    name,
  });
  const created = (name: string) => ({
    ...named(name),
    change: { actions: ["create"], before: null, after: site(name) },
  });

  test("is that of all plans together", () => {
    const folder = folderWith({
      "a.json": plan([inState("a")], [created("a2")]),
      "b.json": plan([inState("b")], []),
    });
    const paths = [join(folder, "a.json"), join(folder, "b.json")];
    const { after, before } = readNetworks(paths);

    expect(before?.sites.map(({ resource }) => resource.address)).toEqual(["azurerm_vpn_site.a", "azurerm_vpn_site.b"]);
    expect(after.sites.map(({ resource }) => resource.address)).toEqual([
      "azurerm_vpn_site.a",
      "azurerm_vpn_site.a2",
      "azurerm_vpn_site.b",
    ]);
    expect(readNetworkBefore(paths)).toEqual(before);
    expect(readNetwork(paths)).toEqual(after);
  });

  test("is not told where one input doesn't tell it", () => {
    const folder = folderWith({ "a.json": plan([inState("a")], []), "main.tf.json": JSON.stringify(CONFIGURATION) });

    expect(readNetworkBefore([join(folder, "a.json"), join(folder, "main.tf.json")])).toBeUndefined();
  });

  test("has what an intent file says of what was there, and takes no offence at what was not", () => {
    const link = { "over-ams": { advertises: ["10.0.1.0/24"] } };
    const folder = folderWith({
      "a.json": plan([inState("a")], [created("b")]),
      "intent.json": JSON.stringify({ version: 1, vpn: { "azurerm_vpn_site.a": link, "azurerm_vpn_site.b": link } }),
    });
    const before = readNetworkBefore([join(folder, "a.json")], { intent: join(folder, "intent.json") });

    expect(before?.sites.flatMap(({ links }) => links.items.map(noted))).toMatchObject([
      { name: "over-ams", advertised: { prefixes: ["10.0.1.0/24"] } },
    ]);
  });

  test("leaves out what its own intent said of what was not there", () => {
    const value = { version: 1, protected: ["10.0.1.0/24"], vpn: { "azurerm_vpn_site.gone": {} } };
    const output_changes = { network_intent: { actions: ["delete"], before: value, after: null } };
    const folder = folderWith({ "a.json": plan([], [], { output_changes }) });
    const before = readNetworkBefore([join(folder, "a.json")]);

    expect(before?.intent.statements.map((statement) => statement.protected?.items.map(noted))).toEqual([
      [{ state: "known", value: "10.0.1.0/24", written: true }],
    ]);
  });
});
