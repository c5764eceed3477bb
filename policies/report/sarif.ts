import type { Finding } from "../judge/finding";
import { fingerprintsOf } from "../judge/fingerprint";
import type { Level } from "../rules/rule";
import { gravestFirst } from "./gravest";
import { plain, plainJson } from "./plain";
import type { Report, RuleEntry } from "./report";
import { locationOf } from "./sarif-location";
import { notificationsOf } from "./sarif-notification";

/**
 * How many results a SARIF file holds. GitHub takes in the gravest 5,000 of a run and refuses files with more than
 * 25,000: https://docs.github.com/code-security/code-scanning/troubleshooting-sarif/results-exceed-limit
 */
const MOST_RESULTS = 5000;

/**
 * The report as SARIF 2.1.0, for code scanning. What is undecided has the kind `open`, and a level beside it because
 * code scanning goes by levels. Where findings are left out, a notification says how many.
 */
export function sarifReport(report: Report): string {
  const { verdict, findings, rules, inputs, checked } = report;
  const kept = findings.length > MOST_RESULTS ? gravestFirst(findings).slice(0, MOST_RESULTS) : findings;
  const prints = fingerprintsOf(findings);
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
            toolExecutionNotifications: notificationsOf(report, findings.length - kept.length),
          },
        ],
        results: kept.map((finding) => resultObject(finding, rules, prints.get(finding) ?? "")),
        properties: { verdict, inputs: inputs.map(({ path }) => path), checked },
      },
    ],
  };
  return `${plainJson(JSON.stringify(document, null, 2))}\n`;
}

function ruleObject({ id, level, section, what, why, page }: RuleEntry): object {
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: why },
    helpUri: page,
    help: { text: `${what} ${why} See ${page}`, markdown: `${what}\n\n${why}\n\n[The page it comes from](${page})` },
    defaultConfiguration: { level },
    properties: { tags: [section] },
  };
}

function resultObject(finding: Finding, rules: readonly RuleEntry[], fingerprint: string): object {
  const { rule, level, outcome, path, evidence, remedy, decidedBy } = finding;
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
