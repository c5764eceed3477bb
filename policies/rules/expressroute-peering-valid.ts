import { containsPrefix } from "../../address/prefix";
import { phrase } from "../../network/facts/called/phrase";
import { prefixOfField, type StatedPrefix } from "../../network/facts/prefixes";
import { isManaged } from "../../network/facts/standing";
import type { Field } from "../../network/field";
import type { CircuitPeering } from "../../network/network";
import { Secret, UnknownAttribute } from "../../network/resource";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

const LENGTH = 30;
const VLANS = { first: 1, last: 4094 };
const LONGEST_KEY = 25;

/** An ExpressRoute peering has what its BGP sessions need. */
export const expressroutePeeringValid: Rule = {
  id: "expressroute-peering-valid",
  level: "error",
  section: "Topology and limits",
  what: "A peering has two distinct /30 subnets, or none where the provider manages it, a VLAN of 1 to 4094, and a key of at most 25 alphanumerics.",
  why: "Azure refuses anything else at apply. It takes the first address of each /30 for your router and the second for its own, one BGP session each.",
  page: "https://learn.microsoft.com/azure/expressroute/expressroute-howto-routing-portal-resource-manager",
  scope: "resource",
  *judge(network) {
    for (const peering of network.peerings.filter(isManaged)) {
      yield* judgeSubnets(peering);
      yield* judgeVlan(peering);
      yield* judgeKey(peering);
    }
  },
};

function* judgeSubnets(peering: CircuitPeering): Iterable<Judgement> {
  const { primaryPrefix, secondaryPrefix } = peering;
  yield* judgeSubnet(peering, primaryPrefix);
  yield* judgeSubnet(peering, secondaryPrefix);
  yield* judgePair(peering);
  const [primary, secondary] = [primaryPrefix, secondaryPrefix].map(prefixOfField);
  if (primary !== undefined && secondary !== undefined && overlap(primary, secondary)) {
    yield violation(at(peering, secondaryPrefix.path), {
      message: phrase`the subnets of ${peering} are not distinct: ${primary.prefix.text} and ${secondary.prefix.text}`,
      remedy: "Use two /30 subnets that don't overlap.",
      evidence: { primary: primary.prefix.text, secondary: secondary.prefix.text },
    });
  }
}

function overlap({ prefix: a }: StatedPrefix, { prefix: b }: StatedPrefix): boolean {
  return containsPrefix(a, b) || containsPrefix(b, a);
}

function* judgeSubnet(peering: CircuitPeering, field: Field<string>): Iterable<Judgement> {
  const place = at(peering, field.path);
  if (field.state === "unknown") {
    const message = phrase`a subnet of ${peering} is unknown, so it may be no /${LENGTH}, or the other one's`;
    yield cannotTell(place, field.unknown, message);
  } else if (field.state === "known") {
    const prefix = prefixOfField(field)?.prefix;
    // What is no prefix at all is for prefix-canonical to say.
    if (prefix !== undefined && (prefix.family !== 4 || prefix.length !== LENGTH)) {
      yield violation(place, {
        message: phrase`${prefix.text} of ${peering} is no IPv4 /${LENGTH}`,
        remedy: `Use one /${LENGTH} for the primary and another for the secondary link.`,
        evidence: { prefix: prefix.text },
      });
    }
  }
}

/** Both subnets, or neither. */
function* judgePair(peering: CircuitPeering): Iterable<Judgement> {
  const both = [peering.primaryPrefix, peering.secondaryPrefix];
  const missing = both.find(({ state }) => state === "absent");
  if (missing !== undefined && both.some(({ state }) => state === "known")) {
    yield violation(at(peering, missing.path), {
      message: phrase`${peering} has one subnet only`,
      remedy: `Set ${missing.path} to another /${LENGTH}, or leave both out where the provider manages the peering.`,
    });
  }
}

function* judgeVlan(peering: CircuitPeering): Iterable<Judgement> {
  const { vlan } = peering;
  const place = at(peering, vlan.path);
  if (vlan.state === "unknown") {
    yield cannotTell(
      place,
      vlan.unknown,
      phrase`the VLAN of ${peering} is unknown, so it may be none of 1 to ${VLANS.last}`,
    );
  } else if (vlan.state === "known" && !isVlan(vlan.value)) {
    yield violation(place, {
      message: phrase`VLAN ${vlan.value} of ${peering} is not in ${VLANS.first} to ${VLANS.last}`,
      remedy: `Use the VLAN that your provider gave you, a whole number of ${VLANS.first} to ${VLANS.last}.`,
      evidence: { vlan: vlan.value },
    });
  }
}

function isVlan(value: number): boolean {
  return Number.isInteger(value) && VLANS.first <= value && value <= VLANS.last;
}

/** What is known of the key. Where it is a secret of which nothing is told, there is nothing to judge it by. */
function* judgeKey(peering: CircuitPeering): Iterable<Judgement> {
  const key = peering.resource.attributes.shared_key;
  const place = at(peering, "shared_key");
  if (key instanceof UnknownAttribute && !key.computed) {
    yield cannotTell(place, key.unknown, phrase`the key of ${peering} is unknown, so it may be one that Azure refuses`);
  }
  const facts = key instanceof Secret ? key.facts : undefined;
  if (facts !== undefined && (facts.length > LONGEST_KEY || facts.length === 0 || !facts.alphanumeric)) {
    yield violation(place, {
      message: phrase`the key of ${peering} has ${facts.length} characters${facts.alphanumeric ? "" : ", some of them no letters or digits"}`,
      remedy: `Use a key of 1 to ${LONGEST_KEY} letters and digits.`,
      evidence: { length: facts.length, alphanumeric: facts.alphanumeric },
    });
  }
}
