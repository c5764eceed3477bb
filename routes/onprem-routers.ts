import type { Prefix } from "../address/prefix";
import { type OnPremises, onPremisesAt, PREFERS } from "../network/facts/on-premises";
import { prefixesOf } from "../network/facts/prefixes";
import { type Field, type Items, type Unknown, unknownsOf } from "../network/field";
import type { Network, VirtualHub } from "../network/network";
import { type Range, rangesOf } from "./covering";
import { RangeSet } from "./range-set";

/** Whether intent says that something holds; the unknowns where that can't be told. */
export type Stated = boolean | readonly Unknown[];

/** Whether what is stated can't be told, so that its unknowns can be read. */
export function isOpenStatement(stated: Stated): stated is readonly Unknown[] {
  return typeof stated !== "boolean";
}

const FILTERS = "network_intent.onPremises.filtersExpressRoute";

/** What on-premises routers do with what they hear of each hub and its spokes, as intent states it. */
export class OnPremisesRouters {
  private readonly known = new Map<VirtualHub, RoutersAtHub>();

  constructor(private readonly network: Network) {}

  at(hub: VirtualHub): RoutersAtHub {
    const found = this.known.get(hub) ?? new RoutersAtHub(onPremisesAt(this.network, hub));
    this.known.set(hub, found);
    return found;
  }
}

/** What they refuse over ExpressRoute, and for what they prefer tunnels. */
export class RoutersAtHub {
  private readonly refused: Statement;
  private readonly preferred: Statement;
  /**
   * Whether tunnels are preferred for everything. The hub's own prefix is not meant then: the tunnels end in it, and would go
   * through themselves, so devices keep it out of them (inference). A list that holds it says that they reach the ends by
   * other routes.
   */
  readonly preferAll: boolean;

  constructor({ filtersExpressRoute, prefersTunnelFor }: OnPremises) {
    // Who states a preference and no filter has none (inference).
    const unsaid = prefersTunnelFor === undefined ? [{ decidedBy: [FILTERS] }] : false;
    this.refused = filtersExpressRoute === undefined ? saying(unsaid) : listing(filtersExpressRoute);
    this.preferAll = prefersTunnelFor?.kind === "all";
    this.preferred =
      prefersTunnelFor === undefined
        ? saying([{ decidedBy: [PREFERS] }])
        : prefersTunnelFor.kind === "prefixes"
          ? listing(prefersTunnelFor.prefixes)
          : saying(prefersTunnelFor.kind === "all" ? true : [prefersTunnelFor.unknown]);
  }

  /** Whether they refuse a prefix over ExpressRoute. One that they refuse in part is learned as a whole (inference). */
  refuse(prefix: Prefix): Stated {
    const [range] = rangesOf(prefix);
    return range !== undefined && this.refused.list.holds(range) ? true : this.refused.otherwise;
  }

  /** The parts of some addresses of Azure, with whether tunnels are preferred for them. */
  preferences(range: Range): { readonly range: Range; readonly preferred: Stated }[] {
    const { list, otherwise } = this.preferred;
    return list.parts(range).map(({ range: part, isIn }) => ({ range: part, preferred: isIn || otherwise }));
  }

  /** The same of addresses that can't be told. */
  refuseUntold(unknowns: readonly Unknown[]): Stated {
    return this.refused.isEmpty ? this.refused.otherwise : unknowns;
  }

  preferUntold(unknowns: readonly Unknown[]): Stated {
    return this.preferred.isEmpty ? this.preferred.otherwise : unknowns;
  }
}

/** What has to be stated: who states a preference has said enough of filters. */
export function withoutNeedless(unknowns: readonly Unknown[]): Unknown[] {
  const asks = (path: string) => unknowns.some(({ decidedBy }) => decidedBy.join() === path);
  return unknowns.filter(({ decidedBy }) => decidedBy.join() !== FILTERS || !asks(PREFERS));
}

interface Statement {
  readonly list: RangeSet;
  readonly isEmpty: boolean;
  /** What is said of addresses that the list doesn't hold. */
  readonly otherwise: Stated;
}

function saying(otherwise: Stated): Statement {
  return { list: new RangeSet([]), isEmpty: true, otherwise };
}

function listing(list: Items<Field<string>>): Statement {
  const unknowns = unknownsOf(list);
  const ranges = prefixesOf(list).flatMap(({ prefix }) => rangesOf(prefix));
  return {
    list: new RangeSet(ranges),
    isEmpty: ranges.length === 0,
    otherwise: unknowns.length > 0 ? unknowns : false,
  };
}
