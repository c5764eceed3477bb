import type { Told } from "../network/facts/called/names";
import type { Phrase } from "../network/facts/called/phrase";
import { Teller } from "../network/facts/called/teller";
import { type Fitting, fitting, markdownName, markdownText } from "../text/markdown-text";
import { isNoLongerEncrypted, type RouteChange } from "./changes";
import { type ReadTogether, readTogether } from "./grouped";
import type { RoutesReport } from "./report";
import type { Trace } from "./trace";
import { changeText, lossesTogether, outcomeText, some } from "./words";

/** Below what GitHub takes in a comment. */
const ROOM = 60_000;

/** The table as Markdown for a comment. What doesn't fit is cut, with a count. */
export function routesMarkdown(report: RoutesReport, losses = false): string {
  const teller = new Teller();
  const fit = fitting(readTogether(report), (row) => rowOf(row, teller, losses), ROOM);
  const heads = ["Outcome", "Destination", "From", "Why", "When lost"];
  return `${["## wanproof routes", ...notesOf(report.notes), ...table(heads, fit)].join("\n\n")}\n`;
}

function notesOf(notes: readonly string[]): string[] {
  return notes.map((note) => markdownText(note));
}

function rowOf({ route, from, destinations, guarded }: ReadTogether, teller: Teller, losses: boolean): string {
  const say = (telling: Phrase<Told>) => markdownText(teller.text(telling));
  const mark = guarded === "none" ? "" : `<br>${guarded === "all" ? "protected" : "partly protected"}`;
  const shown = losses ? route.whenLost : route.whenLost.filter(({ lost }) => lost === "all tunnels");
  return line([
    say(outcomeText(route)),
    `${say(some<Told>(destinations))}${mark}`,
    say(some(from)),
    `${markdownText(route.reason)}<br>${markdownText(route.sentence)}`,
    lossesTogether(shown)
      .map(({ lost, outcome }) => say([some(lost), ": ", outcome]))
      .join("<br>"),
  ]);
}

/** What becomes of one address, step by step. */
export function tracesMarkdown(traces: readonly Trace[], notes: readonly string[]): string {
  const teller = new Teller();
  const fit = fitting(
    traces,
    ({ from, to, steps }) =>
      [
        `### ${markdownText(teller.text(from))} to ${markdownName(to)}`,
        "",
        ...steps.map((step, index) => `${index + 1}. ${markdownText(teller.text(step))}`),
        "",
      ].join("\n"),
    ROOM,
  );
  return `${["## wanproof routes", ...notesOf(notes), ...fit.shown, ...more(fit.left)].join("\n\n")}\n`;
}

/** What changes path, as a report of its own. */
export function changesMarkdown(changes: readonly RouteChange[]): string {
  return `## wanproof routes\n\n${changesSection(changes, ROOM)}\n`;
}

/**
 * What changes path, as a section of a report: what is no longer encrypted comes first.
 * @param characters how many it may take
 */
export function changesSection(changes: readonly RouteChange[], characters: number): string {
  if (changes.length === 0) {
    return "### Paths that change: none";
  }
  const lost = changes.filter(isNoLongerEncrypted).length;
  const title = `### Paths that change (${changes.length}, no longer encrypted: ${lost})`;
  const room = characters - title.length - 400;
  const teller = new Teller();
  const fit = fitting(changes, (change) => changeRow(change, teller), room);
  return [title, ...table(["Destination", "From", "What changes"], fit)].join("\n\n");
}

function changeRow(change: RouteChange, teller: Teller): string {
  const mark = isNoLongerEncrypted(change) ? "**no longer encrypted**<br>" : "";
  return line([
    markdownText(change.destination),
    markdownText(teller.text(change.place)),
    `${mark}${markdownText(teller.text(changeText(change)))}`,
  ]);
}

function table(heads: readonly string[], { shown, left }: Fitting): string[] {
  const lines = shown.length === 0 ? [] : [[line(heads), line(heads.map(() => "---")), ...shown].join("\n")];
  return [...lines, ...more(left)];
}

function more(left: number): string[] {
  return left === 0 ? [] : [`And ${left} more, for which there is no room here: JSON holds all.`];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
