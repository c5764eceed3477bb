import { setTimeout as pause } from "node:timers/promises";
import { type HopEnds, kindOf, type Packet } from "../observe/packet";
import { LabError } from "../system/lab-error";
import { until } from "../system/until";
import type { BuiltLab } from "./built-lab";
import type { Flow } from "./flows";

/** What became of the packets of a flow. */
export interface Seen {
  readonly outcome: SeenOutcome;
  readonly sent: number;
  readonly arrived: number;
  /** Lines of packets that were in the clear on the ExpressRoute hop. */
  readonly clear: readonly string[];
}

/** `mixed`: some took one way and some another, or some were lost. */
export type SeenOutcome = "encrypted" | "clear" | "dropped" | "mixed";

/** Each from a port of its own, so that equal routes share them. */
const PACKETS = 8;
const FIRST_PORT = 20_000;
const LAST_PORT = 29_999;
const LATE_MILLISECONDS = 1500;

/** Whether a packet is a probe of the lab's. */
export function isProbe({ toPort }: Packet): boolean {
  return toPort !== undefined && toPort >= FIRST_PORT && toPort <= LAST_PORT;
}

/** Sends packets, and tells what became of them by what captures show. */
export class Probes {
  private nextPort = FIRST_PORT;

  constructor(
    private readonly lab: BuiltLab,
    private readonly ends: HopEnds,
  ) {}

  /** Sends packets of all flows at once. `deadCircuits` carry nothing, not even what belongs there. */
  async measure(flows: readonly Flow[], deadCircuits: ReadonlySet<number>): Promise<ReadonlyMap<Flow, Seen>> {
    const begin = Date.now() / 1000;
    const probes = flows.map((flow) => ({ flow, port: this.port(), control: this.port() }));
    await Promise.all(probes.map(({ flow, port }) => this.send(flow.fromNode, flow.target, port, PACKETS)));
    const sent = Date.now() / 1000;
    const end = Date.now() + LATE_MILLISECONDS;
    while (Date.now() < end && probes.some((probe) => this.arrived(probe) < PACKETS)) {
      await pause(50);
    }
    // Without these, nothing that is missing would prove anything.
    await Promise.all(probes.map(({ flow, control }) => this.control(flow, control)));
    await this.hopIsSeen(sent, deadCircuits);
    if (probes.some((probe) => this.arrived(probe) < PACKETS)) {
      await pause(LATE_MILLISECONDS);
    }
    this.lab.check();
    const seen = new Map(probes.map((probe) => [probe.flow, this.seen(probe)] as const));
    this.checkEncrypted([...seen.values()], begin);
    return seen;
  }

  private port(): number {
    const port = this.nextPort;
    if (port > LAST_PORT) {
      throw new LabError(["the lab has no ports left for packets: it asks for too many flows"]);
    }
    this.nextPort += 1;
    return port;
  }

  private async send(node: string, target: string, port: number, packets: number): Promise<void> {
    const script = `for n in $(seq ${packets}); do echo "$n" > /dev/udp/${target}/${port}; done`;
    const { err } = await this.lab.namespaces.run(node, ["bash", "-c", script]);
    if (err !== "") {
      throw new LabError([`${node} can't send to ${target}: ${err.trim().split("\n")[0]}`]);
    }
  }

  private arrived({ flow, port }: { readonly flow: Flow; readonly port: number }): number {
    const packets = this.lab.atHosts.get(flow.toNode)?.packets ?? [];
    return packets.filter((one) => one.toPort === port && one.to === flow.target && one.from === flow.source).length;
  }

  /** A packet from the last router, which always arrives: the capture there sees what comes. */
  private async control(flow: Flow, port: number): Promise<void> {
    const { signal } = this.lab.options;
    await until({ what: `the capture at ${flow.toNode}`, seconds: 60, signal }, async () => {
      const packets = this.lab.atHosts.get(flow.toNode)?.packets ?? [];
      if (packets.some(({ toPort }) => toPort === port)) {
        return true;
      }
      await this.send(flow.lastRouter, flow.target, port, 1);
      return "it doesn't see a packet from the router beside it";
    });
  }

  /** Sessions speak every two seconds, so a capture that is alive sees something soon. */
  private async hopIsSeen(sent: number, deadCircuits: ReadonlySet<number>): Promise<void> {
    const { signal } = this.lab.options;
    const alive = this.lab.onHop.filter((_, circuit) => !deadCircuits.has(circuit)).flat();
    await until({ what: "captures on the ExpressRoute hop", seconds: 60, signal }, () => {
      const blind = alive.filter(({ packets }) => (packets.at(-1)?.seconds ?? 0) <= sent);
      return Promise.resolve(blind.length === 0 ? true : `${blind.map(({ name }) => name).join("; ")} sees nothing`);
    });
  }

  private seen(probe: { readonly flow: Flow; readonly port: number }): Seen {
    const onHop = this.lab.onHop
      .flat()
      .flatMap(({ packets, name }) =>
        packets.filter(({ toPort }) => toPort === probe.port).map(({ line }) => `${name}: ${line}`),
      );
    const arrived = this.arrived(probe);
    return { outcome: outcomeOf(arrived, onHop.length), sent: PACKETS, arrived, clear: onHop };
  }

  /** What arrived and wasn't in the clear must have been in ESP: there is no other way. */
  private checkEncrypted(seen: readonly Seen[], begin: number): void {
    const expected = seen.reduce((sum, { outcome, arrived }) => sum + (outcome === "encrypted" ? arrived : 0), 0);
    const esp = this.lab.onHop
      .flat()
      .flatMap(({ packets }) => packets.filter((one) => one.seconds >= begin && kindOf(one, this.ends) === "esp"));
    if (esp.length < expected) {
      throw new LabError([
        `${expected} packets arrived that were not in the clear on the ExpressRoute hop, and only ${esp.length} were in ESP there: ` +
          "what the lab shows can't be trusted",
      ]);
    }
  }
}

/** What a number of packets that arrived and a number that was in the clear come to. */
export function outcomeOf(arrived: number, clear: number, sent = PACKETS): SeenOutcome {
  if (clear === 0) {
    return arrived === sent ? "encrypted" : arrived === 0 ? "dropped" : "mixed";
  }
  // By what the engine says, traffic of which some is in the clear is in the clear.
  return arrived === sent || clear >= sent ? "clear" : "mixed";
}
