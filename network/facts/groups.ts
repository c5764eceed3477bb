/** Things with the same key together, by that key, in the order in which they came. */
export function groupsBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [thing]);
    } else {
      group.push(thing);
    }
  }
  return groups;
}

/** Things with the same key together, in the order in which they came. */
export function groupedBy<T>(things: readonly T[], keyOf: (thing: T) => unknown): T[][] {
  return [...groupsBy(things, keyOf).values()];
}
