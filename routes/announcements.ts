import { LongestMatch } from "../address/longest-match";
import type { Prefix } from "../address/prefix";
import { type Answer, allOf, openOf } from "../network/facts/answer";
import type { Ref, Unknown } from "../network/field";
import type { RouteMap } from "../network/network";
import { PATH_OF_AZURE } from "./as-path";
import { type AzureSide, learnedOf, untoldOf } from "./azure-sides";
import type { HubTable } from "./hub-table";
import { isOpenStatement, type OnPremisesRouters } from "./onprem-routers";
import { comesThrough, isUntold, throughMap } from "./route-map";
import { reachOf } from "./spoke-reach";

/** What a neighbour hears that holds some addresses. */
export interface Announced {
  /** The length of the longest prefix that it surely hears; -1 where there is none. */
  readonly certain: number;
  /** That of the longest which it may hear; no less. */
  readonly possible: number;
  /** What would tell whether it hears that. Empty where both are one. */
  readonly unknowns: readonly Unknown[];
  /** Whether it refuses one. */
  readonly isRefused: boolean;
}

export const UNHEARD: Announced = { certain: -1, possible: -1, unknowns: [], isRefused: false };

/** What comes of two of which one is heard, and it can't be told which. */
export function oneOf(a: Announced, b: Announced, why: readonly Unknown[]): Announced {
  const certain = Math.min(a.certain, b.certain);
  const possible = Math.max(a.possible, b.possible);
  const unknowns = possible > certain ? [...why, ...a.unknowns, ...b.unknowns] : [];
  return { certain, possible, unknowns, isRefused: a.isRefused && b.isRefused };
}

/** What comes of two that are heard at once. */
export function eitherOf(a: Announced, b: Announced): Announced {
  const certain = Math.max(a.certain, b.certain);
  const longer = [a, b].filter(({ possible }) => possible > certain);
  return {
    certain,
    possible: Math.max(certain, a.possible, b.possible),
    unknowns: longer.flatMap(({ unknowns }) => unknowns),
    isRefused: a.isRefused || b.isRefused,
  };
}

/** What a neighbour refuses to learn of each hub and its spokes; undefined: nothing. */
export type Refusing = OnPremisesRouters | undefined;

interface Told {
  readonly side: AzureSide;
  readonly prefix: Prefix;
  readonly unknowns: readonly Unknown[];
}

/**
 * What hubs announce of spokes over connections that have one outbound route map: those, of all hubs, whose routes come
 * into the hub's default table. A map makes no prefix longer. A hub's own prefix is another matter: it tells no other hub
 * of it, and no map touches it.
 */
export class Announcements {
  /** Where the longest prefix may change. */
  readonly edges: readonly number[];
  private readonly certain: LongestMatch<undefined>;
  private readonly doubtful: LongestMatch<readonly Unknown[]>;
  private readonly refused: LongestMatch<undefined>;

  /** @param neighbour what it refuses of all that */
  constructor(
    private readonly table: HubTable,
    spokes: readonly AzureSide[],
    private readonly map: Ref<RouteMap>,
    private readonly neighbour: Refusing,
  ) {
    const told = spokes.flatMap((side) => side.prefixes.flatMap((prefix) => this.announced(side, prefix)));
    const sorted = told.map((one) => ({ ...one, refused: neighbour?.at(one.side.hub).refuse(one.prefix) ?? false }));
    const taken = sorted.flatMap(({ prefix, unknowns, refused, isAsItIs }) => {
      const doubts = [...unknowns, ...(isOpenStatement(refused) ? refused : [])];
      // What a map that can't be told makes of a prefix may not be what is refused.
      return refused === true && isAsItIs ? [] : [{ prefix, value: doubts }];
    });
    this.certain = matchOf(taken.filter(({ value }) => value.length === 0).map(({ prefix }) => prefix));
    this.doubtful = new LongestMatch(taken.filter(({ value }) => value.length > 0));
    this.refused = matchOf(sorted.filter(({ refused }) => refused === true).map(({ prefix }) => prefix));
    this.edges = told.flatMap(({ prefix }) => [Number(prefix.first), Number(prefix.last) + 1]);
  }

  /** What holds an address. */
  at(value: number): Announced {
    const address = { family: 4, value } as const;
    const certain = this.certain.lookup(address)?.prefix.length ?? -1;
    const doubtful = this.doubtful.lookup(address);
    const isRefused = this.refused.lookup(address) !== undefined;
    return doubtful === undefined || doubtful.prefix.length <= certain
      ? { certain, possible: certain, unknowns: [], isRefused }
      : { certain, possible: doubtful.prefix.length, unknowns: doubtful.values.flat(), isRefused };
  }

  /** The same of a spoke's prefixes that can't be told: no length says more than any other. */
  ofUntold(side: AzureSide): Announced {
    const refused = this.neighbour?.at(side.hub).refuseUntold(side.unknowns) ?? false;
    const { map } = this;
    const through: Answer =
      map.state === "absent"
        ? "yes"
        : map.state === "unknown"
          ? [map.unknown]
          : comesThrough(map.to, side.unknowns, PATH_OF_AZURE);
    const reach = this.reachFrom(side);
    const answer = allOf([refused === true ? "no" : "yes", reach, untoldOf(side) === "no" ? "no" : "yes", through]);
    if (answer === "no") {
      return { ...UNHEARD, isRefused: refused === true };
    }
    const unknowns = [...openOf(answer), ...(isOpenStatement(refused) ? refused : [])];
    return { certain: unknowns.length > 0 ? -1 : 0, possible: 0, unknowns, isRefused: false };
  }

  private announced(side: AzureSide, prefix: Prefix): (Told & { readonly isAsItIs: boolean })[] {
    const reach = this.reachFrom(side);
    const learned = reach === "no" ? undefined : learnedOf(side, prefix).prefix;
    const mapped = learned === undefined ? "dropped" : this.mapped(learned);
    if (mapped === "dropped") {
      return [];
    }
    return "family" in mapped
      ? [{ side, prefix: mapped, unknowns: openOf(reach), isAsItIs: true }]
      : [{ side, prefix, unknowns: [...mapped, ...openOf(reach)], isAsItIs: false }];
  }

  private reachFrom({ spoke }: AzureSide): Answer {
    return spoke === undefined ? "yes" : reachOf(spoke, this.table);
  }

  private mapped(prefix: Prefix): Prefix | "dropped" | readonly Unknown[] {
    const { map } = this;
    if (map.state === "absent") {
      return prefix;
    }
    const mapped = map.state === "unknown" ? [map.unknown] : throughMap(map.to, { prefix, asPath: PATH_OF_AZURE });
    return mapped === "dropped" || isUntold(mapped) ? mapped : mapped.prefix;
  }
}

function matchOf(prefixes: readonly Prefix[]): LongestMatch<undefined> {
  return new LongestMatch(prefixes.map((prefix) => ({ prefix, value: undefined })));
}
