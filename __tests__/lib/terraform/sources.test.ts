import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataAzurermResourceGroup } from "@cdktf/provider-azurerm/lib/data-azurerm-resource-group";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { App, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { VirtualHub } from "../../../lib/hub/virtual-hub";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { recordSource, withSource } from "../../../lib/terraform/sources";

const HERE = "__tests__/lib/terraform/sources.test.ts";
const outdir = mkdtempSync(join(tmpdir(), "wanproof-sources-"));
afterAll(() => rmSync(outdir, { recursive: true }));

let apps = 0;

function stackIn(app: App, name = "weu"): TerraformStack {
  const stack = new TerraformStack(app, name);
  new AzurermProvider(stack, "azurerm", { features: [{}] });
  return stack;
}

function emptyApp(): App {
  apps += 1;
  return new App({ outdir: join(outdir, String(apps)) });
}

function group(scope: Construct, id: string): ResourceGroup {
  return new ResourceGroup(scope, id, { name: id, location: "westeurope" });
}

function sourcesOf(app: App, stack = "weu"): unknown {
  app.synth();
  return JSON.parse(readFileSync(join(app.outdir, "stacks", stack, "wanproof.sources.json"), "utf8"));
}

/** The line of this file that holds a mark. */
function lineOf(mark: string): number {
  const lines = readFileSync(__filename, "utf8").split("\n");
  return lines.findIndex((line) => line.endsWith(`// ${mark}`)) + 1;
}

test("each resource, data source, variable and output has the line that a person wrote for it", () => {
  const app = emptyApp();
  const stack = stackIn(app);
  recordSource(group(stack, "net")); // line: net
  recordSource(new DataAzurermResourceGroup(stack, "old", { name: "old" })); // line: old
  recordSource(new TerraformVariable(stack, "key", { sensitive: true })); // line: key
  recordSource(new TerraformOutput(stack, "out", { value: "x" })); // line: out
  expect(sourcesOf(app)).toEqual({
    version: 1,
    resources: {
      "azurerm_resource_group.net": { constructPath: "weu/net", file: HERE, line: lineOf("line: net") },
      "data.azurerm_resource_group.old": { constructPath: "weu/old", file: HERE, line: lineOf("line: old") },
      "output.out": { constructPath: "weu/out", file: HERE, line: lineOf("line: out") },
      "var.key": { constructPath: "weu/key", file: HERE, line: lineOf("line: key") },
    },
  });
});

test("what a construct makes inside has the line that made the construct", () => {
  const app = emptyApp();
  const stack = stackIn(app);
  const wan = new VirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg", location: "westeurope" }); // line: wan
  const makeHub = () =>
    new VirtualHub(stack, "hub", { wan, name: "hub", location: "westeurope", addressPrefix: "10.0.0.0/23" }); // line: hub
  makeHub().addVpnGateway("vpn", { name: "vpn" }); // line: vpn
  const line = lineOf("line: vpn");
  expect(sourcesOf(app)).toEqual({
    version: 1,
    resources: {
      "azurerm_virtual_hub.hub": { constructPath: "weu/hub/Default", file: HERE, line: lineOf("line: hub") },
      "azurerm_virtual_wan.wan": { constructPath: "weu/wan/Default", file: HERE, line: lineOf("line: wan") },
      "azurerm_vpn_gateway.hub_vpn": {
        constructPath: "weu/hub/vpn/Default",
        file: HERE,
        line,
      },
      "output.vpn_gateway_addresses_hub_vpn": {
        constructPath: "weu/hub/vpn/addresses",
        file: HERE,
        line,
      },
    },
  });
});

test("resources of a loop share its line", () => {
  const app = emptyApp();
  const stack = stackIn(app);
  for (const id of ["b", "a"]) {
    recordSource(group(stack, id)); // line: loop
  }
  const line = lineOf("line: loop");
  expect(sourcesOf(app)).toEqual({
    version: 1,
    resources: {
      "azurerm_resource_group.a": { constructPath: "weu/a", file: HERE, line },
      "azurerm_resource_group.b": { constructPath: "weu/b", file: HERE, line },
    },
  });
});

test("addresses are sorted", () => {
  const app = emptyApp();
  const stack = stackIn(app);
  for (const id of ["c", "a", "b"]) {
    recordSource(group(stack, id), { file: "network.yaml", line: 1 });
  }
  const text = JSON.stringify(sourcesOf(app));
  expect([...text.matchAll(/azurerm_resource_group\.(\w)/g)].map(([, id]) => id)).toEqual(["a", "b", "c"]);
});

test("what was declared elsewhere says so: for one element, or for all below a construct", () => {
  const app = emptyApp();
  const stack = stackIn(app);
  const sites = new Construct(stack, "sites");
  const hq = new Construct(sites, "hq");
  withSource(sites, { file: "network.yaml", line: 10 });
  const a = group(hq, "a");
  recordSource(a);
  recordSource(group(stack, "b"), { file: "other.yaml", line: 2 });
  const d = group(sites, "d");
  d.overrideLogicalId("other-d");
  recordSource(d, { file: "other.yaml", line: 3 });
  // Also where it is said afterwards.
  withSource(hq, { file: "network.yaml", line: 12 });
  const c = group(sites, "c");
  recordSource(c);
  expect(sourcesOf(app)).toEqual({
    version: 1,
    resources: {
      "azurerm_resource_group.b": { constructPath: "weu/b", file: "other.yaml", line: 2 },
      "azurerm_resource_group.other-d": { constructPath: "weu/sites/d", file: "other.yaml", line: 3 },
      [`azurerm_resource_group.${c.friendlyUniqueId}`]: {
        constructPath: "weu/sites/c",
        file: "network.yaml",
        line: 10,
      },
      [`azurerm_resource_group.${a.friendlyUniqueId}`]: {
        constructPath: "weu/sites/hq/a",
        file: "network.yaml",
        line: 12,
      },
    },
  });
});

test("each stack has a file of its own", () => {
  const app = emptyApp();
  const [weu, neu] = [stackIn(app, "weu"), stackIn(app, "neu")];
  recordSource(group(weu, "a"), { file: "network.yaml", line: 1 });
  recordSource(group(neu, "b"), { file: "network.yaml", line: 2 });
  expect(sourcesOf(app, "weu")).toEqual({
    version: 1,
    resources: { "azurerm_resource_group.a": { constructPath: "weu/a", file: "network.yaml", line: 1 } },
  });
  expect(sourcesOf(app, "neu")).toEqual({
    version: 1,
    resources: { "azurerm_resource_group.b": { constructPath: "neu/b", file: "network.yaml", line: 2 } },
  });
});

test("two elements with one Terraform address stop the synthesis, since Terraform would keep one of them", () => {
  const app = emptyApp();
  const stack = stackIn(app);
  recordSource(group(stack, "head quarters"), { file: "network.yaml", line: 1 });
  recordSource(group(stack, "headquarters"), { file: "network.yaml", line: 2 });
  expect(() => app.synth()).toThrow(
    "weu/headquarters and weu/head quarters are both azurerm_resource_group.headquarters in Terraform: give one of them another id",
  );
});

test.each(["10-net", "東京"])("an id like %s that makes no Terraform name stops the synthesis", (id) => {
  const app = emptyApp();
  const stack = stackIn(app);
  recordSource(group(stack, id), { file: "network.yaml", line: 1 });
  expect(() => app.synth()).toThrow("which is no name: begin its id with a letter");
});

test("recording leaves the way that stacks are printed as it was", () => {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const stack = stackIn(emptyApp());
  recordSource(group(stack, "a"));
  expect([Error.prepareStackTrace, Error.stackTraceLimit]).toEqual([prepareStackTrace, stackTraceLimit]);
  expect(Object.hasOwn(Error, "prepareStackTrace")).toBe(prepareStackTrace !== undefined);
});

test("whoever prints stacks in a way of their own doesn't matter", () => {
  const { prepareStackTrace } = Error;
  const app = emptyApp();
  const a = group(stackIn(app), "a");
  try {
    Error.prepareStackTrace = (_error, frames) => frames;
    recordSource(a);
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
  expect(sourcesOf(app)).toMatchObject({ resources: { "azurerm_resource_group.a": { file: HERE } } });
});
