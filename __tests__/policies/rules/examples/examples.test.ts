import type { Network } from "../../../../network/network";
import { judge } from "../../../../policies/judge/judge";
import { RULES } from "../../../../policies/rules/catalogue";
import { EXAMPLES } from "../../../../policies/rules/examples/catalogue";
import { saidOf } from "../judging";
import { networkOfHcl, networkOfYaml } from "./completed";
import { SURROUNDINGS } from "./surroundings";

/** Where rules are violated in a network. Notes only inform. */
function violationsIn(network: Network): string[] {
  return judge(network, RULES)
    .filter(({ level, outcome }) => level !== "note" && outcome === "violation")
    .map(({ rule, address, message }) => `${rule} ${address}: ${message}`);
}

test("every rule has an example", () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

const CASES = RULES.flatMap((rule) => {
  const example = EXAMPLES[rule.id];
  return example === undefined ? [] : [{ id: rule.id, rule, example }];
});

describe.each(CASES)("the example of $id", ({ id, rule, example }) => {
  const { address, hcl, intent = { wrong: "", right: "" }, yaml, before } = example;
  const around = SURROUNDINGS[id] ?? {};

  test("in HCL is wrong where it says wrong, and right where it says right", async () => {
    const wrong = await networkOfHcl(hcl.wrong, intent.wrong, around, before?.hcl);
    expect(saidOf(rule, wrong)).toContainEqual(expect.objectContaining({ outcome: "violation" }));
    const right = await networkOfHcl(hcl.right, intent.right, around, before?.hcl);
    expect(saidOf(rule, right)).toEqual([]);
  });

  test("stands in HCL at the address that it names", async () => {
    const addresses = saidOf(rule, await networkOfHcl(hcl.wrong, intent.wrong, around, before?.hcl)).map(
      (one) => one.address,
    );
    expect(addresses).toContain(address);
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
