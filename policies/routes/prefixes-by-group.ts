import type { PrefixRoutes } from "./decision";
import type { RouteSource } from "./source";
import type { MarkedRoutes } from "./wan-routes";

/** The routes of one prefix, with and without the tunnels on the private path. */
export interface GroupRoutes {
  /** Whether one asks about its addresses. */
  readonly marked: boolean;
  readonly all: PrefixRoutes;
  readonly withoutTunnels: PrefixRoutes;
}

/** The routes of each prefix, looked up once. */
export class PrefixesByGroup {
  private readonly found: GroupRoutes[] = [];

  constructor(private readonly routes: MarkedRoutes) {}

  of(group: number): GroupRoutes {
    const found = this.found[group] ?? this.read(group);
    this.found[group] = found;
    return found;
  }

  private read(group: number): GroupRoutes {
    const numbers = this.routes.rib.sourcesOf(group);
    const length = this.routes.rib.lengthOf(group);
    const sources = new Set<RouteSource>();
    for (const number of numbers) {
      const source = this.routes.sources[number];
      if (source !== undefined) {
        sources.add(source);
      }
    }
    const all = { length, sources: [...sources] };
    const others = all.sources.filter(({ carriage }) => carriage !== "private-tunnel");
    const withoutTunnels = others.length === all.sources.length ? all : { length, sources: others };
    return { marked: numbers.includes(0), all, withoutTunnels };
  }
}
