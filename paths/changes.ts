import { literalPrefix } from "../address/prefix";
import type { Told } from "../network/facts/called/names";
import { maximalPrefixes, type Range } from "../routes/covering";
import type { PathRoute, RoutesReport } from "./report";

/** Which way packets go at one time. */
export type Way = Pick<PathRoute, "outcome" | "via" | "over" | "reason">;

/** Addresses whose packets go another way after a change. */
export interface RouteChange {
  readonly direction: PathRoute["direction"];
  readonly from: string;
  /** What people call it. Not in the JSON. */
  readonly place: Told;
  readonly destination: string;
  /** Null where the table of before has no row for it. */
  readonly before: Way | null;
  /** Null where the table of after has none. */
  readonly after: Way | null;
}

/** What changes path between two tables: another outcome, or other connections. What is no longer encrypted comes first. */
export function routeChanges(before: RoutesReport, after: RoutesReport): RouteChange[] {
  const old = byPlace(before);
  const now = byPlace(after);
  const places = [...new Set([...old.keys(), ...now.keys()])];
  const changes = places.flatMap((place) => changesAt(old.get(place) ?? [], now.get(place) ?? []));
  return [...changes.filter(isNoLongerEncrypted), ...changes.filter((change) => !isNoLongerEncrypted(change))];
}

/** Whether packets were encrypted before, and are not, or may not be, after. */
export function isNoLongerEncrypted({ before, after }: RouteChange): boolean {
  return before?.outcome === "encrypted" && after?.outcome !== "encrypted";
}

function byPlace({ routes }: RoutesReport): Map<string, PathRoute[]> {
  const places = new Map<string, PathRoute[]>();
  for (const route of routes) {
    const key = `${route.direction} ${route.from}`;
    const rows = places.get(key) ?? [];
    places.set(key, rows);
    rows.push(route);
  }
  return places;
}

interface Row extends Range {
  readonly route: PathRoute;
}

interface Pair {
  readonly before: PathRoute | undefined;
  readonly after: PathRoute | undefined;
  readonly ranges: Range[];
}

function changesAt(old: readonly PathRoute[], now: readonly PathRoute[]): RouteChange[] {
  const [sample] = [...old, ...now];
  if (sample === undefined) {
    return [];
  }
  const pairs = new Map<string, Pair>();
  for (const { first, last, before, after } of together(old.map(rowOf), now.map(rowOf))) {
    if (wayKey(before) !== wayKey(after)) {
      const key = JSON.stringify([wayOf(before), wayOf(after)]);
      const pair = pairs.get(key) ?? { before, after, ranges: [] };
      pairs.set(key, pair);
      pair.ranges.push({ first, last });
    }
  }
  const { direction, from, place } = sample;
  return [...pairs.values()].flatMap(({ before, after, ranges }) =>
    maximalPrefixes(ranges).map((destination) => ({
      direction,
      from,
      place,
      destination,
      before: wayOf(before),
      after: wayOf(after),
    })),
  );
}

function rowOf(route: PathRoute): Row {
  const { first, last } = literalPrefix(route.destination);
  return { first: Number(first), last: Number(last), route };
}

function wayOf(route: PathRoute | undefined): Way | null {
  return route === undefined
    ? null
    : { outcome: route.outcome, via: route.via, over: route.over, reason: route.reason };
}

// The reason alone may change without the path.
function wayKey(route: PathRoute | undefined): string {
  return route === undefined ? "" : JSON.stringify([route.outcome, route.via]);
}

/** Both tables side by side: each address of either once. Rows of one table never overlap. */
function* together(old: readonly Row[], now: readonly Row[]) {
  const before = new Rows(old);
  const after = new Rows(now);
  const ends = [...old, ...now].flatMap(({ first, last }) => [first, last + 1]);
  const cuts = Float64Array.from(new Set(ends)).sort();
  for (const [index, first] of cuts.entries()) {
    const last = (cuts[index + 1] ?? first) - 1;
    yield { first, last, before: before.at(first), after: after.at(first) };
  }
}

/** Rows in address order, asked for rising addresses. */
class Rows {
  private readonly rows: readonly Row[];
  private next = 0;

  constructor(rows: readonly Row[]) {
    this.rows = [...rows].sort((a, b) => a.first - b.first);
  }

  at(address: number): PathRoute | undefined {
    while ((this.rows[this.next]?.last ?? address) < address) {
      this.next += 1;
    }
    const row = this.rows[this.next];
    return row !== undefined && row.first <= address ? row.route : undefined;
  }
}
