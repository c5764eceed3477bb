import type { Phrase } from "../network/facts/called/phrase";
import { prefixesOf } from "../network/facts/prefixes";
import { type Field, type Items, type Unknown, unknownsOf } from "../network/field";
import type { Advertisement, ConnectionRouting, Part, RouteMap } from "../network/network";
import { type AsPath, knownPath, pathOverExpressRoute, UNTOLD_PATH } from "./as-path";
import type { LearnedRoutes } from "./learned-routes";
import { isUntold, throughMap } from "./route-map";
import type { Opening, RouteSource } from "./source";

/** A source before it is known how long an AS path is. */
export type SourceDraft = Omit<RouteSource, "asPathLength" | "asPathUnknowns">;

/** Where a neighbour's routes come in. */
export interface Entry {
  readonly draft: SourceDraft;
  /** Undefined: nothing acts on what comes in. */
  readonly routing: ConnectionRouting | undefined;
  /** Where a finding points that is about what comes in here. */
  readonly part: Part;
  readonly path: string;
  /** `what is advertised over circuit ams at neu`, where that is needed. */
  readonly what: () => Phrase;
}

/** What a hub learns of an advertisement, after the inbound route map of the connection. */
export function learnAdvertised(entry: Entry, { prefixes, asPath }: Advertisement, into: LearnedRoutes): void {
  const told = asPath.state === "known" ? asPath.value.map(String) : undefined;
  const unknowns: readonly Unknown[] =
    asPath.state === "known"
      ? []
      : [asPath.state === "unknown" ? asPath.unknown : { decidedBy: [`network_intent.${asPath.path}`] }];
  learnListed(entry, prefixes, told, unknowns, into);
}

/**
 * What a hub learns of listed prefixes that have one AS path, after the inbound route map.
 *
 * @param asPath undefined where nobody told it
 * @param asPathUnknowns what would tell it
 */
export function learnListed(
  entry: Entry,
  list: Items<Field<string>>,
  asPath: readonly string[] | undefined,
  asPathUnknowns: readonly Unknown[],
  into: LearnedRoutes,
): void {
  const inboundRouteMap = entry.routing?.inboundRouteMap ?? NO_MAP;
  if (inboundRouteMap.state === "unknown") {
    into.open([openingAt(entry, [inboundRouteMap.unknown])]);
  } else if (inboundRouteMap.state === "resolved") {
    const sourceOf = sourcesByLength(entry.draft, asPathUnknowns);
    learnMapped(entry, inboundRouteMap.to, { list, asPath: pathOf(entry, asPath), sourceOf }, into);
  } else {
    const source = sourceOfLength(entry.draft, pathOf(entry, asPath).asns?.length, asPathUnknowns);
    into.addListed(list, source);
  }
  const unknowns = unknownsOf(list);
  if (unknowns.length > 0) {
    into.open([openingAt(entry, unknowns)]);
  }
}

function pathOf({ draft }: Entry, stated: readonly string[] | undefined): AsPath {
  if (draft.kind === "expressroute") {
    return pathOverExpressRoute(stated);
  }
  return stated === undefined ? UNTOLD_PATH : knownPath(stated);
}

const NO_MAP: ConnectionRouting["inboundRouteMap"] = { state: "absent", path: "" };

interface Announced {
  readonly list: Items<Field<string>>;
  readonly asPath: AsPath;
  readonly sourceOf: (asPathLength: number | undefined) => RouteSource;
}

function learnMapped(entry: Entry, map: RouteMap, { list, asPath, sourceOf }: Announced, into: LearnedRoutes): void {
  for (const { prefix } of prefixesOf(list)) {
    const mapped = throughMap(map, { prefix, asPath });
    if (mapped === "dropped") {
      continue;
    }
    if (isUntold(mapped)) {
      into.open([openingAt(entry, mapped)]);
    } else if (mapped.prefix.family === 4) {
      into.add(Number(mapped.prefix.first), mapped.prefix.length, sourceOf(mapped.asPath.asns?.length));
    }
  }
}

/** One source for each length of AS path: a hundred thousand prefixes share it. */
function sourcesByLength(
  draft: SourceDraft,
  unknowns: readonly Unknown[],
): (length: number | undefined) => RouteSource {
  const known = new Map<number | undefined, RouteSource>();
  return (length) => {
    const source = known.get(length) ?? sourceOfLength(draft, length, unknowns);
    known.set(length, source);
    return source;
  };
}

function sourceOfLength(
  { kind, hub, propagation, carriage, weight, carriageUnknowns, via, over, part, needs }: SourceDraft,
  asPathLength: number | undefined,
  unknowns: readonly Unknown[],
): RouteSource {
  const asPathUnknowns = asPathLength === undefined ? unknowns : [];
  return {
    kind,
    hub,
    propagation,
    carriage,
    asPathLength,
    weight,
    asPathUnknowns,
    carriageUnknowns,
    via,
    over,
    part,
    needs,
  };
}

export function openingAt({ draft, part, path, what }: Entry, unknowns: readonly Unknown[]): Opening {
  return { carriage: draft.carriage, propagation: draft.propagation, part, path, what: what(), unknowns };
}
