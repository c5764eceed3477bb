import { sweepOverlaps } from "../../address/overlap";
import { containsPrefix, type Prefix } from "../../address/prefix";
import { listed, phrase } from "../../network/facts/called/phrase";
import { prefixesOf } from "../../network/facts/prefixes";
import { isDescribed, isManaged } from "../../network/facts/standing";
import { unknownsOf } from "../../network/field";
import type { Network, Subnet, VirtualNetwork } from "../../network/network";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Place, Rule } from "./rule";

interface SubnetPrefix {
  readonly subnet: Subnet;
  readonly place: Place;
  readonly prefix: Prefix;
}

/** The subnets of a connected virtual network share out its addresses. */
export const spokeSubnetInside: Rule = {
  id: "spoke-subnet-inside",
  level: "error",
  section: "Addresses",
  what: "Subnets of a connected virtual network lie inside it and don't overlap each other.",
  why: "Azure refuses them at apply, when half of the network may be changed already.",
  page: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq",
  *judge(network) {
    for (const spoke of spokesOf(network)) {
      const prefixes = spoke.subnets.items.filter(isDescribed).flatMap((subnet) => prefixesOfSubnet(subnet));
      yield* judgeInside(spoke, prefixes);
      yield* judgeAmongEachOther(prefixes);
      yield* judgeUnknown(spoke);
    }
  },
};

function spokesOf(network: Network): VirtualNetwork[] {
  return network.virtualNetworks.filter(({ connections }) => connections.length > 0);
}

function prefixesOfSubnet(subnet: Subnet): SubnetPrefix[] {
  return prefixesOf(subnet.prefixes).map(({ prefix, path }) => ({ subnet, place: at(subnet, path), prefix }));
}

function* judgeInside(spoke: VirtualNetwork, prefixes: readonly SubnetPrefix[]): Iterable<Judgement> {
  const space = prefixesOf(spoke.addressSpace).map(({ prefix }) => prefix);
  const unknowns = unknownsOf(spoke.addressSpace);
  for (const { subnet, place, prefix } of prefixes) {
    const fact = phrase`${prefix.text} of ${subnet}`;
    const evidence = { prefix: prefix.text, addressSpace: space.map(({ text }) => text) };
    if (space.some((one) => containsPrefix(one, prefix))) {
      continue;
    }
    if (unknowns.length > 0) {
      yield cannotTell(place, unknowns, phrase`whether ${fact} lies inside its virtual network can't be told`, {
        evidence,
      });
    } else {
      const remedy = phrase`Use a prefix inside the address space of ${spoke}: ${listed(space.map(({ text }) => text))}.`;
      yield violation(place, { message: phrase`${fact} does not lie inside its virtual network`, remedy, evidence });
    }
  }
}

function* judgeAmongEachOther(prefixes: readonly SubnetPrefix[]): Iterable<Judgement> {
  const found: Judgement[] = [];
  sweepOverlaps(prefixes, (inner, enclosing) => {
    const outer = enclosing.at(-1);
    if (outer !== undefined) {
      found.push(overlapOf(inner, outer));
    }
  });
  yield* found;
}

function overlapOf(inner: SubnetPrefix, outer: SubnetPrefix): Judgement {
  const other = inner.subnet === outer.subnet ? "the same" : outer.subnet;
  return violation(inner.place, {
    message: phrase`${inner.prefix.text} of ${inner.subnet} overlaps ${outer.prefix.text} of ${other}`,
    remedy: "Give each subnet addresses of its own.",
    evidence: { prefix: inner.prefix.text, other: outer.prefix.text, otherAddress: outer.subnet.resource.address },
  });
}

/** Subnets of which can't be told where they lie; only those that an input makes. */
function* judgeUnknown(spoke: VirtualNetwork): Iterable<Judgement> {
  for (const subnet of spoke.subnets.items.filter(isManaged)) {
    const unknowns = unknownsOf(subnet.prefixes);
    if (unknowns.length > 0) {
      const message = phrase`a prefix of ${subnet} is unknown, so it may lie outside its virtual network or overlap another`;
      yield cannotTell(at(subnet, subnet.prefixes.path), unknowns, message);
    }
  }
  if (spoke.subnets.unknown !== undefined && isManaged(spoke)) {
    const message = phrase`which subnets ${spoke} has can't be told, nor whether they lie inside it`;
    yield cannotTell(at(spoke, spoke.subnets.path), spoke.subnets.unknown, message);
  }
}
