import type { Address } from "../../../../address/address";
import { type AddressRange, parseRange, rangesMeet } from "../../../../address/range";
import type { Answer } from "../../../../network/facts/answer";
import type { Field, Items, Unknown } from "../../../../network/field";
import { type Block, itself } from "../../../../network/fields/block";
import { textField, textItems } from "../../../../network/fields/typed-fields";
import type { Network } from "../../../../network/network";
import { blocksOfType } from "../resource-blocks";
import { type Target, targetOfBlock, targetsOfBlock } from "../targets";

/** The addresses that one side of a firewall's rule names, as far as they can be told. */
export interface AddressSet {
  readonly ranges: readonly AddressRange[];
  /** What may name more of them. */
  readonly unknowns: readonly Unknown[];
}

/** The addresses of a side of a network rule: `source` or `destination`. */
export function addressSetOf(network: Network, rule: Block, side: "source" | "destination"): AddressSet {
  const groups = targetsOfBlock(network, rule, `${side}_ip_groups`).map((target) => addressesAt(network, target));
  const names = side === "destination" ? namesOf(rule) : NOTHING;
  return together([addressesIn(rule, textItems(rule, `${side}_addresses`)), names, ...groups]);
}

/** Whether an address is among them. */
export function holdsAddress({ ranges, unknowns }: AddressSet, { family, value }: Address): Answer {
  const own = { family, first: value, last: value };
  return ranges.some((range) => rangesMeet(range, own)) ? "yes" : unknowns.length > 0 ? unknowns : "no";
}

const NOTHING: AddressSet = { ranges: [], unknowns: [] };
const EVERYTHING: AddressRange = { family: 4, first: 0, last: 0xffff_ffff };

function together(sets: readonly AddressSet[]): AddressSet {
  return { ranges: sets.flatMap(({ ranges }) => ranges), unknowns: sets.flatMap(({ unknowns }) => unknowns) };
}

/** What names stand for is asked when packets come. */
function namesOf(rule: Block): AddressSet {
  const { path, items, unknown } = textItems(rule, "destination_fqdns");
  return { ranges: [], unknowns: items.length > 0 ? [itself(rule, path)] : unknown === undefined ? [] : [unknown] };
}

function addressesAt(network: Network, target: Target): AddressSet {
  switch (target.state) {
    case "block":
      return addressesOfGroup(network, target.block);
    case "id":
      return { ranges: [], unknowns: [{ decidedBy: [target.id] }] };
    case "unknown":
      return { ranges: [], unknowns: [target.unknown] };
    case "absent":
      return NOTHING;
  }
}

function addressesOfGroup(network: Network, group: Block): AddressSet {
  const others = blocksOfType(network, "azurerm_ip_group_cidr").flatMap((one): AddressSet[] => {
    const target = targetOfBlock(network, one, "ip_group_id");
    if (target.state === "unknown") {
      return [{ ranges: [], unknowns: [target.unknown] }];
    }
    const isHere = target.state === "block" && target.block.resource === group.resource;
    return isHere ? [addressesOf(one, textField(one, "cidr"))] : [];
  });
  return together([addressesIn(group, textItems(group, "cidrs")), ...others]);
}

function addressesIn(block: Block, { items, unknown }: Items<Field<string>>): AddressSet {
  const sets = items.map((field) => addressesOf(block, field));
  return together([...sets, { ranges: [], unknowns: unknown === undefined ? [] : [unknown] }]);
}

/** A service tag stands for addresses that only Azure knows. */
function addressesOf(block: Block, field: Field<string>): AddressSet {
  if (field.state !== "known") {
    return { ranges: [], unknowns: field.state === "unknown" ? [field.unknown] : [] };
  }
  if (field.value === "*") {
    return { ranges: [EVERYTHING], unknowns: [] };
  }
  const parsed = parseRange(field.value);
  const range = parsed.ok ? parsed.value : parsed.meant;
  return range === undefined
    ? { ranges: [], unknowns: [itself(block, field.path)] }
    : { ranges: [range], unknowns: [] };
}
