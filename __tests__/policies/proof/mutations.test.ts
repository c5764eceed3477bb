import type { Tree } from "./deletions";
import { judged } from "./judged";
import { type Expected, edited } from "./mutation";
import { ALL_MUTATIONS, MUTATIONS } from "./mutations";
import { planOf } from "./plan-of";
import { RICH } from "./rich";
import { UNRULED } from "./unruled";

function placesOf(content: Tree): Expected[] {
  return judged(content).findings.map(({ rule, address, path, outcome }) => ({ rule, address, path, outcome }));
}

describe("a network in which nothing is wrong", () => {
  it.each([
    ["as configuration", RICH],
    ["as a plan", planOf(RICH)],
  ])("has no finding of any level %s", (_, content) => {
    const { verdict, findings, unread } = judged(content);
    expect({ verdict, findings, unread }).toEqual({ verdict: "pass", findings: [], unread: [] });
  });
});

describe("single mistakes that Terraform and the provider let through", () => {
  it("are at least eighty, each under an id of its own", () => {
    expect(new Set(ALL_MUTATIONS.map(({ id }) => id)).size).toBe(ALL_MUTATIONS.length);
    expect(ALL_MUTATIONS.length).toBeGreaterThanOrEqual(80);
  });

  describe.each(MUTATIONS)("in %s", (_, mutations) => {
    it.each(mutations.map((mutation) => [mutation.name, mutation] as const))("%s", (_name, mutation) => {
      const content = edited(RICH, mutation.edit);
      const ofPlan = placesOf(planOf(content));
      expect(ofPlan).toContainEqual(mutation.expected);
      // The same is said of a configuration, save where its variables have their values in a plan only.
      expect(placesOf(content)).toEqual(mutation.planOnly ? [] : ofPlan);
    });
  });
});

describe("mistakes that no rule of the catalogue speaks of", () => {
  it.each(UNRULED.map((one) => [one.name, one] as const))("%s", (_, { edit, reason }) => {
    expect(reason).not.toBe("");
    expect(placesOf(edited(RICH, edit))).toEqual([]);
  });
});
