import { groupsBy } from "../../network/facts/groups";
import type { Network } from "../../network/network";
import type { Finding } from "./finding";

/**
 * What is said of a network in which an id may be one of few: of a rule that says the same whichever it is, that; of any other,
 * what is said where nobody tells which it is.
 *
 * @param said what is said where nobody tells
 * @param ways the network for each of them; none: it can't be tried
 */
export function eitherWay(
  said: readonly Finding[],
  ways: () => readonly (() => Network)[],
  judged: (network: Network) => readonly Finding[],
): readonly Finding[] {
  if (!said.some(({ outcome }) => outcome === "undecided")) {
    return said;
  }
  const [first, ...others] = ways().map((way) => groupsBy(judged(way()), ({ rule }) => rule));
  if (first === undefined) {
    return said;
  }
  const agreed = [...new Set(said.map(({ rule }) => rule))].filter((rule) => {
    const text = textOf(first.get(rule));
    return others.every((other) => textOf(other.get(rule)) === text);
  });
  const decided = new Set(agreed);
  return [...said.filter(({ rule }) => !decided.has(rule)), ...agreed.flatMap((rule) => first.get(rule) ?? [])];
}

/** What is undecided rests on the whole network, which is another one each time: what is said counts. */
function textOf(findings: readonly Finding[] = []): string {
  return JSON.stringify(findings.map(({ restsOn: _, ...said }) => said));
}
