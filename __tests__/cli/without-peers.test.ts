import { BuiltCommand } from "./built-command";

const NETWORK = "version: 1\nname: contoso\nhubs: { westeurope: { addressPrefix: 10.100.0.0/23 } }\n";
const ALL =
  "to make Terraform, wanproof needs cdktf 0.21.0 or newer (not installed), constructs 10.4.2 or newer (not installed) " +
  "and @cdktf/provider-azurerm 14.23.0 or newer (not installed): " +
  "npm install cdktf@0.21 constructs@10 @cdktf/provider-azurerm@14";

let wanproof: BuiltCommand;
beforeAll(() => {
  wanproof = new BuiltCommand({ peers: false });
  wanproof.addLibrary();
  wanproof.write("network.yaml", NETWORK);
  wanproof.write("pass.tf.json", { resource: { azurerm_virtual_wan: { corp: { name: "wan-corp" } } } });
});
afterAll(() => wanproof.remove());

/** What a program says that fails. */
function failing(program: string) {
  return wanproof.runNode(["-e", `try { ${program} } catch (error) { console.log(error.message) }`]);
}

describe("without cdktf, constructs and the provider", () => {
  test.each([
    ["check", ["check", "pass.tf.json"]],
    ["routes", ["routes", "pass.tf.json"]],
    ["network", ["network", "pass.tf.json"]],
    ["explain", ["explain", "private-ip-tunnel"]],
  ])("%s works", (_name, args) => {
    const { code, err } = wanproof.run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("synth says in one sentence what to install", () => {
    expect(wanproof.run(["synth", "network.yaml"])).toEqual({ code: 2, out: "", err: `wanproof: ${ALL}\n` });
  });

  test.each(["lib", "stacks"])("whoever loads %s is told the same", (entry) => {
    expect(failing(`require("../dist/${entry}")`)).toEqual({ code: 0, out: `${ALL}\n`, err: "" });
  });

  test("policies load, and so does the matcher, which judges paths and JSON and says what else it would take", () => {
    wanproof.write(
      "judge.js",
      `const { checkNetwork } = require("../dist/policies");
      const { toSatisfyPolicies } = require("../dist/jest");
      const json = JSON.stringify({ resource: { azurerm_virtual_wan: { corp: { name: "wan-corp" } } } });
      console.log(checkNetwork(["pass.tf.json"]).verdict);
      for (const one of ["pass.tf.json", json]) console.log(toSatisfyPolicies.call({ isNot: false }, one).pass);
      try { toSatisfyPolicies.call({ isNot: false }, {}) } catch (error) { console.log(error.message) }`,
    );
    expect(wanproof.runNode(["judge.js"])).toEqual({
      code: 0,
      out:
        "pass\ntrue\ntrue\n" +
        "toSatisfyPolicies takes a TerraformStack, an App, Terraform JSON, or the path of a folder of stacks or of a plan\n",
      err: "",
    });
  });
});

test("beside a cdktf that is too old, synth says which one is needed", () => {
  wanproof.write("../node_modules/cdktf/package.json", { name: "cdktf", version: "0.20.12" });
  expect(wanproof.run(["synth", "network.yaml"]).err).toContain("cdktf 0.21.0 or newer (0.20.12 is installed)");
});
