import type { Network } from "../network/network";
import type { Range } from "./covering";
import type { Flow, Flows } from "./flows";
import { flowsOver } from "./flows-over";
import { type HubGroup, hasPrivatePath } from "./hub-groups";
import { markProtected, type Protected, protectedFrom, protectedGroups } from "./protected";
import type { Opening } from "./source";
import { SpokeViews } from "./spoke-views";
import { routesOf, sorted, viewsOf } from "./wan-routes";

export type { AfterLoss, AlikeFlows, Flow, Flows } from "./flows";
export { flowsOver } from "./flows-over";

/** What becomes of all protected addresses, from every hub of a WAN. */
export interface TowardsOnPremises extends Flows {
  readonly group: HubGroup;
  readonly protected: Protected;
  readonly openings: readonly Opening[];
  /**
   * Protected addresses that nothing here need lead to: another WAN reaches them, or they are another's to reach, for no
   * tunnel on the private path ends here; or they are protected only because they were before the change.
   */
  readonly excused: readonly Range[];
}

const known = new WeakMap<Network, readonly TowardsOnPremises[]>();

/** Decides for every protected address, from every hub: exact, in one pass over the sorted routes. */
export function towardsOnPremises(network: Network): readonly TowardsOnPremises[] {
  const found = known.get(network) ?? allTowards(network);
  known.set(network, found);
  return found;
}

function allTowards(network: Network): readonly TowardsOnPremises[] {
  const all: TowardsOnPremises[] = [];
  all.push(...protectedGroups(network).map((group) => analysed(network, group, all)));
  return all;
}

function excusedFrom(own: HubGroup, all: readonly TowardsOnPremises[]): Range[] {
  const others = all.filter(({ group }) => group !== own);
  return others.flatMap(({ alike, group }) => {
    const isTheirs = hasPrivatePath(group) && !hasPrivatePath(own);
    return alike.filter(({ decision }) => isTheirs || decision.outcome !== "dropped").flatMap(({ ranges }) => ranges);
  });
}

/** @param all those of all WANs, once they are known */
function analysed(network: Network, group: HubGroup, all: readonly TowardsOnPremises[]): TowardsOnPremises {
  const wanted = protectedFrom(network, group);
  const learned = routesOf(network, group);
  markProtected(wanted, learned);
  const spokes = new SpokeViews(viewsOf(network, group));
  const found = flowsOver(sorted(learned), spokes, learned.openings);
  let excused: readonly Range[] | undefined;
  return {
    group,
    protected: wanted,
    openings: learned.openings,
    get excused(): readonly Range[] {
      excused ??= [...excusedFrom(group, all), ...wanted.formerly];
      return excused;
    },
    afterLoss: found.afterLoss,
    get flows(): readonly Flow[] {
      return found.flows;
    },
    alike: found.alike,
  };
}
