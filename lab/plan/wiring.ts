import type { TunnelsBy } from "../system/doctor";
import { CORE_ADDRESS, nth } from "./addresses";
import { type Crypt, cryptsOf } from "./crypts";
import type { LabPlan } from "./lab-plan";
import {
  CORE,
  deviceName,
  edgeName,
  gatewayName,
  HUB,
  hostName,
  microsoftName,
  sessionInterface,
  spokeName,
} from "./names";

/** A namespace, and what `ip` is told in it once its wires are there. */
export interface LabNode {
  readonly name: string;
  /** Addresses on its loopback. */
  readonly addresses: readonly string[];
  /** Lines of `ip`: `route add …`, `rule add …`. */
  readonly lines: readonly string[];
}

/** A pair of veth interfaces, each called after the node at its other end. */
export interface Wire {
  readonly ends: readonly [WireEnd, WireEnd];
}

export interface WireEnd {
  readonly node: string;
  readonly name: string;
  /** As `ip address add` takes it. */
  readonly address: string;
}

/** All namespaces of a lab, and how they are connected. */
export interface Wiring {
  readonly nodes: readonly LabNode[];
  readonly wires: readonly Wire[];
  readonly addressOf: (node: string) => string;
}

/** How the lab is wired. Every node has one address of the lab's own, on all its wires. */
export function wiringOf(plan: LabPlan, tunnelsBy: TunnelsBy): Wiring {
  return new Wires(plan, tunnelsBy).wiring();
}

class Wires {
  private readonly numbers = new Map<string, number>([[CORE, CORE_ADDRESS]]);
  private readonly wires: Wire[] = [];
  private readonly crypts: readonly Crypt[];

  constructor(
    private readonly plan: LabPlan,
    private readonly tunnelsBy: TunnelsBy,
  ) {
    this.crypts = cryptsOf(plan, tunnelsBy);
  }

  wiring(): Wiring {
    const { plan, crypts } = this;
    const nodes = [
      this.core(),
      ...plan.devices.map((_, index) => this.device(index)),
      ...plan.circuits.flatMap((_, index) => [this.edge(index), this.microsoft(index)]),
      this.hub(),
      ...plan.hub.instances.map((_, index) => this.gateway(index)),
      ...crypts.map((crypt) => this.crypt(crypt)),
      ...plan.spokes.map((_, index) => this.spoke(index)),
      ...plan.hosts.map((_, index) => this.host(index)),
    ];
    return { nodes, wires: this.wires, addressOf: (node) => this.addressOf(node) };
  }

  private addressOf(node: string): string {
    const number = this.numbers.get(node) ?? this.numbers.size + CORE_ADDRESS;
    this.numbers.set(node, number);
    return nth(this.plan.linkRange, number).text;
  }

  private wire(a: string, b: string, nameAtA = b, nameAtB = a): void {
    const end = (node: string, other: string, name: string): WireEnd => ({
      node,
      name,
      address: `${this.addressOf(node)} peer ${this.addressOf(other)}/32`,
    });
    this.wires.push({ ends: [end(a, b, nameAtA), end(b, a, nameAtB)] });
  }

  private wireAll(from: string, others: readonly string[]): void {
    for (const other of others) {
      this.wire(from, other);
    }
  }

  private via(destination: string, node: string, rest = ""): string {
    return `route add ${destination} via ${this.addressOf(node)}${rest}`;
  }

  private core(): LabNode {
    const { devices, circuits, hosts } = this.plan;
    this.wireAll(
      CORE,
      devices.map((_, index) => deviceName(index)),
    );
    this.wireAll(
      CORE,
      circuits.map((_, index) => edgeName(index)),
    );
    this.wireAll(
      CORE,
      hosts.map((_, index) => hostName(index)),
    );
    return {
      name: CORE,
      addresses: [],
      lines: [
        ...devices.map(({ tree }, index) => this.via(`${tree.address.text}/32`, deviceName(index))),
        ...hosts.map(({ address }, index) => this.via(`${address.text}/32`, hostName(index))),
      ],
    };
  }

