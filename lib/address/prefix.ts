import type { Family } from "./family";

/** A canonical prefix: an address range `first` to `last`, both inclusive, with no host bits set. */
export interface Prefix {
  readonly family: Family;
  /** 0 to 32 for IPv4, 0 to 128 for IPv6. */
  readonly length: number;
  readonly first: number | bigint;
  readonly last: number | bigint;
  /** Canonical text, such as `10.0.0.0/16`. */
  readonly text: string;
}
