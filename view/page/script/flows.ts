import { type Flow, type Tally, tallyOf } from "../../state/state";
import type { PageData, PageRow } from "../page-data";

/** A row as it is while something is lost: what becomes of it, and over what. */
export function flowOf({ outcome, over, isGuarded, lost }: PageRow, loss: number | undefined): Flow {
  const then = loss === undefined ? undefined : lost.find(([place]) => place === loss);
  return then === undefined
    ? { outcome, over: over.map(String), isGuarded }
    : { outcome: then[1], over: then[2].map(String), isGuarded };
}

/** How the answers come out on each way while something is lost. */
export function tallyWhen({ rows }: PageData, loss: number | undefined): Tally {
  return tallyOf(rows.map((row) => flowOf(row, loss)));
}