  private device(index: number): LabNode {
    const tree = this.plan.devices[index]?.tree;
    const own = this.crypts.filter(({ host }) => host === deviceName(index));
    const inKernel = this.tunnelsBy === "kernel" && tree !== undefined;
    return {
      name: deviceName(index),
      addresses: inKernel ? [tree.address.text] : [],
      lines: [
        ...this.plan.hosts.map(({ address }) => this.via(`${address.text}/32`, CORE)),
        ...own.flatMap((crypt) => this.towards(crypt, CORE)),
      ],
    };
  }

  private edge(index: number): LabNode {
    const sessions = this.plan.circuits[index]?.tree.sessions ?? [];
    for (const [session, { own, peer, length }] of sessions.entries()) {
      const name = sessionInterface(session);
      this.wires.push({
        ends: [
          { node: edgeName(index), name, address: `${own.text}/${length}` },
          { node: microsoftName(index), name, address: `${peer.text}/${length}` },
        ],
      });
    }
    const { hosts, devices } = this.plan;
    const inside = [...hosts.map(({ address }) => address), ...devices.map(({ tree }) => tree.address)];
    return {
      name: edgeName(index),
      addresses: [],
      lines: inside.map(({ text }) => this.via(`${text}/32`, CORE)),
    };
  }

  private microsoft(index: number): LabNode {
    this.wire(microsoftName(index), HUB);
    return { name: microsoftName(index), addresses: [], lines: [] };
  }

  private hub(): LabNode {
    const { hub, spokes } = this.plan;
    this.wireAll(
      HUB,
      hub.instances.map((_, index) => gatewayName(index)),
    );
    this.wireAll(
      HUB,
      spokes.map((_, index) => spokeName(index)),
    );
    return {
      name: HUB,
      addresses: [],
      lines: [
        ...hub.instances.map(({ tunnelAddress }, index) => this.via(`${tunnelAddress.text}/32`, gatewayName(index))),
        ...spokes.map(({ address }, index) => this.via(`${address.text}/32`, spokeName(index))),
      ],
    };
  }

  private gateway(index: number): LabNode {
    const name = gatewayName(index);
    const own = this.crypts.filter(({ host }) => host === name);
    const bgp = this.plan.hub.instances[index]?.bgpAddress;
    return {
      name,
      addresses: bgp === undefined ? [] : [bgp.text],
      // What the gateway encrypts goes where the hub sends it, not where the gateway's own routes would.
      lines: [
        this.via("default", HUB),
        this.via("default", HUB, ` table ${OUTWARD}`),
        ...own.flatMap((crypt) => [`rule add iif ${crypt.name} lookup ${OUTWARD}`, ...this.towards(crypt, HUB)]),
      ],
    };
  }

  /** Encrypted packets of one tunnel go to where its charon is. */
  private towards({ node, name, number, local, remote, host }: Crypt, from: string): string[] {
    this.wire(host, node, name, "outside");
    const table = TUNNELS + number;
    return [
      this.via("default", node, ` table ${table}`),
      `rule add from ${remote.text} to ${local.text} iif ${from} lookup ${table}`,
    ];
  }

  private crypt({ node, host, local }: Crypt): LabNode {
    return { name: node, addresses: [local.text], lines: [this.via("default", host)] };
  }

  private spoke(index: number): LabNode {
    return this.leaf(spokeName(index), HUB, this.plan.spokes[index]?.address.text ?? "");
  }

  private host(index: number): LabNode {
    return this.leaf(hostName(index), CORE, this.plan.hosts[index]?.address.text ?? "");
  }

  private leaf(name: string, router: string, address: string): LabNode {
    return { name, addresses: [address], lines: [this.via("default", router, ` src ${address}`)] };
  }
}

const OUTWARD = 99;
const TUNNELS = 100;
