// What the page holds as data. Its script is made of this file too, so nothing is imported but types.
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
  readonly rows: readonly PageRow[];
  readonly findings: readonly PageFinding[];
}

export interface PageItem {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly details: readonly string[];
  readonly address: string | null;
  readonly source: string | null;
}

/** An answer that some packets share. */
export interface PageRow {
  readonly isBack: boolean;
  readonly from: readonly number[];
  readonly to: readonly string[];
  readonly outcome: Flow["outcome"];
  readonly isGuarded: boolean;
  readonly over: readonly number[];
  readonly reason: string;
  readonly text: number;
  /** Ways not taken, and why. */
  readonly others: readonly (readonly [way: number, text: number])[];
  /** What becomes of it when something is lost. */
  readonly lost: readonly (readonly [loss: number, outcome: Flow["outcome"], over: readonly number[]])[];
}

export interface PageFinding {
  readonly rule: string;
  /** `error`, `undecided warning`, `suppressed note`. */
  readonly word: string;
  readonly isViolation: boolean;
  readonly item: number | null;
  readonly address: string;
  readonly path: string;
  readonly source: string | null;
  readonly message: string;
  readonly remedy: string;
  readonly docs: string;
  readonly status: string | null;
}
