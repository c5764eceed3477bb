import { type Prefix, prefixOf } from "../address/prefix";
import { namesIn } from "../network/facts/called/names";
import { prefixOfField } from "../network/facts/prefixes";
import { type Field, targetOf, type Unknown } from "../network/field";
import type { Network, Part, SpokeConnection, VirtualHub } from "../network/network";
import { type Range, withoutAll } from "../routes/covering";
import { differs } from "../routes/deciding-views";
import type { PrefixRoutes } from "../routes/decision";
import { reflectedRoutes } from "../routes/expressroute-routes";
import type { HubGroup } from "../routes/hub-groups";
import { protectedFrom } from "../routes/protected";
import type { Route } from "../routes/source";
import { SpokeViews, whatItHears } from "../routes/spoke-views";
import { flowsOver } from "../routes/to-onprem";
import type { View } from "../routes/view";
import { marked, routesOf, viewsOf } from "../routes/wan-routes";
import { type Asked, isAsked } from "./asked";
import { lostThings } from "./lost";
import { type Answered, type Place, rowsOf } from "./merging";
import { answerFrom, type Circumstances } from "./onprem-answer";
import { deciders } from "./open";
import type { PathAnswer, PathRoute } from "./report";
import { plainSentence } from "./sentences";

/** Where hubs and spokes of a WAN send what goes to on-premises, or what somebody asks for. */
export function rowsToOnPremises(network: Network, group: HubGroup, asked: Asked): PathRoute[] {
  const learned = routesOf(network, group);
  const { openings } = learned;
  // Of its hubs' own prefixes a WAN tells nobody, and they are on-premises nowhere: only who asks wants to know of them.
  const routes = asked.to === undefined ? learned.routes : [...learned.routes, ...reflectedRoutes(group)];
  const lost = lostThings(network, group, routes).filter(
    ({ kind }) => asked.whenLost === undefined || kind === asked.whenLost,
  );
  const marks = marksFor(network, group, routes, asked);
  const spokes = new SpokeViews(viewsOf(network, group));
  return rowsFromHubs(spokes, { routes, marks }, { names: namesIn(network), openings, lost }, asked);
}

/** The rows of hubs and their spokes towards marked prefixes, by the routes that the hubs learn. */
export function rowsFromHubs(
  spokes: SpokeViews,
  { routes, marks }: { readonly routes: readonly Route[]; readonly marks: readonly Prefix[] },
  circumstances: Circumstances,
  asked: Asked,
): PathRoute[] {
  const { alike } = flowsOver(marked(routes, marks), spokes, circumstances.openings);
  const chains = new Map(alike.map((one) => [one.chain, one.ranges]));
  const rows = new RowsOfHubs(chains, spokes, circumstances, asked);
  return spokes.views.hubs.flatMap((hub) => rows.of(hub));
}

/** What must be encrypted, and every on-premises prefix that a hub learns; or just what is asked for. */
function marksFor(network: Network, group: HubGroup, routes: readonly Route[], { to }: Asked): Prefix[] {
  if (to !== undefined) {
    return [to];
  }
  const learned = routes.filter(({ source }) => source.kind === "vpn" || source.kind === "expressroute");
  const prefixes = learned.map(({ first, length }) => prefixOf({ family: 4, value: first }, length));
  return [...protectedFrom(network, group).prefixes, ...prefixes];
}

type Chains = ReadonlyMap<readonly PrefixRoutes[], readonly Range[]>;

/** The rows of a hub, and of its spokes. */
class RowsOfHubs {
  private readonly chains: Chains;
  private readonly known = new Map<View, readonly Answered[]>();
  private readonly rows = new Map<readonly Answered[], readonly PathRoute[]>();

  constructor(
    chains: Chains,
    private readonly spokes: SpokeViews,
    private readonly circumstances: Circumstances,
    private readonly asked: Asked,
  ) {
    // Of their own prefixes hubs tell each other nothing: they are no way to on-premises.
    const hidden =
      asked.to === undefined ? spokes.views.hubs.flatMap(({ addressPrefix }) => rangeOf(addressPrefix)) : [];
    this.chains =
      hidden.length === 0
        ? chains
        : new Map([...chains].map(([chain, ranges]) => [chain, withoutAll(ranges, hidden)] as const));
  }

