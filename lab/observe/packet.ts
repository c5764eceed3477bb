import { LabError } from "../system/lab-error";

/** One IPv4 packet, as tcpdump shows it: `-n -tt`. */
export interface Packet {
  readonly seconds: number;
  readonly from: string;
  readonly to: string;
  /** Undefined where the protocol has none. */
  readonly fromPort: number | undefined;
  readonly toPort: number | undefined;
  /** What tcpdump says of what is in it. */
  readonly what: string;
  /** The line itself. */
  readonly line: string;
}

const LINE = /^(\d+\.\d+) IP (\d+\.\d+\.\d+\.\d+)(?:\.(\d+))? > (\d+\.\d+\.\d+\.\d+)(?:\.(\d+))?: (.*)$/;

/**
 * Reads a line of tcpdump.
 * @throws LabError where it is none: odd output is no proof of anything
 */
export function packetIn(line: string, capture: string): Packet {
  const [, seconds, from, fromPort, to, toPort, what] = LINE.exec(line) ?? [];
  if (seconds === undefined || from === undefined || to === undefined || what === undefined) {
    throw new LabError([`the capture at ${capture} says what can't be read: ${line.slice(0, 200)}`]);
  }
  const port = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return { seconds: Number(seconds), from, to, fromPort: port(fromPort), toPort: port(toPort), what, line };
}

/** What a packet on the ExpressRoute hop is. */
export type OnTheHop = "esp" | "ike" | "bgp" | "clear";

/** Ends of tunnels and of BGP sessions over the hop: what belongs there besides encrypted packets. */
export interface HopEnds {
  /** `10.0.0.4 10.100.0.5`, both ways. */
  readonly tunnels: ReadonlySet<string>;
  readonly sessions: ReadonlySet<string>;
}

/** Tells what a packet is. Whatever isn't known to be harmless is in the clear. */
export function kindOf({ from, to, fromPort, toPort, what }: Packet, { tunnels, sessions }: HopEnds): OnTheHop {
  const ends = `${from} ${to}`;
  if (tunnels.has(ends)) {
    if (/^(?:UDP-encap: )?ESP\(spi=0x[0-9a-f]+,seq=0x[0-9a-f]+\), length \d+/.test(what)) {
      return "esp";
    }
    if (/^(?:NONESP-encap: )?isakmp(?:-nat-keep-alive|: )/.test(what) && isIke(fromPort) && isIke(toPort)) {
      return "ike";
    }
  }
  return sessions.has(ends) && (fromPort === 179 || toPort === 179) ? "bgp" : "clear";
}

function isIke(port: number | undefined): boolean {
  return port === 500 || port === 4500;
}
