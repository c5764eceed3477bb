import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { VirtualWan } from "../../lib/hub/virtual-wan";
import { InvalidConstructError } from "../../lib/terraform/complaints";
import {
  AzureStack,
  addNetworkStacks,
  NetworkApp,
  type NetworkAppProps,
  parseNetworkFile,
  RefusedSynthesis,
} from "../../stacks";
import { complaintsOf } from "../support/complaints";
import { folderOfItsOwn } from "./terraform";

const folder = folderOfItsOwn();
let outputs = 0;

function newOutput(): string {
  outputs += 1;
  return join(folder, String(outputs), "cdktf.out");
}

const hubs = (prefix: string) => `version: 1\nname: net\nhubs:\n  westeurope:\n    addressPrefix: ${prefix}\n`;
const GOOD = hubs("10.100.0.0/23");
const OVERLAPPING = `${GOOD}spokes: { app: { hub: westeurope, addressSpace: [10.100.0.0/16] } }\n`;
// Nobody knows what on-premises routers advertise.
const UNDECIDED = `${GOOD}    vpnGateway: {}\n    expressRouteGateway: {}
circuits: { ams: { existing: { id: /subscriptions/s/resourceGroups/r/providers/Microsoft.Network/expressRouteCircuits/ams }, connections: { westeurope: } } }
sites: { hq: { connections: { westeurope: }, addressCidrs: [10.1.0.0/24], links: { a: { over: expressRoute, provider: Colt, speedMbps: 50, deviceAddress: 10.0.0.4 } } } }\n`;

function synthesized(text: string, outdir: string, options: NetworkAppProps = {}): NetworkApp {
  const app = new NetworkApp({ outdir, onReport: () => undefined, ...options });
  addNetworkStacks(app, parseNetworkFile("network.yaml", text));
  app.synth();
  return app;
}

function refusalOf(text: string, outdir: string, options: NetworkAppProps = {}): RefusedSynthesis {
  try {
    synthesized(text, outdir, options);
  } catch (failure) {
    if (failure instanceof RefusedSynthesis) {
      return failure;
    }
    throw failure;
  }
  throw new Error("the gate did not refuse");
}

const read = (outdir: string, path: string) => readFileSync(join(outdir, path), "utf8");
const STACK = "stacks/net-westeurope";

test("a good network is written, with all its stacks judged together", () => {
  const outdir = newOutput();
  const { report } = synthesized(GOOD, outdir);
  expect(report?.verdict).toBe("pass");
  expect(report?.inputs.map(({ path }) => path)).toEqual([
    join(outdir, "stacks/net-global"),
    join(outdir, "stacks/net-westeurope"),
  ]);
  expect(readdirSync(outdir).sort()).toEqual(["manifest.json", "stacks"]);
  expect(readdirSync(join(outdir, STACK)).sort()).toEqual([
    "cdk.tf.json",
    "wanproof.sources.json",
    "wanproof.tftest.hcl",
  ]);
});

test("what the validations of a stack say is a person's to mend, all at once, and nothing is written", () => {
  const outdir = newOutput();
  const app = new NetworkApp({ outdir });
  const stack = new AzureStack(app, "net");
  const wan = { name: "wan", resourceGroupName: "rg", location: "westeurope" };
  for (const id of ["corp 1", "corp-1", "corp.1"]) {
    new VirtualWan(stack, id, wan);
  }
  stack.node.findChild("corp 1").node.addValidation({ validate: () => ["it is old"] });
  const same = "are both azurerm_virtual_wan.corp-1 in Terraform: give one of them another id";
  expect(() => app.synth()).toThrow(
    new InvalidConstructError("net", [
      `net/corp-1/Default and net/corp 1/Default ${same}`,
      `net/corp.1/Default and net/corp-1/Default ${same}`,
      "net/corp 1: it is old",
    ]),
  );
  expect(readdirSync(join(outdir, "stacks"))).toEqual([]);
});

test("a network with a violation is refused, with the construct and the line, and nothing is written", () => {
  const outdir = newOutput();
  const refusal = refusalOf(OVERLAPPING, outdir);
  expect(refusal.report.findings.map(({ rule, constructPath, source }) => ({ rule, constructPath, source }))).toEqual([
    {
      rule: "address-overlap",
      constructPath: "net-westeurope/hub-westeurope/Default",
      source: { file: "network.yaml", line: 4 },
    },
  ]);
  expect(refusal.message).toContain("network.yaml:4, construct net-westeurope/hub-westeurope/Default");
  expect(refusal.message).not.toContain(".synth-");
  expect(existsSync(join(outdir, "manifest.json"))).toBe(false);
  expect(readdirSync(join(outdir, "stacks"))).toEqual([]);
});

