import type { Network } from "../../network/network";
import { type HopEnds, kindOf } from "../observe/packet";
import { deviceName, edgeName, gatewayName, microsoftName, sessionInterface } from "../plan/names";
import { agreedIn } from "../predict/algorithms";
import type { Leak } from "../predict/leak";
import { type LossName, lossOfCircuit, lossOfLink, lossOfTunnels, predictionOf } from "../predict/predictions";
import type { Look } from "../verdict/check";
import type { BuiltLab } from "./built-lab";
import { type Flow, flowsOf, flowText } from "./flows";
import { type LabSession, type LabState, sessionsOf, tunnelKey } from "./lab-state";
import { isProbe, Probes } from "./probes";
import { LONG_CALM_SECONDS, type Settled, settle, tunnelName, upExcept, type Wanted } from "./settle";

/** A leak, and the network as the engine sees it then. */
export interface LeakedNetwork {
  readonly leak: Leak;
  readonly network: Network;
}

/** Everything that is done to a lab, and what is seen. */
export class Course {
  private readonly sessions: readonly LabSession[];
  private readonly flows: readonly Flow[];
  private readonly ends: HopEnds;
  private readonly probes: Probes;
  private looks: Look[] = [];
  /** How many packets of each capture on the hop have been judged. */
  private readonly judged = new Map<string, number>();

  constructor(
    private readonly lab: BuiltLab,
    private readonly leaked: LeakedNetwork | undefined,
  ) {
    this.sessions = sessionsOf(lab);
    this.flows = flowsOf(lab.plan);
    this.ends = hopEndsOf(lab);
    this.probes = new Probes(lab, this.ends);
  }

  /** Waits for the first time that all is up; what is missing, where that never comes. */
  async begin(): Promise<readonly string[]> {
    const settled = await this.settle({ missing: upExcept(this.lab, this.sessions, new Set()) });
    return "missing" in settled ? settled.missing : [];
  }

  /** Runs every scenario once. */
  async run(): Promise<readonly Look[]> {
    this.looks = [];
    const all = { missing: upExcept(this.lab, this.sessions, new Set()) };
    await this.scenario("All tunnels up", undefined, all);
    await this.tunnelsOneByOne();
    await this.restored("Tunnels restored");
    for (const index of this.lab.plan.circuits.keys()) {
      await this.circuit(index);
    }
    await this.rekeyed();
    await this.leak();
    return this.looks;
  }

  private settle(wanted: Wanted): Promise<Settled> {
    return settle(this.lab, this.sessions, wanted);
  }

  private say(text: string): void {
    this.lab.options.progress(text);
  }

  /** Waits until a lab is as a scenario wants it, and looks at all flows. */
  private async scenario(
    name: string,
    lost: LossName | undefined,
    wanted: Wanted,
    deadCircuits: ReadonlySet<number> = new Set(),
    network = this.lab.plan.network,
  ): Promise<LabState | undefined> {
    this.say(name);
    const settled = await this.settle(wanted);
    if ("missing" in settled) {
      this.look(name, "sessions and tunnels", "settled", "not settled", settled.missing);
      return undefined;
    }
    this.look(name, "sessions and tunnels", "settled", "settled");
    const seen = await this.probes.measure(this.flows, deadCircuits);
    for (const [flow, { outcome, clear, arrived, sent }] of seen) {
      const predicted = predictionOf(network, flow, lost).outcome;
      const evidence =
        predicted === outcome ? clear.slice(0, 1) : [`${arrived} of ${sent} arrived`, ...clear.slice(0, 3)];
      this.look(name, flowText(flow), predicted, outcome, evidence);
    }
    this.lookAtHop(name);
    return settled.state;
  }

  private look(
    scenario: string,
    what: string,
    predicted: string,
    observed: string,
    evidence: readonly string[] = [],
  ): void {
    this.looks.push({ scenario, what, predicted, observed, evidence });
  }

  /** What the hop carried since it was looked at last, but for the lab's own packets, which are held against the engine. */
  private lookAtHop(scenario: string): void {
    const stray = this.lab.onHop.flat().flatMap(({ name, packets }) => {
      const from = this.judged.get(name) ?? 0;
      this.judged.set(name, packets.length);
      return packets
        .slice(from)
        .filter((packet) => !isProbe(packet) && kindOf(packet, this.ends) === "clear")
        .map(({ line }) => `${name}: ${line}`);
    });
    const observed = stray.length === 0 ? ONLY_ESP : `${stray.length} other packets`;
    this.look(scenario, "what else the ExpressRoute hop carried", ONLY_ESP, observed, stray.slice(0, 5));
  }

