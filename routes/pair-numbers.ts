import { doubled } from "./unsorted-routes";

/** Gives each pair of numbers a number of its own: 1, 2, 3, in the order in which they come. A hash table in columns. */
export class PairNumbers {
  private lefts = new Uint32Array(64);
  private rights = new Uint32Array(64);
  /** Numbers by hash; 0 is a free slot. At most half of them are taken. */
  private slots = new Uint32Array(128);
  private used = 0;

  /** The number of a pair, a new one where it is new. Both are whole, from 0 to 2^32 - 1. */
  of(left: number, right: number): number {
    const slot = this.slotOf(left, right);
    const found = this.slots[slot] ?? 0;
    return found > 0 ? found : this.enter(slot, left, right);
  }

  leftOf(number: number): number {
    return this.lefts[number] ?? 0;
  }

  rightOf(number: number): number {
    return this.rights[number] ?? 0;
  }

  /** The slot that has a pair, or that is free for it. */
  private slotOf(left: number, right: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(left, right) & mask;
    for (;;) {
      const found = this.slots[slot] ?? 0;
      if (found === 0 || (this.lefts[found] === left && this.rights[found] === right)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  private enter(slot: number, left: number, right: number): number {
    this.used += 1;
    if (this.used === this.lefts.length) {
      this.lefts = doubled(this.lefts);
      this.rights = doubled(this.rights);
      this.spread();
      return this.put(this.slotOf(left, right), left, right);
    }
    return this.put(slot, left, right);
  }

  private put(slot: number, left: number, right: number): number {
    this.lefts[this.used] = left;
    this.rights[this.used] = right;
    this.slots[slot] = this.used;
    return this.used;
  }

  private spread(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let number = 1; number < this.used; number += 1) {
      this.slots[this.slotOf(this.leftOf(number), this.rightOf(number))] = number;
    }
  }
}

// Odd multipliers with their bits well spread; the shift brings the high bits, which depend on all others, down.
function hashOf(left: number, right: number): number {
  const mixed = Math.imul(Math.imul(left, 0x9e3779b1) ^ right, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
