import { LENGTH_SHIFT, type RouteColumns } from "./unsorted-routes";

/**
 * Sorts routes by first address, then by prefix length, both rising; the order in which they came breaks ties. In the
 * columns themselves, or in others that it makes.
 *
 * Least significant digit first, so that every pass is stable: the length, then the first address in three digits.
 */
export function inAddressOrder(columns: RouteColumns): RouteColumns {
  let sorted = columns;
  let spare = columnsOf(columns.firsts.length);
  for (const digit of DIGITS) {
    if (sortedBy(digit, sorted, spare)) {
      [sorted, spare] = [spare, sorted];
    }
  }
  return sorted;
}

/** Where a digit is: in which column, and from which bit on. */
interface Digit {
  readonly column: keyof RouteColumns;
  readonly shift: number;
}

// Eleven bits at most: as many places to write to as the nearest cache holds.
const DIGIT_MASK = 2047;

const DIGITS: readonly Digit[] = [
  { column: "lengthsAndSources", shift: LENGTH_SHIFT },
  { column: "firsts", shift: 0 },
  { column: "firsts", shift: 11 },
  { column: "firsts", shift: 22 },
];

function columnsOf(size: number): RouteColumns {
  return { firsts: new Uint32Array(size), lengthsAndSources: new Uint32Array(size) };
}

/** Sorts from one pair of columns into another; false where one digit is everywhere, so that there is nothing to do. */
function sortedBy({ column, shift }: Digit, from: RouteColumns, to: RouteColumns): boolean {
  const keys = from[column];
  const size = keys.length;
  const places = placesOf(keys, shift);
  const someDigit = ((keys[0] ?? 0) >>> shift) & DIGIT_MASK;
  if ((places[someDigit + 1] ?? 0) - (places[someDigit] ?? 0) === size) {
    return false;
  }
  const { firsts, lengthsAndSources } = from;
  const { firsts: firstsTo, lengthsAndSources: lengthsAndSourcesTo } = to;
  for (let at = 0; at < size; at += 1) {
    const digit = ((keys[at] ?? 0) >>> shift) & DIGIT_MASK;
    const place = places[digit] ?? 0;
    firstsTo[place] = firsts[at] ?? 0;
    lengthsAndSourcesTo[place] = lengthsAndSources[at] ?? 0;
    places[digit] = place + 1;
  }
  return true;
}

/** How many keys have a lower digit, for each digit. */
function placesOf(keys: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(DIGIT_MASK + 2);
  for (let at = 0; at < keys.length; at += 1) {
    const slot = (((keys[at] ?? 0) >>> shift) & DIGIT_MASK) + 1;
    places[slot] = (places[slot] ?? 0) + 1;
  }
  for (let digit = 1; digit <= DIGIT_MASK; digit += 1) {
    places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0);
  }
  return places;
}
