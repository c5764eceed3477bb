import type { Network } from "../network/network";
import { routeTable } from "../paths/table";
import type { Report } from "../policies/report/report";
import { loadLayout } from "./dot/layout";
import { estateOf } from "./graph/estate-of";
import { fullPicture } from "./picture/full";
import { flowsOf, guardedRows } from "./state/flows";
import { tallyOf } from "./state/state";
import { marksOf } from "./svg/marks";
import { svgFile } from "./svg/svg";

/** What is shown: a network, how it was judged, and what it was before the change where that is told. */
export interface Seen {
  readonly after: Network;
  readonly before: Network | undefined;
  readonly report: Report;
}

/** What a view can be written as. */
export type ViewFormat = "svg";

/** Draws a network in one format. */
export async function viewOf({ after, report }: Seen, _format: ViewFormat): Promise<string> {
  const layout = await loadLayout();
  const estate = estateOf(after);
  const tally = tallyOf(flowsOf(guardedRows(after, routeTable(after))));
  const picture = fullPicture(estate, { id: "p0", title: "the network", hubs: estate.hubs, isAll: true });
  return svgFile({ placed: layout(picture), tally, marks: marksOf(report, estate) });
}
