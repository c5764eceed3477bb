import type { PageFinding } from "./page-data";
import type { Shown } from "./shown";
import { tag, text } from "./tag";

/** Every finding, with a way to its place in the picture. */
export function findingsSection({ data, report }: Shown): string {
  const { findings } = data;
  const counted = findings.filter(({ word }) => !isMild(word));
  const mild = findings.filter(({ word }) => isMild(word));
  const show = (one: PageFinding) => findingEntry(one, data.items[one.item ?? -1]?.id);
  const notices = [
    ...report.unread.map(({ address, reason }) => `Not read: ${address} ${reason}`),
    ...report.notices.map(({ at, message }) => `${at}: ${message}`),
    ...report.fixed.map(({ rule, address }) => `Fixed by this change: ${rule} at ${address}`),
  ].map((line) => tag("li", {}, text(line)));
  return tag(
    "section",
    { "aria-labelledby": "findings" },
    tag("h2", { id: "findings" }, `Findings: ${findings.length}`),
    ...(findings.length === 0 ? [tag("p", {}, "No rule has anything to say.")] : []),
    ...counted.map(show),
    ...(mild.length === 0
      ? []
      : [tag("details", {}, tag("summary", {}, `${mild.length} notes and suppressed findings`), ...mild.map(show))]),
    ...(notices.length === 0 ? [] : [tag("ul", { class: "plain" }, ...notices)]),
  );
}

function isMild(word: string): boolean {
  return word.startsWith("suppressed") || word.endsWith("note");
}

function findingEntry(finding: PageFinding, item: string | undefined): string {
  const { rule, word, isViolation, address, path, source, message, remedy, docs, status } = finding;
  const kind = [isViolation && !isMild(word) ? "violation" : "", ...word.split(" ")].join(" ");
  const where = [address, path, source ?? ""].filter((one) => one !== "").join("  ");
  return tag(
    "div",
    { class: `finding ${kind.trim()}` },
    tag("b", {}, text(`${word}${status === null ? "" : `, ${status}`}: ${rule}`)),
    tag("p", {}, text(message)),
    tag("p", {}, text(`To do: ${remedy}`)),
    tag("p", { class: "where" }, text(where)),
    ...(item === undefined ? [] : [tag("button", { type: "button", "data-shows": item }, "Show in the picture")]),
    " ",
    tag("a", { href: docs, rel: "noreferrer" }, "the page it comes from"),
  );
}
