import { Teller } from "../network/facts/called/teller";
import type { Network } from "../network/network";
import { isNoLongerEncrypted } from "../paths/changes";
import { routeTable } from "../paths/table";
import { changeText } from "../paths/words";
import type { Report } from "../policies/report/report";
import { verdictLine } from "../policies/report/verdict-line";
import { unpainted } from "../text/colour";
import { plain } from "../text/plain";
import { askedFor, notAsked } from "./asked";
import { type Layout, loadLayout } from "./dot/layout";
import { drawioFile } from "./drawio/drawio";
import type { Estate } from "./graph/estate";
import { estateOf } from "./graph/estate-of";
import { mermaidText } from "./mermaid/mermaid";
import { htmlPage } from "./page/html";
import { pageDataOf } from "./page/page-data-of";
import type { ShownChange } from "./page/shown";
import { hubCalled } from "./picture/hub-called";
import { hubPicture, picturesOf } from "./picture/levels";
import type { Picture } from "./picture/picture";
import { flowsOf, guardedRows } from "./state/flows";
import { tallyOf, type Way } from "./state/state";
import { marksOf, NO_MARKS } from "./svg/marks";
import { svgElement, svgFile } from "./svg/svg";

/** What is shown: a network, how it was judged, and what it was before the change where that is told. */
export interface Seen {
  readonly after: Network;
  readonly before: Network | undefined;
  readonly report: Report;
  /** How what Azure runs differs from it, where files tell what that is. */
  readonly observed?: Report | undefined;
}

/** What a view can be written as. */
export type ViewFormat = "svg" | "html" | "mermaid" | "drawio";

/**
 * Draws a network in one format.
 * @param hub draws this hub alone: its name or its Terraform address
 * @throws NoSuchHub with near names, where there is none
 */
export async function viewOf(seen: Seen, format: ViewFormat, hub?: string): Promise<string> {
  const layout = await loadLayout();
  return WRITERS[format](seen, layout, hub);
}

const WRITERS: { readonly [format in ViewFormat]: (seen: Seen, layout: Layout, hub?: string) => string } = {
  svg: svgOf,
  html: htmlOf,
  mermaid: mermaidOf,
  drawio: drawioOf,
};

function svgOf(seen: Seen, layout: Layout, hub?: string): string {
  const { estate, tally, pictures } = drawnOf(seen, hub);
  const marks = marksOf(seen.observed === undefined ? [seen.report] : [seen.report, seen.observed], estate);
  return pictures
    .slice(0, 1)
    .map((one) => svgFile({ placed: layout(one), tally, marks }))
    .join("");
}

function mermaidOf(seen: Seen, _layout: Layout, hub?: string): string {
  const { tally, pictures } = drawnOf(seen, hub);
  return pictures
    .slice(0, 1)
    .map((one) => mermaidText(one, tally))
    .join("");
}

function drawioOf(seen: Seen, layout: Layout, hub?: string): string {
  const { tally, pictures } = drawnOf(seen, hub);
  return drawioFile(pictures.map(layout), tally);
}

/** What formats other than the page draw: no loss is asked for. */
function drawnOf({ after }: Seen, hub: string | undefined) {
  const estate = estateOf(after);
  const tally = tallyOf(flowsOf(guardedRows(after, routeTable(after, askedFor(after)))));
  return { estate, tally, pictures: chosen(estate, hub) };
}

function chosen(estate: Estate, hub: string | undefined): readonly Picture[] {
  return hub === undefined ? picturesOf(estate, "The network") : [hubPicture(estate, hubCalled(estate, hub), "p0")];
}

function htmlOf({ after, before, report, observed }: Seen, layout: Layout, hub?: string): string {
  const estate = estateOf(after);
  const table = routeTable(after, askedFor(after));
  const rows = guardedRows(after, table);
  const tally = tallyOf(flowsOf(rows));
  const both = observed === undefined ? [report] : [report, observed];
  const { data, numberOfWay } = pageDataOf(estate, rows, both);
  const waysText = (ways: readonly Way[]) =>
    ways.map(({ way, isDoubtful }) => `${numberOfWay(way) ?? "x"}${isDoubtful ? "?" : ""}`).join(" ");
  const drawn = { tally, marks: marksOf(both, estate), waysText, isLive: true };
  const pictures = chosen(estate, hub).map((picture) => ({
    id: picture.id,
    svg: svgElement({ ...drawn, placed: layout(picture) }),
  }));
  const earlier = before === undefined || hub !== undefined ? [] : picturesBefore(before, layout);
  return htmlPage({
    report,
    observed,
    verdict: report.verdict,
    verdictLine: verdictLine(report, unpainted),
    estate,
    data,
    pictures: [...pictures, ...earlier],
    before: earlier[0]?.id,
    changes: changesIn(report),
    notes: [...notAsked(after), ...table.notes],
  });
}

/** The network as it was, in one picture. Its ways are not those of the answers on the page, so no loss redraws it. */
function picturesBefore(before: Network, layout: Layout) {
  const estate = estateOf(before);
  const tally = tallyOf(flowsOf(guardedRows(before, routeTable(before, askedFor(before)))));
  const [first] = picturesOf(estate, "Before the change", "q");
  return (first === undefined ? [] : [first]).map((picture) => ({
    id: picture.id,
    svg: svgElement({ placed: layout(picture), tally, marks: NO_MARKS, isLive: false }),
  }));
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
