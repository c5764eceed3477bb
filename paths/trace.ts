import { addressText, type Prefix } from "../address/prefix";
import { type Names, namesIn, type Told } from "../network/facts/called/names";
import { type Phrase, phrase } from "../network/facts/called/phrase";
import type { Network, VirtualHub } from "../network/network";
import { decide, type PrefixRoutes } from "../routes/decision";
import { type HubGroup, hubGroups } from "../routes/hub-groups";
import { thingsOver } from "../routes/over";
import { flowsOver } from "../routes/to-onprem";
import { marked, routesOf } from "../routes/wan-routes";
import { type Asked, isAsked } from "./asked";
import type { PathRoute, RoutesReport } from "./report";
import { stepsFrom } from "./steps";
import { outcomeText, some } from "./words";

/** What becomes of packets to one address from one place, step by step. */
export interface Trace {
  readonly from: Told;
  readonly to: string;
  readonly steps: readonly Phrase<Told>[];
}

/** Traces one address, or the first of a prefix, from every place that is asked for. */
export function tracesOf(network: Network, report: RoutesReport, to: Prefix, asked: Asked): Trace[] {
  const text = to.length === 32 ? addressText(4, to.first) : to.text;
  const outbound = hubGroups(network).flatMap((group) => tracesFromHubs(network, group, report, to, asked));
  const inbound = report.routes
    .filter(({ direction }) => direction === "to-azure")
    .map((route) => ({ from: route.place, steps: endOf(route) }));
  return [...outbound, ...inbound].map(({ from, steps }) => ({ from, to: text, steps }));
}

type Steps = Omit<Trace, "to">;

function tracesFromHubs(network: Network, group: HubGroup, report: RoutesReport, to: Prefix, asked: Asked): Steps[] {
  const { alike } = flowsOver(marked(routesOf(network, group).routes, [to]), group.hubs);
  const first = Number(to.first);
  const chain =
    alike.find(({ ranges }) => ranges.some((range) => range.first <= first && first <= range.last))?.chain ?? [];
  return group.hubs.flatMap((hub) => {
    const names = namesIn(network);
    const shown = [hub, ...hub.spokeConnections].filter(({ resource }) => isAsked(asked, resource.address));
    const steps = shown.length === 0 ? [] : stepsFrom(hub, first, chain);
    return shown.map((place) => {
      const from = names.of(place);
      const route = report.routes.find((one) => one.place === from && one.direction === "to-onprem");
      const start = place === hub ? [] : [phrase`follows the default route table of ${hub}`];
      const told = [...start, ...steps].map((step) => names.in(step));
      return { from, steps: [...told, ...(route === undefined ? [inside(names, hub, chain)] : endOf(route))] };
    });
  });
}

function inside(names: Names, hub: VirtualHub, chain: readonly PrefixRoutes[]): Phrase<Told> {
  const { outcome, via } = decide(hub, chain);
  return outcome === "inside"
    ? names.in(phrase`stays in Azure: ${some(thingsOver(via))}`)
    : "stays in Azure: it is a hub's own address";
}

function endOf(route: PathRoute): Phrase<Told>[] {
  return [
    [`${route.destination}: `, outcomeText(route), ` (${route.reason}): ${route.sentence}`],
    ...(route.direction === "to-azure"
      ? route.alternatives.map(({ over, whyNot }): Phrase<Told> => ["not over ", over, `: ${whyNot}`])
      : []),
    ...route.whenLost.map(
      (loss): Phrase<Told> => [
        "when ",
        loss.thing,
        ` ${loss.lost.startsWith("all ") ? "are" : "is"} lost: `,
        outcomeText(loss),
      ],
    ),
  ];
}
