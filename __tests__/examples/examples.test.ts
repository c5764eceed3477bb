import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { addNetwork } from "../../examples/encrypted-typescript/main";
import { checkNetwork } from "../../policies/gate";
import type { Report } from "../../policies/report/report";
import type { JsonObject } from "../../scripts/azurerm-schema";
import { addNetworkStacks, NetworkApp, readNetworkFile } from "../../stacks";
import { folderOfItsOwn, terraformOfApp } from "../stacks/terraform";

const folder = folderOfItsOwn();
const fileOf = (example: string) => join(__dirname, "..", "..", "examples", example, "network.yaml");

function terraformOf(example: string) {
  const app = new App({ outdir: folder });
  addNetworkStacks(app, readNetworkFile(fileOf(example)));
  return terraformOfApp(app);
}

function judged(example: string): Report[] {
  return judgedFile(fileOf(example));
}

function judgedFile(file: string, outdir = mkdtempSync(join(folder, "out-"))): Report[] {
  const reports: Report[] = [];
  const app = new NetworkApp({ outdir, onReport: (report) => reports.push(report) });
  addNetworkStacks(app, readNetworkFile(file));
  app.synth();
  return reports;
}

test.each(["encrypted", "fail-closed", "two-regions"])(
  "examples/%s passes the gate, watched as it should be",
  (example) => {
    const reports = judged(example);
    expect(reports.map(({ verdict }) => verdict)).toEqual(["pass"]);
    expect(aboutMonitoring(reports)).toEqual([]);
  },
);

function aboutMonitoring(reports: readonly Report[]): unknown[] {
  return reports.flatMap(({ findings }) => findings.filter(({ rule }) => /^monitor/.test(rule)));
}

test("examples/brownfield passes where its WAN is said to have nothing else", () => {
  const written = readFileSync(fileOf("brownfield"), "utf8");
  const complete = written.replace("allowBranchToBranch: true }", "allowBranchToBranch: true, complete: true }");
  expect(complete).not.toBe(written);
  const file = join(folder, "complete.yaml");
  writeFileSync(file, complete);
  expect(judgedFile(file).map(({ verdict }) => verdict)).toEqual(["pass"]);
});

test("examples/brownfield passes beside the Terraform that makes the rest", () => {
  const outdir = mkdtempSync(join(folder, "out-"));
  judgedFile(fileOf("brownfield"), outdir);
  const common = { resource_group_name: "rg-network", location: "westeurope" };
  const rest = {
    resource: {
      azurerm_virtual_wan: { corp: { ...common, name: "vwan-corp" } },
      azurerm_virtual_hub: {
        weu: {
          ...common,
          name: "vhub-weu",
          address_prefix: "10.100.0.0/23",
          virtual_wan_id: "${azurerm_virtual_wan.corp.id}",
        },
      },
      azurerm_vpn_gateway: {
        weu: { ...common, name: "vpng-weu", virtual_hub_id: "${azurerm_virtual_hub.weu.id}", scale_unit: 2 },
      },
    },
  };
  const file = join(mkdtempSync(join(folder, "rest-")), "main.tf.json");
  writeFileSync(file, JSON.stringify(rest));
  const { verdict, findings } = checkNetwork([outdir, file]);
  expect([verdict, findings.filter(({ level }) => level === "error")]).toEqual(["pass", []]);
});

test("examples/brownfield violates nothing; what only Azure knows of its WAN may be undecided", () => {
  const reports = judged("brownfield");
  const errors = reports.flatMap(({ findings }) =>
    findings.filter(({ level, outcome }) => level === "error" && outcome === "violation"),
  );
  expect(errors).toEqual([]);
  expect(aboutMonitoring(reports)).toEqual([]);
});

test("the TypeScript example has the same Terraform as the YAML one", () => {
  const app = new App({ outdir: folder });
  addNetwork(app);
  expect(withoutComments(terraformOfApp(app))).toEqual(withoutComments(terraformOf("encrypted")));
});

/** cdktf writes construct paths into keys that Terraform takes for comments. */
function withoutComments(terraform: JsonObject): unknown {
  return JSON.parse(JSON.stringify(terraform, (key, value) => (key === "//" ? undefined : value)));
}

test.each(["contoso-global", "contoso-westeurope"])("the Terraform of stack %s of examples/encrypted", (stack) => {
  expect(terraformOf("encrypted")[stack]).toMatchSnapshot();
});
