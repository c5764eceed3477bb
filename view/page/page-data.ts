// What the page holds as data. Its script is made of this file too, so it imports nothing but types.
import type { Flow } from "../state/state";

/** The engine's answers and the judge's findings, as the page shows them. Numbers are places in the lists here. */
export interface PageData {
  /** What is drawn, by id. */
  readonly items: readonly PageItem[];
  /** What the ways of answers are called, with the item at which each stands. */
  readonly ways: readonly { readonly name: string; readonly item: number | null }[];
  /** Where packets leave. */
  readonly places: readonly { readonly name: string; readonly item: number | null }[];
  /** Sentences, of which many rows share one. */
  readonly texts: readonly string[];
  /** What can be lost. */
  readonly losses: readonly string[];
  /** Places that many rows share, together. */
  readonly origins: readonly (readonly number[])[];
  readonly besides: readonly Beside[];
  readonly rows: readonly PackedRow[];
  readonly findings: readonly PageFinding[];
}

export interface PageItem {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly details: readonly string[];
  readonly address?: string;
  readonly source?: string;
}

/** An answer that some packets share. */
export interface PageRow {
  readonly isBack: boolean;
  /** One of `origins`. */
  readonly from: number;
  readonly to: readonly string[];
  readonly outcome: Flow["outcome"];
  readonly isGuarded: boolean;
  readonly over: readonly number[];
  readonly reason: string;
  readonly text: number;
  /** One of `besides`. */
  readonly beside: number;
}

/** A row as the page's file has it, without the names of its fields: there are thousands of them. */
export type PackedRow = readonly [
  isBack: 0 | 1,
  isGuarded: 0 | 1,
  outcome: Flow["outcome"],
  from: number,
  text: number,
  beside: number,
  reason: string,
  over: readonly number[],
  to: readonly string[],
];

/** A row for the page's file. */
export function packed({ isBack, isGuarded, outcome, from, text, beside, reason, over, to }: PageRow): PackedRow {
  return [isBack ? 1 : 0, isGuarded ? 1 : 0, outcome, from, text, beside, reason, over, to];
}

/** A row of the page's file. */
export function unpacked([isBack, isGuarded, outcome, from, text, beside, reason, over, to]: PackedRow): PageRow {
  return { isBack: isBack === 1, isGuarded: isGuarded === 1, outcome, from, text, beside, reason, over, to };
}

/** What is told beside an answer, which many share. */
export interface Beside {
  /** Ways not taken, and why. */
  readonly others: readonly (readonly [way: number, text: number])[];
  /** What becomes of it when something is lost. */
  readonly lost: readonly (readonly [loss: number, outcome: Flow["outcome"], over: readonly number[]])[];
}

/** What the panel beside the picture tells of a finding; the list on the page tells all of it. */
export interface PageFinding {
  /** `error encrypted-to-onprem` */
  readonly rule: string;
  readonly item: number;
  readonly message: string;
}
