import { addressText, type Prefix } from "../address/prefix";
import { namesIn, type Told } from "../network/facts/called/names";
import { type Phrase, phrase } from "../network/facts/called/phrase";
import type { Network, Part } from "../network/network";
import { type HubGroup, hubGroups } from "../routes/hub-groups";
import { SpokeViews } from "../routes/spoke-views";
import { flowsOver } from "../routes/to-onprem";
import type { View } from "../routes/view";
import { marked, routesOf, viewsOf } from "../routes/wan-routes";
import { type Asked, isAsked } from "./asked";
import type { PathRoute, RoutesReport } from "./report";
import { stepsFrom } from "./steps";
import { outcomeText } from "./words";

/** What becomes of packets to one address from one place, step by step. */
export interface Trace {
  readonly from: Told;
  readonly to: string;
  readonly steps: readonly Phrase<Told>[];
}

/**
 * Traces one address from every place that is asked for.
 * @param to the prefix that holds it alone
 */
export function tracesOf(network: Network, report: RoutesReport, to: Prefix, asked: Asked): Trace[] {
  const text = addressText(4, to.first);
  const outbound = hubGroups(network).flatMap((group) => tracesFromHubs(network, group, report, to, asked));
  const inbound = report.routes
    .filter(({ direction }) => direction === "to-azure")
    .map((route) => ({ from: route.place, steps: endOf(route) }));
  return [...outbound, ...inbound].map(({ from, steps }) => ({ from, to: text, steps }));
}

type Steps = Omit<Trace, "to">;

function tracesFromHubs(network: Network, group: HubGroup, report: RoutesReport, to: Prefix, asked: Asked): Steps[] {
  const names = namesIn(network);
  const spokes = new SpokeViews(viewsOf(network, group));
  const { alike } = flowsOver(marked(routesOf(network, group).routes, [to]), spokes);
  // Of one address all flows have the same chain.
  const chain = alike[0]?.chain ?? [];
  return group.hubs.flatMap((hub) => {
    const own = spokes.views.of(hub);
    const places: { readonly part: Part; readonly start: readonly Phrase[]; readonly view: View }[] = [
      { part: hub, start: [], view: own },
      ...hub.spokeConnections.map((spoke) => {
        const view = spokes.of(spoke) ?? own;
        return {
          part: spoke,
          start: view.table === own.table ? [phrase`follows the default route table of ${hub}`] : [],
          view,
        };
      }),
    ];
    return places
      .filter(({ part }) => isAsked(asked, part.resource.address))
      .map(({ part, start, view }) => {
        const from = names.of(part);
        const route = report.routes.find((one) => one.place === from && one.direction === "to-onprem");
        const told = [...start, ...stepsFrom(view, Number(to.first), chain)].map((step) => names.in(step));
        return { from, steps: [...told, ...(route === undefined ? [] : endOf(route))] };
      });
  });
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
