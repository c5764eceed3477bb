import type { Range } from "./covering";
import { doubled } from "./unsorted-routes";

/** Intervals of addresses in address order, each with the number of its owner, in columns. Neighbours of one owner are one. */
export class Intervals {
  private firsts = new Uint32Array(64);
  private lasts = new Uint32Array(64);
  private owners = new Uint32Array(64);
  private used = 0;
  private index: OwnerIndex | undefined;

  get count(): number {
    return this.used;
  }

  /** Adds an interval behind all others. */
  add(first: number, last: number, owner: number): void {
    const before = this.used - 1;
    if (before >= 0 && this.owners[before] === owner && this.lasts[before] === first - 1) {
      this.lasts[before] = last;
      return;
    }
    if (this.used === this.firsts.length) {
      this.firsts = doubled(this.firsts);
      this.lasts = doubled(this.lasts);
      this.owners = doubled(this.owners);
    }
    this.firsts[this.used] = first;
    this.lasts[this.used] = last;
    this.owners[this.used] = owner;
    this.used += 1;
    this.index = undefined;
  }

  at(place: number): Range {
    return { first: this.firsts[place] ?? 0, last: this.lasts[place] ?? 0 };
  }

  ownerAt(place: number): number {
    return this.owners[place] ?? 0;
  }

  /** The intervals of some owners in address order, with neighbours put together; made anew each time. */
  of(owners: readonly number[]): Range[] {
    const found: { first: number; last: number }[] = [];
    for (const place of this.placesOf(owners)) {
      const { first, last } = this.at(place);
      const before = found.at(-1);
      if (before !== undefined && before.last === first - 1) {
        before.last = last;
      } else {
        found.push({ first, last });
      }
    }
    return found;
  }

  private placesOf(owners: readonly number[]): Uint32Array {
    this.index ??= indexOf(this.owners.subarray(0, this.used));
    const { starts, places } = this.index;
    const own = owners.map((owner) => places.subarray(starts[owner] ?? this.used, starts[owner + 1] ?? this.used));
    const [only] = own;
    if (only !== undefined && own.length === 1) {
      return only;
    }
    const all = new Uint32Array(own.reduce((sum, { length }) => sum + length, 0));
    let filled = 0;
    for (const some of own) {
      all.set(some, filled);
      filled += some.length;
    }
    return all.sort();
  }
}

/** Places by owner: those of one owner start where `starts` says, and end where the next one's start. */
interface OwnerIndex {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

function indexOf(owners: Uint32Array): OwnerIndex {
  const most = owners.reduce((found, owner) => Math.max(found, owner), 0);
  const starts = new Uint32Array(most + 2);
  for (const owner of owners) {
    starts[owner + 1] = (starts[owner + 1] ?? 0) + 1;
  }
  for (let owner = 1; owner < starts.length; owner += 1) {
    starts[owner] = (starts[owner] ?? 0) + (starts[owner - 1] ?? 0);
  }
  const next = starts.slice();
  const places = new Uint32Array(owners.length);
  for (const [place, owner] of owners.entries()) {
    const at = next[owner] ?? 0;
    places[at] = place;
    next[owner] = at + 1;
  }
  return { starts, places };
}
