import { prefixOf } from "../address/prefix";
import { type Phrase, phrase } from "../network/facts/called/phrase";
import type { VirtualHub } from "../network/network";
import { choiceOf, preferenceOf } from "../routes/choice";
import type { PrefixRoutes } from "../routes/decision";
import { thingsOver } from "../routes/over";
import { some } from "./words";

/** How a hub chooses for one address: the prefixes that hold it, longest first, and what it does with each. */
export function stepsFrom(hub: VirtualHub, address: number, chain: readonly PrefixRoutes[]): Phrase[] {
  return stepsAt(hub, address, chain, new Set());
}

function stepsAt(
  hub: VirtualHub,
  address: number,
  chain: readonly PrefixRoutes[],
  passed: ReadonlySet<VirtualHub>,
): Phrase[] {
  const steps: Phrase[] = [];
  for (let at = chain.length - 1; at >= 0; at -= 1) {
    const sources = chain[at]?.sources ?? [];
    const { winners, step, certain } = choiceOf(hub, sources);
    const held = heldText(address, chain[at]);
    if (winners.length === 0) {
      steps.push(phrase`${held}; ${hub} hears of none of it`);
      continue;
    }
    const chosen = some(thingsOver(winners.map(({ source }) => source)));
    const sure = certain ? "takes" : "may take";
    steps.push(phrase`${held}; ${hub} ${sure} ${chosen} (longest prefix${STEPS[step](preferenceOf(hub))})`);
    steps.push(
      ...chain
        .slice(0, at)
        .toReversed()
        .map((one) => phrase`${heldText(address, one)}: its prefix is shorter`),
    );
    const others = new Set(winners.filter(({ local }) => !local).map(({ source }) => source.hub));
    const next = [...others].filter((other) => !passed.has(other) && other !== hub);
    return [
      ...steps,
      ...next.flatMap((other) => [
        phrase`goes on to ${other}, which decides again`,
        ...stepsAt(other, address, chain, new Set([...passed, hub])),
      ]),
    ];
  }
  return [...steps, phrase`no prefix holds it at ${hub}`];
}

function heldText(address: number, routes: PrefixRoutes | undefined): Phrase {
  const { text } = prefixOf({ family: 4, value: address }, routes?.length ?? 0);
  return phrase`${text} is routed over ${some(thingsOver(routes?.sources ?? []))}`;
}

const STEPS: { readonly [step in ReturnType<typeof choiceOf>["step"]]: (preference: string | undefined) => string } = {
  "only-candidate": () => ", the only route of it",
  spoke: () => ", then a spoke of its own",
  "static-route": () => ", then a static route",
  "local-over-remote": () => ", then its own routes before another hub's",
  preference: (preference) => `, then routing preference ${preference ?? "that can't be told"}`,
  "as-path": () => ", then the shortest AS path",
  shared: () => ", shared among equal routes",
};
