import { createHash } from "node:crypto";
import type { Finding } from "./finding";
import { compareNaturally } from "./order";

/**
 * What a finding is known by from one report to the next: 32 hexadecimal digits for each of them.
 *
 * It is made of the rule, the outcome, the address and the attribute without its indices, so that neither the order of
 * blocks nor the names of inputs, lines, values and wording change it. Findings that have all of that in common are
 * numbered in the order of their messages: how many there are is kept, and which is which as far as messages tell.
 */
export function fingerprintsOf(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = placeOf(finding);
    const others = alike.get(key);
    if (others === undefined) {
      alike.set(key, [finding]);
    } else {
      others.push(finding);
    }
  }
  return new Map([...alike].flatMap(([key, group]) => numbered(key, group)));
}

function numbered(key: string, group: readonly Finding[]): [Finding, string][] {
  const inTurn = [...group].sort(
    (a, b) =>
      compareNaturally(a.message, b.message) ||
      compareNaturally(a.path, b.path) ||
      compareNaturally(a.input, b.input) ||
      compareNaturally(JSON.stringify(a), JSON.stringify(b)),
  );
  return inTurn.map((finding, index) => [finding, digest(`${key} ${index + 1}`)]);
}

function placeOf({ rule, outcome, address, path }: Finding): string {
  return JSON.stringify([rule, outcome, comparable(address), path.replace(/\[\d+\]/g, "[]")]);
}

// Azure compares ids without regard to case, and two inputs may write one differently.
function comparable(address: string): string {
  return /^\/subscriptions\//i.test(address) ? address.toLowerCase() : address;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
