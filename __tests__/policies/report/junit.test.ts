import fc from "fast-check";
import type { Unread } from "../../../network/network";
import { junitReport } from "../../../policies/report/junit";
import { reportOf } from "../../../policies/report/report";
import type { Level } from "../../../policies/rules/rule";
import { plain } from "../../../text/plain";
import { networkWith } from "../judge/samples";
import { harmless, hostileReport } from "./hostile";
import { CLEAN, EMPTY, FULL, marked } from "./samples";
import { type Element, elementsNamed, readXml } from "./well-formed";

describe("the report as JUnit XML", () => {
  test("has a test case for each rule, and one for the inputs", () => {
    expect(junitReport(FULL)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="wanproof" tests="5" failures="1" errors="1" skipped="0">
  <testsuite name="BGP" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="wanproof.BGP" name="sample-rule">
      <failure message="1 violated">error  azurerm_vpn_site.hq  link[0].bgp[0].peering_address
  at sites.ts:12, in cdktf.out/stacks/weu
  device address 10.0.0.4 is wrong
  To do: Use another one.
  Page: https://learn.microsoft.com/sample</failure>
    </testcase>
    <testcase classname="wanproof.BGP" name="asn-allowed">
      <system-out>1 undecided
warning  undecided  azurerm_vpn_site.hq
  in plan.json
  the ASN of site hq is unknown
  Would decide it: var.asn, var.region
  To do: Make var.asn known.
  Page: https://learn.microsoft.com/sample</system-out>
    </testcase>
  </testsuite>
  <testsuite name="Tunnel" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="wanproof.Tunnel" name="dpd-explicit">
      <system-out>1 violated
note  azurerm_vpn_site.hq  link[0].ip_address
  in plan.json
  no timeout is set
  To do: Set it to 45.
  Page: https://learn.microsoft.com/sample</system-out>
    </testcase>
  </testsuite>
  <testsuite name="Topology and limits" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="wanproof.Topology and limits" name="wan-standard"/>
  </testsuite>
  <testsuite name="Inputs" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="wanproof.Inputs" name="everything-read">
      <error message="1 not read">module.sites in plan.json can&#39;t be read; module.sites would decide it
no input describes /subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/old</error>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test("fails a test case where a milder finding counts", () => {
    const outcomes = (["error", "warning", "note"] as const).map((failOn) =>
      outcomesIn(junitReport({ ...FULL, failOn })),
    );

    expect(outcomes).toEqual([
      ["failure", "passed", "passed", "passed", "error"],
      ["failure", "error", "passed", "passed", "error"],
      ["failure", "error", "failure", "passed", "error"],
    ]);
  });

  test("fails where something is violated beside something undecided", () => {
    const open = marked({ outcome: "undecided", decidedBy: ["var.a"] });
    const [testcase] = elementsNamed(readXml(junitReport({ ...CLEAN, findings: [open, marked()] })), "testcase");

    expect(testcase?.children.map(({ name, attributes }) => [name, attributes])).toEqual([
      ["failure", { message: "1 violated, 1 undecided" }],
    ]);
  });

  test("skips what is suppressed with the reason, and passes what doesn't count", () => {
    const suppressed = { reason: "the device can't do it", expires: "2027-03-31", by: "wanproof.yaml:12" };
    const skipped = { ...CLEAN, findings: [marked({ suppressed })] };
    const existing = { ...CLEAN, compared: "prior_state", findings: [marked({ status: "existing" })] };
    const [testcase] = elementsNamed(readXml(junitReport(skipped)), "testcase");

    expect(testcase?.children.map(({ name, attributes }) => [name, attributes])).toEqual([
      ["skipped", { message: "1 suppressed: the device can't do it" }],
    ]);
    expect(outcomesIn(junitReport({ ...skipped, findings: [...skipped.findings, marked()] }))).toEqual([
      "failure",
      "passed",
    ]);
    expect(outcomesIn(junitReport(existing))).toEqual(["failure", "passed"]);
    expect(outcomesIn(junitReport({ ...existing, failOnNew: true }))).toEqual(["passed", "passed"]);
  });

  test("passes nothing where nothing was judged", () => {
    expect(outcomesIn(junitReport(EMPTY))).toEqual(["skipped", "skipped"]);
  });

  test("keeps a finding of a rule that isn't said to have run", () => {
    expect(outcomesIn(junitReport({ ...CLEAN, findings: [marked({ rule: "own-rule" })] }))).toEqual([
      "passed",
      "failure",
      "passed",
    ]);
  });

  test("has no failure and no error where the verdict is pass, and one where it is another", () => {
    const levels = fc.constantFrom<Level>("error", "warning", "note");
    const findings = fc.array(
      fc.record({ level: levels, outcome: fc.constantFrom("violation" as const, "undecided" as const) }),
      {
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(findings, fc.boolean(), levels, (some, isUnread, failOn) => {
        const input = { ...CLEAN.inputs[0], unread: isUnread ? [UNREAD] : [] };
        const network = networkWith([], { inputs: [{ path: "a", kind: "plan", resources: 1, total: 1, ...input }] });
        const report = reportOf({ network, rules: [], findings: some.map((more) => marked(more)) }, { failOn });
        const outcomes = outcomesIn(junitReport(report));

        expect(outcomes.some((outcome) => outcome === "failure")).toBe(report.verdict === "fail");
        expect(outcomes.some((outcome) => outcome === "failure" || outcome === "error")).toBe(
          report.verdict !== "pass",
        );
      }),
    );
  });

  test("whatever is in a name, it is XML of the same elements, and holds the name", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const read = readXml(junitReport(report));
        const texts = elementsNamed(read, "testcase").map(({ children }) => children[0]?.text ?? "");

        expect(shape(read)).toEqual(shape(readXml(junitReport(harmless(report)))));
        for (const { message } of report.findings) {
          expect(texts.join("\n")).toContain(Buffer.from(plain(message)).toString().replaceAll("\ufffe", "\ufffd"));
        }
      }),
    );
  });
});

const UNREAD: Unread = { address: "module.a", reason: "can't be read", unknown: { decidedBy: ["module.a"] } };

function outcomesIn(junit: string): string[] {
  const cases = elementsNamed(readXml(junit), "testcase");
  return cases
    .map(({ children }) => children[0]?.name ?? "passed")
    .map((name) => (name === "system-out" ? "passed" : name));
}

/** The elements of a document with their attributes, and how many lines each holds. */
function shape({ name, attributes, children, text }: Element): unknown {
  // The reasons of what is suppressed are anybody's text.
  const message = attributes.message?.replace(/(suppressed: ).*/s, "$1");
  return [
    name,
    { ...attributes, ...(message === undefined ? {} : { message }) },
    text.split("\n").length,
    children.map(shape),
  ];
}