  private async tunnelsOneByOne(): Promise<void> {
    const { devices } = this.lab.plan;
    const lost = new Set<string>();
    const wholeLinks: number[] = [];
    for (const [device, { tree, link }] of devices.entries()) {
      for (const { number, remote } of tree.tunnels) {
        const key = tunnelKey(device, number);
        lost.add(key);
        await this.cut(remote.text, device, true);
        const isWhole = tree.tunnels.every((tunnel) => lost.has(tunnelKey(device, tunnel.number)));
        if (isWhole) {
          wholeLinks.push(device);
        }
        const isAll = wholeLinks.length === devices.length;
        const loss = this.lossOf(wholeLinks);
        const name = isAll ? "All tunnels lost" : isWhole ? `Link ${link} lost` : `Lost: ${tunnelName(this.lab, key)}`;
        // The engine has a word for one link and for all of them, and none for some.
        if (isAll || wholeLinks.length < 2) {
          await this.scenario(name, loss, { missing: upExcept(this.lab, this.sessions, new Set(lost)) });
        }
      }
    }
  }

  private lossOf(wholeLinks: readonly number[]): LossName | undefined {
    const { plan } = this.lab;
    const device = plan.devices[wholeLinks[0] ?? -1];
    return wholeLinks.length === plan.devices.length
      ? lossOfTunnels(plan)
      : device === undefined
        ? undefined
        : lossOfLink(device);
  }

  /** Loses encrypted packets of a tunnel without a word to anybody, at the gateway's end; or carries them again. */
  private async cut(instance: string, device: number, isLost: boolean): Promise<void> {
    const { hub } = this.lab.plan;
    const node = gatewayName(hub.instances.findIndex(({ tunnelAddress }) => tunnelAddress.text === instance));
    const wire = `crypt${device + 1}`;
    const table = `lost${device + 1}`;
    const text = isLost
      ? `table inet ${table} {\n chain lost {\n type filter hook forward priority 0\n iifname ${wire} drop\n oifname ${wire} drop\n }\n}\n`
      : `delete table inet ${table}\n`;
    await this.lab.namespaces.output(node, ["nft", "-f", "-"], text);
  }

  private async restored(name: string): Promise<void> {
    for (const [device, { tree }] of this.lab.plan.devices.entries()) {
      for (const { remote } of tree.tunnels) {
        await this.cut(remote.text, device, false);
      }
    }
    await this.scenario(name, undefined, { missing: upExcept(this.lab, this.sessions, new Set()) });
  }

  private async circuit(index: number): Promise<void> {
    const circuit = this.lab.plan.circuits[index];
    const wires = (circuit?.tree.sessions ?? []).map((_, session) => sessionInterface(session));
    await this.lab.namespaces.ip(
      microsoftName(index),
      wires.map((wire) => `link set ${wire} down`),
    );
    if (circuit !== undefined) {
      const own = this.sessions.filter((session) => session.circuit === index);
      const missing = ({ up }: LabState) =>
        own.filter((session) => up.has(session)).map(({ name }) => `${name} is still up`);
      const wanted = { missing, calmSeconds: LONG_CALM_SECONDS };
      await this.scenario(`${circuit.name} lost`, lossOfCircuit(circuit), wanted, new Set([index]));
    }
    await this.lab.namespaces.ip(
      microsoftName(index),
      wires.map((wire) => `link set ${wire} up`),
    );
    await this.scenario(`${circuit?.name} restored`, undefined, {
      missing: upExcept(this.lab, this.sessions, new Set()),
    });
  }

