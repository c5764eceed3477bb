import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { VirtualHub } from "@cdktf/provider-azurerm/lib/virtual-hub";
import { VirtualWan } from "@cdktf/provider-azurerm/lib/virtual-wan";
import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { toSatisfyPolicies } from "../../jest";
import { VirtualWan as Wan } from "../../lib/hub/virtual-wan";

expect.extend({ toSatisfyPolicies });

const NAMED = { name: "wan-corp", resourceGroupName: "rg", location: "westeurope" };

/** A stack with a WAN; `encrypted` says what holds for its tunnels. */
function stackWith(encrypted: boolean | "unknown", app = Testing.app()): TerraformStack {
  const stack = new TerraformStack(app, "corp");
  const off = encrypted === "unknown" ? new TerraformVariable(stack, "off", { type: "bool" }).booleanValue : !encrypted;
  new VirtualWan(stack, "wan", { ...NAMED, disableVpnEncryption: off });
  return stack;
}

/** Two regions with one WAN; their hubs overlap. */
function overlappingRegions(): { app: App; global: TerraformStack; regions: readonly TerraformStack[] } {
  const app = Testing.app();
  const global = new TerraformStack(app, "global");
  const wan = new VirtualWan(global, "wan", NAMED);
  const regions = ["weu", "neu"].map((name) => {
    const region = new TerraformStack(app, name);
    const addressPrefix = name === "weu" ? "10.0.0.0/22" : "10.0.2.0/23";
    new VirtualHub(region, "hub", { ...NAMED, name: `hub-${name}`, virtualWanId: wan.id, addressPrefix });
    return region;
  });
  return { app, global, regions };
}

/** What a failed expectation says. */
function failure(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "it held";
}

describe("expect(stack).toSatisfyPolicies()", () => {
  test("holds for a stack that breaks no rule, and its negation fails with the report", () => {
    expect(stackWith(true)).toSatisfyPolicies();
    expect(failure(() => expect(stackWith(true)).not.toSatisfyPolicies())).toMatch(
      /^expect\(\.\.\.\)\.not\.toSatisfyPolicies\(\)\n\nChecked: \d+ rules on 1 resource:\n[\s\S]*\nVerdict: pass\n$/,
    );
  });

  test("fails for a stack that breaks a rule, with the finding; its negation holds", () => {
    const stack = stackWith(false);

    expect(stack).not.toSatisfyPolicies();
    expect(
      failure(() => expect(stack).toSatisfyPolicies())
        .split("\n\n")
        .slice(0, 2),
    ).toEqual([
      "expect(...).toSatisfyPolicies()",
      `error  encryption-on  azurerm_virtual_wan.wan  disable_vpn_encryption
  construct corp/wan, in (synthesized)/stacks/corp
  WAN wan-corp has disable_vpn_encryption on: no VPN tunnel of the WAN is encrypted
  To do: Take disable_vpn_encryption out of the WAN.
  Page: https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec`,
    ]);
  });

  test("where a value is unknown, neither it nor its negation holds, unless told what to make of that", () => {
    const stack = stackWith("unknown");

    expect(failure(() => expect(stack).toSatisfyPolicies())).toMatch(/\nVerdict: undecided \(1 error undecided\)\n$/);
    expect(failure(() => expect(stack).not.toSatisfyPolicies())).toMatch(
      /\nVerdict: undecided \(1 error undecided\)\n$/,
    );
    expect(stack).toSatisfyPolicies({ unknown: "pass" });
    expect(stack).not.toSatisfyPolicies({ unknown: "fail" });
  });

  test("where there is nothing to judge, neither it nor its negation holds, unless that is fine", () => {
    const empty = new TerraformStack(Testing.app(), "empty");
    const nothing = "Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.";

    expect(failure(() => expect(empty).toSatisfyPolicies())).toBe(nothing);
    expect(failure(() => expect(empty).not.toSatisfyPolicies())).toBe(nothing);
    expect(empty).toSatisfyPolicies({ requireNetwork: false });
  });

  test("counts milder findings where asked to", () => {
    const stack = new TerraformStack(Testing.app(), "corp");
    const wan = new VirtualWan(stack, "wan", NAMED);
    new VirtualHub(stack, "hub", { ...NAMED, virtualWanId: wan.id, addressPrefix: "10.0.0.0/24" });

    expect(stack).toSatisfyPolicies();
    expect(stack).not.toSatisfyPolicies({ failOn: "note" });
  });

  test("judges a stack together with the stacks that it refers to, and an app as a whole", () => {
    const { app, regions, global } = overlappingRegions();

    expect(global).toSatisfyPolicies();
    for (const region of regions) {
      expect(region).toSatisfyPolicies();
    }
    expect(failure(() => expect(app).toSatisfyPolicies())).toContain(
      "10.0.2.0/23 of hub hub-neu lies in 10.0.0.0/22 of hub hub-weu",
    );
  });

  test("changes nothing: the stack synthesizes to the same afterwards, and no file stays behind", () => {
    const outdir = mkdtempSync(join(tmpdir(), "wanproof-outdir-"));
    const app = new App({ outdir });
    const stack = stackWith(true, app);
    const temporary = () => readdirSync(tmpdir()).filter((name) => /^wanproof-[^-]*$/.test(name));
    const before = temporary();

    expect(stack).toSatisfyPolicies();
    expect(() => expect(stackWith(false)).toSatisfyPolicies()).toThrow();

    expect(temporary()).toEqual(before);
    expect(existsSync(join(outdir, "stacks/corp"))).toBe(false);
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    app.synth();
    const json = JSON.parse(readFileSync(join(outdir, "stacks/corp/cdk.tf.json"), "utf8"));
    expect(Object.keys(json.resource)).toEqual(["azurerm_virtual_wan"]);
    rmSync(outdir, { recursive: true });
  });
});

