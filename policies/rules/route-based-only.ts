import { isOn, isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { inConnection } from "../../network/facts/link-connections";
import { isDescribed } from "../../network/facts/standing";
import type { LinkConnection, Network } from "../../network/network";
import { at, violation } from "./judgement";
import { judgeLinkConnections } from "./reasoning/judge-link-connections";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** Routes decide what enters a tunnel, never traffic selectors. */
export const routeBasedOnly: Rule = {
  id: "route-based-only",
  level: "error",
  section: "Tunnel",
  what: "policy_based_traffic_selector_enabled is off and there is no traffic_selector_policy.",
  why: "Virtual WAN works with route-based devices only; with traffic selectors, what they leave out goes over ExpressRoute unencrypted.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  scope: "resource",
  *judge(network) {
    yield* judgeLinkConnections(network, "they are route-based", judgeFlag);
    yield* judgePolicies(network);
  },
};

function* judgeFlag(link: LinkConnection): Iterable<Judgement> {
  const flag = link.policyBasedTrafficSelectors;
  const place = inConnection(link, flag);
  const on = isOn(flag);
  if (isOpen(on)) {
    yield cannotTell(place, on, phrase`whether ${link} uses policy-based traffic selectors can't be told`);
  } else if (on === "yes") {
    yield violation(place, {
      message: phrase`${link} uses policy-based traffic selectors`,
      remedy: "Take policy_based_traffic_selector_enabled out, and set the device up route-based (any to any).",
      evidence: { policyBasedTrafficSelectors: true },
    });
  }
}

function* judgePolicies(network: Network): Iterable<Judgement> {
  for (const connection of network.vpnConnections.filter(isDescribed)) {
    const policies = connection.trafficSelectorPolicies;
    const [first] = policies.items;
    if (first !== undefined) {
      yield violation(at(connection, first.path), {
        message: phrase`${connection} has a traffic_selector_policy`,
        remedy: "Take the traffic_selector_policy blocks out, and set the device up route-based (any to any).",
        evidence: { policies: policies.items.length },
      });
    } else if (policies.unknown !== undefined) {
      const message = phrase`whether ${connection} has a traffic_selector_policy can't be told`;
      yield cannotTell(at(connection, policies.path), policies.unknown, message);
    }
  }
}
