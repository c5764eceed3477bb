import { sessionsIn } from "../observe/bgp";
import { kernelRoutesIn, tableText } from "../observe/kernel-routes";
import { type Sa, sasIn } from "../observe/swanctl";
import { CORE, deviceName, edgeName, gatewayName, HUB, microsoftName } from "../plan/names";
import type { BuiltLab } from "./built-lab";

/** A BGP session of the lab, seen from one end. */
export interface LabSession {
  readonly node: string;
  readonly peer: string;
  /** Which tunnel it runs through: the numbers of the device and of the tunnel there. */
  readonly tunnel: string | undefined;
  /** Which circuit it runs over, where it is one of the circuit's own. */
  readonly circuit: number | undefined;
  readonly name: string;
}

/** What there is in a lab at one moment. */
export interface LabState {
  /** Sessions that are up. */
  readonly up: ReadonlySet<LabSession>;
  /** Tunnels of which both IKE and ESP are up at both ends, by `device/tunnel`. */
  readonly tunnels: ReadonlySet<string>;
  readonly sas: ReadonlyMap<string, readonly Sa[]>;
  /** All tables and sessions as one text, to see whether anything changes. */
  readonly text: string;
}

/** Names a tunnel: of which device, and which one there. */
export function tunnelKey(device: number, number: number): string {
  return `${device}/${number}`;
}

/** Every session that there is to be. */
export function sessionsOf({ plan, wiring }: BuiltLab): LabSession[] {
  const { hub, devices, circuits } = plan;
  const { addressOf } = wiring;
  const one = (node: string, other: string, peer = addressOf(other), rest: Partial<LabSession> = {}): LabSession => ({
    node,
    peer,
    name: `${node} with ${other}`,
    tunnel: undefined,
    circuit: undefined,
    ...rest,
  });
  const both = (a: string, b: string) => [one(a, b), one(b, a)];
  return [
    ...devices.flatMap((_, index) => both(CORE, deviceName(index))),
    ...circuits.flatMap((_, index) => [...both(CORE, edgeName(index)), ...both(HUB, microsoftName(index))]),
    ...hub.instances.flatMap((_, index) => both(HUB, gatewayName(index))),
    ...circuits.flatMap(({ tree }, circuit) =>
      tree.sessions.flatMap(({ own, peer }) => [
        one(edgeName(circuit), microsoftName(circuit), peer.text, { circuit }),
        one(microsoftName(circuit), edgeName(circuit), own.text, { circuit }),
      ]),
    ),
    ...devices.flatMap(({ tree, bgp }, device) =>
      tree.tunnels.flatMap(({ number, remote }) => {
        const instance = hub.instances.findIndex(({ tunnelAddress }) => tunnelAddress.text === remote.text);
        const peer = hub.instances[instance]?.bgpAddress.text ?? "";
        const tunnel = tunnelKey(device, number);
        return [
          one(deviceName(device), gatewayName(instance), peer, { tunnel }),
          one(gatewayName(instance), deviceName(device), bgp.source.text, { tunnel }),
        ];
      }),
    ),
  ];
}

/** Looks at all daemons and tables. */
export async function stateOf(lab: BuiltLab, sessions: readonly LabSession[]): Promise<LabState> {
  lab.check();
  const states = new Map<string, string>();
  const tables: string[] = [];
  for (const [node, frr] of lab.routers.frrs) {
    const [summary, table] = await Promise.all([
      frr.show("show bgp ipv4 unicast summary json"),
      lab.namespaces.output(node, ["ip", "-j", "-d", "route", "show"]),
    ]);
    for (const { peer, state } of sessionsIn(summary, node)) {
      states.set(`${node} ${peer}`, state);
    }
    tables.push(`${node}\n${tableText(kernelRoutesIn(table, node))}`);
  }
  const sas = new Map<string, readonly Sa[]>();
  for (const [node, charon] of lab.tunnels.charons) {
    sas.set(node, sasIn(await charon.pretty("--list-sas"), node));
  }
  const isUp = ({ node, peer }: LabSession) => states.get(`${node} ${peer}`) === "Established";
  const up = new Set(sessions.filter(isUp));
  const tunnels = tunnelsUp(lab, sas);
  const names = [...up].map(({ name, peer }) => `${name} ${peer}`);
  return { up, tunnels, sas, text: [...tables, ...names, ...tunnels].join("\n") };
}

function tunnelsUp({ plan }: BuiltLab, sas: LabState["sas"]): Set<string> {
  const all = [...sas.values()].flat();
  const isUp = (local: string, remote: string) =>
    all.some(
      (sa) =>
        sa.local === local &&
        sa.remote === remote &&
        sa.state === "ESTABLISHED" &&
        sa.children.some(({ state }) => state === "INSTALLED"),
    );
  return new Set(
    plan.devices.flatMap(({ tree }, device) =>
      tree.tunnels.flatMap(({ local, remote, number }) =>
        isUp(local.text, remote.text) && isUp(remote.text, local.text) ? [tunnelKey(device, number)] : [],
      ),
    ),
  );
}
