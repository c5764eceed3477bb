import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { INTENT_KEYS } from "../../../network/input/mistaken-kinds";
import { intentSchema } from "../../../network/intent/schema";
import { readNetwork } from "../../../network/read/read-network";
import { complaintsOf } from "../../support/complaints";

function saidOf(name: string, content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "mistaken-")), name);
  writeFileSync(file, content);
  return complaintsOf(() => readNetwork([file]))
    .join("\n")
    .replace(`${file}: `, "");
}

describe("a file that is handed over by mistake", () => {
  test.each([
    ["network.yaml", "# ours\nversion: 1\nhubs:\n  weu: {}\n", "declares a network", "wanproof synth FILE"],
    ["intent.yaml", "version: 1\nprotected: [10.1.0.0/16]\n", "states intent", "--intent FILE"],
    ["wanproof.yaml", "failOn: error\nsuppressions: []\n", "is a configuration of wanproof", "--config FILE"],
    ["intent.json", '{"version": 1, "vpn": {}}', "states intent", "--intent FILE"],
    ["network.json", '{"version": 1, "hubs": {}}', "declares a network", "wanproof synth FILE"],
    [
      "plan.json",
      '[command]/opt/terraform show -json p\n{"format_version":"1.2"}',
      "wrapper",
      "terraform_wrapper: false",
    ],
    ["plan.json", '{"@level":"info","@message":"x"}', "`terraform plan -json`", "terraform show -json FILE"],
    ["plan.json", "10:20:30.123 INFO   terraform: {", "Terragrunt's log", "terragrunt show -json"],
    ["plan.json", "time=2026-01-02T03:04:05Z level=info msg=x\n{", "Terragrunt's log", "terragrunt show -json"],
    ["plan.txt", "\u001b[0m\u001b[1mazurerm_virtual_wan.main: Refreshing state...", "as people read it", "show -json"],
    [
      "main.bicep",
      "param location string\nresource wan 'Microsoft.Network/virtualWans@2024-05-01' = {",
      "Bicep",
      "Terraform",
    ],
    ["main.tf", 'resource "azurerm_virtual_wan" "main" {', "is HCL", "name the folder"],
    ["prod.tfvars", 'location = "westeurope"\n', "values of variables", "--var-file"],
    ["graph.json", '{"count":1,"data":[{"id":"x"}],"skip_token":null}', "Resource Graph", "az graph query"],
    [
      "routes.json",
      '{"value":[{"nextHopType":"VPN_S2S_Gateway"}]}',
      "effective routes",
      "wanproof verify INPUT --azure",
    ],
    ["routes.json", '[{"nextHopType":"VPN_S2S_Gateway"}]', "effective routes", "wanproof verify INPUT --azure"],
    ["vpn.json", '[{"vpnSiteConfiguration":{"Name":"hq"}}]', "VPN configuration", "wanproof device"],
    ["vpn.json", '{"vpnSiteConfiguration":{"Name":"hq"}}', "VPN configuration", "wanproof verify"],
    ["hub.json", '{"id":"/subscriptions/1/resourceGroups/r","name":"h"}', "as az prints it", "show -json"],
    ["hubs.json", '[{"id":"/subscriptions/1/resourceGroups/r"}]', "as az prints it", "show -json"],
    [
      "arm.json",
      '{"$schema":"https://x/2019-04-01/deploymentTemplate.json#","resources":[]}',
      "ARM template",
      "Terraform",
    ],
    ["report.json", '{"version":1,"verdict":"pass","findings":[]}', "report of wanproof", "--baseline FILE"],
    ["routes.json", '{"version":1,"routes":[]}', "wanproof routes writes", "made of"],
    ["check.sarif", '{"version":"2.1.0","runs":[]}', "SARIF", "was judged"],
  ])("is called what it is, with what to do: %s", (name, content, what, remedy) => {
    const said = saidOf(name, content);
    expect(said).toContain(what);
    expect(said).toContain(remedy);
  });

  test("is no configuration where Terraform takes what stands at its top for nothing", () => {
    expect(saidOf("x.json", '{"resource":{},"tests":{},"rules":[],"a":1,"b":2}')).toBe(
      'is no configuration: "tests", "rules", "a" and others at its top is nothing that Terraform takes there',
    );
  });

  test("shows nothing of what it holds", () => {
    const key = "aK7tQ2nLs9WzYk4Xb6Vc";
    for (const content of [
      `[command]x\n{"key":"${key}"}`,
      `[{"vpnSiteConfiguration":{},"k":"${key}"}]`,
      `k = "${key}"`,
    ]) {
      expect(saidOf("x", content)).not.toContain(key);
    }
  });

  test("is intent by every key of an intent file, but for its version", () => {
    const keys = Object.keys(intentSchema.shape).filter((key) => key !== "version");
    expect([...INTENT_KEYS].sort()).toEqual(keys.sort());
  });
});
