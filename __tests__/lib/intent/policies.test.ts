import { DataAzurermVirtualHub } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-hub";
import { VirtualWan } from "@cdktf/provider-azurerm/lib/virtual-wan";
import {
  App,
  TerraformCount,
  TerraformHclModule,
  TerraformIterator,
  TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
import { Construct } from "constructs";
import { Policies, type Suppression } from "../../../lib/intent/policies";
import { objectOf } from "../../../scripts/azurerm-schema";
import { complaintsOf, emptyStack, terraformOf } from "../terraform";

const LAB = { rule: "encryption-on", reason: "Test traffic only.", expires: "2027-03-31" };

function wanIn(scope: Construct, id: string): VirtualWan {
  return new VirtualWan(scope, id, { name: id, location: "westeurope", resourceGroupName: "rg" });
}

function suppressionsOf(stack: TerraformStack): unknown {
  return objectOf(objectOf(terraformOf(stack).output).wanproof_suppressions).value;
}

test("what is suppressed goes into one output, with the address of every resource below the construct", () => {
  const stack = emptyStack();
  const site = new Construct(stack, "site");
  Policies.of(site).suppress(LAB);
  wanIn(site, "b");
  wanIn(new Construct(site, "inner"), "a");
  const other = wanIn(stack, "other");
  Policies.of(other).suppress({ ...LAB, rule: "monitored", expires: "2027-01-01" });
  expect(terraformOf(stack).output).toEqual({
    wanproof_suppressions: {
      description: "Findings that don't count for a while, and why; read by wanproof check.",
      value: {
        version: 1,
        suppressions: [
          {
            ...LAB,
            address: expect.stringMatching(/^azurerm_virtual_wan\.site_b_[0-9A-F]{8}$/),
            construct: "weu/site",
          },
          {
            ...LAB,
            address: expect.stringMatching(/^azurerm_virtual_wan\.site_inner_a_[0-9A-F]{8}$/),
            construct: "weu/site",
          },
          {
            rule: "monitored",
            reason: LAB.reason,
            expires: "2027-01-01",
            address: "azurerm_virtual_wan.other",
            construct: "weu/other",
          },
        ],
      },
    },
  });
});

test("what Terraform repeats is meant with every instance key, and a module with all that is in it", () => {
  const stack = emptyStack();
  const counted = wanIn(stack, "counted");
  counted.count = TerraformCount.of(2);
  const each = TerraformIterator.fromList(["a"]);
  new VirtualWan(stack, "each", { name: "w", location: "x", resourceGroupName: "rg", forEach: each });
  new DataAzurermVirtualHub(stack, "hub", { name: "hub", resourceGroupName: "rg" });
  new TerraformHclModule(stack, "one", { source: "example/one/azurerm" });
  new TerraformHclModule(stack, "many", { source: "example/many/azurerm", forEach: each });
  Policies.of(stack).suppress(LAB);
  const entry = (address: string) => ({ ...LAB, address, construct: "weu" });
  expect(suppressionsOf(stack)).toEqual({
    version: 1,
    suppressions: [
      entry("azurerm_virtual_wan.counted[*]"),
      entry("azurerm_virtual_wan.each[*]"),
      entry("data.azurerm_virtual_hub.hub"),
      entry("module.many[*].*"),
      entry("module.one.*"),
    ],
  });
});

test("an address takes the place of what is below the construct", () => {
  const stack = emptyStack();
  wanIn(stack, "lab");
  Policies.of(stack).suppress({ ...LAB, address: 'module.hub["weu"].*' });
  expect(suppressionsOf(stack)).toEqual({
    version: 1,
    suppressions: [{ ...LAB, address: 'module.hub["weu"].*', construct: "weu" }],
  });
});

test("every stack carries its own, and one that says nothing has no output", () => {
  const app = new App();
  const [weu, neu, silent] = ["weu", "neu", "silent"].map((name) => new TerraformStack(app, name));
  for (const stack of [weu, neu]) {
    Policies.of(wanIn(stack ?? emptyStack(), "lab")).suppress(LAB);
  }
  const entry = (construct: string) => ({ ...LAB, address: "azurerm_virtual_wan.lab", construct });
  expect(suppressionsOf(weu ?? emptyStack())).toEqual({ version: 1, suppressions: [entry("weu/lab")] });
  expect(suppressionsOf(neu ?? emptyStack())).toEqual({ version: 1, suppressions: [entry("neu/lab")] });
  expect(terraformOf(silent ?? emptyStack()).output).toBeUndefined();
});

test("all that is wrong is complained about at once, with the construct", () => {
  const stack = emptyStack();
  const lab = wanIn(stack, "lab");
  const wrong: Suppression = { rule: "encryption-onn", reason: " ", expires: "31.03.2027", address: "" };
  expect(complaintsOf(() => Policies.of(lab).suppress(wrong))).toEqual([
    'rule: "encryption-onn" is no rule; did you mean "encryption-on"?',
    "reason: it is empty",
    'expires: "31.03.2027" is no day; write it as 2027-03-31',
    "address: it is empty",
  ]);
  expect(terraformOf(stack).output).toBeUndefined();
});

test("a reason that nobody can read is none", () => {
  const lab = wanIn(emptyStack(), "lab");
  expect(complaintsOf(() => Policies.of(lab).suppress({ ...LAB, reason: "\u200b\u2060" }))).toEqual([
    "reason: it is empty",
  ]);
});

test("what only Terraform knows can't be judged by, and is refused", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "reason", { type: "string" });
  const wrong = { rule: "encryption-*", reason: variable.stringValue, expires: "${var.day}" };
  expect(complaintsOf(() => Policies.of(stack).suppress(wrong))).toEqual([
    'rule: "encryption-*" is no rule: name one by its exact id, since a wildcard would take in rules that nobody has seen yet',
    "reason: it holds a Terraform expression; it has to be known before the plan",
    "expires: it holds a Terraform expression; it has to be known before the plan",
  ]);
});

test("a date that is past is no error: the gate says it, and code need not change on a day", () => {
  const stack = emptyStack();
  Policies.of(wanIn(stack, "lab")).suppress({ ...LAB, expires: "2020-01-01" });
  expect(suppressionsOf(stack)).toEqual({
    version: 1,
    suppressions: [{ ...LAB, expires: "2020-01-01", address: "azurerm_virtual_wan.lab", construct: "weu/lab" }],
  });
});

test("a construct without a resource below it is complained about at synthesis", () => {
  const stack = emptyStack();
  const empty = new Construct(stack, "empty");
  Policies.of(empty).suppress(LAB);
  expect(() => Testing.synth(stack, true)).toThrow(
    "weu/empty: suppress of encryption-on: there is no resource below this construct, so it suppresses nothing",
  );
});

test("an app is in no stack, which is said", () => {
  expect(complaintsOf(() => Policies.of(new App()).suppress(LAB))).toEqual([
    "suppress: it is in no stack, and a stack's Terraform carries it; call it on a stack or below one",
  ]);
});
