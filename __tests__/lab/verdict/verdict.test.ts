import { outcomeOf } from "../../../lab/course/probes";
import { type Check, checksOf, type Look } from "../../../lab/verdict/check";
import { type LabResult, verdictOf } from "../../../lab/verdict/lab-result";

const look = (predicted: string, observed: string, evidence: readonly string[] = []): Look => ({
  scenario: "All tunnels lost",
  what: "spoke app to 10.0.1.0/24",
  predicted,
  observed,
  evidence,
});

describe("what a flow comes to", () => {
  test.each([
    [8, 0, "encrypted"],
    [0, 0, "dropped"],
    [8, 8, "clear"],
    // Of two equal routes, one is in the clear: then so is the traffic.
    [8, 3, "clear"],
    // It left in the clear, and was lost behind the hop.
    [0, 8, "clear"],
    [5, 0, "mixed"],
    [5, 2, "mixed"],
  ])("%i of 8 arrived and %i were in the clear: %s", (arrived, clear, outcome) => {
    expect(outcomeOf(arrived, clear, 8)).toBe(outcome);
  });
});

describe("what was looked at twice", () => {
  test.each([
    ["as predicted, both times", ["dropped", "dropped"], "as-predicted"],
    ["otherwise, both times", ["clear", "clear"], "differs"],
    ["once as predicted and once not", ["dropped", "clear"], "inconclusive"],
    ["once only", ["dropped"], "inconclusive"],
    ["in two other ways", ["clear", "mixed"], "inconclusive"],
  ])("%s", (_case, observed, verdict) => {
    const [check] = checksOf(observed.map((one) => [look("dropped", one)]));

    expect([check?.verdict, check?.observed]).toEqual([verdict, observed]);
  });

  test("what the engine leaves open is inconclusive, whatever is seen", () => {
    expect(checksOf([[look("undecided", "dropped")], [look("undecided", "dropped")]])[0]?.verdict).toBe("inconclusive");
  });

  test("what shows it is kept once", () => {
    const looks = [[look("dropped", "clear", ["a", "b"])], [look("dropped", "clear", ["a"])]];

    expect(checksOf(looks)[0]?.evidence).toEqual(["a", "b"]);
  });
});

describe("what a lab comes to", () => {
  const result = (...verdicts: readonly Check["verdict"][]): LabResult => ({
    built: "hub a",
    tunnelsBy: "kernel-libipsec",
    changes: [],
    checks: verdicts.map((verdict) => ({ ...look("dropped", "dropped"), observed: ["dropped"], verdict })),
    notLookedAt: [],
    notes: [],
    teardown: [],
    folder: undefined,
  });

  test.each([
    [result("as-predicted", "as-predicted"), "as-predicted"],
    [result("as-predicted", "inconclusive"), "inconclusive"],
    [result("as-predicted", "inconclusive", "differs"), "differs"],
    [result(), "inconclusive"],
    [{ ...result("as-predicted"), notLookedAt: ["Hub b isn't in the lab."] }, "inconclusive"],
    [{ ...result("as-predicted"), teardown: ["bgpd of hub can't be stopped"] }, "differs"],
  ] satisfies readonly (readonly [LabResult, string])[])("%# is told by the worst of it", (whole, verdict) => {
    expect(verdictOf(whole)).toBe(verdict);
  });
});
