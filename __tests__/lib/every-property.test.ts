import { allCases } from "./every-property/cases";
import { declaredProperties, staleExcuses } from "./every-property/declared-properties";
import { terraformOf } from "./every-property/harness";

/** Properties that can't change the Terraform, each with the reason. */
const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  "DropOnTunnelLoss.action": "drop is its one value",
  "StaticNatRuleOptions.type": "its one value is the default; what tells it from Dynamic is a case of that one",
};

test("every property that the source declares has a case here", () => {
  const tested = [...allCases.map(({ property }) => property), ...Object.keys(WITHOUT_EFFECT)].sort();
  expect(tested).toEqual(declaredProperties());
});

test("what is excused from that is still there", () => {
  expect(staleExcuses()).toEqual([]);
});

test.each(allCases.map((one) => [one.property, one] as const))("%s changes the Terraform", (_property, one) => {
  expect(terraformOf(one.after)).not.toEqual(terraformOf(one.before));
});
