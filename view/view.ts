import { Teller } from "../network/facts/called/teller";
import type { Network } from "../network/network";
import { isNoLongerEncrypted } from "../paths/changes";
import { routeTable } from "../paths/table";
import { changeText } from "../paths/words";
import type { Report } from "../policies/report/report";
import { verdictLine } from "../policies/report/verdict-line";
import { unpainted } from "../text/colour";
import { plain } from "../text/plain";
import { type Layout, loadLayout } from "./dot/layout";
import { estateOf } from "./graph/estate-of";
import { htmlPage } from "./page/html";
import { pageDataOf } from "./page/page-data-of";
import type { ShownChange } from "./page/shown";
import { fullPicture } from "./picture/full";
import { flowsOf, guardedRows } from "./state/flows";
import { tallyOf, type Way } from "./state/state";
import { marksOf, NO_MARKS } from "./svg/marks";
import { svgElement, svgFile } from "./svg/svg";

/** What is shown: a network, how it was judged, and what it was before the change where that is told. */
export interface Seen {
  readonly after: Network;
  readonly before: Network | undefined;
  readonly report: Report;
}

/** What a view can be written as. */
export type ViewFormat = "svg" | "html";

/** Draws a network in one format. */
export async function viewOf(seen: Seen, format: ViewFormat): Promise<string> {
  const layout = await loadLayout();
  return WRITERS[format](seen, layout);
}

const WRITERS: { readonly [format in ViewFormat]: (seen: Seen, layout: Layout) => string } = {
  svg: svgOf,
  html: htmlOf,
};

function svgOf({ after, report }: Seen, layout: Layout): string {
  const estate = estateOf(after);
  const tally = tallyOf(flowsOf(guardedRows(after, routeTable(after))));
  const picture = fullPicture(estate, { id: "p0", title: "the network", hubs: estate.hubs, isAll: true });
  return svgFile({ placed: layout(picture), tally, marks: marksOf(report, estate) });
}

function htmlOf({ after, before, report }: Seen, layout: Layout): string {
  const estate = estateOf(after);
  const table = routeTable(after);
  const rows = guardedRows(after, table);
  const tally = tallyOf(flowsOf(rows));
  const { data, numberOfWay } = pageDataOf(estate, rows, report);
  const waysText = (ways: readonly Way[]) =>
    ways.map(({ way, isDoubtful }) => `${numberOfWay(way) ?? "x"}${isDoubtful ? "?" : ""}`).join(" ");
  const picture = fullPicture(estate, { id: "p0", title: "The network", hubs: estate.hubs, isAll: true });
  const drawn = { placed: layout(picture), tally, marks: marksOf(report, estate), waysText, isLive: true };
  return htmlPage({
    report,
    verdict: report.verdict,
    verdictLine: verdictLine(report, unpainted),
    estate,
    data,
    pictures: [{ id: "p0", svg: svgElement(drawn) }, ...(before === undefined ? [] : [beforePicture(before, layout)])],
    before: before === undefined ? undefined : "q0",
    changes: changesIn(report),
    notes: table.notes,
  });
}

function beforePicture(before: Network, layout: Layout) {
  const estate = estateOf(before);
  const tally = tallyOf(flowsOf(guardedRows(before, routeTable(before))));
  const picture = fullPicture(estate, { id: "q0", title: "Before the change", hubs: estate.hubs, isAll: true });
  return { id: "q0", svg: svgElement({ placed: layout(picture), tally, marks: NO_MARKS, isLive: false }) };
}

function changesIn({ pathChanges }: Report): ShownChange[] {
  const teller = new Teller();
  return (pathChanges?.() ?? []).map((change) => ({
    destination: change.destination,
    from: plain(teller.text(change.place)),
    told: plain(teller.text(changeText(change))),
    isNoLongerEncrypted: isNoLongerEncrypted(change),
  }));
}
