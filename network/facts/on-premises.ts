import { containsPrefix } from "../../address/prefix";
import { type Field, type Items, type Unknown, unknownsOf } from "../field";
import type { IntentStatement, Preference } from "../intent";
import type { Network, VirtualHub } from "../network";
import { prefixesOf } from "./prefixes";
import { type Said, saidAt } from "./said";

/** What routers on premises do with what they hear from a hub. Undefined: nobody states it. */
export interface OnPremises {
  /** For which Azure prefixes all of them prefer the tunnel. */
  readonly prefersTunnelFor: Preference | undefined;
  /** Which Azure prefixes all of them refuse to learn over ExpressRoute. */
  readonly filtersExpressRoute: Prefixes | undefined;
}

const preferredIn = ({ prefersTunnelFor }: IntentStatement) => prefersTunnelFor;
const filteredIn = ({ filtersExpressRoute }: IntentStatement) => filtersExpressRoute;

/** What the statements say that speak of a hub, or of what is connected to it. */
export function onPremisesAt(network: Network, hub: VirtualHub): OnPremises {
  return {
    prefersTunnelFor: preferredByAll(saidAt(network, hub, preferredIn)),
    filtersExpressRoute: refusedByAll(filtersAt(network, hub)),
  };
}

/** Which Azure prefixes some of the routers at a hub refuse to learn over ExpressRoute; undefined where nobody states any. */
export function refusedByAnyAt(network: Network, hub: VirtualHub): Prefixes | undefined {
  const { said, perhaps } = filtersAt(network, hub);
  const [only, ...others] = said;
  if (only !== undefined && others.length + perhaps.length === 0) {
    return only;
  }
  const items = said.flatMap((list) => list.items);
  const unknowns = [...said.flatMap(({ unknown }) => unknown ?? []), ...doubtsOf(perhaps)];
  return said.length + perhaps.length === 0 ? undefined : listOf(FILTERS, items, unknowns);
}

type Prefixes = Items<Field<string>>;

function filtersAt(network: Network, hub: VirtualHub): Said<Prefixes> {
  return saidAt(network, hub, filteredIn);
}

function doubtsOf(perhaps: Said<unknown>["perhaps"]): Unknown[] {
  return perhaps.flatMap(({ unknowns }) => unknowns);
}

/** The lines of intent that would tell more. */
export const PREFERS = "network_intent.onPremises.prefersTunnelFor";
const FILTERS = "onPremises.filtersExpressRoute";

function preferredByAll({ said, silent, perhaps }: Said<Preference>): Preference | undefined {
  const open = [
    ...said.flatMap((preference) => (preference.kind === "unknown" ? [preference.unknown] : [])),
    ...(silent && said.length > 0 ? [{ decidedBy: [PREFERS] }] : []),
    ...doubtsOf(perhaps.filter((one) => one.said.kind !== "all")),
  ];
  if (open.length > 0 && said.length > 0) {
    return { kind: "unknown", unknown: together(open) };
  }
  const lists = said.flatMap((preference) => (preference.kind === "prefixes" ? [preference.prefixes] : []));
  const prefixes = inAll("onPremises.prefersTunnelFor", lists);
  return prefixes === undefined ? said[0] : { kind: "prefixes", prefixes };
}

function refusedByAll({ said, silent, perhaps }: Said<Prefixes>): Prefixes | undefined {
  if (said.length === 0) {
    return undefined;
  }
  // Who says nothing of filters has none: that is how a single statement is read too.
  const held = silent ? listOf(FILTERS, [], []) : inAll(FILTERS, [...said, ...perhaps.map((one) => one.said)]);
  return held === undefined || perhaps.length === 0
    ? held
    : listOf(FILTERS, held.items, [...unknownsOf(held), ...doubtsOf(perhaps)]);
}

/** What all lists hold. */
function inAll(path: string, lists: readonly Prefixes[]): Prefixes | undefined {
  const [first, ...others] = lists;
  return first === undefined ? undefined : others.reduce((held, list) => inBoth(path, held, list), first);
}

function inBoth(path: string, one: Prefixes, two: Prefixes): Prefixes {
  const others = prefixesOf(two);
  const items = prefixesOf(one).flatMap((outer) =>
    others.flatMap((inner): Field<string>[] => {
      const held = containsPrefix(outer.prefix, inner.prefix)
        ? inner
        : containsPrefix(inner.prefix, outer.prefix)
          ? outer
          : undefined;
      return held === undefined ? [] : [{ state: "known", path: held.path, value: held.text, written: true }];
    }),
  );
  const unknowns = [...unknownsOf(one), ...unknownsOf(two)];
  return listOf(path, items, unknowns);
}

function listOf(path: string, items: readonly Field<string>[], unknowns: readonly Unknown[]): Prefixes {
  return { path, items, ...(unknowns.length === 0 ? {} : { unknown: together(unknowns) }) };
}

function together(unknowns: readonly Unknown[]): Unknown {
  return { decidedBy: [...new Set(unknowns.flatMap(({ decidedBy }) => decidedBy))] };
}
