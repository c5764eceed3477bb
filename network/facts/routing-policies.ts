import { knownValue } from "../field";
import type { Network, RoutingPolicy, VirtualHub } from "../network";
import { routingIntentsAt } from "./at-hub";

/** What a routing policy of a hub is for, as Azure names it. */
export type PolicyDestination = "PrivateTraffic" | "Internet";

/** The policies of a hub's routing intent for one kind of traffic, those that are surely there. */
export function policiesFor(network: Network, hub: VirtualHub, destination: PolicyDestination): RoutingPolicy[] {
  return routingIntentsAt(network, hub)
    .certain.flatMap(({ policies }) => policies.items)
    .filter(({ destinations }) => destinations.items.some((one) => knownValue(one) === destination));
}
