import type { VirtualHub } from "../network/network";
import type { Range } from "./covering";
import type { Decision, PrefixRoutes } from "./decision";
import type { Intervals } from "./intervals";
import type { View } from "./view";

/** What a hub, or spokes that follow something else, do with packets to some addresses. */
export interface Course {
  readonly view: View;
  readonly hub: VirtualHub;
  /** Whether the hub stands for all that have its preference and learn none of the deciding routes themselves. */
  readonly stands: boolean;
  /** Hubs that have its preference, where it stands for others. */
  readonly alike: readonly VirtualHub[];
  readonly decision: Decision;
}

/** Neighbouring protected addresses that a hub treats alike, by the same routes. */
export interface Flow extends Course, Range {
  /** The routes of the prefixes that hold it, from the shortest to the longest. */
  readonly chain: readonly PrefixRoutes[];
}

/** All protected addresses that a hub treats alike, by the same routes, wherever they are. */
export interface AlikeFlows extends Course {
  readonly chain: readonly PrefixRoutes[];
  /** In address order; made anew each time. */
  readonly ranges: readonly Range[];
}

/** What a hub does with what tunnels on the private path carried, when none of them is left. */
export interface AfterLoss extends Course {
  /** In address order; made anew each time. */
  readonly ranges: readonly Range[];
}

/** Flows as they are, and without any tunnel on the private path. */
export interface Flows {
  /** In address order. A million of them are objects as many: where it may be so much, take {@link Flows.alike}. */
  readonly flows: readonly Flow[];
  /** The same, put together: as many as there are different courses. */
  readonly alike: readonly AlikeFlows[];
  readonly afterLoss: readonly AfterLoss[];
}

/** What the hubs do with the addresses of one chain of prefixes. */
export interface ChainCourses {
  /** The owner of the intervals of those addresses. */
  readonly number: number;
  readonly chain: readonly PrefixRoutes[];
  readonly courses: readonly Course[];
}

/** A course after a loss, and the chains whose addresses take it. */
export interface ChainsAfterLoss extends Course {
  readonly owners: readonly number[];
}

/** Flows that are made into objects when somebody asks for them. */
export class DecidedFlows implements Flows {
  readonly alike: readonly AlikeFlows[];
  readonly afterLoss: readonly AfterLoss[];
  private made: readonly Flow[] | undefined;

  constructor(
    private readonly intervals: Intervals,
    /** By number. */
    private readonly chains: readonly ChainCourses[],
    afterLoss: readonly ChainsAfterLoss[],
  ) {
    this.alike = chains.flatMap(({ number, chain, courses }) =>
      courses.map((course) => new CourseRanges(course, chain, intervals, [number])),
    );
    this.afterLoss = afterLoss.map((course) => new CourseRanges(course, [], intervals, course.owners));
  }

  get flows(): readonly Flow[] {
    this.made ??= this.allFlows();
    return this.made;
  }

  private allFlows(): Flow[] {
    const flows: Flow[] = [];
    for (let place = 0; place < this.intervals.count; place += 1) {
      const { first, last } = this.intervals.at(place);
      const here = this.chains[this.intervals.ownerAt(place)];
      for (const { view, hub, stands, alike, decision } of here?.courses ?? []) {
        flows.push({ view, hub, stands, alike, first, last, chain: here?.chain ?? [], decision });
      }
    }
    return flows;
  }
}

class CourseRanges implements AlikeFlows {
  readonly view: View;
  readonly hub: VirtualHub;
  readonly stands: boolean;
  readonly alike: readonly VirtualHub[];
  readonly decision: Decision;

  constructor(
    { view, hub, stands, alike, decision }: Course,
    readonly chain: readonly PrefixRoutes[],
    private readonly intervals: Intervals,
    private readonly owners: readonly number[],
  ) {
    this.view = view;
    this.hub = hub;
    this.stands = stands;
    this.alike = alike;
    this.decision = decision;
  }

  get ranges(): Range[] {
    return this.intervals.of(this.owners);
  }
}