  of(hub: VirtualHub): PathRoute[] {
    const own = isAsked(this.asked, hub.resource.address) ? [hub] : [];
    const spokes = hub.spokeConnections.filter(({ resource }) => isAsked(this.asked, resource.address));
    return [
      ...own.flatMap((one) => this.from(one, this.answered(this.spokes.views.of(one)))),
      ...spokes.flatMap((spoke) => this.from(spoke, this.ofSpoke(spoke, hub))),
    ];
  }

  private from(part: Part, answered: readonly Answered[]): PathRoute[] {
    const place: Place = { from: part.resource.address, place: this.circumstances.names.of(part) };
    const rows = this.rows.get(answered) ?? rowsOf("to-onprem", place, answered);
    this.rows.set(answered, rows);
    return rows.map((row) => ({ ...row, ...place }));
  }

  /** What goes to a spoke's own addresses stays in it: a route that is as long as its own prefix has no effect there. */
  private ofSpoke(spoke: SpokeConnection, hub: VirtualHub): readonly Answered[] {
    const view = this.spokes.of(spoke);
    const answered = view === undefined ? this.untold(spoke, hub) : this.answered(view);
    const space = targetOf(spoke.virtualNetwork)?.addressSpace;
    return this.withOwn(answered, space?.items.flatMap(rangeOf) ?? []);
  }

  private untold(spoke: SpokeConnection, hub: VirtualHub): readonly Answered[] {
    const answer = followed(whatItHears(spoke));
    return this.answered(this.spokes.views.of(hub)).map(({ ranges }) => ({ answer, ranges }));
  }

  private withOwn(answered: readonly Answered[], own: readonly Range[]): readonly Answered[] {
    if (!answered.some(({ ranges }) => overlaps(ranges, own))) {
      return answered;
    }
    const others = answered.map(({ answer, ranges }) => ({ answer, ranges: withoutAll(ranges, own) }));
    if (this.asked.to === undefined) {
      return others;
    }
    const ranges = answered.flatMap((one) => one.ranges);
    return [...others, { answer: OWN_ADDRESSES, ranges: withoutAll(ranges, withoutAll(ranges, own)) }];
  }

  private answered(view: View): readonly Answered[] {
    const found = this.known.get(view) ?? this.answers(view);
    this.known.set(view, found);
    return found;
  }

  private answers(view: View): readonly Answered[] {
    const ofHub = this.spokes.views.of(view.hub);
    if (view !== ofHub && ![...this.chains.keys()].some((chain) => differs(view, chain))) {
      return this.answered(ofHub);
    }
    const answers = [...this.chains].flatMap(([chain, ranges]) => {
      const answer = ranges.length === 0 ? undefined : answerFrom(view, chain, this.circumstances);
      // What stays in Azure has a row only where somebody asks.
      const isTold = answer !== undefined && (this.asked.to !== undefined || answer.outcome !== "inside");
      return isTold ? [{ answer, ranges }] : [];
    });
    return this.withOwn(answers, rangeOf(view.hub.addressPrefix));
  }
}

function rangeOf(field: Field<string>): Range[] {
  const prefix = prefixOfField(field)?.prefix;
  return prefix?.family === 4 ? [{ first: Number(prefix.first), last: Number(prefix.last) }] : [];
}

function overlaps(ranges: readonly Range[], others: readonly Range[]): boolean {
  return others.length > 0 && ranges.some((range) => others.some((other) => touch(range, other)));
}

function touch(a: Range, b: Range): boolean {
  return a.first <= b.last && b.first <= a.last;
}

const OWN_ADDRESSES: PathAnswer = {
  outcome: "inside",
  via: [],
  over: [],
  reason: "own-addresses",
  sentence: plainSentence("own-addresses"),
  alternatives: [],
  whenLost: [],
};

function followed(unknowns: readonly Unknown[]): PathAnswer {
  const sentence = `It can't be told which routes the spoke hears; ${deciders(unknowns)} would tell.`;
  return {
    outcome: "undecided",
    via: [],
    over: [],
    reason: "own-route-table",
    sentence,
    alternatives: [],
    whenLost: [],
  };
}
