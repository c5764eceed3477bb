import { type Prefix, prefixOf } from "../address/prefix";
import { namesIn } from "../network/facts/called/names";
import { prefixOfField } from "../network/facts/prefixes";
import type { Unknown } from "../network/field";
import type { Network, Part, SpokeConnection, VirtualHub } from "../network/network";
import { followsOwnTable } from "../routes/azure-routes";
import { type Range, without } from "../routes/covering";
import type { PrefixRoutes } from "../routes/decision";
import type { HubGroup } from "../routes/hub-groups";
import { protectedFrom } from "../routes/protected";
import type { Route } from "../routes/source";
import { flowsOver } from "../routes/to-onprem";
import { marked, routesOf } from "../routes/wan-routes";
import { type Asked, isAsked } from "./asked";
import { lostThings } from "./lost";
import { type Answered, type Place, rowsOf } from "./merging";
import { answerFrom, type Circumstances } from "./onprem-answer";
import { deciders } from "./open";
import type { PathAnswer, PathRoute } from "./report";

/** Where hubs and spokes of a WAN send what goes to on-premises. */
export function rowsToOnPremises(network: Network, group: HubGroup, asked: Asked): PathRoute[] {
  const learned = routesOf(network, group);
  const { routes } = learned;
  const lost = lostThings(network, group, routes).filter(
    ({ kind }) => asked.whenLost === undefined || kind === asked.whenLost,
  );
  const marks = marksFor(network, group, routes, asked);
  return rowsFromHubs(
    group.hubs,
    { routes, marks },
    { names: namesIn(network), openings: learned.openings, lost },
    asked,
  );
}

/** The rows of hubs and their spokes towards marked prefixes, by the routes that the hubs learn. */
export function rowsFromHubs(
  hubs: readonly VirtualHub[],
  { routes, marks }: { readonly routes: readonly Route[]; readonly marks: readonly Prefix[] },
  circumstances: Circumstances,
  asked: Asked,
): PathRoute[] {
  const { alike } = flowsOver(marked(routes, marks), hubs);
  const chains = new Map(alike.map((one) => [one.chain, one.ranges]));
  const rows = new RowsOfHubs(chains, circumstances, ownRanges(hubs));
  return hubs.flatMap((hub) => rows.of(hub, asked));
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

/** The hubs' own prefixes, which are never on-premises. */
function ownRanges(hubs: readonly VirtualHub[]): Range[] {
  return hubs.flatMap(({ addressPrefix }) => {
    const own = prefixOfField(addressPrefix)?.prefix;
    return own?.family === 4 ? [{ first: Number(own.first), last: Number(own.last) }] : [];
  });
}

/** The rows of a hub, and of its spokes, which follow its default table. */
class RowsOfHubs {
  private readonly outside = new Map<readonly PrefixRoutes[], readonly Range[]>();

  constructor(
    chains: ReadonlyMap<readonly PrefixRoutes[], readonly Range[]>,
    private readonly circumstances: Circumstances,
    own: readonly Range[],
  ) {
    for (const [chain, ranges] of chains) {
      this.outside.set(chain, own.length === 0 ? ranges : withoutAll(ranges, own));
    }
  }

  of(hub: VirtualHub, asked: Asked): PathRoute[] {
    const spokes = hub.spokeConnections.filter(({ resource }) => isAsked(asked, resource.address));
    const own = isAsked(asked, hub.resource.address);
    if (!own && spokes.length === 0) {
      return [];
    }
    const answered = this.answered(hub);
    const rows = rowsOf("to-onprem", this.placeOf(hub), answered);
    return [
      ...(own ? rows : []),
      ...spokes.flatMap((spoke) => rowsOfSpoke(spoke, this.placeOf(spoke), rows, answered)),
    ];
  }

  private placeOf(part: Part): Place {
    return { from: part.resource.address, place: this.circumstances.names.of(part) };
  }

  private answered(hub: VirtualHub): Answered[] {
    return [...this.outside].flatMap(([chain, ranges]) => {
      const answer = ranges.length === 0 ? undefined : answerFrom(hub, chain, this.circumstances);
      return answer === undefined ? [] : [{ answer, ranges }];
    });
  }
}

function withoutAll(ranges: readonly Range[], holes: readonly Range[]): Range[] {
  return ranges.flatMap((range) => {
    const inside = holes.filter(({ first, last }) => first <= range.last && last >= range.first);
    return inside.length === 0 ? [range] : without(range, inside);
  });
}

function rowsOfSpoke(
  spoke: SpokeConnection,
  place: Place,
  rows: readonly PathRoute[],
  answered: readonly Answered[],
): readonly PathRoute[] {
  const unknowns = followsOwnTable(spoke);
  if (unknowns.length === 0) {
    return rows.map((row) => ({ ...row, ...place }));
  }
  return rowsOf(
    "to-onprem",
    place,
    answered.map(({ ranges }) => ({ answer: followed(unknowns), ranges })),
  );
}

function followed(unknowns: readonly Unknown[]): PathAnswer {
  const sentence = `The spoke follows a route table of its own; ${deciders(unknowns)} would tell.`;
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
