import fc from "fast-check";
import { literalPrefix, type Prefix, prefixOf } from "../../address/prefix";
import type { VirtualHub } from "../../network/network";
import type { Carriage, Route, RouteSource } from "../../routes/source";
import { hubOf, sourceOf } from "./networks";

/** The eight addresses that random routes lie in. */
export const SPACE = literalPrefix("10.0.0.0/29");

/** All addresses of the space. */
export const ADDRESSES = Array.from({ length: 8 }, (_, offset) => Number(SPACE.first) + offset);

/** Hubs, what they learn, and what is asked. */
export interface RandomNetwork {
  readonly hubs: readonly VirtualHub[];
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
];

const prefix: fc.Arbitrary<Prefix> = fc
  .tuple(fc.integer({ min: 28, max: 32 }), fc.constantFrom(...ADDRESSES))
  .map(([length, value]) => prefixOf({ family: 4, value }, length));

/** Some hubs with some routes; `doubts`: with AS paths and preferences that can't be told, too. */
export function randomNetwork(doubts: boolean): fc.Arbitrary<RandomNetwork> {
  const preference = fc.constantFrom("ExpressRoute", "VpnGateway", "ASPath", ...(doubts ? [undefined] : []));
  const hubs = fc.array(preference, { minLength: 1, maxLength: 3 });
  const length = doubts ? fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 3 }) : fc.nat({ max: 4 });
  const source = fc.record({
    hub: fc.nat({ max: 2 }),
    kind: fc.constantFrom(...KINDS),
    length,
    prefixes: fc.array(prefix, { minLength: 1, maxLength: 3 }),
  });
  return fc.tuple(hubs, fc.array(source, { maxLength: doubts ? 4 : 7 })).map(([preferences, drawn]) => {
    const known = preferences.map((one, index) => hubOf(`h${index}`, one));
    const sources: RouteSource[] = [];
    const routes: Route[] = [];
    for (const [index, { hub, kind, length: asPathLength, prefixes }] of drawn.entries()) {
      const at = known[hub % known.length];
      if (at !== undefined) {
        const made = sourceOf(at, `s${index}`, kind[0], asPathLength, kind[1]);
        sources.push(made);
        const texts = new Map(prefixes.map((one) => [one.text, one]));
        routes.push(
          ...[...texts.values()].map((one) => ({ first: Number(one.first), length: one.length, source: made })),
        );
      }
    }
    return { hubs: known, sources, routes };
  });
}
