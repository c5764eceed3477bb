import { openOf } from "../network/facts/answer";
import { routingIntentsAt } from "../network/facts/at-hub";
import { phrase } from "../network/facts/called/phrase";
import { knownValue, targetOf, type Unknown, unknownsOf } from "../network/field";
import type { Network, Part, RoutingIntent, RoutingPolicy, VirtualHub } from "../network/network";
import { forwardsOf, isFirewallOf } from "./appliances";
import type { Propagation } from "./propagation";
import type { Reach } from "./reach";
import type { Opening } from "./source";

/** What the routing intent of a hub does with its traffic. */
export interface Inspection {
  /** Whether private traffic goes through a next hop first, to which static routes don't apply. */
  readonly isPrivate: Reach;
  /** The next hops that inspect private traffic and send it on by the routes that the hub has learned. */
  readonly by: readonly Part[];
  /** What would tell where 0.0.0.0/0 leads, as far as a policy takes it; empty where none does. */
  readonly defaultRoute: readonly Unknown[];
}

/** A hub without routing intent. */
export const UNINSPECTED: Inspection = { isPrivate: "no", by: [], defaultRoute: [] };

/**
 * What a hub's routing intent does. Azure Firewall inspects and forwards by what the hub has learned, and so does an
 * appliance of which intent says so. https://learn.microsoft.com/azure/virtual-wan/how-to-routing-policies
 */
export function inspectionOf(network: Network, hub: VirtualHub): Inspection {
  const { certain, doubtful } = routingIntentsAt(network, hub);
  const intents = [...certain, ...doubtful.map(({ part }) => part)];
  if (intents.length === 0) {
    return UNINSPECTED;
  }
  const possible = intents.filter(mayBePrivate);
  const isPrivate = certain.some(({ policies }) => policies.items.some(isSurelyPrivate));
  const doubts = doubtful.flatMap(({ unknowns }) => unknowns);
  return {
    isPrivate: isPrivate ? "yes" : possible.length > 0 ? doubtOf(possible, doubts) : "no",
    by: [...new Set(certain.flatMap((intent) => inspectorsOf(network, intent)))],
    defaultRoute: [...doubts, ...intents.map(({ resource }): Unknown => ({ decidedBy: [resource.address] }))],
  };
}

/** Next hops of private traffic of which nobody can tell what they do with it. */
export function inspectionOpenings(
  network: Network,
  intent: RoutingIntent,
  propagation: Propagation,
  doubts: readonly Unknown[],
): Opening[] {
  const { unknown, path, items } = intent.policies;
  const unsure = items.filter((policy) => mayTakePrivate(policy) && !forwards(network, intent, policy));
  if (unsure.length === 0 && unknown === undefined) {
    return [];
  }
  const unknowns = [
    ...doubts,
    ...unsure.flatMap((policy) => [...unknownsOf(policy.destinations), ...whatHopDoes(network, intent, policy)]),
    ...(unknown === undefined ? [] : [unknown]),
  ];
  const what = phrase`what the next hop of ${intent} does with private traffic`;
  return [{ carriage: "unknown", propagation, part: intent, path, what, unknowns }];
}

function isSurelyPrivate({ destinations }: RoutingPolicy): boolean {
  return destinations.items.some((field) => field.state === "known" && field.value !== INTERNET);
}

function mayTakePrivate({ destinations }: RoutingPolicy): boolean {
  return destinations.unknown !== undefined || destinations.items.some((field) => knownValue(field) !== INTERNET);
}

const INTERNET = "Internet";

function mayBePrivate({ policies }: RoutingIntent): boolean {
  return policies.unknown !== undefined || policies.items.some(mayTakePrivate);
}

function doubtOf(intents: readonly RoutingIntent[], doubts: readonly Unknown[]): Reach {
  const unknowns = intents.flatMap(({ resource, policies }) => [
    ...(policies.unknown === undefined ? [] : [policies.unknown]),
    ...policies.items.flatMap(({ destinations }) => unknownsOf(destinations)),
    { decidedBy: [resource.address] },
  ]);
  const name = `routing intent ${intents.map(({ resource }) => resource.address).join(" ")}`;
  return { name, unknowns: [...doubts, ...unknowns] };
}

function inspectorsOf(network: Network, intent: RoutingIntent): Part[] {
  return intent.policies.items.flatMap((policy) => {
    const { nextHop } = policy;
    const inspects = mayTakePrivate(policy) && forwards(network, intent, policy);
    return nextHop.state === "resolved" && inspects ? [nextHop.to] : [];
  });
}

function forwards(network: Network, intent: RoutingIntent, { nextHop }: RoutingPolicy): boolean {
  return (
    nextHop.state === "resolved" &&
    (isFirewallOf(network, targetOf(intent.hub), nextHop.to) ||
      forwardsOf(network, [nextHop.to.resource.address], intent) === "yes")
  );
}

function whatHopDoes(network: Network, intent: RoutingIntent, { nextHop }: RoutingPolicy): readonly Unknown[] {
  if (nextHop.state === "resolved") {
    return openOf(forwardsOf(network, [nextHop.to.resource.address], intent));
  }
  return [
    nextHop.state === "unknown" ? nextHop.unknown : { decidedBy: [`${intent.resource.address}.${nextHop.path}`] },
  ];
}
