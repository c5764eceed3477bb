import type { Unknown } from "../network/field";
import type { Decision, PrefixRoutes } from "./decision";
import type { View } from "./view";

/** What would decide an undecided choice. */
export function whyUndecided(
  { hub }: View,
  chain: readonly PrefixRoutes[],
  { via, unknowns }: Decision,
): readonly Unknown[] {
  const ofRoutes = via.flatMap(({ carriageUnknowns }) => carriageUnknowns);
  if (unknowns.length > 0) {
    return [...unknowns, ...ofRoutes];
  }
  const hubs = new Set([hub, ...chain.flatMap(({ sources }) => sources.map((source) => source.hub))]);
  const open = [
    ...ofRoutes,
    ...(via.length > 1 ? via.flatMap(({ asPathUnknowns }) => asPathUnknowns) : []),
    ...[...hubs].flatMap(({ routingPreference }) =>
      routingPreference.state === "unknown" ? [routingPreference.unknown] : [],
    ),
  ];
  return open.length > 0 ? open : [{ decidedBy: [`${hub.resource.address}.hub_routing_preference`] }];
}
