import { isJsonObject } from "../../text/json";
import { LabError } from "../system/lab-error";
import { objectIn } from "./json";

/** A BGP session, as FRR shows it. */
export interface Session {
  readonly peer: string;
  /** `Established`, or what it is instead. */
  readonly state: string;
  /** How many prefixes were heard. */
  readonly heard: number;
}

/**
 * Reads `show bgp ipv4 unicast summary json`.
 * @throws LabError where it is anything else
 */
export function sessionsIn(text: string, node: string): Session[] {
  const what = `the BGP summary of ${node}`;
  const summary = objectIn(text, what);
  const peers = isJsonObject(summary.ipv4Unicast) ? summary.ipv4Unicast.peers : summary.peers;
  if (!isJsonObject(peers)) {
    throw new LabError([`${what} has no peers: ${text.slice(0, 200)}`]);
  }
  return Object.entries(peers).map(([peer, one]) => {
    if (!isJsonObject(one) || typeof one.state !== "string") {
      throw new LabError([`${what} doesn't tell the state of ${peer}`]);
    }
    return { peer, state: one.state, heard: typeof one.pfxRcd === "number" ? one.pfxRcd : 0 };
  });
}
