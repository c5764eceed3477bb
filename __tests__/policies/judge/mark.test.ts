import { compare } from "../../../policies/judge/compare";
import type { Finding } from "../../../policies/judge/finding";
import { counts, mark } from "../../../policies/judge/mark";
import { finding } from "./samples";

test("findings have a fingerprint, and no other mark where nothing is compared and suppressed", () => {
  expect(mark([finding()])).toEqual({
    findings: [
      { ...finding(), fingerprint: "aa5a446bbb857bfe1a44e6247c68ad30", status: undefined, suppressed: undefined },
    ],
    fixed: [],
  });
});

test("each finding is asked about once, and keeps why it is suppressed", () => {
  const asked: Finding[] = [];
  const suppressed = { reason: "r", expires: "2027-03-31", by: "wanproof.yaml:3" };
  const findings = [finding(), finding({ address: "azurerm_vpn_site.branch" })];
  const marked = mark(findings, undefined, {
    suppressedBy: (one) => {
      asked.push(one);
      return one.address.endsWith("hq") ? suppressed : undefined;
    },
    notices: () => [],
  });

  expect(asked).toEqual(findings);
  expect(marked.findings.map((one) => one.suppressed)).toEqual([suppressed, undefined]);
});

test("what is fixed has a fingerprint that nothing else has", () => {
  const [a, b] = [finding({ message: "a" }), finding({ message: "b" })];
  const earlier = { by: "b", findings: [a, b], inputs: new Set<string>(), isAllStillSeen: true, notices: [] };
  const { findings, fixed } = mark([b], compare([b], earlier));

  expect([findings.map(({ message }) => message), fixed.map(({ message }) => message)]).toEqual([["b"], ["a"]]);
  expect(new Set([...findings, ...fixed].map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test.each<[string, Parameters<typeof counts>[0], readonly [boolean, boolean]]>([
  ["a finding with no mark", { status: undefined, suppressed: undefined }, [true, true]],
  ["a new one", { status: "new", suppressed: undefined }, [true, true]],
  ["an existing one", { status: "existing", suppressed: undefined }, [true, false]],
  ["a suppressed one", { status: "new", suppressed: { reason: "r", expires: undefined, by: "b" } }, [false, false]],
])("%s counts as it should, at all and where only new ones do", (_case, marks, expected) => {
  expect([counts(marks, false), counts(marks, true)]).toEqual(expected);
});