test("a refused network leaves the Terraform that was there", () => {
  const outdir = newOutput();
  synthesized(GOOD, outdir);
  const before = read(outdir, `${STACK}/cdk.tf.json`);
  refusalOf(OVERLAPPING, outdir);
  expect(read(outdir, `${STACK}/cdk.tf.json`)).toBe(before);
  expect(readdirSync(outdir).sort()).toEqual(["manifest.json", "stacks"]);
});

test("with the gate off, anything is written and nothing is judged", () => {
  const outdir = newOutput();
  const { report } = synthesized(OVERLAPPING, outdir, { gate: false });
  expect(report).toBeUndefined();
  expect(existsSync(join(outdir, STACK, "cdk.tf.json"))).toBe(true);
});

test("what can't be decided is written, and told", () => {
  const outdir = newOutput();
  const told: string[] = [];
  const { report } = synthesized(UNDECIDED, outdir, { onReport: ({ verdict }) => told.push(verdict) });
  expect(report?.findings.map(({ rule, level, outcome }) => [rule, level, outcome])).toContainEqual([
    "device-address-advertised",
    "error",
    "undecided",
  ]);
  expect(told).toEqual(["undecided"]);
  expect(existsSync(join(outdir, STACK, "cdk.tf.json"))).toBe(true);
});

test("what Terraform and people keep in a stack's folder stays, what an earlier synthesis wrote goes", () => {
  const outdir = newOutput();
  synthesized(GOOD, outdir);
  const own = join(outdir, STACK);
  mkdirSync(join(own, ".terraform"));
  for (const name of [".terraform.lock.hcl", "terraform.tfstate", "prod.auto.tfvars", "cdk.tf", "metadata.json"]) {
    writeFileSync(join(own, name), "");
  }
  synthesized(GOOD, outdir);
  expect(readdirSync(own).sort()).toEqual([
    ".terraform",
    ".terraform.lock.hcl",
    "cdk.tf.json",
    "prod.auto.tfvars",
    "terraform.tfstate",
    "wanproof.sources.json",
    "wanproof.tftest.hcl",
  ]);
});

test("a stack that is gone leaves no Terraform behind; folders of others are left alone", () => {
  const outdir = newOutput();
  synthesized(`${GOOD}  northeurope:\n    addressPrefix: 10.102.0.0/23\n`, outdir);
  mkdirSync(join(outdir, "stacks/others"));
  writeFileSync(join(outdir, "stacks/others/cdk.tf.json"), "{}");
  synthesized(GOOD, outdir);
  expect(readdirSync(join(outdir, "stacks")).sort()).toEqual(["net-global", "net-westeurope", "others"]);
  expect(readdirSync(join(outdir, "stacks/others"))).toEqual(["cdk.tf.json"]);
});

describe("for HCL output, as cdktf-cli asks for it", () => {
  beforeAll(() => {
    process.env.SYNTH_HCL_OUTPUT = "true";
  });
  afterAll(() => {
    delete process.env.SYNTH_HCL_OUTPUT;
  });

  test("nothing is written, since Terraform would refuse it, and what was there stays", () => {
    const outdir = newOutput();
    mkdirSync(join(outdir, STACK), { recursive: true });
    writeFileSync(join(outdir, STACK, "cdk.tf.json"), "{}");
    expect(complaintsOf(() => synthesized(GOOD, outdir))).toEqual([
      `${outdir}: HCL can't be written there: Terraform would refuse what cdktf makes of postconditions and quotes. Synthesize without --hcl (SYNTH_HCL_OUTPUT): Terraform reads cdk.tf.json just as well`,
    ]);
    expect(readFileSync(join(outdir, STACK, "cdk.tf.json"), "utf8")).toBe("{}");
  });
});

test("an output folder that can't be made is said in a line", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(() => new NetworkApp({ outdir: file })).toThrow(
    `${file}: Terraform can't be written there (EEXIST); name another folder`,
  );
});
