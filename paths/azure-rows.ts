import type { Prefix } from "../address/prefix";
import { type Names, namesIn } from "../network/facts/called/names";
import { type OnPremises, onPremisesAt, PREFERS } from "../network/facts/on-premises";
import { prefixesOf } from "../network/facts/prefixes";
import { expressRouteOf, isPrivate, unseenExpressRoute } from "../network/facts/private-path";
import { type Field, type Items, targetOf, type Unknown, unknownsOf } from "../network/field";
import type { ConnectionRouting, Network, VirtualHub, VpnSite } from "../network/network";
import { PATH_OF_AZURE } from "../routes/as-path";
import { type Range, without } from "../routes/covering";
import { needsOf as needsOfCircuit } from "../routes/expressroute-routes";
import type { HubGroup } from "../routes/hub-groups";
import { isUntold, throughMap } from "../routes/route-map";
import { type AzureSide, azureSidesOf, spokesKeptOff } from "../routes/to-azure";
import { connectedLinks, linkNameOf, needsOf } from "../routes/tunnel-routes";
import { routesOf } from "../routes/wan-routes";
import { type Asked, isAsked } from "./asked";
import { answerTowardsAzure, type Heard, type Stated, type WayIn } from "./azure-answer";
import { type LostThing, lostThings } from "./lost";
import { type Answered, rowsOf } from "./merging";
import type { PathAnswer, PathRoute } from "./report";

/** Where the sites of a WAN send what goes to hubs and spokes. */
export function rowsToAzure(network: Network, group: HubGroup, asked: Asked): PathRoute[] {
  const sites = sitesOf(network, group).filter(({ resource }) => isAsked(asked, resource.address));
  if (sites.length === 0) {
    return [];
  }
  const lost = lostThings(network, group, routesOf(network, group).routes).filter(
    ({ kind }) => asked.whenLost === undefined || kind === asked.whenLost,
  );
  const names = namesIn(network);
  const unseen = group.hubs.flatMap((hub) => unseenExpressRoute(network, hub));
  const pieces = heardOverCircuits(piecesOf(network, group, asked.to), circuitsOf(group, names), unseen);
  return sites.flatMap((site) =>
    rowsOf(
      "to-azure",
      { from: site.resource.address, place: names.of(site) },
      answeredBy({ site, group, names, unseen, lost }, pieces),
    ),
  );
}

/** The sites that belong to the hubs: by their WAN, or by a connection. */
export function sitesOf(network: Network, { wan, hubs }: HubGroup): VpnSite[] {
  return network.sites.filter((site) => {
    const own = targetOf(site.wan);
    const ends = site.connections
      .flatMap(({ gateway }) => targetOf(gateway)?.hub ?? [])
      .flatMap((ref) => targetOf(ref) ?? []);
    return own !== undefined && own === wan ? true : ends.some((hub) => hubs.includes(hub)) || network.wans.length < 2;
  });
}

/** Neighbouring addresses of which intent says one thing. */
interface Piece {
  readonly side: AzureSide;
  readonly prefix: Prefix;
  readonly range: Range;
  readonly filtered: Stated;
  readonly preferred: Stated;
  readonly holdsTunnelEnds: boolean;
}

function piecesOf(network: Network, group: HubGroup, to: Prefix | undefined): Piece[] {
  const spokesOff = spokesKeptOff(network, group) === "yes";
  return group.hubs.flatMap((hub) => piecesAt(hub, onPremisesAt(network, hub), spokesOff, to));
}

function piecesAt(
  hub: VirtualHub,
  { prefersTunnelFor, filtersExpressRoute }: OnPremises,
  spokesOff: boolean,
  to: Prefix | undefined,
): Piece[] {
  const filter = stating(filtersExpressRoute, prefersTunnelFor === undefined, FILTERS);
  const preference =
    prefersTunnelFor?.kind === "prefixes"
      ? stating(prefersTunnelFor.prefixes, false, PREFERS)
      : prefersTunnelFor?.kind === "unknown"
        ? { holes: [], otherwise: [prefersTunnelFor.unknown] }
        : { holes: [], otherwise: prefersTunnelFor?.kind === "all" ? true : [{ decidedBy: [PREFERS] }] };
  return azureSidesOf(hub).flatMap((side) =>
    side.prefixes.flatMap((prefix) =>
      clipped(prefix, to).flatMap((range) =>
        cut(range, filter).flatMap(([one, filtered]) =>
          cut(one, preference).map(([piece, preferred]): Piece => {
            const holdsTunnelEnds = side.spoke === undefined && spokesOff;
            return { side, prefix, range: piece, filtered, preferred, holdsTunnelEnds };
          }),
        ),
      ),
    ),
  );
}

const FILTERS = "network_intent.onPremises.filtersExpressRoute";

interface Statement {
  readonly holes: readonly Range[];
  /** What is said of addresses that the list doesn't hold. */
  readonly otherwise: Stated;
}

