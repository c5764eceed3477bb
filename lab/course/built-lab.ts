import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Capture } from "../daemons/capture";
import { type Crypt, cryptsOf } from "../plan/crypts";
import type { LabPlan } from "../plan/lab-plan";
import { CORE, edgeName, HUB, hostName, sessionInterface, spokeName } from "../plan/names";
import { type Wiring, wiringOf } from "../plan/wiring";
import type { Daemon } from "../system/daemon";
import { Namespaces } from "../system/namespaces";
import type { BuildOptions, Ground } from "./ground";
import { Routers } from "./routers";
import { Tunnels } from "./tunnels";

/** A lab that is there: namespaces, wires, daemons and captures. */
export class BuiltLab implements Ground {
  readonly home = mkdtempSync(join(tmpdir(), "wanproof-lab-"));
  readonly namespaces: Namespaces;
  readonly wiring: Wiring;
  readonly crypts: readonly Crypt[];
  readonly daemons: Daemon[] = [];
  readonly refused: string[] = [];
  readonly tunnels: Tunnels;
  readonly routers: Routers;
  /** Captures at hosts, by node. */
  readonly atHosts = new Map<string, Capture>();
  /** Captures on the ExpressRoute hop: two a circuit, by circuit. */
  readonly onHop: Capture[][] = [];

  constructor(
    readonly plan: LabPlan,
    readonly options: BuildOptions,
  ) {
    this.namespaces = new Namespaces(options.signal);
    this.wiring = wiringOf(plan, options.tunnelsBy);
    this.crypts = cryptsOf(plan, options.tunnelsBy);
    this.tunnels = new Tunnels(this);
    this.routers = new Routers(this);
  }

  /** Makes all of it, up to daemons that have their configuration. */
  async build(): Promise<void> {
    const { progress } = this.options;
    progress(`${this.wiring.nodes.length} namespaces and their wires`);
    await this.nodes();
    this.captures();
    progress("strongSwan");
    await this.tunnels.start();
    await this.tunnels.interfaces();
    progress("FRR");
    await this.routers.start();
    await this.routers.load();
    progress("connections and keys");
    await this.tunnels.load();
  }

  /** @throws LabError where a daemon or a capture is no longer what it should be */
  check(): void {
    for (const daemon of this.daemons) {
      daemon.check();
    }
    for (const capture of [...this.atHosts.values(), ...this.onHop.flat()]) {
      capture.check();
    }
  }

  /** Stops and removes all that was made, but for the folder; what is wrong with that. */
  async tearDown(): Promise<string[]> {
    const faults = await Promise.all(this.daemons.map((daemon) => daemon.stop()));
    return [...faults.flatMap((fault) => fault ?? []), ...(await this.namespaces.remove())];
  }

  private async nodes(): Promise<void> {
    const { nodes, wires } = this.wiring;
    for (const { name } of nodes) {
      await this.namespaces.add(name);
      await this.namespaces.output(name, ["sysctl", "-q", "-w", ...SYSCTLS]);
      await this.namespaces.output(name, ["nft", "-f", "-"], SILENCE);
    }
    for (const { ends } of wires) {
      const [a, b] = ends;
      const peer = `peer name ${b.name} netns ${this.namespaces.nameOf(b.node)}`;
      await this.namespaces.ip(a.node, [`link add ${a.name} type veth ${peer}`]);
    }
    for (const { name, addresses, lines } of nodes) {
      const own = wires.flatMap(({ ends }) => ends.filter(({ node }) => node === name));
      await this.namespaces.ip(name, [
        "link set lo up",
        ...addresses.map((address) => `address add ${address}/32 dev lo`),
        ...own.map((end) => `address add ${end.address} dev ${end.name}`),
        ...own.map((end) => `link set ${end.name} up`),
        ...lines,
      ]);
    }
  }

  private captures(): void {
    const { plan, namespaces, home } = this;
    const leaves = [
      ...plan.hosts.map((_, index) => ({ node: hostName(index), wire: CORE })),
      ...plan.spokes.map((_, index) => ({ node: spokeName(index), wire: HUB })),
    ];
    for (const { node, wire } of leaves) {
      this.atHosts.set(node, new Capture(namespaces, node, wire, node, `${node}.pcap`, home));
    }
    for (const [index, { tree, name }] of plan.circuits.entries()) {
      const node = edgeName(index);
      const captures = tree.sessions.map((_, session) => {
        const wire = sessionInterface(session);
        return new Capture(namespaces, node, wire, `${name}, ${wire}`, `expressroute${index + 1}-${wire}.pcap`, home);
      });
      this.onHop.push(captures);
    }
    this.daemons.push(...[...this.atHosts.values(), ...this.onHop.flat()].map(({ daemon }) => daemon));
  }
}

const SYSCTLS = [
  "net.ipv4.ip_forward=1",
  "net.ipv4.conf.all.rp_filter=0",
  "net.ipv4.conf.default.rp_filter=0",
  "net.ipv4.conf.all.send_redirects=0",
  "net.ipv4.conf.default.send_redirects=0",
  // Equal routes are shared by ports, as Azure and routers do.
  "net.ipv4.fib_multipath_hash_policy=1",
  "net.ipv6.conf.all.disable_ipv6=1",
  "net.ipv6.conf.default.disable_ipv6=1",
];

// Errors would be packets of their own, and a probe should have no answer.
const SILENCE = `table inet lab {
  chain out {
    type filter hook output priority 0;
    icmp type { destination-unreachable, redirect, time-exceeded } drop
  }
}
`;
