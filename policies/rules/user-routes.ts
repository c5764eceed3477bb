import { openOf } from "../../network/facts/answer";
import { listed, type Phrase, phrase } from "../../network/facts/called/phrase";
import { groupedBy } from "../../network/facts/groups";
import { knownValue, type Unknown } from "../../network/field";
import type { Network } from "../../network/network";
import { forwardsOf } from "../../routes/appliances";
import { maximalPrefixes } from "../../routes/covering";
import { hubGroups } from "../../routes/hub-groups";
import { at, undecided, violation } from "./judgement";
import { type HiddenRoutes, type TakingRoute, takenByUsers } from "./reasoning/taken-by-users";
import { cannotTell, makeKnown } from "./reasoning/unknowns";
import type { Judgement, Level, Rule } from "./rule";

/** What a spoke's own route tables say goes before all that its hub tells it. */
export const userRoutes: Rule = {
  id: "user-routes",
  level: "error",
  section: "Routing",
  what: "No user-defined route of a connected virtual network takes a protected prefix to the internet; one to an appliance leaves open what becomes of it, and one to None drops it.",
  why: "A subnet follows its own routes before those of its hub. What they take never comes to a tunnel.",
  page: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
  *judge(network) {
    for (const group of hubGroups(network)) {
      const { routes, hidden } = takenByUsers(network, group);
      for (const same of groupedBy(routes, ({ route }) => route)) {
        yield* judgeRoute(network, same);
      }
      for (const same of groupedBy(hidden, ({ part }) => part)) {
        yield* hiddenRoutes(same);
      }
    }
  },
};

function* judgeRoute(network: Network, all: readonly TakingRoute[]): Iterable<Judgement> {
  const [first] = all;
  const hop = first === undefined ? undefined : nextHopOf(network, first);
  if (first === undefined || hop === undefined) {
    return;
  }
  const { route } = first;
  const place = at(route, hop.path);
  const surely = maximalPrefixes(all.flatMap((one) => one.surely));
  if (surely.length > 0) {
    const message = phrase`${calledRoute(first)} takes ${listed(surely)} from ${spokesOf(all)} ${hop.where}`;
    const evidence = {
      prefixes: surely.slice(0, SHOWN),
      count: surely.length,
      nextHop: knownValue(route.nextHopType) ?? "",
      // One subnet more that follows it is something new.
      followedBy: [...new Set(all.flatMap(({ by }) => by?.resource.address ?? []))],
    };
    yield hop.unknowns.length === 0
      ? violation(place, { message, remedy: hop.remedy, evidence, level: hop.level })
      : undecided(place, hop.unknowns, {
          message: phrase`${message}, and what becomes of it there can't be told`,
          remedy: hop.remedy,
          evidence,
          level: hop.level,
        });
  }
  const open = all.filter(({ perhaps, isAnywhere }) => perhaps.length > 0 || isAnywhere);
  if (open.length > 0) {
    const prefixes = maximalPrefixes(open.flatMap(({ perhaps }) => perhaps));
    const what = prefixes.length === 0 ? "protected prefixes" : listed(prefixes);
    const message = phrase`whether ${calledRoute(first)} takes ${what} from ${spokesOf(open)} ${hop.where} can't be told`;
    const unknowns = [...open.flatMap((one) => one.unknowns), ...hop.unknowns];
    yield cannotTell(place, unknowns, message, { level: hop.level, evidence: { prefixes: prefixes.slice(0, SHOWN) } });
  }
}

const SHOWN = 10;

/** Where a route leads, and how grave that is. */
interface NextHop {
  /** `to the internet` */
  readonly where: Phrase;
  readonly path: string;
  readonly level: Level;
  readonly remedy: Phrase;
  /** Why it can't be told what becomes of packets there. */
  readonly unknowns: readonly Unknown[];
}

const TAKE_OUT = "Take the route out, or write it for other prefixes: without it the subnet follows its hub.";

/** Undefined where packets go on by the routes of the hub all the same. */
function nextHopOf(network: Network, { route }: TakingRoute): NextHop | undefined {
  const { nextHopType, nextHopAddress } = route;
  const hop = { path: nextHopType.path, level: "error", remedy: TAKE_OUT, unknowns: [] } as const;
  const type = knownValue(nextHopType)?.toLowerCase();
  switch (type) {
    case "internet":
      return { ...hop, where: "to the internet" };
    case "none":
    case "nonexthop":
    case "vnetlocal":
      return { ...hop, level: "note", where: "out of the way, where it is dropped" };
    case "virtualappliance": {
      const { state, path } = nextHopAddress;
      const named = knownValue(nextHopAddress);
      const itself = { decidedBy: [`${route.resource.address}.${path}`] };
      const unknowns =
        state === "unknown"
          ? [nextHopAddress.unknown]
          : named === undefined
            ? [itself]
            : openOf(forwardsOf(network, [named], route));
      const where = named === undefined ? "to an appliance" : phrase`to appliance ${named}`;
      return unknowns.length === 0 ? undefined : { ...hop, where, remedy: makeKnown(unknowns), unknowns };
    }
    default: {
      const itself = { decidedBy: [`${route.resource.address}.${nextHopType.path}`] };
      const unknown = nextHopType.state === "unknown" ? nextHopType.unknown : itself;
      return { ...hop, where: phrase`to ${knownValue(nextHopType) ?? "an unknown next hop"}`, unknowns: [unknown] };
    }
  }
}

function calledRoute({ route, table }: TakingRoute): Phrase {
  const isOwn = route.path === "" || table === undefined;
  return isOwn ? route : phrase`user route ${knownValue(route.name) ?? route.path} of ${table}`;
}

function spokesOf(all: readonly { readonly spoke: TakingRoute["spoke"] }[]): Phrase {
  return listed([...new Set(all.map(({ spoke }) => spoke))]);
}

function* hiddenRoutes(all: readonly HiddenRoutes[]): Iterable<Judgement> {
  const [first] = all;
  if (first === undefined) {
    return;
  }
  const what =
    first.table === undefined
      ? phrase`which user-defined routes a subnet of ${spokesOf(all)} follows can't be told`
      : phrase`which routes ${first.table} has, which a subnet of ${spokesOf(all)} follows, can't be told`;
  const unknowns = all.flatMap((one) => one.unknowns);
  yield cannotTell(
    at(first.part, first.path),
    unknowns,
    phrase`${what}, nor whether they take what is protected past the hub`,
  );
}
