import type { VirtualHub } from "../network/network";
import type { Chains } from "./chains";
import type { DecidingHub, DecidingHubs } from "./deciding-hubs";
import { decide, isAlike, isOnPrivatePath, type PrefixRoutes } from "./decision";
import type { ChainCourses, ChainsAfterLoss, Course } from "./flows";

interface Lost extends ChainsAfterLoss {
  readonly owners: number[];
}

/** What hubs decide for each chain of prefixes, with and without the tunnels on the private path: once a chain. */
export class ChainDecisions {
  readonly decided: ChainCourses[] = [];
  readonly afterLoss: ChainsAfterLoss[] = [];
  private readonly byChain: ChainCourses[] = [];
  private readonly afterLossByChain: Map<VirtualHub, Lost>[] = [];

  constructor(
    private readonly chains: Chains,
    private readonly deciding: DecidingHubs,
  ) {}

  of(chain: number): ChainCourses {
    const found = this.byChain[chain];
    if (found !== undefined) {
      return found;
    }
    const routes = this.chains.of(chain);
    const courses = this.deciding.of(routes).map(({ hub, stands }): Course => {
      return { hub, stands, decision: decide(hub, routes) };
    });
    const decided = { number: this.decided.length, chain: routes, courses };
    this.byChain[chain] = decided;
    this.decided.push(decided);
    this.loseTunnels(chain, decided);
    return decided;
  }

  private loseTunnels(chain: number, { number, chain: routes, courses }: ChainCourses): void {
    const safe = new Set(courses.filter(({ decision }) => isOnPrivatePath(decision) && !isAlike(decision, routes)));
    if (safe.size === 0) {
      return;
    }
    const carried = (hub: VirtualHub): boolean => {
      const before = courses.find((one) => one.hub === hub) ?? courses.find((one) => this.standsFor(one, hub));
      return before !== undefined && safe.has(before);
    };
    const left = this.chains.withoutTunnels(chain);
    const routesLeft = this.chains.of(left);
    for (const asked of this.deciding.of(routesLeft, carried)) {
      this.courseAfterLoss(left, routesLeft, asked).owners.push(number);
    }
  }

  private standsFor({ hub, stands }: Course, other: VirtualHub): boolean {
    return stands && this.deciding.classOf(hub) === this.deciding.classOf(other);
  }

  private courseAfterLoss(left: number, routes: readonly PrefixRoutes[], { hub, stands }: DecidingHub): Lost {
    const byHub = this.afterLossByChain[left] ?? new Map<VirtualHub, Lost>();
    this.afterLossByChain[left] = byHub;
    const found = byHub.get(hub) ?? { hub, stands, decision: decide(hub, routes), owners: [] };
    if (!byHub.has(hub)) {
      byHub.set(hub, found);
      this.afterLoss.push(found);
    }
    return found;
  }
}
