import { judge } from "../../../policies/judge/judge";
import { RuleFailure } from "../../../policies/judge/rule-failure";
import { at, undecided, violation } from "../../../policies/rules/judgement";
import { networkWith, part, ruleThat } from "./samples";

const network = networkWith([]);
const wording = { message: "device address 10.0.0.4 is wrong", remedy: "Use another one." };

describe("judging a network", () => {
  test("a violation says which rule is broken, where, with which values, and what to do", () => {
    const hq = part({ constructPath: "weu/hq", source: { file: "main.ts", line: 7 } });
    const rule = ruleThat(() => [
      violation(at(hq, "link[0].ip_address"), { ...wording, evidence: { address: "10.0.0.4" } }),
    ]);

    expect(judge(network, [rule])).toEqual([
      {
        rule: "sample-rule",
        level: "error",
        outcome: "violation",
        address: "azurerm_vpn_site.hq",
        path: "link[0].ip_address",
        input: "plan.json",
        constructPath: "weu/hq",
        source: { file: "main.ts", line: 7 },
        message: "device address 10.0.0.4 is wrong",
        evidence: { address: "10.0.0.4" },
        remedy: "Use another one.",
        docs: "https://learn.microsoft.com/sample",
        decidedBy: [],
      },
    ]);
  });

  test("what is undecided names every value that would decide it, once, in order", () => {
    const unknowns = [{ decidedBy: ["var.b", "var.a"] }, { decidedBy: ["var.a"] }];
    const rule = ruleThat(() => [undecided(at(part()), unknowns, wording)]);

    expect(judge(network, [rule])).toEqual([
      {
        rule: "sample-rule",
        level: "error",
        outcome: "undecided",
        address: "azurerm_vpn_site.hq",
        path: "",
        input: "plan.json",
        message: "device address 10.0.0.4 is wrong",
        evidence: {},
        remedy: "Use another one.",
        docs: "https://learn.microsoft.com/sample",
        decidedBy: ["var.a", "var.b"],
        restsOn: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
  });

  test("a judgement may be milder or graver than its rule", () => {
    const rule = ruleThat(
      () => [
        violation(at(part(), "a"), { ...wording, level: "note" }),
        violation(at(part(), "b"), { ...wording, level: "error" }),
        violation(at(part(), "c"), wording),
      ],
      { level: "warning" },
    );

    expect(judge(network, [rule]).map(({ path, level }) => [path, level])).toEqual([
      ["a", "note"],
      ["b", "error"],
      ["c", "warning"],
    ]);
  });

  test("findings that say the same are reported once, those that differ in anything are not", () => {
    const same = () => violation(at(part(), "link[0]"), wording);
    const other = violation(at(part(), "link[0]"), { ...wording, message: "device address 10.0.0.5 is wrong" });
    const rule = ruleThat(() => [same(), other, same()]);

    expect(judge(network, [rule]).map(({ message }) => message)).toEqual([
      "device address 10.0.0.4 is wrong",
      "device address 10.0.0.5 is wrong",
    ]);
  });

  test("no rule is no finding", () => {
    expect(judge(network, [])).toEqual([]);
  });

  test("a rule that breaks down is a failure with its id, never a pass", () => {
    const rule = ruleThat(
      () => {
        throw new TypeError("x is undefined");
      },
      { id: "broken-rule" },
    );

    const judging = () => judge(network, [rule]);

    expect(judging).toThrow(RuleFailure);
    expect(judging).toThrow("rule broken-rule failed, so there is no verdict: x is undefined");
  });

  test("a rule that breaks down after its first judgement is a failure too", () => {
    const rule = ruleThat(function* () {
      yield violation(at(part()), wording);
      throw new Error("out of luck");
    });

    expect(() => judge(network, [rule])).toThrow("rule sample-rule failed, so there is no verdict: out of luck");
  });
});
