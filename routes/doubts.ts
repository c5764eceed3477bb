import type { Unknown } from "../network/field";
import type { VirtualHub } from "../network/network";
import { type PrefixRoutes, TELLS_BEST_ONLY } from "./choice";
import { isDoubtful, type Reach, type World } from "./reach";
import type { RouteSource } from "./source";
import { hears, type View } from "./view";

/** What a decision rests on that can't be told, by name. */
export type Doubts = ReadonlyMap<string, readonly Unknown[]>;

const NONE: Doubts = new Map();

/** What can't be told of the routes of a chain: in the view itself, and at the hubs that it may lead to. */
export function doubtsIn(view: View, chain: readonly PrefixRoutes[]): Doubts {
  if (view.table.custom === undefined && view.hearsDefault === "yes" && chain.every(isPlain)) {
    return NONE;
  }
  const found = new Map<string, readonly Unknown[]>();
  const enter = (reach: Reach) => {
    if (isDoubtful(reach)) {
      found.set(reach.name, [...new Set([...(found.get(reach.name) ?? []), ...reach.unknowns])]);
    }
  };
  const views = [view, ...learnersOf(chain).map((hub) => view.wan.of(hub))];
  for (const { length, sources } of chain) {
    for (const source of sources) {
      for (const one of views) {
        enter(hears(one, source, length));
      }
    }
    enter(tellingOf(sources, views));
  }
  return found;
}

function isPlain({ sources }: PrefixRoutes): boolean {
  return sources.every(({ propagation, kind }) => propagation.everywhere && kind !== "static");
}

function learnersOf(chain: readonly PrefixRoutes[]): VirtualHub[] {
  return [...new Set(chain.flatMap(({ sources }) => sources.map(({ hub }) => hub)))];
}

/** Whether it matters that a hub tells only what it chooses: where it has several routes, and not all come everywhere. */
function tellingOf(sources: readonly RouteSource[], views: readonly View[]): Reach {
  // What comes into every default table needn't come into one of a hub's own making.
  const anyCustom = views.some(({ table }) => table.custom !== undefined);
  const mixed = sources.filter(({ hub, propagation }) => {
    const own = sources.filter((one) => one.hub === hub);
    return (
      own.length > 1 && (anyCustom || !propagation.everywhere) && views.some((view) => view.hub !== hub) && differ(own)
    );
  });
  const unknowns = mixed.map(({ part }): Unknown => ({ decidedBy: [part.resource.address] }));
  return mixed.length === 0 ? "no" : { name: TELLS_BEST_ONLY, unknowns };
}

function differ(own: readonly RouteSource[]): boolean {
  return new Set(own.map(({ propagation }) => propagation)).size > 1;
}

/** Every way in which doubts may turn out; nothing where there are too many to look at each. */
export function worldsOf(doubts: Doubts): World[] {
  if (doubts.size > MOST_DOUBTS) {
    return [];
  }
  let worlds: string[][] = [[]];
  for (const name of doubts.keys()) {
    worlds = worlds.flatMap((holding) => [holding, [...holding, name]]);
  }
  return worlds.map((holding) => new Set(holding));
}

const MOST_DOUBTS = 6;
