import { literalPrefix, type Prefix } from "../address/prefix";
import { type Answer, isOpen } from "../network/facts/answer";
import type { Unknown } from "../network/field";
import type { Network, SpokeConnection } from "../network/network";
import { type Range, rangesOf, withoutAll } from "./covering";
import type { HubGroup } from "./hub-groups";
import type { LearnedRoutes } from "./learned-routes";
import { protectedFrom, protectsAnything } from "./protected";
import { isDoubtful, type Reach } from "./reach";
import type { Route } from "./source";
import { SpokeViews, whatItHears } from "./spoke-views";
import { hears, type View } from "./view";
import { routesOf, viewsOf } from "./wan-routes";

/** Protected addresses that a user-defined route takes out of the hub's hands. */
export interface Taken {
  readonly surely: readonly Range[];
  readonly perhaps: readonly Range[];
  /** What would tell. */
  readonly unknowns: readonly Unknown[];
}

/** What spokes hear under a routing intent for private traffic, no page says: each prefix, or these for all of them. */
const PRIVATE_SPACE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map(literalPrefix);

/**
 * What user-defined routes in the spokes of a WAN take. A subnet follows the longest prefix, and its own route before an
 * equal one of its hub. https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview
 */
export class UserRouted {
  private readonly spokes: SpokeViews;
  private readonly known = new Map<string, Longer>();
  private wanted: readonly Range[] | undefined;
  private learned: { readonly routes: readonly Route[]; readonly openings: LearnedRoutes["openings"] } | undefined;

  constructor(
    private readonly network: Network,
    private readonly group: HubGroup,
  ) {
    this.spokes = new SpokeViews(viewsOf(network, group));
  }

  get isAnythingProtected(): boolean {
    return protectsAnything(protectedFrom(this.network, this.group));
  }

  /**
   * What a route to a destination takes from a spoke.
   * @param hearsHub whether the subnet hears what its hub has learned
   */
  from(spoke: SpokeConnection, destination: Prefix, hearsHub: Answer): Taken {
    const own = this.protectedIn(destination);
    if (own.length === 0 || hearsHub === "no") {
      return { surely: own, perhaps: [], unknowns: [] };
    }
    const view = this.spokes.of(spoke);
    const longer = view === undefined ? unknownTable(spoke, destination) : this.longerIn(view, destination);
    const left = withoutAll(own, longer.surely);
    const sure = longer.isOpen ? [] : withoutAll(left, longer.perhaps);
    return isOpen(hearsHub)
      ? { surely: sure, perhaps: withoutAll(own, sure), unknowns: [...hearsHub, ...longer.unknowns] }
      : { surely: sure, perhaps: withoutAll(left, sure), unknowns: longer.unknowns };
  }

  private protectedIn(destination: Prefix): readonly Range[] {
    this.wanted ??= withoutAll(protectedFrom(this.network, this.group).prefixes.flatMap(rangesOf), []);
    const [all] = rangesOf(destination);
    return all === undefined ? [] : cut(this.wanted, all);
  }

  private longerIn(view: View, destination: Prefix): Longer {
    const key = `${view.hub.resource.input}\n${view.hub.resource.address}\n${this.places(view)}\n${destination.text}`;
    const found = this.known.get(key) ?? this.longer(view, destination);
    this.known.set(key, found);
    return found;
  }

  private places(view: View): number {
    return this.spokes.others.indexOf(view);
  }

  private longer(view: View, destination: Prefix): Longer {
    this.learned ??= routesAndOpenings(routesOf(this.network, this.group));
    const [own] = rangesOf(destination);
    const inside = this.learned.routes.filter(
      ({ first, length }) =>
        length > destination.length && own !== undefined && own.first <= first && first <= own.last,
    );
    const told = inside.flatMap((route) => this.told(view, route, destination));
    const openings = this.learned.openings.filter(({ propagation }) => propagation.into(view.table) !== "no");
    return {
      surely: told.flatMap(({ reach, ranges }) => (reach === "yes" ? ranges : [])),
      perhaps: told.flatMap(({ reach, ranges }) => (isDoubtful(reach) ? ranges : [])),
      isOpen: openings.length > 0,
      unknowns: [
        ...told.flatMap(({ reach }) => (isDoubtful(reach) ? reach.unknowns : [])),
        ...openings.flatMap(({ unknowns }) => unknowns),
      ],
    };
  }

  /** What a spoke is told by way of one route of its hub. */
  private told(view: View, { first, length, source }: Route, destination: Prefix): Told[] {
    const reach = hears(view, source, length);
    const ranges = [{ first, last: first + 2 ** (32 - length) - 1 }];
    const inspected = view.wan.inspectionAt(view.hub).isPrivate;
    const around = PRIVATE_SPACE.find((one) => Number(one.first) <= first && first <= Number(one.last));
    if (reach === "no" || inspected === "no" || around === undefined || around.length > destination.length) {
      return [{ reach, ranges }];
    }
    const decidedBy = view.wan.inspectionAt(view.hub).by.map(({ resource }) => resource.address);
    const unknowns = isDoubtful(inspected) ? inspected.unknowns : [{ decidedBy }];
    return [{ reach: { name: "what spokes are told under a private routing policy", unknowns }, ranges }];
  }
}

interface Told {
  readonly reach: Reach;
  readonly ranges: readonly Range[];
}

/** Addresses to which a spoke hears a longer prefix from its hub than a user-defined route has. */
interface Longer {
  readonly surely: readonly Range[];
  readonly perhaps: readonly Range[];
  /** Whether there may be more of them. */
  readonly isOpen: boolean;
  readonly unknowns: readonly Unknown[];
}

function unknownTable(spoke: SpokeConnection, destination: Prefix): Longer {
  return { surely: [], perhaps: rangesOf(destination), isOpen: true, unknowns: whatItHears(spoke) };
}

function routesAndOpenings(learned: LearnedRoutes) {
  return { routes: learned.routes, openings: learned.openings };
}

/** The parts of ranges in address order that are inside another range. */
function cut(ranges: readonly Range[], { first, last }: Range): Range[] {
  return ranges
    .filter((range) => range.first <= last && first <= range.last)
    .map((range) => ({ first: Math.max(range.first, first), last: Math.min(range.last, last) }));
}
