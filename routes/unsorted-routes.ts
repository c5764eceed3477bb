/** Columns of routes: first addresses, and a length with a source in each cell. */
export interface RouteColumns {
  readonly firsts: Uint32Array;
  readonly lengthsAndSources: Uint32Array;
}

/** Routes as they come: first address, prefix length and the number of a source, in columns. */
export class UnsortedRoutes {
  private firsts = new Uint32Array(64);
  private lengthsAndSources = new Uint32Array(64);
  private used = 0;

  get size(): number {
    return this.used;
  }

  /**
   * @param length 0 to 32
   * @param source a number below 2^26
   */
  add(first: number, length: number, source: number): void {
    if (source >= MOST_SOURCES) {
      throw new RangeError(`no number of a source: ${source}`);
    }
    this.reserve(1);
    this.firsts[this.used] = first;
    this.lengthsAndSources[this.used] = length * MOST_SOURCES + source;
    this.used += 1;
  }

  /** Makes room for so many more, so that a long list that is known to come costs one copy. */
  reserve(more: number): void {
    const wanted = this.used + more;
    if (wanted > this.firsts.length) {
      const size = Math.max(wanted, this.firsts.length * 2);
      this.firsts = grown(this.firsts, size);
      this.lengthsAndSources = grown(this.lengthsAndSources, size);
    }
  }

  firstAt(index: number): number {
    return this.firsts[index] ?? 0;
  }

  lengthAt(index: number): number {
    return lengthIn(this.lengthsAndSources[index] ?? 0);
  }

  sourceAt(index: number): number {
    return sourceIn(this.lengthsAndSources[index] ?? 0);
  }

  /** Hands the columns over, so that a sort needs no copy: no routes are left here. */
  take(): RouteColumns {
    const firsts = this.firsts.subarray(0, this.used);
    const lengthsAndSources = this.lengthsAndSources.subarray(0, this.used);
    this.firsts = new Uint32Array(64);
    this.lengthsAndSources = new Uint32Array(64);
    this.used = 0;
    return { firsts, lengthsAndSources };
  }
}

// Six bits hold a length, so 26 are left for a source.
export const LENGTH_SHIFT = 26;
const MOST_SOURCES = 2 ** LENGTH_SHIFT;

/** The length in a cell that holds a length and a source. */
export function lengthIn(cell: number): number {
  return cell >>> LENGTH_SHIFT;
}

/** The source in a cell that holds a length and a source. */
export function sourceIn(cell: number): number {
  return cell & (MOST_SOURCES - 1);
}

/** A column with the same cells and as many again. */
export function doubled(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  return grown(column, column.length * 2);
}

function grown(column: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size);
  larger.set(column);
  return larger;
}
