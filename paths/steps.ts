import { prefixOf } from "../address/prefix";
import { type Phrase, phrase } from "../network/facts/called/phrase";
import type { VirtualHub } from "../network/network";
import { type Candidate, choiceOf, preferenceOf } from "../routes/choice";
import type { PrefixRoutes } from "../routes/decision";
import { doubtsIn } from "../routes/doubts";
import { thingsOver } from "../routes/over";
import type { World } from "../routes/reach";
import { hears, type View } from "../routes/view";
import { some } from "./words";

/** How a view chooses for one address: the prefixes that hold it, longest first, and what it does with each. */
export function stepsFrom(view: View, address: number, chain: readonly PrefixRoutes[]): Phrase[] {
  // As if everything held that can't be told: who reads sees every route that may be taken.
  const world = new Set(doubtsIn(view, chain).keys());
  return [...followedBy(view), ...stepsAt(view, address, chain, world, new Set())];
}

/** What spokes follow that isn't what their hub itself follows. */
function followedBy({ table, hearsDefault, hub }: View): Phrase[] {
  return [
    ...(table.custom === undefined ? [] : [phrase`follows ${table.custom} of ${hub}`]),
    ...(hearsDefault === "no" ? ["doesn't hear of 0.0.0.0/0: internet_security_enabled is off"] : []),
  ];
}

function stepsAt(
  view: View,
  address: number,
  chain: readonly PrefixRoutes[],
  world: World,
  passed: ReadonlySet<VirtualHub>,
): Phrase[] {
  const { hub, wan } = view;
  const { by } = wan.inspectionAt(hub);
  const steps: Phrase[] =
    by.length === 0 ? [] : [phrase`${some(by)} inspects private traffic at ${hub}, by its routing intent`];
  for (let at = chain.length - 1; at >= 0; at -= 1) {
    const routes = chain[at] ?? NOTHING;
    const { winners, step, certain } = choiceOf(view, routes, world);
    const held = heldText(address, chain[at]);
    if (winners.length === 0) {
      steps.push(phrase`${held}; ${hub} hears of none of it`);
      continue;
    }
    const chosen = some(thingsOver(winners.map(({ source }) => source)));
    const isHeard = winners.every(({ source }) => hears(view, source, routes.length) === "yes");
    const sure = certain && isHeard ? "takes" : "may take";
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
        ...stepsAt(wan.of(other), address, chain, world, new Set([...passed, hub])),
      ]),
      ...winners.filter(({ local, source }) => local && source.carriage === "onward").map(sentOn),
    ];
  }
  return [...steps, phrase`no prefix holds it at ${hub}`];
}

const NOTHING: PrefixRoutes = { length: 0, sources: [] };

function sentOn({ source }: Candidate): Phrase {
  return phrase`${source.nextHop ?? source.part} sends it on by the routes that its hub has learned`;
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
