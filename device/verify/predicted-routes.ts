import { addressText } from "../../address/address";
import type { Network, VirtualHub } from "../../network/network";
import { type Decision, decide } from "../../routes/decision";
import { type HubGroup, hasPrivatePath, hubGroups } from "../../routes/hub-groups";
import type { RouteSource } from "../../routes/source";
import { routesOf, viewsOf } from "../../routes/wan-routes";
import type { ObservedRoute } from "../azure/observations";

/** What is predicted for the hubs of a WAN. */
export interface PredictedWan {
  readonly group: HubGroup;
  /** Whether there may be routes that the inputs don't tell. */
  readonly isOpen: boolean;
  readonly at: (hub: VirtualHub) => readonly PredictedRoute[];
}

/** One prefix that a hub has a route of. */
export interface PredictedRoute {
  /** `10.0.1.0/24` */
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly decision: Decision;
  /** Where it leads, as Azure would show it; more than one where it can't be told, or is shared. */
  readonly hops: ReadonlySet<ObservedRoute["hop"]>;
}

/** Predicted routes of the WANs that have tunnels over ExpressRoute. */
export function predictedWans(network: Network): PredictedWan[] {
  return hubGroups(network)
    .filter(hasPrivatePath)
    .map((group) => {
      const learned = routesOf(network, group);
      const views = viewsOf(network, group);
      const byPrefix = new Map<
        string,
        { readonly first: number; readonly length: number; readonly sources: RouteSource[] }
      >();
      for (const { first, length, source } of learned.routes) {
        const text = `${addressText(4, first)}/${length}`;
        const known = byPrefix.get(text) ?? { first, length, sources: [] };
        known.sources.push(source);
        byPrefix.set(text, known);
      }
      return {
        group,
        isOpen: learned.openings.length > 0,
        at: (hub) =>
          [...byPrefix].flatMap(([text, { first, length, sources }]) => {
            const decision = decide(views.of(hub), [{ length, sources }]);
            const last = first + 2 ** (32 - length) - 1;
            return decision.outcome === "dropped" && decision.via.length === 0
              ? []
              : [{ text, first, last, decision, hops: new Set(decision.via.map((one) => hopOf(one, hub))) }];
          }),
      };
    });
}

function hopOf({ kind, hub: learner, carriage }: RouteSource, hub: VirtualHub): ObservedRoute["hop"] {
  if (learner !== hub) {
    return "hub";
  }
  switch (kind) {
    case "vpn":
      return "tunnel";
    case "expressroute":
      return "expressroute";
    case "spoke":
      return "spoke";
    default:
      return carriage === "azure" ? "spoke" : undefined;
  }
}
