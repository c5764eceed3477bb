import { routingIntentsAt } from "../../../../network/facts/at-hub";
import { expressRouteOf } from "../../../../network/facts/private-path";
import { knownValue, targetOf, type Unknown, unknownsOf } from "../../../../network/field";
import type { Network, Part, RoutingPolicy, VirtualHub } from "../../../../network/network";
import { at, type Place } from "../../../../network/place";

/** What all private traffic of a hub goes through, tunnels over ExpressRoute with it. */
export interface Screen {
  readonly place: Place;
  /** The next hop of the routing policy; undefined where that can't be told. */
  readonly hop: Part | undefined;
  /** Why it can't be told whether there is such a policy, or what its next hop is. */
  readonly unknowns: readonly Unknown[];
}

/** What the tunnels of a hub go through: what screens the hub itself, and where its circuits are at others, those. */
export function screensOf(network: Network, hub: VirtualHub): Screen[] {
  const wan = targetOf(hub.wan);
  const others = network.hubs.filter(
    (other) => other !== hub && wan !== undefined && targetOf(other.wan) === wan && expressRouteOf(other).length > 0,
  );
  return [hub, ...(expressRouteOf(hub).length > 0 ? [] : others)].flatMap((one) => screensAt(network, one));
}

function screensAt(network: Network, hub: VirtualHub): Screen[] {
  const { certain, doubtful } = routingIntentsAt(network, hub);
  const intents = [...certain.map((part) => ({ part, unknowns: [] })), ...doubtful];
  return intents.flatMap(({ part, unknowns }) => {
    const { path, items, unknown } = part.policies;
    const more = unknown === undefined ? [] : [{ place: at(part, path), hop: undefined, unknowns: [unknown] }];
    return [...items.flatMap((policy) => screenOf(part, policy, unknowns)), ...more];
  });
}

function screenOf(intent: Part, { path, destinations, nextHop }: RoutingPolicy, doubts: readonly Unknown[]): Screen[] {
  const isPrivate = destinations.items.some((one) => knownValue(one) === "PrivateTraffic");
  const unsure = isPrivate ? [] : unknownsOf(destinations);
  if (!isPrivate && unsure.length === 0) {
    return [];
  }
  const place = at(intent, nextHop.path || path);
  const hop = targetOf(nextHop);
  const unknown = nextHop.state === "unknown" ? [nextHop.unknown] : [];
  return [{ place, hop, unknowns: [...doubts, ...unsure, ...unknown] }];
}
