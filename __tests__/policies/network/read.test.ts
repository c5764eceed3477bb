import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readNetwork } from "../../../policies/network/read";
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
