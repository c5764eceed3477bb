import type { VirtualHub } from "../../network/network";
import type { Known, Place, Source, World } from "./oracle";

/** Every world that fits what is known: AS paths of 0 to 6 ASNs, any preference, telling or not. */
export function* worldsOf({ hubs, routes, reaches }: Known, places: readonly Place[] = []): Iterable<World> {
  const sources = [...new Set(routes.map(({ source }) => source))];
  const open = sources.filter(({ asPathLength }) => asPathLength === undefined);
  const mayStop = hubs.length > 1 && hubs.some(({ routingPreference }) => !isBySource(routingPreference));
  const unsure = hubs.filter(({ routingPreference }) => routingPreference.state === "unknown");
  const all = [...hubs.map((hub): Place => ({ hub })), ...places];
  const reached = sources.flatMap((source) => all.map((place) => reaches(source, place)));
  const doubts = [...new Set(reached.filter((reach) => reach !== "yes" && reach !== "no"))];
  const restricted = reached.some((reach) => reach !== "yes");
  const weighed = new Set(sources.map(({ weight }) => weight)).size > 1;
  const either = (isOpen: boolean) => (isOpen ? [true, false] : [true]);
  const flags = product(
    either(mayStop),
    either(restricted && hubs.length > 1),
    either(weighed),
    either(restricted && hubs.length > 1),
  );
  // Each router runs its own race, and loses it where its own AS path is two or more longer.
  const racing = hubs.filter((hub) => hubs.length > 1 && mayRace(hub, sources));
  const races = choices(racing.length, [true, false]);
  const worlds = flags.flatMap((flag) => races.map((losing) => ({ flag, losing })));
  for (const lengths of choices(open.length, [0, 1, 3, 6])) {
    for (const preferences of choices(unsure.length, ["ExpressRoute", "VpnGateway", "ASPath"])) {
      for (const holds of choices(doubts.length, [true, false])) {
        for (const { flag, losing } of worlds) {
          const [keepsTelling = true, tellsBestOfAll = true, weightFirst = true, ownWay = true] = flag;
          yield {
            asPathLengthOf: (source) => source.asPathLength ?? lengths[open.indexOf(source)] ?? 0,
            preferenceOf: (hub) => {
              const stated = hub.routingPreference.state === "known" ? hub.routingPreference.value : undefined;
              return stated ?? preferences[unsure.indexOf(hub)] ?? "ExpressRoute";
            },
            keepsTelling,
            tellsBestOfAll,
            races: (hub) => losing[racing.indexOf(hub)] ?? false,
            weightFirst,
            decidesByItsOwn: ownWay,
            holding: doubts.filter((_, place) => holds[place]),
          };
        }
      }
    }
  }
}

function mayRace(hub: VirtualHub, sources: readonly Source[]): boolean {
  const own = sources.flatMap((source) => (source.hub === hub ? (source.asPathLength ?? []) : []));
  const others = sources.flatMap((source) => (source.hub === hub ? [] : (source.asPathLength ?? [])));
  return Math.max(...own) - Math.min(...others) >= 2;
}

function product(...lists: readonly (readonly boolean[])[]): boolean[][] {
  let all: boolean[][] = [[]];
  for (const list of lists) {
    all = all.flatMap((chosen) => list.map((value) => [...chosen, value]));
  }
  return all;
}

// With these, a hub never prefers what another one tells.
function isBySource(preference: VirtualHub["routingPreference"]): boolean {
  return preference.state === "known" && preference.value !== "ASPath";
}

function choices<T>(places: number, values: readonly T[]): T[][] {
  let all: T[][] = [[]];
  for (let place = 0; place < places; place += 1) {
    all = all.flatMap((chosen) => values.map((value) => [...chosen, value]));
  }
  return all;
}
