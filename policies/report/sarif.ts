import { plain, plainJson } from "../../text/plain";
import type { Finding } from "../judge/finding";
import type { FixedFinding, MarkedFinding, Suppressed } from "../judge/marked";
import type { Level } from "../rules/rule";
import { gravestFirst } from "./gravest";
import type { Report, RuleEntry } from "./report";
import { ruleBodyMarkdown } from "./rule-page/markdown";
import { locationOf } from "./sarif-location";
import { notificationsOf } from "./sarif-notification";

/**
 * How many results a SARIF file holds. GitHub takes in the gravest 5,000 of a run and refuses files with more than
 * 25,000: https://docs.github.com/code-security/code-scanning/troubleshooting-sarif/results-exceed-limit
 */
const MOST_RESULTS = 5000;

/**
 * The report as SARIF 2.1.0, for code scanning. What is undecided has the kind `open`, and a level beside it because
 * code scanning goes by levels. Where findings are left out, a notification says how many. What is fixed has the
 * baseline state `absent`.
 */
export function sarifReport(report: Report): string {
  const { verdict, compared, findings, fixed, rules, inputs, checked } = report;
  const kept = atMost(findings, MOST_RESULTS);
  const keptFixed = atMost(fixed, MOST_RESULTS - kept.length);
  const leftOut = findings.length + fixed.length - kept.length - keptFixed.length;
  const marks = marksIn(report);
  const document = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "wanproof", semanticVersion: ownVersion(), rules: rules.map(ruleObject) } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notificationsOf(report, leftOut),
          },
        ],
        results: [
          ...kept.map((finding) => ({ ...resultObject(finding, rules), ...marks(finding) })),
          ...keptFixed.map((finding) => ({ ...resultObject(finding, rules), ...marks(finding) })),
        ],
        properties: {
          verdict,
          ...(compared === undefined ? {} : { compared }),
          inputs: inputs.map(({ path }) => path),
          checked,
        },
      },
    ],
  };
  return `${plainJson(JSON.stringify(document, null, 2))}\n`;
}

function ruleObject(rule: RuleEntry): object {
  const { id, level, section, what, why, page } = rule;
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: why },
    helpUri: page,
    help: { text: `${what} ${why} See ${page}`, markdown: ruleBodyMarkdown(rule) },
    defaultConfiguration: { level },
    properties: { tags: [section] },
  };
}

function atMost<T extends Finding>(findings: readonly T[], most: number): readonly T[] {
  return findings.length > most ? gravestFirst(findings).slice(0, most) : findings;
}

/**
 * What comparing and suppressing add to a result. Where one result of a run has such a property, all have, so that
 * what is not suppressed is not taken for what nobody has looked at.
 */
function marksIn({ compared, findings }: Report): (finding: MarkedFinding | FixedFinding) => object {
  const anySuppressed = findings.some(({ suppressed }) => suppressed !== undefined);
  return (finding) => {
    const suppressed = "suppressed" in finding ? finding.suppressed : undefined;
    return {
      ...(compared === undefined ? {} : { baselineState: baselineState(finding) }),
      ...(anySuppressed ? { suppressions: suppressed === undefined ? [] : [suppressionObject(suppressed)] } : {}),
    };
  };
}

function baselineState(finding: MarkedFinding | FixedFinding): "new" | "unchanged" | "absent" {
  if (!("status" in finding)) {
    return "absent";
  }
  return finding.status === "existing" ? "unchanged" : "new";
}

function suppressionObject({ reason, expires, by }: Suppressed): object {
  return {
    kind: "external",
    status: "accepted",
    justification: plain(reason),
    properties: { expires: expires ?? null, by },
  };
}

function resultObject(finding: MarkedFinding | FixedFinding, rules: readonly RuleEntry[]): object {
  const { rule, level, outcome, path, evidence, remedy, decidedBy, fingerprint } = finding;
  const ruleIndex = rules.findIndex(({ id }) => id === rule);
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    kind: outcome === "undecided" ? "open" : "fail",
    level: outcome === "undecided" ? OPEN_LEVEL[level] : level,
    message: { text: messageOf(finding) },
    locations: [locationOf(finding)],
    // Code scanning matches alerts by the first only, and would make it of a line, which in a plan is the same for all.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, "wanproof/v1": fingerprint },
    properties: { level, outcome, path, evidence, remedy, decidedBy },
  };
}

// What is undecided is no error: nothing says that it is wrong.
const OPEN_LEVEL: Readonly<Record<Level, Level>> = { error: "warning", warning: "warning", note: "note" };

function messageOf({ outcome, message, remedy, decidedBy }: Finding): string {
  const open = outcome === "undecided" ? [`Undecided; ${decidedBy.join(", ")} would decide it.`] : [];
  // "](" would make a link of a name: SARIF 2.1.0, section 3.11.6.
  return plain([`${message}.`, ...open, remedy].join(" ")).replaceAll("](", "] (");
}

function ownVersion(): string {
  const { version }: { readonly version: string } = require("wanproof/package.json");
  return version;
}
