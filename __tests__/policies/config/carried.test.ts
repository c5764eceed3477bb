import type { Input } from "../../../network/network";
import { carriedSuppressions } from "../../../policies/config/carried";
import { KNOWN_RULES } from "../../../policies/config/read-config";
import { InputError } from "../../../text/complaint";
import type { Json } from "../../../text/json";

const ENTRY = {
  rule: "encryption-on",
  address: "azurerm_virtual_wan.lab",
  reason: "Test traffic only.",
  expires: "2027-03-31",
};
const carrying = (...suppressions: Json[]) => ({ version: 1, suppressions });

function input(stated: Json | undefined, applied?: Json, kind: Input["kind"] = "plan"): Input {
  return { path: "weu.json", kind, resources: 1, total: 1, unread: [], suppressions: { stated, applied } };
}

function carried(one: Input, onlyApplied = false) {
  return carriedSuppressions([one], { rules: KNOWN_RULES, today: "2026-11-23", onlyApplied });
}

const COUNTS = {
  suppressions: [{ ...ENTRY, by: "output.wanproof_suppressions of weu.json", input: "weu.json", construct: undefined }],
  notices: [],
};
const doesNotCount = (fault: string) => ({
  suppressions: [],
  notices: [
    {
      at: "output.wanproof_suppressions of weu.json",
      message: `the suppression of encryption-on at azurerm_virtual_wan.lab doesn't count: ${fault}`,
    },
  ],
});
const NOT_APPLIED = "it is not applied yet, and a change can't exempt itself; it counts once it is merged and applied";

test("what an input carries counts, and speaks of that input", () => {
  expect(carried(input(carrying(ENTRY)))).toEqual(COUNTS);
});

test("the construct that says it is named", () => {
  expect(carried(input(carrying({ ...ENTRY, construct: "weu/lab" })))).toEqual({
    suppressions: [{ ...ENTRY, by: "weu/lab", input: "weu.json", construct: "weu/lab" }],
    notices: [],
  });
});

test.each([
  [{ ...ENTRY, expires: "2026-11-22" }, "it expired: 2026-11-22 was its last day, and it is 2026-11-23 in UTC"],
  [{ ...ENTRY, reason: "" }, "its reason is empty"],
  [
    { rule: ENTRY.rule, address: ENTRY.address, reason: "x" },
    "it has no expires, the last day on which it counts, such as 2027-03-31",
  ],
])("%j doesn't count, and that is said", (entry, fault) => {
  expect(carried(input(carrying(entry)))).toEqual(doesNotCount(fault));
});

describe("where only what is applied already counts", () => {
  test("the very same suppression counts, whichever construct says it and in whatever order keys are", () => {
    const { expires, reason, address, rule } = ENTRY;
    const applied = carrying({ expires, reason, address, rule, construct: "old/path" });
    expect(carried(input(carrying(ENTRY), applied), true)).toEqual(COUNTS);
  });

  test.each([
    ["nothing is applied", undefined],
    ["none is applied", carrying()],
    ["another rule", carrying({ ...ENTRY, rule: "monitored" })],
    ["a narrower address", carrying({ ...ENTRY, address: "azurerm_virtual_wan.la" })],
    ["another reason", carrying({ ...ENTRY, reason: "Other." })],
    ["an earlier end", carrying({ ...ENTRY, expires: "2027-03-30" })],
    ["something else", "text"],
    ["a list", [ENTRY]],
  ])("it doesn't count where %s is applied", (_what, applied) => {
    expect(carried(input(carrying(ENTRY), applied), true)).toEqual(doesNotCount(NOT_APPLIED));
  });

  test("what configuration carries never counts, since it doesn't tell what is applied", () => {
    expect(carried(input(carrying(ENTRY), undefined, "configuration"), true)).toEqual(
      doesNotCount(
        "configuration doesn't tell what is applied already, and a change can't exempt itself; check the plan",
      ),
    );
  });
});

test("what isn't told counts for nothing, and that is said", () => {
  expect(carried(input(undefined))).toEqual({
    suppressions: [],
    notices: [
      {
        at: "output.wanproof_suppressions of weu.json",
        message: "is sensitive or known after apply only, so nothing in it counts",
      },
    ],
  });
});

test("everything that is wrong with it is said at once", () => {
  const wrong = {
    version: 2,
    suppressions: [{ ...ENTRY, rule: "encryption-*", address: "**" }, { ...ENTRY, why: "x" }, 3],
  };
  expect(() => carried(input(wrong))).toThrow(
    new InputError(
      [
        "version is 2; right is 1, the only version there is",
        "suppressions[1].why is no known key; known keys: rule, address, reason, expires",
        "suppressions[2] is 3; right is an object with rule, address, reason and expires",
        'suppressions[0].rule: "encryption-*" is no rule: name one by its exact id, since a wildcard would take in rules that nobody has seen yet',
        'suppressions[0].address: "**" would suppress the rule everywhere; name a resource or a module, such as module.lab.*',
      ].map((message) => ({ path: "weu.json", message: `output.wanproof_suppressions: ${message}` })),
    ),
  );
});
