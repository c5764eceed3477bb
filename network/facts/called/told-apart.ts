import { plain } from "../../../text/plain";

/** One way to tell things of a kind apart: what each is called; undefined where this way has no name for it. */
export type Way<T> = (thing: T) => string | undefined;

/**
 * What tells each thing from all others of its kind: the first of the ways in which no other has the same, looked at as
 * people read it. Things that no way tells apart are left out.
 */
export function toldApart<T>(things: readonly T[], ways: readonly Way<T>[]): ReadonlyMap<T, string> {
  const found = new Map<T, string>();
  const taken = new Set<string>();
  for (const way of ways) {
    if (found.size < things.length) {
      tellApart(things, way, found, taken);
    }
  }
  return found;
}

function tellApart<T>(things: readonly T[], way: Way<T>, found: Map<T, string>, taken: Set<string>): void {
  const named: { readonly thing: T; readonly name: string; readonly read: string }[] = [];
  const counts = new Map<string, number>();
  for (const thing of things) {
    const name = way(thing);
    if (name !== undefined) {
      const read = asRead(name);
      named.push({ thing, name, read });
      counts.set(read, (counts.get(read) ?? 0) + 1);
    }
  }
  for (const { thing, name, read } of named) {
    if (counts.get(read) === 1 && !taken.has(read) && !found.has(thing)) {
      found.set(thing, name);
      taken.add(read);
    }
  }
}

/** Whether a way gives a name of its own to each thing that it has a name for, and there are several. */
export function tellsAllApart<T>(things: readonly T[], way: Way<T>): boolean {
  const names = things.flatMap((thing) => way(thing) ?? []).map(asRead);
  return names.length > 1 && new Set(names).size === names.length;
}

// Azure compares names without regard to case, and so do people.
function asRead(name: string): string {
  return (NOTHING_HIDDEN.test(name) ? name : plain(name).normalize("NFKC")).toLowerCase();
}

/** Most names, of which there may be a hundred thousand. */
const NOTHING_HIDDEN = /^[\w ,./[\]-]*$/;

/**
 * A name from an input as texts hold it; undefined where nobody could read it. One that holds more than letters, digits
 * and what usually joins them is in quotes, so that no name reads like a sentence. A long one is cut.
 */
export function shown(name: string | undefined): string | undefined {
  if (name === undefined || name.trim() === "") {
    return undefined;
  }
  const kept = name.length > MOST ? cut([...name]) : name;
  return ONE_WORD.test(kept) ? kept : JSON.stringify(kept);
}

function cut(characters: readonly string[]): string {
  return characters.length > MOST ? `${characters.slice(0, MOST).join("")}…` : characters.join("");
}

/** Azure's own limit for most names. */
const MOST = 80;

const ONE_WORD = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:/-]*\u2026?$/u;
