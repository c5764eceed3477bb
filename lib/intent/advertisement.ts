import type { Complaints } from "../terraform/complaints";

/** What a router on premises tells the hub. It is in no Azure resource, so people state it. */
export interface Advertisement {
  /**
   * Prefixes that it advertises, exactly as configured there.
   * @default unknown: rules that need it answer "undecided"
   */
  readonly advertises?: readonly string[];
  /**
   * The AS path that the hub would learn, nearest AS first.
   * @default unknown: only decisions by AS path need it
   */
  readonly asPath?: readonly number[];
}

/** Adds what is wrong with the shape of an advertisement to the complaints of the construct that was given it. */
export function checkAdvertisement(complaints: Complaints, advertisement: Advertisement): void {
  complaints.prefixes("advertises", advertisement.advertises);
  complaints.asns("asPath", advertisement.asPath);
}

/** Only what is stated, of an object that may hold more. */
export function statedAdvertisement({ advertises, asPath }: Advertisement): Advertisement {
  return { ...(advertises === undefined ? {} : { advertises }), ...(asPath === undefined ? {} : { asPath }) };
}
