import { setTimeout as pause } from "node:timers/promises";
import { LAB_TIMERS } from "../changes/changes";
import { StoppedError } from "../system/lab-error";
import type { BuiltLab } from "./built-lab";
import { type LabSession, type LabState, stateOf } from "./lab-state";

/** How long nothing may change, once all is as it should be. */
const CALM_SECONDS = 2;
/** The same where it can't be told beforehand which sessions a loss ends: longer than a silent one lives on. */
export const LONG_CALM_SECONDS = LAB_TIMERS.hold + 3;
const PATIENCE_SECONDS = 150;
const POLL_MILLISECONDS = 250;

/** What is waited for: nothing is missing any more, and then nothing changes for a while. */
export interface Wanted {
  /** What is still missing of it; empty: nothing. */
  readonly missing: (state: LabState) => readonly string[];
  readonly calmSeconds?: number;
}

/** A state that has settled, or what was missing when the patience was over. */
export type Settled = { readonly state: LabState } | { readonly missing: readonly string[] };

/** Waits until a lab has settled. */
export async function settle(
  lab: BuiltLab,
  sessions: readonly LabSession[],
  { missing, calmSeconds = CALM_SECONDS }: Wanted,
  patience = PATIENCE_SECONDS,
): Promise<Settled> {
  const end = Date.now() + patience * 1000;
  let last = "";
  let since = Date.now();
  for (;;) {
    if (lab.options.signal.aborted) {
      throw new StoppedError();
    }
    const state = await stateOf(lab, sessions);
    const left = missing(state);
    const now = Date.now();
    if (left.length > 0 || state.text !== last) {
      last = state.text;
      since = now;
    } else if (now - since >= calmSeconds * 1000) {
      return { state };
    }
    if (now > end) {
      return { missing: left.length > 0 ? left : ["routing tables don't settle"] };
    }
    await pause(POLL_MILLISECONDS);
  }
}

/** Every session and every tunnel is up, but for those that are lost; and those are down. */
export function upExcept(
  lab: BuiltLab,
  sessions: readonly LabSession[],
  lost: ReadonlySet<string>,
): (state: LabState) => readonly string[] {
  const tunnels = lab.plan.devices.flatMap(({ tree }, device) =>
    tree.tunnels.map(({ number }) => `${device}/${number}`),
  );
  return ({ up, tunnels: there }) => [
    ...tunnels
      .filter((tunnel) => !lost.has(tunnel) && !there.has(tunnel))
      .map((tunnel) => `${tunnelName(lab, tunnel)} is not up`),
    ...sessions.flatMap((session) => {
      const isLost = session.tunnel !== undefined && lost.has(session.tunnel);
      const isUp = up.has(session);
      return isUp === !isLost ? [] : [`the BGP session of ${session.name} is ${isUp ? "still" : "not"} up`];
    }),
  ];
}

/** What people call a tunnel. */
export function tunnelName({ plan }: BuiltLab, key: string): string {
  const [device = 0, number = 0] = key.split("/").map(Number);
  const own = plan.devices[device];
  const tunnel = own?.tree.tunnels.find((one) => one.number === number);
  return `the tunnel of link ${own?.link} to ${tunnel?.title}`;
}
