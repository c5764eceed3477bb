import fc from "fast-check";
import { version } from "../../../package.json";
import type { Report } from "../../../policies/report/report";
import { ruleBodyMarkdown } from "../../../policies/report/rule-page/markdown";
import { sarifReport } from "../../../policies/report/sarif";
import { hostileReport } from "./hostile";
import { asFixed, CLEAN, COMPARED, EMPTY, FULL, marked, ruleEntry } from "./samples";
import { wrongWith } from "./sarif-schema";

describe("the report for code scanning", () => {
  test("holds the rules, and each finding with its place and fingerprint", () => {
    const rule = (id: string, level: string, tag: string) => ({
      id,
      shortDescription: { text: `What ${id} asks holds.` },
      fullDescription: { text: "Azure refuses it." },
      helpUri: "https://learn.microsoft.com/sample",
      help: {
        text: `What ${id} asks holds. Azure refuses it. See https://learn.microsoft.com/sample`,
        markdown: ruleBodyMarkdown(FULL.rules.find((one) => one.id === id) ?? ruleEntry(id)),
      },
      defaultConfiguration: { level },
      properties: { tags: [tag] },
    });
    expect(JSON.parse(sarifReport(FULL))).toEqual({
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "wanproof",
              semanticVersion: version,
              rules: [
                rule("sample-rule", "error", "BGP"),
                rule("asn-allowed", "warning", "BGP"),
                rule("dpd-explicit", "note", "Tunnel"),
                rule("wan-standard", "error", "Topology and limits"),
              ],
            },
          },
          columnKind: "utf16CodeUnits",
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [
                {
                  descriptor: { id: "not-read" },
                  level: "warning",
                  message: {
                    text: "Not checked: module.sites in plan.json can't be read; module.sites would decide it.",
                  },
                },
                {
                  descriptor: { id: "not-judged" },
                  level: "note",
                  message: {
                    text: "Not judged, for no rule speaks of it: azurerm_virtual_network_gateway.old could carry tunnels outside Virtual WAN.",
                  },
                },
                {
                  descriptor: { id: "not-described" },
                  level: "note",
                  message: {
                    text: "Not checked, because no input describes it: /subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/old.",
                  },
                },
              ],
            },
          ],
          results: [
            {
              ruleId: "sample-rule",
              ruleIndex: 0,
              kind: "fail",
              level: "error",
              message: { text: "device address 10.0.0.4 is wrong. Use another one." },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "sites.ts", uriBaseId: "%SRCROOT%" },
                    region: { startLine: 12 },
                  },
                  logicalLocations: [
                    { fullyQualifiedName: "azurerm_vpn_site.hq", kind: "resource" },
                    { fullyQualifiedName: "weu/sites/hq", kind: "construct" },
                  ],
                },
              ],
              partialFingerprints: fingerprint("9641ca768602e070c2c90d441a18333e"),
              properties: {
                level: "error",
                outcome: "violation",
                path: "link[0].bgp[0].peering_address",
                evidence: { address: "10.0.0.4", links: ["a", "b"], asns: [65001], private: true, count: 2 },
                remedy: "Use another one.",
                decidedBy: [],
              },
            },
            {
              ruleId: "asn-allowed",
              ruleIndex: 1,
              kind: "open",
              level: "warning",
              message: {
                text: "the ASN of site hq is unknown. Undecided; var.asn, var.region would decide it. Make var.asn known.",
              },
              locations: [inPlan()],
              partialFingerprints: fingerprint("a1099ec9f3f128bbbcbd9f84ad9c3fb6"),
              properties: {
                level: "warning",
                outcome: "undecided",
                path: "",
                evidence: {},
                remedy: "Make var.asn known.",
                decidedBy: ["var.asn", "var.region"],
              },
            },
            {
              ruleId: "dpd-explicit",
              ruleIndex: 2,
              kind: "fail",
              level: "note",
              message: { text: "no timeout is set. Set it to 45." },
              locations: [inPlan()],
              partialFingerprints: fingerprint("b17aada34d06dec2adb7f70a8d1b375a"),
              properties: {
                level: "note",
                outcome: "violation",
                path: "link[0].ip_address",
                evidence: {},
                remedy: "Set it to 45.",
                decidedBy: [],
              },
            },
          ],
          properties: {
            verdict: "fail",
            inputs: ["cdktf.out/stacks/weu", "plan.json"],
            checked: { rules: 27, resources: { azurerm_virtual_wan: 1, azurerm_vpn_site: 3 } },
          },
        },
      ],
    });
  });

  test.each([
    ["a full report", FULL],
    ["a report without findings", CLEAN],
    ["a report on nothing", EMPTY],
    ["a report with all marks", COMPARED],
  ])("%s has the shape of SARIF 2.1.0", (_name, report) => {
    expect(wrongWith(sarifReport(report))).toEqual([]);
  });

  test("tells what is new, unchanged and absent, and what is suppressed and why", () => {
    const marks = runOf(COMPARED).results.map(({ ruleId, baselineState, suppressions }) => [
      ruleId,
      baselineState,
      suppressions,
    ]);

    expect(marks).toEqual([
      ["sample-rule", "new", []],
      ["asn-allowed", "unchanged", []],
      [
        "dpd-explicit",
        "unchanged",
        [
          {
            kind: "external",
            status: "accepted",
            justification: "the device can't do it",
            properties: { expires: "2027-03-31", by: "wanproof.yaml:12" },
          },
        ],
      ],
      ["old-rule", "absent", []],
    ]);
    expect(notifications(COMPARED)[0]).toBe("wanproof.yaml:20: a suppression of ike-version-2 has expired");
  });

  test("says nothing of a baseline or of suppressions where there are none", () => {
    expect(runOf(FULL).results.flatMap((result) => [result.baselineState, result.suppressions])).toEqual(
      Array(6).fill(undefined),
    );
  });

  test("leaves out what is fixed before anything that is there", () => {
    const findings = Array.from({ length: 4999 }, (_, n) => marked({ message: `${n}` }));
    const fixed = [marked({ rule: "a", level: "note" }), marked({ rule: "b" })];
    const report = { ...CLEAN, compared: "prior_state", findings, fixed: fixed.map(asFixed) };

    expect(
      runOf(report)
        .results.slice(-2)
        .map(({ ruleId }) => ruleId),
    ).toEqual(["sample-rule", "b"]);
    expect(notifications(report)[0]).toMatch(/^1 findings? /);
  });

  test("says that nothing was judged", () => {
    expect(notifications(EMPTY)).toEqual([
      "Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.",
    ]);
  });

  test("calls nothing that is undecided an error", () => {
    const levels = (["error", "warning", "note"] as const).map((level) => {
      const open = marked({ level, outcome: "undecided", decidedBy: ["var.a"] });
      return results({ ...CLEAN, findings: [open] }).map((result) => [result.kind, result.level]);
    });

    expect(levels).toEqual([[["open", "warning"]], [["open", "warning"]], [["open", "note"]]]);
  });

  test.each([
    ["a stack of a folder", "cdktf.out/stacks/weu", "cdktf.out/stacks/weu/cdk.tf.json", "%SRCROOT%"],
    ["a path with a dot before it", "./plans/a b.json", "plans/a%20b.json", "%SRCROOT%"],
    ["a path of Windows", "plans\\weu.json", "plans/weu.json", "%SRCROOT%"],
    ["an absolute path", "/plans/weu.json", "file:///plans/weu.json", undefined],
    ["a drive", "C:\\plans\\weu.json", "file:///C:/plans/weu.json", undefined],
    ["stdin", "-", "stdin", undefined],
  ])("names %s as a URI", (_case, input, uri, uriBaseId) => {
    const [result] = results({ ...CLEAN, findings: [marked({ input })] });

    expect(result?.locations[0].physicalLocation.artifactLocation).toEqual(
      uriBaseId === undefined ? { uri } : { uri, uriBaseId },
    );
  });

  test("leaves the mildest findings out where code scanning would not take them, and says how many", () => {
    const notes = Array.from({ length: 5000 }, (_, n) => marked({ level: "note", message: `${n}` }));
    const report = { ...CLEAN, findings: [...notes, marked({ rule: "grave-rule" }), marked()] };
    const kept = results(report);

    expect([kept.length, kept[0]?.ruleId, kept[1]?.level, kept[2]?.level]).toEqual([
      5000,
      "grave-rule",
      "error",
      "note",
    ]);
    expect(notifications(report)).toEqual([
      "2 findings are left out, the mildest ones: code scanning takes 5,000 of a run. The text and JSON reports hold all.",
    ]);
    expect(wrongWith(sarifReport(report))).toEqual([]);
  });

  test("whatever is in a name, it is SARIF, and shows a terminal and a pipeline nothing of it", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const sarif = sarifReport(report);

        expect(wrongWith(sarif)).toEqual([]);
        expect(results(report).length).toBe(report.findings.length + report.fixed.length);
        expect(/[\u009b\u202e]|##\[|##vso\[/.test(sarif)).toBe(false);
        expect(results(report).filter(({ message }) => /\p{Cc}|\]\(/u.test(message.text))).toEqual([]);
      }),
    );
  });
});

function results(report: Report) {
  return runOf(report).results;
}

function notifications(report: Report): string[] {
  const [invocation] = runOf(report).invocations;
  return invocation?.toolExecutionNotifications.map(({ message }) => message.text) ?? [];
}

interface Run {
  readonly invocations: readonly { readonly toolExecutionNotifications: readonly { message: { text: string } }[] }[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly kind: string;
    readonly level: string;
    readonly baselineState?: string;
    readonly suppressions?: readonly object[];
    readonly message: { readonly text: string };
    readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: object } }];
  }[];
}

function runOf(report: Report): Run {
  return JSON.parse(sarifReport(report)).runs[0];
}

const fingerprint = (print: string) => ({ primaryLocationLineHash: `${print}:1`, "wanproof/v1": print });

function inPlan() {
  return {
    physicalLocation: {
      artifactLocation: { uri: "plan.json", uriBaseId: "%SRCROOT%" },
      region: { startLine: 1 },
    },
    logicalLocations: [{ fullyQualifiedName: "azurerm_vpn_site.hq", kind: "resource" }],
  };
}
