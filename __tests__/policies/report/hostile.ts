import fc from "fast-check";
import type { FixedFinding, MarkedFinding } from "../../../policies/judge/marked";
import type { Report } from "../../../policies/report/report";
import { asFixed, FULL, marked } from "./samples";

/** What somebody may put into a name to break out of a report. */
const PIECES = [
  ..."ab1 |`<>&\"'\\[](){}*_~#@!:;,%$=+-./",
  ...[
    "\n",
    "\r",
    "\t",
    "\0",
    "\u001b[2J",
    "\u009b1m",
    "\u0085",
    "\u2028",
    "\u202e",
    "\ufeff",
    "\ufffe",
    "\ud800",
    "\udc00",
  ],
  ...["::error::x", "##vso[task.complete result=Succeeded]", "##[error]", "]]>", "<script>", "</td>", "<!--", "-->"],
  ...[
    "</details>",
    "| a | b |",
    "```",
    "@octocat",
    "#12",
    "https://evil.example",
    "www.evil.example",
    "&#60;",
    "%0A",
    "é😀",
  ],
];

/** A name that may hold anything. */
export const hostileName: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(""));

const hostileFinding: fc.Arbitrary<MarkedFinding> = fc
  .record({
    address: hostileName,
    path: hostileName,
    input: hostileName,
    constructPath: hostileName,
    source: fc.record({ file: hostileName, line: fc.integer({ min: 1, max: 9999 }) }),
    message: hostileName,
    remedy: hostileName,
    outcome: fc.constantFrom("violation" as const, "undecided" as const),
    level: fc.constantFrom("error" as const, "warning" as const, "note" as const),
    rule: fc.constantFrom("sample-rule", "dpd-explicit"),
    decidedBy: fc.array(hostileName, { minLength: 1, maxLength: 2 }),
    hasSource: fc.boolean(),
    status: fc.constantFrom("new" as const, "existing" as const, undefined),
    suppressed: fc.option(
      fc.record({ reason: hostileName, expires: fc.constantFrom("2027-03-31", undefined), by: hostileName }),
      { nil: undefined },
    ),
  })
  .map(({ hasSource, source, decidedBy, ...rest }) =>
    marked({
      ...rest,
      ...(hasSource ? { source } : {}),
      decidedBy: rest.outcome === "undecided" ? decidedBy : [],
    }),
  );

/** A report in which every text that comes from an input may hold anything. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    name: hostileName,
    findings: fc.array(hostileFinding, { minLength: 1, maxLength: 4 }),
    fixed: fc.array(hostileFinding, { maxLength: 2 }),
    verdict: fc.constantFrom("pass" as const, "fail" as const, "undecided" as const),
  })
  .map(({ name, findings, fixed, verdict }) => ({ ...tame(name), verdict, findings, fixed: fixed.map(asFixed) }));

/** The report that says the same, with nothing but letters in its names. */
export function harmless(report: Report): Report {
  return {
    ...tame("name"),
    verdict: report.verdict,
    findings: report.findings.map((finding) => ({
      ...harmlessFinding(finding),
      suppressed: finding.suppressed && { ...finding.suppressed, reason: "name", by: "name" },
    })),
    fixed: report.fixed.map(harmlessFinding),
  };
}

function harmlessFinding<T extends FixedFinding>({ constructPath: _, source, ...rest }: T) {
  return {
    ...rest,
    ...(source === undefined ? {} : { source: { ...source, file: "name" } }),
    constructPath: "name",
    address: "name",
    path: "name",
    input: "name",
    message: "name",
    remedy: "name",
    decidedBy: rest.decidedBy.map(() => "name"),
  };
}

function tame(name: string): Report {
  return {
    ...FULL,
    inputs: [{ path: name, kind: "plan", resources: 1, total: 1, unread: [] }],
    checked: { rules: 4, resources: { [name]: 1 } },
    unread: [{ input: name, address: name, reason: name, decidedBy: [name] }],
    protected: [{ because: "announced", count: 2, prefixes: [name, name], mayBeMore: true }],
    notJudged: [{ input: name, address: name, type: name, could: "change anything" }],
    outside: [name],
    compared: name,
    notices: [{ at: name, message: name }],
  };
}
