import { addressText, type Prefix, prefixOf } from "../../lib/address/prefix";
import { called } from "../network/facts/names";
import type { Network, VirtualHub } from "../network/network";
import { choiceOf, preferenceOf } from "../routes/choice";
import { decide, type PrefixRoutes } from "../routes/decision";
import { flowsOver } from "../routes/to-onprem";
import { type HubGroup, hubGroups, marked, routesOf } from "../routes/wan-routes";
import { type Asked, isAsked } from "./asked";
import { viasOf } from "./onprem-answer";
import type { PathRoute, RoutesReport } from "./report";
import { outcomeText, some } from "./words";

/** What becomes of packets to one address from one place, step by step. */
export interface Trace {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly string[];
}

/** Traces one address, or the first of a prefix, from every place that is asked for. */
export function tracesOf(network: Network, report: RoutesReport, to: Prefix, asked: Asked): Trace[] {
  const text = to.length === 32 ? addressText(4, to.first) : to.text;
  const outbound = hubGroups(network).flatMap((group) => tracesFromHubs(network, group, report, to, asked));
  const inbound = report.routes
    .filter(({ direction }) => direction === "to-azure")
    .map((route) => ({ from: route.from, steps: endOf(route) }));
  return [...outbound, ...inbound].map(({ from, steps }) => ({ from, to: text, steps }));
}

type Steps = Omit<Trace, "to">;

function tracesFromHubs(network: Network, group: HubGroup, report: RoutesReport, to: Prefix, asked: Asked): Steps[] {
  const { alike } = flowsOver(marked(routesOf(network, group).routes, [to]), group.hubs);
  const first = Number(to.first);
  const chain =
    alike.find(({ ranges }) => ranges.some((range) => range.first <= first && first <= range.last))?.chain ?? [];
  return group.hubs.flatMap((hub) => {
    const places = [hub, ...hub.spokeConnections].map(({ resource }) => resource.address);
    const shown = places.filter((place) => isAsked(asked, place));
    const steps = shown.length === 0 ? [] : stepsAt(hub, first, chain, new Set());
    return shown.map((from) => {
      const route = report.routes.find((one) => one.from === from && one.direction === "to-onprem");
      const start = from === hub.resource.address ? [] : [`follows the default route table of ${called("hub", hub)}`];
      return { from, steps: [...start, ...steps, ...(route === undefined ? [inside(hub, chain)] : endOf(route))] };
    });
  });
}

function inside(hub: VirtualHub, chain: readonly PrefixRoutes[]): string {
  const { outcome, via } = decide(hub, chain);
  return outcome === "inside" ? `stays in Azure: ${some(viasOf(via))}` : "stays in Azure: it is a hub's own address";
}

/** The prefixes that hold the address, longest first, and what the hub does with each. */
function stepsAt(
  hub: VirtualHub,
  address: number,
  chain: readonly PrefixRoutes[],
  passed: ReadonlySet<VirtualHub>,
): string[] {
  const name = called("hub", hub);
  const steps: string[] = [];
  for (let at = chain.length - 1; at >= 0; at -= 1) {
    const sources = chain[at]?.sources ?? [];
    const { winners, step, certain } = choiceOf(hub, sources);
    const held = heldText(address, chain[at]);
    if (winners.length === 0) {
      steps.push(`${held}; ${name} hears of none of it`);
      continue;
    }
    const chosen = some(viasOf(winners.map(({ source }) => source)));
    const sure = certain ? `takes ${chosen}` : `may take ${chosen}`;
    steps.push(`${held}; ${name} ${sure} (longest prefix${STEPS[step](preferenceOf(hub))})`);
    steps.push(
      ...chain
        .slice(0, at)
        .toReversed()
        .map((one) => `${heldText(address, one)}: its prefix is shorter`),
    );
    const others = new Set(winners.filter(({ local }) => !local).map(({ source }) => source.hub));
    const next = [...others].filter((other) => !passed.has(other) && other !== hub);
    return [
      ...steps,
      ...next.flatMap((other) => [
        `goes on to ${called("hub", other)}, which decides again`,
        ...stepsAt(other, address, chain, new Set([...passed, hub])),
      ]),
    ];
  }
  return [...steps, `no prefix holds it at ${name}`];
}

function heldText(address: number, routes: PrefixRoutes | undefined): string {
  const { text } = prefixOf({ family: 4, value: address }, routes?.length ?? 0);
  return `${text} is routed over ${some(viasOf(routes?.sources ?? []))}`;
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

function endOf(route: PathRoute): string[] {
  return [
    `${route.destination}: ${outcomeText(route)} (${route.reason}): ${route.sentence}`,
    ...(route.direction === "to-azure"
      ? route.alternatives.map(({ via, whyNot }) => `not over ${via}: ${whyNot}`)
      : []),
    ...route.whenLost.map(
      (loss) => `when ${loss.lost} ${loss.lost.startsWith("all ") ? "are" : "is"} lost: ${outcomeText(loss)}`,
    ),
  ];
}
