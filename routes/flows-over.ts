import { ChainDecisions } from "./chain-decisions";
import { DecidingViews } from "./deciding-views";
import { DecidedFlows, type Flows } from "./flows";
import { Intervals } from "./intervals";
import { MarkedChains, type MarkedRoutes } from "./marked-chains";
import type { Opening } from "./source";
import type { SpokeViews } from "./spoke-views";

/** The flows to all marked addresses, from every hub that decides in its own way, and from spokes that differ. */
export function flowsOver(routes: MarkedRoutes, spokes: SpokeViews, openings: readonly Opening[] = []): Flows {
  const marked = new MarkedChains(routes);
  const decisions = new ChainDecisions(marked.chains, new DecidingViews(spokes, routes.sources, openings));
  const intervals = new Intervals();
  marked.walk((first, last, chain) => intervals.add(first, last, decisions.of(chain).number));
  return new DecidedFlows(intervals, decisions.decided, decisions.afterLoss);
}
