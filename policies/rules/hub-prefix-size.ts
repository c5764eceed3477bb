import { phrase } from "../../network/facts/called/phrase";
import { prefixOfField } from "../../network/facts/prefixes";
import { isDescribed, isManaged } from "../../network/facts/standing";
import type { VirtualHub } from "../../network/network";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

const SMALLEST = 24;
const RECOMMENDED = 23;

/** A hub has room for its gateways. */
export const hubPrefixSize: Rule = {
  id: "hub-prefix-size",
  level: "error",
  section: "Addresses",
  what: "A hub prefix is /24 or larger; /23 is recommended.",
  why: "Gateways, firewall and router don't fit into less, and the prefix of a hub can't be changed: the hub is replaced, with everything that is connected to it.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq",
  scope: "resource",
  *judge(network) {
    for (const hub of network.hubs.filter(isDescribed)) {
      yield* judgeHub(hub);
    }
  },
};

function* judgeHub(hub: VirtualHub): Iterable<Judgement> {
  const { addressPrefix } = hub;
  const place = at(hub, addressPrefix.path);
  if (addressPrefix.state === "unknown" && isManaged(hub)) {
    yield cannotTell(
      place,
      addressPrefix.unknown,
      phrase`the address prefix of ${hub} is unknown, so it may be smaller than /${SMALLEST}`,
    );
  }
  if (addressPrefix.state === "absent" && !isRouteServer(hub)) {
    yield violation(place, {
      message: phrase`${hub} has no address prefix`,
      remedy: "Set address_prefix to a free /23.",
    });
  }
  const prefix = prefixOfField(addressPrefix)?.prefix;
  if (prefix?.family !== 4) {
    return;
  }
  const evidence = { prefix: prefix.text, length: prefix.length };
  if (prefix.length > SMALLEST) {
    yield violation(place, {
      message: phrase`address prefix ${prefix.text} of ${hub} is smaller than /${SMALLEST}`,
      remedy: `Use a /${RECOMMENDED}, or a /${SMALLEST} at least.`,
      evidence,
    });
  } else if (prefix.length > RECOMMENDED) {
    yield violation(place, {
      level: "note",
      message: phrase`address prefix ${prefix.text} of ${hub} is smaller than the recommended /${RECOMMENDED}`,
      remedy: `Use a /${RECOMMENDED}: a hub's prefix can't be changed later.`,
      evidence,
    });
  }
}

/** A hub outside any WAN is a route server, which has no prefix of its own, and no gateways. */
function isRouteServer({ wan, vpnGateways, expressRouteGateways }: VirtualHub): boolean {
  return wan.state === "absent" && vpnGateways.length + expressRouteGateways.length === 0;
}
