import fc from "fast-check";
import { prefixOf } from "../../address/prefix";
import { ADDRESSES } from "../routes/random-networks";

/** To which tables a connection propagates. `own`: by the id of its hub's default table alone. */
const PROPAGATIONS = ["nothing", "nothing", "nothing", "label", "own", "red", "none", "own and red"] as const;
export type PropagationKind = (typeof PROPAGATIONS)[number];

/** An inbound route map: what it does with a prefix, and with all that lies in it. */
export interface DrawnMap {
  readonly inside: string;
  readonly does: "drop" | "prepend" | "summarise";
}

export interface DrawnConnection {
  readonly hub: number;
  readonly kind: "tunnel" | "internet" | "circuit";
  readonly prefixes: readonly string[];
  readonly asPath: number | undefined;
  readonly weight: number;
  readonly propagation: PropagationKind;
  readonly map: DrawnMap | undefined;
  /** The device announces other prefixes, and NAT rules of the link turn them into these. */
  readonly isTranslated: boolean;
  /** A circuit's outbound map keeps everything off ExpressRoute. */
  readonly tellsNothing: boolean;
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

/** What the routers on-premises do. */
export interface DrawnOnPremises {
  readonly prefersTunnelFor?: "all" | readonly string[];
  readonly filtersExpressRoute?: readonly string[];
}

/** One WAN or two: hubs with what is connected to them. */
export interface Drawn {
  readonly preferences: readonly string[];
  readonly secured: readonly number[];
  readonly connections: readonly DrawnConnection[];
  readonly spokes: readonly DrawnSpoke[];
  readonly statics: readonly DrawnStatic[];
  readonly forwards: boolean;
  /** The last of several hubs is in a WAN of its own. */
  readonly isApart: boolean;
  /** The gateways translate what BGP announces, too. */
  readonly translates: boolean;
  readonly onPremises: DrawnOnPremises;
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
        map: fc.option(fc.record({ inside: prefix, does: fc.constantFrom("drop", "prepend", "summarise") }), {
          nil: undefined,
          freq: 2,
        }),
        isTranslated: fc.constantFrom(false, false, true),
        tellsNothing: fc.constantFrom(true, false),
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
    isApart: fc.constantFrom(false, false, true),
    translates: fc.constantFrom(true, true, false),
    onPremises: fc.record(
      {
        prefersTunnelFor: fc.constantFrom("all" as const, ["10.110.0.0/24"]),
        filtersExpressRoute: fc.constantFrom([], ["10.110.0.0/16"], ["10.0.0.0/8"]),
      },
      { requiredKeys: [] },
    ),
  });
}

/** Whether a hub is in the WAN of its own. */
export const isElsewhere = ({ isApart, preferences }: Drawn, index: number): boolean =>
  isApart && index > 0 && index === preferences.length - 1;

/** The hub that a drawn number stands for. */
export const hubAt = ({ preferences }: Drawn, index: number): number => index % preferences.length;
