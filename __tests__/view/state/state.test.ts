import { type Flow, labelOf, stateOfWays, tallyOf } from "../../../view/state/state";

const flow = (outcome: Flow["outcome"], over: readonly string[], isGuarded = true): Flow => ({
  outcome,
  over,
  isGuarded,
});
const sure = (...ways: readonly string[]) => ways.map((way) => ({ way, isDoubtful: false }));

describe("the state of a way is the gravest of what it carries", () => {
  test.each([
    ["nothing", [], "idle"],
    ["what is encrypted", [flow("encrypted", ["a"])], "encrypted"],
    ["what is clear and need not be encrypted", [flow("clear", ["a"], false)], "unprotected"],
    ["both", [flow("clear", ["a"], false), flow("encrypted", ["a"])], "encrypted"],
    ["what can't be told, beside what is encrypted", [flow("encrypted", ["a"]), flow("undecided", ["a"])], "undecided"],
    ["what is clear and must be encrypted", [flow("undecided", ["a"]), flow("clear", ["a", "b"])], "clear"],
    ["what can't be told and need not be encrypted", [flow("undecided", ["a"], false)], "unprotected"],
    ["what others carry", [flow("clear", ["b"])], "idle"],
  ])("%s", (_case, flows, state) => {
    expect(stateOfWays(sure("a"), tallyOf(flows))).toBe(state);
  });
});

test("a way that may not be there is never told to be encrypted, and what is clear on it stays so", () => {
  const ways = [{ way: "a", isDoubtful: true }];
  expect([flow("encrypted", ["a"]), flow("clear", ["a"])].map((one) => stateOfWays(ways, tallyOf([one])))).toEqual([
    "undecided",
    "clear",
  ]);
});

test("a label counts the tunnels that are in the gravest state", () => {
  const tally = tallyOf([flow("encrypted", ["a", "b"]), flow("clear", ["c"])]);
  expect([
    labelOf("tunnel", sure("a", "b"), tally),
    labelOf("tunnel", sure("a", "b", "c"), tally),
    labelOf("tunnel", sure("a"), tally),
    labelOf("circuit", sure("d"), tally),
    labelOf("circuit", sure("c"), tally),
  ]).toEqual(["2 tunnels, encrypted", "1 of 3 tunnels, in the clear", "encrypted", "tunnels only", "in the clear"]);
});
