import fc from "fast-check";
import { addressText } from "../../address/address";
import type { Family } from "../../address/family";
import type { Prefix } from "../../address/prefix";

/**
 * A part of an address space small enough to try all of it: what follows some leading bits, cut into 256 cells by the
 * next eight. Here a prefix is a text of zeros and ones, and holds what begins with it: nothing is calculated the way the
 * library does.
 */
export interface Space {
  readonly family: Family;
  readonly lead: string;
}

/** The whole space, its two ends, and both sides of where a signed number would turn negative. */
export const SPACES: readonly Space[] = [
  { family: 4, lead: "" },
  { family: 4, lead: "0".repeat(24) },
  { family: 4, lead: `0${"1".repeat(23)}` },
  { family: 4, lead: `1${"0".repeat(23)}` },
  { family: 4, lead: "1".repeat(24) },
  { family: 6, lead: "" },
  { family: 6, lead: "0".repeat(120) },
  { family: 6, lead: "1".repeat(120) },
];

export const space4 = fc.constantFrom(...SPACES.filter(({ family }) => family === 4));
export const space6 = fc.constantFrom(...SPACES.filter(({ family }) => family === 6));

/** The 256 cells of a space, by the bits that follow its lead. */
export const CELLS: readonly string[] = Array.from({ length: 256 }, (_, cell) => cell.toString(2).padStart(8, "0"));

/** Up to eight bits. */
export const bits = fc.tuple(fc.nat(255), fc.nat(8)).map(([cell, length]) => (CELLS[cell] ?? "").slice(0, length));

/** A prefix, and its bits from the first one on. */
export interface Entry {
  readonly prefix: Prefix;
  readonly value: number;
  readonly family: Family;
  readonly bits: string;
}

/** Up to 14 entries in one space of each family; `value` is the place in the list. */
export const entries = fc
  .tuple(space4, space6)
  .chain(([four, six]) =>
    fc
      .array(fc.tuple(fc.constantFrom(four, six), bits), { maxLength: 14 })
      .map((list) => list.map(([space, tail], value) => entry(space, tail, value))),
  );

export function entry({ family, lead }: Space, tail: string, value: number): Entry {
  return { prefix: prefix({ family, lead }, tail), value, family, bits: lead + tail };
}

/** The prefix that has these bits, spelt out. */
export function prefix(space: Space, tail: string): Prefix {
  const { family } = space;
  const length = space.lead.length + tail.length;
  const first = lowest(space, tail);
  return { family, length, first, last: highest(space, tail), text: `${addressText(family, first)}/${length}` };
}

export function lowest({ family, lead }: Space, tail: string): number | bigint {
  return numberOf(family, (lead + tail).padEnd(family === 4 ? 32 : 128, "0"));
}

export function highest({ family, lead }: Space, tail: string): number | bigint {
  return numberOf(family, (lead + tail).padEnd(family === 4 ? 32 : 128, "1"));
}

function numberOf(family: Family, allBits: string): number | bigint {
  return family === 4 ? Number.parseInt(allBits, 2) : BigInt(`0b${allBits}`);
}
