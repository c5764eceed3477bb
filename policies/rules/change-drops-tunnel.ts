import { listed, phrase } from "../../network/facts/called/phrase";
import type { LinkConnection, Network, Part } from "../../network/network";
import type { ResourceChange } from "../../network/resource";
import { at, violation } from "./judgement";
import { judgeNames } from "./reasoning/link-names-before";
import { reconnections } from "./reasoning/reconnections";
import { carriers } from "./reasoning/what-goes-down";
import type { Judgement, Rule } from "./rule";

/**
 * A change takes no tunnel down, or says that it does. What is destroyed for good is meant, and what that leaves
 * unencrypted is for the rules about paths.
 */
export const changeDropsTunnel: Rule = {
  id: "change-drops-tunnel",
  level: "warning",
  section: "Topology and limits",
  what: "The change of a plan replaces no hub, gateway, circuit, site or connection that carries tunnels, and renames or reorders no connected link; tunnels that only reconnect are a note.",
  why: "What looks like a small change may make a gateway anew: its tunnels are down for half an hour, and protected traffic is dropped or goes out unencrypted meanwhile. Azure refuses to rename a link that is connected.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal",
  *judge(network) {
    if (network.resources.every(({ change }) => change === undefined)) {
      return;
    }
    yield* judgeReplacements(network);
    for (const site of network.sites) {
      yield* judgeNames(site, "link", site.links.items, site.connections);
    }
    for (const connection of network.vpnConnections) {
      yield* judgeNames(connection, "vpn_link", connection.links.items, [connection]);
    }
    yield* judgeReconnections(network);
  },
};

function* judgeReplacements(network: Network): Iterable<Judgement> {
  for (const { part, within, tunnels, howLong } of carriers(network)) {
    const { change } = part.resource;
    if (change?.action === "replaced" && tunnels.length > 0 && !within.some(isReplaced)) {
      const [first = ""] = change.forcedBy;
      yield violation(at(part, isPath(first) ? first : ""), {
        message: phrase`the change replaces ${part}${because(change)}: ${listed(tunnels)} ${goDown(tunnels)} ${howLong}`,
        remedy:
          "Keep what forces it as it is, or apply the change in a maintenance window: until the tunnels are up again, protected traffic is dropped, or goes out unencrypted where it does not fail closed.",
        evidence: { forcedBy: change.forcedBy, tunnels: tunnels.length },
      });
    }
  }
}

function isReplaced({ resource }: Part): boolean {
  return resource.change?.action === "replaced";
}

function isPath(text: string): boolean {
  return !text.includes(" ");
}

function because({ forcedBy }: ResourceChange): string {
  if (forcedBy.length === 0) {
    return "";
  }
  const paths = forcedBy.filter(isPath);
  return paths.length === 0 ? `, for ${forcedBy.join(" and ")}` : `, for ${paths.join(", ")} can't change in place`;
}

function goDown(tunnels: readonly LinkConnection[]): string {
  return tunnels.length === 1 ? "goes down" : "go down";
}

function* judgeReconnections(network: Network): Iterable<Judgement> {
  for (const { part, path, what, tunnels } of reconnections(network)) {
    yield violation(at(part, path), {
      level: "note",
      message: phrase`${what}: ${listed(tunnels)} may reconnect, for a few seconds up to some minutes`,
      remedy: "Nothing, where a short loss is accepted; else apply it in a maintenance window.",
      evidence: { tunnels: tunnels.length },
    });
  }
}
