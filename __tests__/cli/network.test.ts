import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../text/json";
import { change, configured, planJson, refers } from "../network/readers/plan/plan-json";
import { regionPlan } from "../network/readers/saved/region-plans";
import { BuiltCommand } from "./built-command";

let wanproof: BuiltCommand;
beforeAll(() => {
  wanproof = new BuiltCommand();
  wanproof.write("weu.json", regionPlan(1));
  wanproof.write("neu.json", regionPlan(2));
});
afterAll(() => wanproof.remove());

function check(...inputs: readonly string[]) {
  return wanproof.run(["check", ...inputs, "--format", "json"]);
}

/** The report but for the kind of the inputs, and the exit code. */
function judged(...inputs: readonly string[]) {
  const { code, out, err } = check(...inputs);
  return { code, out: out.replaceAll('"kind": "network"', '"kind": "plan"'), err };
}

describe("wanproof network", () => {
  test("saves what check then judges like the plans themselves", () => {
    const saved = ["weu", "neu"].map((region) =>
      wanproof.run(["network", `${region}.json`, "-o", `${region}.net.json`]),
    );

    expect(saved).toEqual([
      { code: 0, out: "weu.json (plan): 7 of 8 resources saved\n", err: "" },
      { code: 0, out: "neu.json (plan): 7 of 8 resources saved\n", err: "" },
    ]);
    expect(judged("weu.net.json", "neu.net.json")).toEqual(judged("weu.json", "neu.json"));
    expect(judged("weu.net.json", "neu.json")).toEqual(judged("weu.json", "neu.json"));
    expect(check("weu.net.json").out).toContain('"kind": "network"');
  });

  test("writes to stdout where no file is named, and reads from stdin", () => {
    const piped = wanproof.runShell("cat weu.json | wanproof network - | wanproof check - --format json");
    const straight = wanproof.runShell("cat weu.json | wanproof check - --format json");

    expect({ ...piped, out: piped.out.replace('"network"', '"plan"') }).toEqual(straight);
  });

  test("leaves no half of a file, and nothing else", () => {
    wanproof.write("out/net.json", "an earlier one");
    wanproof.run(["network", "weu.json", "-o", "out/net.json"]);

    expect(readdirSync(join(wanproof.folder, "out"))).toEqual(["net.json"]);
    expect(JSON.parse(readFileSync(join(wanproof.folder, "out/net.json"), "utf8")).wanproofNetwork).toBe(3);
  });

  test.each([
    [["weu.json", "-o", "./weu.json"], "./weu.json: is an input, which a network would overwrite: name another file"],
    [["weu.json", "-o", "no/net.json"], "no/net.json: the network can't be written: there is no folder no"],
    [["gone.json", "-o", "net.json"], "gone.json: does not exist"],
    [
      ["stacks", "-o", "stacks/main.tf.json"],
      "stacks/main.tf.json: is a part of an input, which a network would overwrite: name another file",
    ],
  ])("can't run with %j", (args, said) => {
    wanproof.write("stacks/main.tf.json", { resource: {} });

    expect(wanproof.run(["network", ...args])).toEqual({ code: 2, out: "", err: `wanproof: ${said}\n` });
  });
});

describe("plans as they come", () => {
  const text = JSON.stringify(regionPlan(1), null, 2);
  const crlf = text.replaceAll("\n", "\r\n");

  test.each<readonly [string, string | Buffer]>([
    ["with a byte order mark", `\ufeff${text}`],
    ["with Windows line ends", crlf],
    [
      "in UTF-16, as Windows PowerShell writes it",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(crlf, "utf16le")]),
    ],
    ["of OpenTofu", text.replaceAll("registry.terraform.io", "registry.opentofu.org")],
  ])("%s", (_, content) => {
    wanproof.write("same/plan.json", text);
    const expected = check("same/plan.json");
    wanproof.write("same/plan.json", content);

    expect(check("same/plan.json")).toEqual(expected);
  });

  test.each<readonly [string, object, string]>([
    [
      "that ended with errors",
      { ...regionPlan(1), errored: true },
      "is a plan that ended with errors, so it doesn't hold all resources; make it again without them",
    ],
    [
      "that OpenTofu has encrypted",
      { meta: {}, encrypted_data: "AAAA", encryption_version: "v0" },
      "is encrypted by OpenTofu; make plan JSON where it can be read: tofu show -json FILE > plan.json",
    ],
  ])("%s are refused", (_, plan, said) => {
    wanproof.write("bad.json", plan);

    expect(check("bad.json")).toEqual({ code: 2, out: "", err: `wanproof: bad.json: ${said}\n` });
  });

  test("with a resource that Terraform puts off are not decided", () => {
    const hub = change({ base: "azurerm_virtual_hub.hub", after: { name: "hub", address_prefix: "10.0.0.0/23" } });
    const deferred = [{ reason: "instance_count_unknown", resource_change: hub }];
    wanproof.write("deferred.json", planJson({ more: { complete: false, deferred_changes: deferred } }));

    const { code, out } = check("deferred.json");
    expect([code, JSON.parse(out).verdict, JSON.parse(out).unread]).toEqual([
      3,
      "undecided",
      [
        {
          input: "deferred.json",
          address: "azurerm_virtual_hub.hub",
          reason: "is put off by Terraform to a later plan",
          decidedBy: ["azurerm_virtual_hub.hub"],
        },
      ],
    ]);
  });

  test("with modules that go round in a circle leave the value unknown", () => {
    wanproof.write("circle.json", circular());

    const { code, err } = check("circle.json");
    expect([code, err]).toEqual([3, ""]);
  });

  test("that hold the same addresses are told apart by their inputs", () => {
    wanproof.write("a/plan.json", regionPlan(1));
    wanproof.write("b/plan.json", regionPlan(1));

    const { code, out } = check("a/plan.json", "b/plan.json");
    const overlaps: readonly JsonObject[] = JSON.parse(out).findings.filter(
      ({ rule, outcome }: JsonObject) => rule === "address-overlap" && outcome === "violation",
    );
    expect(code).toBe(1);
    expect(new Set(overlaps.map(({ input }) => input))).toEqual(new Set(["b/plan.json"]));
  });
});

/** Two modules whose outputs are each other's inputs. */
function circular(): JsonObject {
  const call = (other: string) => ({
    expressions: { id: refers(`module.${other}.id`, `module.${other}`) },
    module: { variables: { id: {} }, outputs: { id: { expression: refers("var.id") } } },
  });
  return planJson({
    changes: [
      change({
        base: "azurerm_virtual_hub.hub",
        after: { name: "hub" },
        unknown: { id: true, address_prefix: true, virtual_wan_id: true },
      }),
    ],
    root: {
      resources: [configured("azurerm_virtual_hub.hub", { address_prefix: refers("module.a.id", "module.a") })],
      module_calls: { a: call("b"), b: call("a") },
    },
  });
}
