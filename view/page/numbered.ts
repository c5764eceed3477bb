/** A list in which each thing stands once, and is called by its place. */
export class Numbered<K, V> {
  readonly all: V[] = [];
  private readonly places = new Map<K, number>();

  /** The place of a thing, which is made where it is asked for first. */
  of(key: K, make: () => V): number {
    const found = this.places.get(key);
    if (found !== undefined) {
      return found;
    }
    const place = this.all.length;
    this.places.set(key, place);
    this.all.push(make());
    return place;
  }

  /** The place of a thing that is there. */
  known(key: K): number | undefined {
    return this.places.get(key);
  }
}
