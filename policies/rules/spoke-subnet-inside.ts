import { sweepOverlaps } from "../../address/overlap";
import { containsPrefix, type Prefix } from "../../address/prefix";
import { besides, called, listed } from "../../network/facts/names";
import { prefixesOf } from "../../network/facts/prefixes";
import { isDescribed, isManaged } from "../../network/facts/standing";
import { unknownsOf } from "../../network/field";
import type { Network, Subnet, VirtualNetwork } from "../../network/network";
import { example } from "./examples/spoke-subnet-inside";
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
  example,
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
  const name = called("virtual network", spoke);
  for (const { subnet, place, prefix } of prefixes) {
    const fact = `${prefix.text} of ${called("subnet", subnet)}`;
    const evidence = { prefix: prefix.text, addressSpace: space.map(({ text }) => text) };
    if (space.some((one) => containsPrefix(one, prefix))) {
      continue;
    }
    if (unknowns.length > 0) {
      yield cannotTell(place, unknowns, `whether ${fact} lies inside ${name} can't be told`, { evidence });
    } else {
      const remedy = `Use a prefix inside the address space of ${name}: ${listed(space.map(({ text }) => text))}.`;
      yield violation(place, { message: `${fact} does not lie inside ${name}`, remedy, evidence });
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
  const name = called("subnet", inner.subnet);
  const other =
    inner.subnet === outer.subnet ? "the same" : besides(name, called("subnet", outer.subnet), outer.subnet);
  return violation(inner.place, {
    message: `${inner.prefix.text} of ${name} overlaps ${outer.prefix.text} of ${other}`,
    remedy: "Give each subnet addresses of its own.",
    evidence: { prefix: inner.prefix.text, other: outer.prefix.text, otherAddress: outer.subnet.resource.address },
  });
}

/** Subnets of which can't be told where they lie; only those that an input makes. */
function* judgeUnknown(spoke: VirtualNetwork): Iterable<Judgement> {
  for (const subnet of spoke.subnets.items.filter(isManaged)) {
    const unknowns = unknownsOf(subnet.prefixes);
    if (unknowns.length > 0) {
      const message = `a prefix of ${called("subnet", subnet)} is unknown, so it may lie outside ${called("virtual network", spoke)} or overlap another`;
      yield cannotTell(at(subnet, subnet.prefixes.path), unknowns, message);
    }
  }
  if (spoke.subnets.unknown !== undefined && isManaged(spoke)) {
    const message = `which subnets ${called("virtual network", spoke)} has can't be told, nor whether they lie inside it`;
    yield cannotTell(at(spoke, spoke.subnets.path), spoke.subnets.unknown, message);
  }
}
