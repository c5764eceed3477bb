import type { IgnoredPath, StatedSuppression } from "../../../policies/config/config";
import { StatedSuppressions } from "../../../policies/config/suppressions";
import type { Finding } from "../../../policies/judge/finding";

const finding = (changes: Partial<Finding> = {}): Finding => ({
  rule: "encryption-on",
  level: "error",
  outcome: "violation",
  address: "azurerm_virtual_wan.lab",
  path: "disable_vpn_encryption",
  input: "weu.json",
  message: "m",
  evidence: {},
  remedy: "r",
  docs: "d",
  decidedBy: [],
  ...changes,
});

const stated = (changes: Partial<StatedSuppression> = {}): StatedSuppression => ({
  rule: "encryption-on",
  address: "azurerm_virtual_wan.lab",
  reason: "Test traffic only.",
  expires: "2027-03-31",
  by: "wanproof.yaml:3",
  input: undefined,
  construct: undefined,
  ...changes,
});

const ignored = (...paths: string[]): IgnoredPath => ({
  pattern: "examples/",
  at: "wanproof.yaml:9",
  matches: (path) => paths.includes(path),
});

const MARK = { reason: "Test traffic only.", expires: "2027-03-31", by: "wanproof.yaml:3" };

test("a finding of the rule at the address is suppressed, violated or undecided", () => {
  const suppressions = new StatedSuppressions([stated()]);
  expect(suppressions.suppressedBy(finding())).toEqual(MARK);
  expect(suppressions.suppressedBy(finding({ outcome: "undecided", path: "" }))).toEqual(MARK);
  expect(suppressions.notices()).toEqual([]);
});

test.each([
  ["another rule", { rule: "monitored" }, ""],
  ["another address", { address: "azurerm_virtual_wan.Lab" }, ": did you mean azurerm_virtual_wan.Lab?"],
  ["an instance of it", { address: 'azurerm_virtual_wan.lab["a"]' }, ': did you mean azurerm_virtual_wan.lab["a"]?'],
  ["something far from it", { address: "module.a.azurerm_virtual_wan.production" }, ""],
])("a finding of %s counts, and the suppression is said to be needed by none", (_what, changes, hint) => {
  const suppressions = new StatedSuppressions([stated()]);
  expect(suppressions.suppressedBy(finding(changes))).toBeUndefined();
  expect(suppressions.notices()).toEqual([
    {
      at: "wanproof.yaml:3",
      message: `the suppression of encryption-on at azurerm_virtual_wan.lab is needed by no finding; remove it, or correct what it names${hint}`,
    },
  ]);
});

test("what one input carries says nothing of another", () => {
  const suppressions = new StatedSuppressions([stated({ input: "weu.json" })]);
  expect(suppressions.suppressedBy(finding({ input: "neu.json" }))).toBeUndefined();
  expect(suppressions.suppressedBy(finding({ input: "weu.json" }))).toEqual(MARK);
});

test("of two that mean a finding the first is named, and both are needed", () => {
  const wide = stated({ address: "azurerm_virtual_wan.*", by: "wanproof.yaml:7" });
  const suppressions = new StatedSuppressions([stated(), wide]);
  expect(suppressions.suppressedBy(finding())).toEqual(MARK);
  expect(suppressions.notices()).toEqual([]);
});

test("a construct says one thing of all that is below it, which is needed where any of it is", () => {
  const of = (address: string) => stated({ address, by: "weu/lab", input: "weu.json", construct: "weu/lab" });
  const both = [of("azurerm_virtual_wan.lab"), of("azurerm_virtual_hub.lab")];

  const needed = new StatedSuppressions(both);
  needed.suppressedBy(finding());
  expect(needed.notices()).toEqual([]);
  expect(new StatedSuppressions(both).notices()).toEqual([
    {
      at: "weu/lab",
      message: "the suppression of encryption-on is needed by no finding; remove it, or correct what it names",
    },
  ]);
});

test("findings at an ignored path are suppressed without an end, by source file or by input", () => {
  const mark = { reason: "examples/ is an ignored path", expires: undefined, by: "wanproof.yaml:9" };
  const suppressions = new StatedSuppressions([], [ignored("examples/a.ts", "examples/plan.json")]);
  expect(suppressions.suppressedBy(finding({ source: { file: "examples/a.ts", line: 3 } }))).toEqual(mark);
  expect(suppressions.suppressedBy(finding({ input: "examples/plan.json" }))).toEqual(mark);
  expect(suppressions.suppressedBy(finding({ source: { file: "a.ts", line: 3 } }))).toBeUndefined();
  expect(suppressions.notices()).toEqual([]);
});

test("a suppression goes before an ignored path, since it has an end", () => {
  const suppressions = new StatedSuppressions([stated()], [ignored("weu.json")]);
  expect(suppressions.suppressedBy(finding())).toEqual(MARK);
});

test("what is said of those that don't count comes first, and nothing twice", () => {
  const notice = { at: "weu/lab", message: "the suppression of encryption-on doesn't count: it expired" };
  expect(new StatedSuppressions([], [], [notice, notice]).notices()).toEqual([notice]);
});
