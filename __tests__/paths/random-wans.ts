import fc from "fast-check";
import { prefixOf } from "../../address/prefix";
import { ADDRESSES } from "../routes/random-networks";

/** To which tables a connection propagates. `own`: by the id of its hub's default table alone. */
const PROPAGATIONS = ["nothing", "nothing", "nothing", "label", "own", "red", "none", "own and red"] as const;
export type PropagationKind = (typeof PROPAGATIONS)[number];

export interface DrawnConnection {
  readonly hub: number;
  readonly kind: "tunnel" | "internet" | "circuit";
  readonly prefixes: readonly string[];
  readonly asPath: number | undefined;
  readonly weight: number;
  readonly propagation: PropagationKind;
}

export interface DrawnSpoke {
  readonly hub: number;
  /** Associated with the red table of its hub. */
  readonly isRed: boolean;
  readonly hearsDefault: boolean;
  readonly propagation: PropagationKind;
  /** To an appliance in it. */
  readonly statics: readonly string[];
  readonly handsStatics: boolean;
}

export interface DrawnStatic {
  readonly hub: number;
  readonly isRed: boolean;
  readonly prefixes: readonly string[];
  readonly next: "firewall" | "appliance";
}

/** One WAN: hubs with what is connected to them. */
export interface Drawn {
  readonly preferences: readonly string[];
  readonly secured: readonly number[];
  readonly connections: readonly DrawnConnection[];
  readonly spokes: readonly DrawnSpoke[];
  readonly statics: readonly DrawnStatic[];
  readonly forwards: boolean;
}

const prefix = fc
  .tuple(fc.constantFrom(28, 29, 30, 31, 32, 28, 29, 30, 0), fc.constantFrom(...ADDRESSES))
  .map(([length, value]) => prefixOf({ family: 4, value }, length).text);
const prefixes = (minLength: number) => fc.uniqueArray(prefix, { minLength, maxLength: 2 });
const hub = fc.nat({ max: 2 });

/** @param doubts with AS paths that nobody states, and tables without a label, too */
export function randomWan(doubts: boolean): fc.Arbitrary<Drawn> {
  const propagation = fc.constantFrom(...PROPAGATIONS.filter((one) => doubts || !one.startsWith("own")));
  return fc.record({
    preferences: fc.array(fc.constantFrom("ExpressRoute", "VpnGateway", "ASPath"), { minLength: 1, maxLength: 3 }),
    secured: fc.subarray([0, 1, 2], { maxLength: 1 }),
    connections: fc.array(
      fc.record({
        hub,
        kind: fc.constantFrom("tunnel", "tunnel", "internet", "circuit", "circuit"),
        prefixes: prefixes(1),
        asPath: doubts ? fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) : fc.integer({ min: 1, max: 4 }),
        weight: doubts ? fc.constantFrom(0, 0, 10) : fc.constant(0),
        propagation,
      }),
      { maxLength: 4 },
    ),
    spokes: fc.array(
      fc.record({
        hub,
        isRed: fc.boolean(),
        hearsDefault: fc.boolean(),
        propagation,
        statics: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: prefixes(1) }),
        handsStatics: fc.constantFrom(true, true, false),
      }),
      { maxLength: 2 },
    ),
    statics: fc.array(
      fc.record({ hub, isRed: fc.boolean(), prefixes: prefixes(1), next: fc.constantFrom("firewall", "appliance") }),
      { maxLength: 1 },
    ),
    forwards: fc.boolean(),
  });
}

/** The hub that a drawn number stands for. */
export const hubAt = ({ preferences }: Drawn, index: number): number => index % preferences.length;
