import { expect, test } from "@jest/globals";
import { TerraformOutput, Testing } from "cdktf";
import { toSatisfyPolicies } from "../../jest";

expect.extend({ toSatisfyPolicies });

test("the matcher is there, and typed, for people who import expect from @jest/globals", () => {
  const synthesized = Testing.synthScope((scope) => new TerraformOutput(scope, "any", { value: 1 }));

  expect(synthesized).toSatisfyPolicies({ requireNetwork: false });
  // @ts-expect-error "perhaps" is no outcome
  const wrong = () => expect(synthesized).toSatisfyPolicies({ requireNetwork: false, unknown: "perhaps" });
  expect(wrong).not.toThrow();
});
