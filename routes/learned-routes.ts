import { IPv4PrefixReader } from "../address/ipv4-prefix-reader";
import { prefixOfField } from "../network/facts/prefixes";
import type { Field, Items } from "../network/field";
import { Addresses } from "./addresses";
import type { Learned, Opening, Route, RouteSource } from "./source";
import { UnsortedRoutes } from "./unsorted-routes";

/** The number that marks a prefix one asks about, in place of a source. */
export const MARK = 0;

/** Routes and openings as they are found. Routes are in columns, some bytes each, until somebody asks for objects. */
export class LearnedRoutes implements Learned {
  readonly openings: Opening[] = [];
  readonly columns = new UnsortedRoutes();
  /** By number; undefined for a mark. */
  readonly sources: (RouteSource | undefined)[] = [undefined];
  private readonly numbers = new Map<RouteSource, number>();

  /** The routes as objects, made anew each time. */
  get routes(): Route[] {
    return this.routesWhere(() => true);
  }

  /** Those of prefixes of a length. */
  routesOfLength(length: number): Route[] {
    return this.routesWhere((index) => this.columns.lengthAt(index) === length);
  }

  private routesWhere(fits: (index: number) => boolean): Route[] {
    const routes: Route[] = [];
    for (let index = 0; index < this.columns.size; index += 1) {
      const source = fits(index) ? this.sources[this.columns.sourceAt(index)] : undefined;
      if (source !== undefined) {
        routes.push({ first: this.columns.firstAt(index), length: this.columns.lengthAt(index), source });
      }
    }
    return routes;
  }

  add(first: number, length: number, source: RouteSource): void {
    this.columns.add(first, length, this.numberOf(source));
  }

  /** Adds the IPv4 prefixes that a list states, as `prefixesOf` finds them: hubs take no others. */
  addListed(list: Items<Field<string>>, source: RouteSource): void {
    addAll(list, this.columns, this.numberOf(source));
  }

  /** Marks the IPv4 prefixes that a list states, without some addresses. */
  markListed(list: Items<Field<string>>, except: Addresses): void {
    addAll(list, this.columns, MARK, except);
  }

  /** Marks a prefix that one asks about. */
  mark(first: number, length: number): void {
    this.columns.add(first, length, MARK);
  }

  open(openings: readonly Opening[]): void {
    for (const opening of openings) {
      this.openings.push(opening);
    }
  }

  private numberOf(source: RouteSource): number {
    const last = this.sources.length - 1;
    if (this.sources[last] === source) {
      return last;
    }
    const number = this.numbers.get(source) ?? this.sources.push(source) - 1;
    this.numbers.set(source, number);
    return number;
  }
}

// No object for a prefix that is written canonically and holds no address that is left out.
function addAll({ items }: Items<Field<string>>, columns: UnsortedRoutes, source: number, except = NO_ADDRESSES): void {
  const reader = new IPv4PrefixReader();
  columns.reserve(items.length);
  for (const field of items) {
    if (field.state === "known" && reader.read(field.value) && !except.areIn(reader.first, reader.length)) {
      columns.add(reader.first, reader.length, source);
    } else {
      addSeen(field, columns, source, except);
    }
  }
}

const NO_ADDRESSES = new Addresses([]);

function addSeen(field: Field<string>, columns: UnsortedRoutes, source: number, except: Addresses): void {
  const prefix = prefixOfField(field)?.prefix;
  for (const { family, first, length } of prefix === undefined ? [] : except.outOf(prefix)) {
    if (family === 4) {
      columns.add(Number(first), length, source);
    }
  }
}
