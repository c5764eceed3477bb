import type { MarkedFinding } from "../../policies/judge/marked";
import type { Report } from "../../policies/report/report";
import { plain } from "../../text/plain";
import type { Estate } from "../graph/estate";
import { placeKey } from "../graph/items";
import { foremost, isMild, wordOf } from "./foremost";
import { sourceText } from "./page-data-of";
import type { Shown } from "./shown";
import { tag, text } from "./tag";

/** The findings, each with a way to its place in the picture. */
export function findingsSection({ estate, report, observed }: Shown): string {
  return observed === undefined
    ? sectionOf(estate, report, "findings", "Findings")
    : sectionOf(estate, report, "findings", "Findings of what is planned") +
        sectionOf(estate, observed, "observed", `What Azure runs (${observed.verdict})`);
}

function sectionOf(estate: Estate, report: Report, id: string, title: string): string {
  const { findings, unread, notices, fixed } = report;
  const shown = foremost(report);
  const entry = (finding: MarkedFinding) =>
    findingEntry(finding, estate.byAddress.get(placeKey(finding.input, finding.address))?.id);
  const mild = shown.filter(isMild);
  const left = findings.length - shown.length;
  const lines = [
    ...unread.map(({ address, reason }) => `Not read: ${address} ${reason}`),
    ...notices.map(({ at, message }) => `${at}: ${message}`),
    ...fixed.map(({ rule, address }) => `Fixed by this change: ${rule} at ${address}`),
  ].map((line) => tag("li", {}, text(plain(line))));
  return tag(
    "section",
    { "aria-labelledby": id },
    tag("h2", { id }, `${title}: ${findings.length}`),
    ...(findings.length === 0 ? [tag("p", {}, "No rule has anything to say.")] : []),
    ...shown.filter((one) => !isMild(one)).map(entry),
    ...(mild.length === 0
      ? []
      : [tag("details", {}, tag("summary", {}, `${mild.length} notes and suppressed findings`), ...mild.map(entry))]),
    ...(left > 0 ? [tag("p", {}, `And ${left} more: wanproof check tells all.`)] : []),
    ...(lines.length === 0 ? [] : [tag("ul", { class: "plain" }, ...lines)]),
  );
}

function findingEntry(finding: MarkedFinding, item: string | undefined): string {
  const { rule, outcome, address, path, message, remedy, docs, status } = finding;
  const word = wordOf(finding);
  const kind = outcome === "violation" && !isMild(finding) ? "violation" : word;
  const where = [address, path, sourceText(finding.source) ?? ""].filter((one) => one !== "").join("  ");
  return tag(
    "div",
    { class: `finding ${kind}` },
    tag("b", {}, text(`${word}${status === undefined ? "" : `, ${status}`}: ${rule}`)),
    tag("p", {}, text(plain(message))),
    tag("p", {}, text(plain(`To do: ${remedy}`))),
    tag("p", { class: "where" }, text(plain(where))),
    ...(item === undefined ? [] : [tag("button", { type: "button", "data-shows": item }, "Show in the picture"), " "]),
    tag("a", { href: docs, rel: "noreferrer" }, text(`the page behind ${rule}`)),
  );
}
