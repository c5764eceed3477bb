import type { Way } from "./imports";

/** Something that a file needs: another file, by its path, or a package, by its name. */
export interface Arrow {
  readonly to: string;
  readonly way: Way;
}

/** What every file needs. */
export type Graph = ReadonlyMap<string, readonly Arrow[]>;

/**
 * The shortest way from a file to something that is looked for, with both ends; undefined where there is none.
 * @param ways which arrows are followed; default: all
 */
export function wayTo(
  graph: Graph,
  from: string,
  isWanted: (name: string) => boolean,
  ways: readonly Way[] = ["at once", "later", "types"],
): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  // A map goes on to what is added while it is gone through.
  for (const name of before.keys()) {
    for (const { to, way } of graph.get(name) ?? []) {
      if (!ways.includes(way)) {
        continue;
      }
      if (isWanted(to)) {
        return [...backFrom(name, before), to];
      }
      if (!before.has(to)) {
        before.set(to, name);
      }
    }
  }
  return undefined;
}

function backFrom(name: string, before: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = [];
  for (let one: string | undefined = name; one !== undefined; one = before.get(one)) {
    way.unshift(one);
  }
  return way;
}

/** Files that need each other in a ring. Where rings hang together, each file of them is in one ring that is told. */
export function ringsIn(graph: Graph): readonly (readonly string[])[] {
  const rings: (readonly string[])[] = [];
  for (const file of [...graph.keys()].sort()) {
    if (rings.some((ring) => ring.includes(file))) {
      continue;
    }
    const ring = wayTo(graph, file, (name) => name === file);
    if (ring !== undefined) {
      rings.push(ring);
    }
  }
  return rings;
}