test("a stack in which one thing would take the place of another is not judged", () => {
  const stack = new TerraformStack(Testing.app(), "corp");
  for (const id of ["corp-1", "corp 1"]) {
    new Wan(stack, id, { name: "wan", resourceGroupName: "rg", location: "westeurope" });
  }
  expect(() => expect(stack).toSatisfyPolicies()).toThrow(
    "corp/corp 1/Default and corp/corp-1/Default are both azurerm_virtual_wan.corp-1 in Terraform: give one of them another id",
  );
});

describe("what else can be judged", () => {
  test("Terraform JSON as Testing.synth gives it", () => {
    expect(Testing.synth(stackWith(true))).toSatisfyPolicies();
    expect(failure(() => expect(Testing.synth(stackWith(false))).toSatisfyPolicies())).toContain(
      "  in (synthesized)/cdk.tf.json\n",
    );
  });

  test("a folder of synthesized stacks, one path or several", () => {
    const stack = stackWith(false);
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    const folder = Testing.fullSynth(stack);
    const file = join(folder, "other.tf.json");
    writeFileSync(file, Testing.synth(stackWith(true)));

    expect(folder).not.toSatisfyPolicies();
    expect(file).toSatisfyPolicies();
    expect([file, folder]).not.toSatisfyPolicies();
    rmSync(folder, { recursive: true });
  });

  test.each([[undefined], [null], [42], [{}], [[]], [[1]]])("not %p", (received) => {
    expect(failure(() => expect(received).not.toSatisfyPolicies())).toBe(
      "toSatisfyPolicies takes a TerraformStack, an App, Terraform JSON, or the path of a folder of stacks or of a plan",
    );
  });

  test("not a file that holds no plan", () => {
    const empty = join(mkdtempSync(join(tmpdir(), "wanproof-test-")), "plan.json");
    writeFileSync(empty, "");

    expect(failure(() => expect(empty).toSatisfyPolicies())).toBe(`${empty}: is empty`);
    expect(failure(() => expect(empty).not.toSatisfyPolicies())).toBe(`${empty}: is empty`);
    rmSync(dirname(empty), { recursive: true });
  });
});
