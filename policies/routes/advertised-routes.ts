import type { Prefix } from "../../lib/address/prefix";
import { prefixesOf } from "../network/facts/prefixes";
import { type Unknown, unknownsOf } from "../network/field";
import type { Advertisement, Part } from "../network/network";
import type { ConnectionRouting } from "../network/routing";
import { type Announcement, isUntold, throughMap } from "./route-map";
import type { Learned, Opening, Route, RouteSource } from "./source";

/** A source before it is known how long an AS path is. */
export type SourceDraft = Omit<RouteSource, "asPathLength" | "asPathUnknowns">;

/** Where a neighbour's routes come in. */
export interface Entry {
  readonly draft: SourceDraft;
  readonly routing: ConnectionRouting;
  /** Where a finding points that is about what comes in here. */
  readonly part: Part;
  readonly path: string;
  /** `what is advertised over ExpressRoute connection ams`, where that is needed. */
  readonly what: () => string;
}

/** What a hub learns of an advertisement, after the inbound route map of the connection. */
export function learnedFrom(entry: Entry, advertisement: Advertisement): Learned {
  const { asPath } = advertisement;
  const told = asPath.state === "known" ? asPath.value.map(String) : undefined;
  const unknowns: readonly Unknown[] =
    asPath.state === "known"
      ? []
      : [asPath.state === "unknown" ? asPath.unknown : { decidedBy: [`network_intent.${asPath.path}`] }];
  const learned = announced(
    entry,
    prefixesOf(advertisement.prefixes).map(({ prefix }) => ({ prefix, asPath: told })),
    unknowns,
  );
  return withOpening(learned, entry, unknownsOf(advertisement.prefixes));
}

/** Routes of announcements after the inbound route map. */
export function announced(
  entry: Entry,
  announcements: readonly Announcement[],
  unknowns: readonly Unknown[],
): { routes: Route[]; openings: Opening[] } {
  const { inboundRouteMap } = entry.routing;
  if (inboundRouteMap.state === "unknown") {
    return { routes: [], openings: [openingAt(entry, [inboundRouteMap.unknown])] };
  }
  const sourceOf = sourcesByLength(entry.draft, unknowns);
  const routes: Route[] = [];
  const openings: Opening[] = [];
  for (const announcement of announcements) {
    const mapped = inboundRouteMap.state === "resolved" ? throughMap(inboundRouteMap.to, announcement) : announcement;
    if (mapped === "dropped") {
      continue;
    }
    if (isUntold(mapped)) {
      openings.push(openingAt(entry, mapped));
    } else if (mapped.prefix.family === 4) {
      routes.push(routeOf(mapped.prefix, sourceOf(mapped.asPath?.length)));
    }
  }
  return { routes, openings };
}

export function routeOf(prefix: Prefix, source: RouteSource): Route {
  return { first: Number(prefix.first), length: prefix.length, source };
}

/** One source for each length of AS path: a hundred thousand prefixes share it. */
function sourcesByLength(
  draft: SourceDraft,
  unknowns: readonly Unknown[],
): (length: number | undefined) => RouteSource {
  const known = new Map<number | undefined, RouteSource>();
  return (length) => {
    const source = known.get(length) ?? {
      ...draft,
      asPathLength: length,
      asPathUnknowns: length === undefined ? unknowns : [],
    };
    known.set(length, source);
    return source;
  };
}

export function withOpening(learned: Learned, entry: Entry, unknowns: readonly Unknown[]): Learned {
  return unknowns.length === 0
    ? learned
    : { routes: learned.routes, openings: [...learned.openings, openingAt(entry, unknowns)] };
}

export function openingAt({ draft, part, path, what }: Entry, unknowns: readonly Unknown[]): Opening {
  return { carriage: draft.carriage, part, path, what: what(), unknowns };
}
