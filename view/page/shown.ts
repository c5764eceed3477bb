import type { Report } from "../../policies/report/report";
import type { Estate } from "../graph/estate";
import type { PageData } from "./page-data";

/** All that a page shows. */
export interface Shown {
  readonly report: Report;
  /** How what Azure runs differs; undefined where nobody asks. */
  readonly observed: Report | undefined;
  /** `fail`, and in words what it rests on. */
  readonly verdict: string;
  readonly verdictLine: string;
  readonly estate: Estate;
  readonly data: PageData;
  /** The pictures as SVG, the first one shown first. */
  readonly pictures: readonly DrawnPicture[];
  /** The picture of the network as it was, where that is told. */
  readonly before: string | undefined;
  readonly changes: readonly ShownChange[];
  /** What a reader should know of the answers. */
  readonly notes: readonly string[];
}

export interface DrawnPicture {
  readonly id: string;
  readonly svg: string;
}

/** Packets that take another path than before. */
export interface ShownChange {
  readonly destination: string;
  readonly from: string;
  readonly told: string;
  readonly isNoLongerEncrypted: boolean;
}
