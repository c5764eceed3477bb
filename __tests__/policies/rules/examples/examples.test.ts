import type { Network } from "../../../../network/network";
import { judge } from "../../../../policies/judge/judge";
import { RULES } from "../../../../policies/rules/catalogue";
import { saidOf } from "../judging";
import { networkOfHcl, networkOfYaml } from "./completed";
import { SURROUNDINGS } from "./surroundings";

/** Where rules are violated in a network. Notes only inform. */
function violationsIn(network: Network): string[] {
  return judge(network, RULES)
    .filter(({ level, outcome }) => level !== "note" && outcome === "violation")
    .map(({ rule, address, message }) => `${rule} ${address}: ${message}`);
}

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))("the example of $id", ({ id, rule }) => {
  const { hcl, intent = { wrong: "", right: "" }, yaml, before } = rule.example;
  const around = SURROUNDINGS[id] ?? {};

  test("in HCL is wrong where it says wrong, and right where it says right", async () => {
    const wrong = await networkOfHcl(hcl.wrong, intent.wrong, around, before?.hcl);
    expect(saidOf(rule, wrong)).toContainEqual(expect.objectContaining({ outcome: "violation" }));
    const right = await networkOfHcl(hcl.right, intent.right, around, before?.hcl);
    expect(saidOf(rule, right)).toEqual([]);
  });

  test("stands in HCL at the address that it names", async () => {
    const addresses = saidOf(rule, await networkOfHcl(hcl.wrong, intent.wrong, around, before?.hcl)).map(
      ({ address }) => address,
    );
    expect(addresses).toContain(rule.example.address);
  });

  test("differs in HCL or in intent", () => {
    expect([hcl.wrong, intent.wrong]).not.toEqual([hcl.right, intent.right]);
  });

  if ("wrong" in yaml) {
    test("in YAML is wrong where it says wrong", () => {
      expect(saidOf(rule, networkOfYaml(yaml.wrong, around, before?.yaml))).toContainEqual(
        expect.objectContaining({ outcome: "violation" }),
      );
    });
  }

  const { right } = yaml;
  if (right !== undefined) {
    test("in YAML is right where it says right, by every rule", () => {
      const network = networkOfYaml(right, around, before?.yaml);
      expect(saidOf(rule, network)).toEqual([]);
      expect(violationsIn(network)).toEqual([]);
    });
  }
});

test("the network that examples change is sound", async () => {
  expect(violationsIn(networkOfYaml("{}", {}))).toEqual([]);
});