/** Where nobody states a list, it says nothing; whether that leaves it open is for the caller to say. */
function stating(list: Items<Field<string>> | undefined, isOpenWithout: boolean, path: string): Statement {
  if (list === undefined) {
    return { holes: [], otherwise: isOpenWithout ? [{ decidedBy: [path] }] : false };
  }
  const unknowns = unknownsOf(list);
  return {
    holes: prefixesOf(list).flatMap(({ prefix }) => rangeOf(prefix)),
    otherwise: unknowns.length > 0 ? unknowns : false,
  };
}

function cut(range: Range, { holes, otherwise }: Statement): [Range, Stated][] {
  const outside = without(range, holes);
  const inside = without(range, outside);
  return [
    ...inside.map((one): [Range, Stated] => [one, true]),
    ...outside.map((one): [Range, Stated] => [one, otherwise]),
  ];
}

function rangeOf({ family, first, last }: Prefix): Range[] {
  return family === 4 ? [{ first: Number(first), last: Number(last) }] : [];
}

function clipped(prefix: Prefix, to: Prefix | undefined): Range[] {
  return rangeOf(prefix).flatMap(({ first, last }) => {
    const [limit = { first, last }] = to === undefined ? [] : rangeOf(to);
    const both = { first: Math.max(first, limit.first), last: Math.min(last, limit.last) };
    return both.first <= both.last ? [both] : [];
  });
}

interface Circuit extends WayIn {
  readonly routing: ConnectionRouting;
}

function circuitsOf({ hubs }: HubGroup, names: Names): Circuit[] {
  return hubs.flatMap(expressRouteOf).map((connection) => ({
    via: connection.resource.address,
    over: names.of(connection),
    needs: needsOfCircuit(connection),
    isPrivate: false,
    unknowns: [],
    routing: connection.routing,
  }));
}

interface HeardPiece extends Piece {
  readonly circuits: readonly WayIn[];
  readonly keptOff: boolean;
  /** Equal for pieces that differ in their addresses only. */
  readonly likeness: string;
}

/** All sites hear the same over ExpressRoute. */
function heardOverCircuits(
  pieces: readonly Piece[],
  circuits: readonly Circuit[],
  unseen: readonly Unknown[],
): HeardPiece[] {
  return pieces.map((piece) => {
    const over = circuits.flatMap((circuit) => lettingThrough(circuit, piece.side, piece.prefix));
    const { filtered, preferred, holdsTunnelEnds } = piece;
    return {
      ...piece,
      circuits: over,
      keptOff: over.length === 0 && circuits.length > 0 && unseen.length === 0,
      likeness: JSON.stringify([filtered, preferred, holdsTunnelEnds, ...over.map(likenessOf)]),
    };
  });
}

// Of one site's view a connection's name says all but what its route map leaves open.
function likenessOf({ via, unknowns }: WayIn): unknown {
  return unknowns.length === 0 ? via : [via, unknowns];
}

interface View {
  readonly site: VpnSite;
  readonly group: HubGroup;
  readonly names: Names;
  readonly unseen: readonly Unknown[];
  readonly lost: readonly LostThing[];
}

function answeredBy({ site, group, names, unseen, lost }: View, pieces: readonly HeardPiece[]): Answered[] {
  const ways = tunnelsOf(site, group, names);
  const more = site.connections.flatMap(({ links }) => (links.unknown === undefined ? [] : [links.unknown]));
  const alike = new Map<string, PathAnswer>();
  return pieces.map(({ side, prefix, range, likeness, ...piece }) => {
    const tunnels = ways.flatMap((tunnel) => lettingThrough(tunnel, side, prefix));
    const key = `${likeness} ${JSON.stringify(tunnels.map(likenessOf))}`;
    const heard: Heard = { ...piece, tunnels, unseenTunnels: more, unseenCircuits: unseen };
    const answer = alike.get(key) ?? answerTowardsAzure(heard, lost);
    alike.set(key, answer);
    return { answer, ranges: [range] };
  });
}

function tunnelsOf(site: VpnSite, { hubs }: HubGroup, names: Names): Circuit[] {
  const own = site.connections.filter(({ gateway }) => {
    const hub = targetOf(gateway)?.hub;
    const end = hub === undefined ? undefined : targetOf(hub);
    return end !== undefined && hubs.includes(end);
  });
  return own.flatMap((connection) =>
    connectedLinks(connection).map(({ link }) => ({
      via: linkNameOf(link),
      over: names.of(link),
      needs: needsOf(link),
      isPrivate: isPrivate(link) !== "no",
      unknowns: [],
      routing: connection.routing,
    })),
  );
}

/** The way with what its outbound route map leaves open; nothing where that drops the prefix. Maps spare a hub's own. */
function lettingThrough({ routing, ...way }: Circuit, side: AzureSide, prefix: Prefix): WayIn[] {
  const { outboundRouteMap } = routing;
  if (outboundRouteMap.state === "absent" || side.spoke === undefined) {
    return [way];
  }
  if (outboundRouteMap.state === "unknown") {
    return [{ ...way, unknowns: [outboundRouteMap.unknown] }];
  }
  const mapped = throughMap(outboundRouteMap.to, { prefix, asPath: PATH_OF_AZURE });
  if (mapped === "dropped") {
    return [];
  }
  return [isUntold(mapped) ? { ...way, unknowns: mapped } : way];
}
