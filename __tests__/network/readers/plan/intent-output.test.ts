import { readPlan } from "../../../../network/readers/plan/read-plan";
import { Secret, UnknownAttribute } from "../../../../network/resource";
import type { JsonObject } from "../../../../text/json";
import { planJson, refers } from "./plan-json";

function intentOf(more: JsonObject, references: readonly string[] = []): unknown {
  const root = { outputs: { network_intent: { expression: refers(...references) } } };
  return readPlan("plan.json", planJson({ root, more })).intent;
}

function outputChange(after: JsonObject | null, rest: JsonObject = {}): JsonObject {
  return {
    output_changes: {
      network_intent: { actions: ["create"], after, after_unknown: false, after_sensitive: false, ...rest },
    },
  };
}

describe("the output network_intent of a plan", () => {
  it("is read as it will be", () => {
    expect(intentOf(outputChange({ version: 1, protected: ["10.0.1.0/24"] }))).toEqual({
      version: 1,
      protected: ["10.0.1.0/24"],
    });
  });

  it("is undefined where there is none, and where it goes", () => {
    expect([intentOf({}), intentOf(outputChange(null, { actions: ["delete"] }))]).toEqual([undefined, undefined]);
  });

  it("keeps what is known beside what is not", () => {
    const change = outputChange(
      { version: 1, protected: ["10.0.1.0/24", null] },
      {
        after_unknown: { protected: [false, true], onTunnelLoss: true },
      },
    );
    const unknown = new UnknownAttribute({ decidedBy: ["terraform_data.ipam.output"] });
    expect(intentOf(change, ["terraform_data.ipam.output", "terraform_data.ipam"])).toEqual({
      version: 1,
      protected: ["10.0.1.0/24", unknown],
      onTunnelLoss: unknown,
    });
  });

  it("is dropped where it is sensitive", () => {
    expect(intentOf(outputChange({ version: 1 }, { after_sensitive: true }))).toEqual(new Secret("sensitive"));
  });

  it("of a refresh-only plan is what the state holds", () => {
    const outputs = { network_intent: { sensitive: false, value: { version: 1 } } };
    expect(intentOf({ planned_values: { outputs, root_module: {} } })).toEqual({ version: 1 });
  });
});
