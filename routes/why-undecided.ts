import type { Unknown } from "../network/field";
import type { VirtualHub } from "../network/network";
import type { Decision, PrefixRoutes } from "./decision";

/** What would decide an undecided choice. */
export function whyUndecided(hub: VirtualHub, chain: readonly PrefixRoutes[], { via }: Decision): Unknown[] {
  const hubs = new Set([hub, ...chain.flatMap(({ sources }) => sources.map((source) => source.hub))]);
  const open = [
    ...via.flatMap(({ carriageUnknowns }) => carriageUnknowns),
    ...(via.length > 1 ? via.flatMap(({ asPathUnknowns }) => asPathUnknowns) : []),
    ...[...hubs].flatMap((one) => (one.routingPreference.state === "unknown" ? [one.routingPreference.unknown] : [])),
  ];
  return open.length > 0 ? open : [{ decidedBy: [`${hub.resource.address}.hub_routing_preference`] }];
}
