import fc from "fast-check";
import { literalPrefix, type Prefix, prefixOf } from "../../address/prefix";
import type { Propagation } from "../../routes/propagation";
import type { Carriage, Route, RouteSource } from "../../routes/source";
import { hubOf, sourceOf } from "./networks";
import type { Known, Place, Source } from "./oracle";

/** The eight addresses that random routes lie in. */
export const SPACE = literalPrefix("10.0.0.0/29");

/** All addresses of the space. */
export const ADDRESSES = Array.from({ length: 8 }, (_, offset) => Number(SPACE.first) + offset);

/** Hubs, what they learn and where that comes to, and what is asked. */
export interface RandomNetwork extends Known {
  readonly sources: readonly RouteSource[];
  readonly routes: readonly Route[];
}

const KINDS: readonly (readonly [RouteSource["kind"], Carriage])[] = [
  ["vpn", "private-tunnel"],
  ["vpn", "private-tunnel"],
  ["vpn", "internet-tunnel"],
  ["expressroute", "clear"],
  ["expressroute", "clear"],
  ["static", "unknown"],
  ["static", "onward"],
];

const prefix: fc.Arbitrary<Prefix> = fc
  .tuple(fc.constantFrom(28, 29, 30, 31, 32, 28, 29, 30, 31, 32, 0), fc.constantFrom(...ADDRESSES))
  .map(([length, value]) => prefixOf({ family: 4, value }, length));

/** Where routes come to: `all` as Azure does by itself, `home` alone, `abroad` alone, or what that rests on. */
const REACHES = ["all", "all", "all", "all", "home", "abroad", "none"] as const;
const DOUBTS = ["label", "table"] as const;

/** Some hubs with some routes; `doubts`: with what can't be told of AS paths, preferences, reaches and weights, too. */
export function randomNetwork(doubts: boolean): fc.Arbitrary<RandomNetwork> {
  const preference = fc.constantFrom("ExpressRoute", "VpnGateway", "ASPath", ...(doubts ? [undefined] : []));
  const hubs = fc.array(preference, { minLength: 1, maxLength: 3 });
  const length = doubts ? fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 3 }) : fc.nat({ max: 4 });
  const source = fc.record({
    hub: fc.nat({ max: 2 }),
    kind: fc.constantFrom(...KINDS),
    length,
    weight: doubts ? fc.constantFrom(0, 0, 0, 10) : fc.constant(0),
    reach: fc.constantFrom(...REACHES, ...(doubts ? DOUBTS : [])),
    prefixes: fc.array(prefix, { minLength: 1, maxLength: 3 }),
  });
  return fc.tuple(hubs, fc.array(source, { maxLength: doubts ? 4 : 7 })).map(([preferences, drawn]) => {
    const known = preferences.map((one, index) => hubOf(`h${index}`, one));
    const sources: RouteSource[] = [];
    const routes: Route[] = [];
    const reachOf = new Map<Source, string>();
    for (const [index, { hub, kind, length: asPathLength, weight, reach, prefixes }] of drawn.entries()) {
      const at = known[hub % known.length];
      if (at !== undefined) {
        const reaching = kind[0] === "static" ? "home" : reach;
        const plain = sourceOf(at, `s${index}`, kind[0], asPathLength, kind[1]);
        const made = { ...plain, weight, propagation: propagationTo(reaching, at, index) };
        sources.push(made);
        reachOf.set(made, reaching);
        const texts = new Map(prefixes.map((one) => [one.text, one]));
        routes.push(
          ...[...texts.values()].map((one) => ({ first: Number(one.first), length: one.length, source: made })),
        );
      }
    }
    const reaches = (one: Source, { hub }: Place) => {
      const place = [...reachOf.keys()].indexOf(one);
      return reachIn(reachOf.get(one) ?? "all", one.hub === hub, `${place} ${hub.resource.address}`);
    };
    return readable({ hubs: known, sources, routes, reaches }, reachOf);
  });
}

/** `yes`, `no`, or the name of a doubt. All routes that Azure may give a label have one. */
function reachIn(reach: string, isHome: boolean, place: string): string {
  switch (reach) {
    case "all":
      return "yes";
    case "home":
      return isHome ? "yes" : "no";
    case "abroad":
      return isHome ? "no" : "yes";
    case "label":
      return isHome ? "yes" : "label";
    case "table":
      return place;
    default:
      return "no";
  }
}

function propagationTo(reach: string, home: RouteSource["hub"], index: number): Propagation {
  const into: Propagation["into"] = ({ hub, custom }) => {
    const told = reachIn(reach, hub === home, `${index} ${hub.resource.address}`);
    return custom !== undefined ? "no" : told === "yes" || told === "no" ? told : { name: told, unknowns: [] };
  };
  return { everywhere: reach === "all", named: new Set(), into };
}

/** With a short text for counterexamples. */
function readable(network: RandomNetwork, reachOf: ReadonlyMap<Source, string>): RandomNetwork {
  const text = () =>
    [
      ...network.hubs.map(({ resource, routingPreference }) => {
        return `${resource.address} ${routingPreference.state === "known" ? routingPreference.value : "?"}`;
      }),
      ...network.sources.map((one) => {
        const own = network.routes.filter(({ source }) => source === one);
        const prefixes = own.map(({ first, length }) => `${first - Number(SPACE.first)}/${length}`);
        const { via, hub, carriage, asPathLength, weight } = one;
        return [
          via,
          hub.resource.address,
          one.kind,
          carriage,
          asPathLength,
          weight,
          reachOf.get(one),
          ...prefixes,
        ].join(" ");
      }),
    ].join("\n");
  return Object.defineProperty(network, fc.toStringMethod, { value: text, enumerable: false });
}
