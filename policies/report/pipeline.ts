import type { Finding } from "../judge/finding";
import { plain } from "./plain";
import { judgedAnything, type Report } from "./report";
import { NOTHING_JUDGED } from "./text";

/** What is to be warned of beside the findings: that nothing was judged, and what was not read. */
export function warningsOf(report: Report): readonly string[] {
  const unread = report.unread.map(({ input, address }) => plain(`${address} in ${input}`));
  const more = unread.length > LISTED ? `, and ${unread.length - LISTED} more` : "";
  return [
    ...(judgedAnything(report) ? [] : [NOTHING_JUDGED]),
    ...(unread.length === 0
      ? []
      : [`Not checked, because it can't be read: ${unread.slice(0, LISTED).join(", ")}${more}`]),
  ];
}

const LISTED = 10;

/** What a pipeline shows of a finding, in lines. */
export function annotationText({ address, path, message, remedy, docs, decidedBy, outcome }: Finding): string {
  const place = [address, path].filter((part) => part !== "").join(" ");
  const open = outcome === "undecided" ? [`Undecided; would decide it: ${decidedBy.join(", ")}`] : [];
  return [`${place}: ${message}`, ...open, `To do: ${remedy}`, `Page: ${docs}`].map(plain).join("\n");
}

/** The title of a finding: its rule, and that it is undecided. */
export function annotationTitle({ rule, outcome }: Finding): string {
  return plain(outcome === "undecided" ? `${rule} (undecided)` : rule);
}

/** The file of a finding, as far as it has one: that of the line that a person wrote, or else the input. */
export function annotatedFile({ source, input }: Finding): string | undefined {
  const file = source?.file ?? (input === "-" ? undefined : input);
  return file === undefined ? undefined : plain(file);
}
