import { containsPrefix, type Prefix } from "../address/prefix";
import { isOpen } from "../network/facts/answer";
import { prefixesOf } from "../network/facts/prefixes";
import { type Field, knownValue, targetOf, type Unknown } from "../network/field";
import type { Network, Part, SpokeConnection, StaticRoute, VirtualHub } from "../network/network";
import { forwardsOf, isFirewallOf } from "./appliances";
import type { RouteSource } from "./source";

/** Where a static route leads. */
export interface NextHop extends Pick<RouteSource, "carriage" | "carriageUnknowns" | "nextHop"> {
  /** The spoke that it leads into, where it is known to: its own addresses stay there. */
  readonly spoke: SpokeConnection | undefined;
}

/** The next hop of a route of a table of a hub: its firewall, or a spoke connection. */
export function hopTo(network: Network, hub: VirtualHub | undefined, { holder, nextHop }: StaticRoute): NextHop {
  const spoke = network.spokeConnections.find((one) => one === targetOf(nextHop));
  if (nextHop.state !== "resolved") {
    return unknownHop([nextHop.state === "unknown" ? nextHop.unknown : itself(holder, nextHop.path)], spoke);
  }
  return isFirewallOf(network, hub, nextHop.to)
    ? { carriage: "onward", carriageUnknowns: [], nextHop: nextHop.to, spoke }
    : appliance(network, [nextHop.to.resource.address], holder, nextHop.to, spoke);
}

/** A next hop that is an address: an appliance in a spoke. */
export function hopToAddress(network: Network, address: Field<string>, part: Part): NextHop {
  const spoke = network.spokeConnections.find((one) => one === part);
  const ip = knownValue(address);
  if (ip === undefined) {
    return unknownHop([address.state === "unknown" ? address.unknown : itself(part, address.path)], spoke);
  }
  return appliance(network, spoke === undefined ? [ip] : [ip, spoke.resource.address], part, part, spoke);
}

function appliance(
  network: Network,
  names: readonly string[],
  sender: Part,
  nextHop: Part,
  spoke: SpokeConnection | undefined,
): NextHop {
  const answer = forwardsOf(network, names, sender);
  return isOpen(answer) ? unknownHop(answer, spoke) : { carriage: "onward", carriageUnknowns: [], nextHop, spoke };
}

/** What isn't written would tell. */
function itself({ resource }: Part, path: string): Unknown {
  return { decidedBy: [`${resource.address}.${path}`] };
}

function unknownHop(carriageUnknowns: readonly Unknown[], spoke: SpokeConnection | undefined): NextHop {
  return { carriage: "unknown", carriageUnknowns, spoke };
}

/** Whether a prefix lies in the spoke that a route leads into: then it stays there. */
export function staysIn(spoke: SpokeConnection | undefined, prefix: Prefix): boolean {
  const space = spoke === undefined ? undefined : targetOf(spoke.virtualNetwork)?.addressSpace;
  return space !== undefined && prefixesOf(space).some((own) => containsPrefix(own.prefix, prefix));
}
