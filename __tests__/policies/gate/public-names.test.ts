import * as policies from "../../../policies";

test("wanproof/policies offers these names, and taking one away breaks people's code", () => {
  expect(Object.keys(policies).sort()).toEqual([
    "InputError",
    "NOTHING_JUDGED",
    "RULES",
    "RuleFailure",
    "WRITERS",
    "at",
    "checkNetwork",
    "findingsText",
    "jsonReport",
    "judge",
    "judgedAnything",
    "readNetwork",
    "readNetworkBefore",
    "reportOf",
    "routeChanges",
    "routeTable",
    "textReport",
    "undecided",
    "verdictOf",
    "violation",
  ]);
});
