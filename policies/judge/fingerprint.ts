import { digest } from "./digest";
import type { Finding } from "./finding";
import { compareNaturally } from "./order";

/**
 * What a finding is known by from one report to the next: 32 hexadecimal digits for each of them.
 *
 * It is made of the rule, the outcome, the address and the attribute without its indices, so that neither the order of
 * blocks nor the names of inputs, lines, values and wording change it. Findings that have all of that in common are
 * numbered in the order of their messages: how many there are is kept, and which is which as far as messages tell.
 *
 * @param gone findings that are not there any more: their numbers follow those of the others, so that none is taken twice
 */
export function fingerprintsOf(
  findings: readonly Finding[],
  gone: readonly Finding[] = [],
): ReadonlyMap<Finding, string> {
  const places = new Map<string, Finding[][]>();
  for (const [turn, ones] of [findings, gone].entries()) {
    for (const finding of ones) {
      const place = placeOf(finding);
      const alike = places.get(place) ?? [[], []];
      alike[turn]?.push(finding);
      places.set(place, alike);
    }
  }
  return new Map(
    [...places].flatMap(([place, alike]) =>
      alike.flatMap(inTurn).map((finding, index): [Finding, string] => [finding, digest(`${place} ${index + 1}`)]),
    ),
  );
}

/** What a fingerprint is made of, but for the number. */
export function placeOf({ rule, outcome, address, path }: Finding): string {
  return JSON.stringify([rule, outcome, comparable(address), path.replace(/\[\d+\]/g, "[]")]);
}

function inTurn(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareNaturally(a.message, b.message) ||
      compareNaturally(a.path, b.path) ||
      compareNaturally(a.input, b.input) ||
      compareNaturally(JSON.stringify(a), JSON.stringify(b)),
  );
}

// Azure compares ids without regard to case, and two inputs may write one differently.
function comparable(address: string): string {
  return /^\/subscriptions\//i.test(address) ? address.toLowerCase() : address;
}
