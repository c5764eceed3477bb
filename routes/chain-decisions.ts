import type { Chains } from "./chains";
import type { DecidingView, DecidingViews } from "./deciding-views";
import { decide, isAlike, isOnPrivatePath, type PrefixRoutes } from "./decision";
import type { ChainCourses, ChainsAfterLoss, Course } from "./flows";
import type { View } from "./view";

interface Lost extends ChainsAfterLoss {
  readonly owners: number[];
}

/** What is decided for each chain of prefixes, with and without the tunnels on the private path: once a chain. */
export class ChainDecisions {
  readonly decided: ChainCourses[] = [];
  readonly afterLoss: ChainsAfterLoss[] = [];
  private readonly byChain: ChainCourses[] = [];
  private readonly afterLossByChain: Map<View, Lost>[] = [];

  constructor(
    private readonly chains: Chains,
    private readonly deciding: DecidingViews,
  ) {}

  of(chain: number): ChainCourses {
    const found = this.byChain[chain];
    if (found !== undefined) {
      return found;
    }
    const routes = this.chains.of(chain);
    const courses = this.deciding.of(routes).map((asked) => courseOf(asked, routes));
    const decided = { number: this.decided.length, chain: routes, courses };
    this.byChain[chain] = decided;
    this.decided.push(decided);
    this.loseTunnels(chain, decided);
    return decided;
  }

  private loseTunnels(chain: number, { number, courses }: ChainCourses): void {
    const safe = new Set(courses.filter(({ decision }) => isOnPrivatePath(decision) && !isAlike(decision)));
    if (safe.size === 0) {
      return;
    }
    const carried = (view: View): boolean => {
      const before = courses.find((one) => one.view === view) ?? courses.find((one) => this.standsFor(one, view));
      return before !== undefined && safe.has(before);
    };
    const left = this.chains.withoutTunnels(chain);
    const routesLeft = this.chains.of(left);
    for (const asked of this.deciding.of(routesLeft, carried)) {
      this.courseAfterLoss(left, routesLeft, asked).owners.push(number);
    }
  }

  /** A hub that stands for another's, or for spokes that did what their hub does. */
  private standsFor({ view, stands }: Course, other: View): boolean {
    const isOwn = view.hub === other.hub && view === view.wan.of(view.hub);
    return isOwn || (stands && this.deciding.classOf(view.hub) === this.deciding.classOf(other.hub));
  }

  private courseAfterLoss(left: number, routes: readonly PrefixRoutes[], asked: DecidingView): Lost {
    const byView = this.afterLossByChain[left] ?? new Map<View, Lost>();
    this.afterLossByChain[left] = byView;
    const found = byView.get(asked.view) ?? { ...courseOf(asked, routes), owners: [] };
    if (!byView.has(asked.view)) {
      byView.set(asked.view, found);
      this.afterLoss.push(found);
    }
    return found;
  }
}

function courseOf({ view, stands, alike }: DecidingView, routes: readonly PrefixRoutes[]): Course {
  return { view, hub: view.hub, stands, alike, decision: decide(view, routes) };
}
