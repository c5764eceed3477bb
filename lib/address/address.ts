import type { Family } from "./family";

/** One IP address. IPv4 values are numbers, IPv6 values are bigints; compare only within a family. */
export interface Address {
  readonly family: Family;
  readonly value: number | bigint;
  /** Canonical text. */
  readonly text: string;
}

/** What came of reading a text: a value, or what is wrong with it, in words that fit behind a colon. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problem: string;
      /** What was probably meant, where the text tells: `10.0.0.0/16` for `10.0.0.5/16`. */
      readonly meant?: T;
    };
