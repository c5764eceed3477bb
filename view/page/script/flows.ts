import { type Flow, type Tally, tallyOf } from "../../state/state";
import { type PageData, type PageRow, unpacked } from "../page-data";

/** A row as it is while something is lost: what becomes of it, and over what. */
export function flowOf({ besides }: PageData, row: PageRow, loss: number | undefined): Flow {
  const { outcome, over, isGuarded, beside } = row;
  const then = loss === undefined ? undefined : besides[beside]?.lost.find(([place]) => place === loss);
  return then === undefined
    ? { outcome, over: over.map(String), isGuarded }
    : { outcome: then[1], over: then[2].map(String), isGuarded };
}

const KNOWN = new WeakMap<PageData, readonly PageRow[]>();

/** The answers of the page. */
export function rowsOf(data: PageData): readonly PageRow[] {
  const rows = KNOWN.get(data) ?? data.rows.map(unpacked);
  KNOWN.set(data, rows);
  return rows;
}

/** How the answers come out on each way while something is lost. */
export function tallyWhen(data: PageData, loss: number | undefined): Tally {
  return tallyOf(rowsOf(data).map((row) => flowOf(data, row, loss)));
}
