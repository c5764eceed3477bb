import { spokesAt } from "../../../network/facts/at-hub";
import { listed, type Phrase, phrase } from "../../../network/facts/called/phrase";
import { targetOf } from "../../../network/field";
import type { LinkConnection, Network, Part, SpokeConnection } from "../../../network/network";
import { tunnelsAt, tunnelsOf } from "./what-goes-down";

/** A change in place that makes tunnels reconnect. */
export interface Reconnection {
  readonly part: Part;
  readonly path: string;
  readonly what: Phrase;
  readonly tunnels: readonly LinkConnection[];
}

/** Attributes by which the two ends of a tunnel must agree, or find each other. */
const NEGOTIATED = {
  connection:
    /^vpn_link\[\d+\]\.(?:shared_key|ipsec_policy|protocol|local_azure_ip_address_enabled|connection_mode|custom_bgp_address|policy_based_traffic_selector_enabled|ingress_nat_rule_ids|egress_nat_rule_ids)\b|^traffic_selector_policy\b/,
  site: /^link\[\d+\]\.(?:ip_address|fqdn|bgp)\b/,
  gateway: /^(?:scale_unit|bgp_settings|bgp_route_translation_for_nat_enabled)\b/,
};

export function* reconnections(network: Network): Iterable<Reconnection> {
  for (const connection of network.vpnConnections) {
    yield* updated(connection, NEGOTIATED.connection, tunnelsOf(connection));
  }
  for (const site of network.sites) {
    yield* updated(site, NEGOTIATED.site, site.connections.flatMap(tunnelsOf));
  }
  for (const gateway of network.vpnGateways) {
    yield* updated(gateway, NEGOTIATED.gateway, gateway.connections.flatMap(tunnelsOf));
  }
  yield* bySpokes(network);
}

function* updated(part: Part, negotiated: RegExp, tunnels: readonly LinkConnection[]): Iterable<Reconnection> {
  const { change } = part.resource;
  const paths = change?.action === "updated" ? change.changed.filter((path) => negotiated.test(path)) : [];
  const [path] = paths;
  if (path !== undefined && tunnels.length > 0) {
    yield {
      part,
      path,
      what: phrase`the change gives ${part} another ${[...new Set(paths.map(lastName))].join(", ")}`,
      tunnels,
    };
  }
}

function lastName(path: string): string {
  return (
    path
      .split(".")
      .at(-1)
      ?.replace(/\[\d+\]$/, "") ?? path
  );
}

/**
 * Connecting a virtual network to a hub, and any write on one that is connected, can reconnect tunnels and BGP sessions.
 * https://learn.microsoft.com/azure/virtual-wan/howto-connect-vnet-hub
 */
function* bySpokes(network: Network): Iterable<Reconnection> {
  for (const hub of network.hubs) {
    const tunnels = tunnelsAt(network, hub);
    const spokes = tunnels.length === 0 ? [] : spokesAt(network, hub).certain.filter(isWritten);
    const [first] = spokes;
    if (first !== undefined && hub.resource.change?.action !== "replaced") {
      const what = phrase`the change writes ${listed(spokes)} at ${hub}`;
      yield { part: first, path: "", what, tunnels };
    }
  }
}

function isWritten({ resource, virtualNetwork }: SpokeConnection): boolean {
  return [resource.change, targetOf(virtualNetwork)?.resource.change].some(
    (change) => change !== undefined && (change.action !== "updated" || change.changed.length > 0),
  );
}
