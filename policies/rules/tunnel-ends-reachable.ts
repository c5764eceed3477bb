import { type Answer, allOf, anyOf, isOpen } from "../../network/facts/answer";
import { listed, phrase } from "../../network/facts/called/phrase";
import { refusedByAnyAt } from "../../network/facts/on-premises";
import { prefixesOf, prefixOfField } from "../../network/facts/prefixes";
import { type PrivatePathHub, privatePathHubs } from "../../network/facts/private-path";
import { addressOfField } from "../../network/facts/site-links";
import { isDescribed } from "../../network/facts/standing";
import { type Field, type Items, unknownsOf } from "../../network/field";
import type { Network, VirtualHub, VpnGateway } from "../../network/network";
import { maximalPrefixes, type Range, rangesOf, without } from "../../routes/covering";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/**
 * On-premises routers learn the hub's own prefix over ExpressRoute, for the tunnels end in it. Route maps never touch
 * that prefix, so one that drops everything is right; what routers filter themselves is another matter.
 *
 * A filter for a part of the prefix may leave it alone, as one by exact prefix does, or refuse that part. Then the
 * addresses of the gateway's instances decide, which Azure gives and nobody can compute.
 */
export const tunnelEndsReachable: Rule = {
  id: "tunnel-ends-reachable",
  level: "error",
  section: "Private path",
  what: "On-premises routers learn the prefix of a hub where tunnels end over ExpressRoute: they don't filter it there.",
  why: "The Azure ends of the tunnels are addresses in the hub's own prefix. Routers that refuse it over ExpressRoute have no way there outside the tunnel, and none comes up.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  undecided:
    "Where a filter holds a part of the hub's prefix, and the private addresses of its VPN gateway aren't known yet.",
  *judge(network) {
    for (const one of privatePathHubs(network)) {
      yield* judgeHub(network, one);
    }
  },
};

function* judgeHub(network: Network, { hub, first, inUse }: PrivatePathHub): Iterable<Judgement> {
  const filters = refusedByAnyAt(network, hub);
  if (filters === undefined) {
    return;
  }
  const filtered = filteredOf(hub, filters);
  const further = unknownsOf(filters);
  const answer = allOf([anyOf([endIn(hub, filtered, filters), ...further.map((unknown) => [unknown])]), inUse]);
  if (answer === "no") {
    return;
  }
  const place = isDescribed(hub) ? at(hub) : first.place;
  const evidence = { hub: hub.resource.address, filtered: maximalPrefixes(filtered) };
  if (isOpen(answer)) {
    const message = phrase`whether on-premises routers refuse over ExpressRoute where the tunnels to ${hub} end can't be told`;
    yield cannotTell(place, answer, message, { evidence });
  } else {
    yield violation(place, {
      message: phrase`on-premises routers refuse ${listed(evidence.filtered)} over ExpressRoute, where the tunnels to ${hub} end`,
      remedy: "Filter the prefixes of spokes alone, and leave the hub's own prefix on ExpressRoute.",
      evidence,
    });
  }
}

type Filters = Items<Field<string>>;

/** What of the hub's prefix is filtered. */
function filteredOf({ addressPrefix }: VirtualHub, filters: Filters): Range[] {
  const refused = prefixesOf(filters).flatMap(({ prefix }) => rangesOf(prefix));
  const own = prefixOfField(addressPrefix);
  return (own === undefined ? [] : rangesOf(own.prefix)).flatMap((range) => {
    const left = without(range, refused);
    return without(range, left);
  });
}

/** Whether a tunnel ends in what is filtered. */
function endIn(hub: VirtualHub, filtered: readonly Range[], filters: Filters): Answer {
  const { addressPrefix } = hub;
  if (addressPrefix.state === "unknown" && filters.items.length > 0) {
    return [addressPrefix.unknown];
  }
  const own = prefixOfField(addressPrefix);
  if (own === undefined || filtered.length === 0) {
    return "no";
  }
  return maximalPrefixes(filtered).includes(own.prefix.text)
    ? "yes"
    : anyOf(hub.vpnGateways.map((one) => endsIn(one, filtered)));
}

/** A gateway has two instances, each with an address of its own. */
const INSTANCES = 2;

function endsIn({ privateAddresses, resource }: VpnGateway, filtered: readonly Range[]): Answer {
  const ends = privateAddresses.flatMap((field) => addressOfField(field) ?? []);
  if (ends.some(({ value }) => filtered.some(({ first, last }) => first <= value && value <= last))) {
    return "yes";
  }
  return ends.length < INSTANCES ? [{ decidedBy: [`${resource.address}.ip_configuration`] }] : "no";
}
