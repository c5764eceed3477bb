import { addressText, type Prefix } from "../address/prefix";
import { called } from "../network/facts/names";
import type { Network, VirtualHub } from "../network/network";
import { decide, type PrefixRoutes } from "../routes/decision";
import { type HubGroup, hubGroups } from "../routes/hub-groups";
import { flowsOver } from "../routes/to-onprem";
import { marked, routesOf } from "../routes/wan-routes";
import { type Asked, isAsked } from "./asked";
import type { PathRoute, RoutesReport } from "./report";
import { stepsFrom } from "./steps";
import { viasOf } from "./vias";
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
    const steps = shown.length === 0 ? [] : stepsFrom(hub, first, chain);
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