  private async rekeyed(): Promise<void> {
    const name = "New keys made";
    const before = await this.settle({ missing: upExcept(this.lab, this.sessions, new Set()), calmSeconds: 0 });
    const faults: string[] = [];
    for (const [device, { tree }] of this.lab.plan.devices.entries()) {
      for (const { number } of tree.tunnels) {
        const own = this.lab.crypts.find(
          (one) => one.side === "device" && one.device === device && one.number === number,
        );
        const charon = this.lab.tunnels.charons.get(own?.node ?? deviceName(device));
        const fault = (await charon?.rekey(`azure${number}`)) ?? "no charon";
        faults.push(...(fault === "" ? [] : [`${tunnelName(this.lab, tunnelKey(device, number))}: ${fault}`]));
      }
    }
    const state = await this.scenario(name, undefined, { missing: upExcept(this.lab, this.sessions, new Set()) });
    const old = "state" in before ? spisIn(before.state) : new Set<string>();
    const still = state === undefined ? [] : [...spisIn(state)].filter((spi) => old.has(spi));
    const isNew = faults.length === 0 && still.length === 0 && old.size > 0;
    this.look(name, "keys of all tunnels", "new", isNew ? "new" : "not all new", faults);
    const wrong = state === undefined ? ["no tunnel is up"] : wrongAlgorithms(this.lab, state);
    this.look(name, "algorithms of all tunnels", "as planned", wrong.length === 0 ? "as planned" : "others", wrong);
  }

  private async leak(): Promise<void> {
    if (this.leaked === undefined) {
      return;
    }
    const { leak, network } = this.leaked;
    const { circuit, prefix } = leak;
    const asn = this.lab.plan.circuits[circuit]?.tree.asn;
    const frr = this.lab.routers.frrs.get(edgeName(circuit));
    const list = `ip prefix-list MICROSOFT-ANNOUNCED seq 9999 permit ${prefix.text}`;
    const family = [`router bgp ${asn}`, "address-family ipv4 unicast"];
    await frr?.configure([list, ...family, `network ${prefix.text}`]);
    const name = `Leak of ${prefix.text} over ${this.lab.plan.circuits[circuit]?.name}`;
    const missing = upExcept(this.lab, this.sessions, new Set());
    const isAnnounced = (state: LabState) => [
      ...missing(state),
      ...(state.text.includes(`${prefix.text} unicast`) ? [] : ["Microsoft's edge hasn't heard of the leak"]),
    ];
    await this.scenario(name, undefined, { missing: isAnnounced }, new Set(), network);
    await frr?.configure([...family, `no network ${prefix.text}`, "exit", "exit", `no ${list}`]);
    await this.scenario(`${prefix.text} taken back`, undefined, { missing });
  }
}

const ONLY_ESP = "only ESP, IKE and BGP of the circuits";

function spisIn({ sas }: LabState): Set<string> {
  return new Set(
    [...sas.values()].flatMap((all) =>
      all.flatMap(({ children }) =>
        children.filter(({ state }) => state === "INSTALLED").map(({ spiIn, spiOut }) => `${spiIn}/${spiOut}`),
      ),
    ),
  );
}

/** What tunnels agreed on that isn't what is planned. After new keys, the group of perfect forward secrecy shows too. */
function wrongAlgorithms({ plan }: BuiltLab, { sas }: LabState): string[] {
  const all = [...sas.values()].flat();
  return plan.devices.flatMap(({ tree }) =>
    tree.tunnels.flatMap(({ local, remote, negotiation, title }) => {
      const { ike, esp } = agreedIn(negotiation);
      const own = all.filter(
        (sa) => sa.local === local.text && sa.remote === remote.text && sa.state === "ESTABLISHED",
      );
      const agreed = own.flatMap((sa) => [
        [ike, sa.algorithms] as const,
        ...sa.children.filter(({ state }) => state === "INSTALLED").map((child) => [esp, child.algorithms] as const),
      ]);
      return agreed.length < 2
        ? [`${title}: no tunnel`]
        : agreed.flatMap(([wanted, found]) =>
            wanted === found ? [] : [`${title}: planned ${wanted}, agreed ${found}`],
          );
    }),
  );
}

function hopEndsOf({ plan }: BuiltLab): HopEnds {
  const bothWays = (a: string, b: string) => [`${a} ${b}`, `${b} ${a}`];
  return {
    tunnels: new Set(
      plan.devices.flatMap(({ tree }) =>
        tree.tunnels.flatMap(({ local, remote }) => bothWays(local.text, remote.text)),
      ),
    ),
    sessions: new Set(
      plan.circuits.flatMap(({ tree }) => tree.sessions.flatMap(({ own, peer }) => bothWays(own.text, peer.text))),
    ),
  };
}
