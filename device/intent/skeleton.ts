import { isDescribed } from "../../network/facts/standing";
import { knownValue, targetOf } from "../../network/field";
import type { ExpressRouteConnection, HubBgpConnection, Network, Part, VpnSite } from "../../network/network";
import { intentAddress } from "./addresses";

/**
 * A skeleton of an intent file: every address that intent can speak of, with the command beside it that shows the value. It
 * states nothing until somebody fills it in.
 */
export function intentSkeleton(network: Network): string {
  const circuits = network.expressRouteConnections.filter(isDescribed);
  const sites = network.sites.filter(isDescribed);
  const peers = network.hubBgpConnections.filter(isDescribed);
  const existing = [...network.vpnGateways, ...network.expressRouteGateways, ...network.hubs, ...network.wans].filter(
    ({ resource }) => resource.standing === "data",
  );
  const lines = [
    "# What on-premises routers do, which is in no Azure resource. Take the # away before what you fill in;",
    "# wanproof intent observe fills in announcements from what Azure hears.",
    "version: 1",
    ...section(
      "expressRoute",
      "What is advertised over each ExpressRoute connection, exactly.",
      circuits.flatMap((one) => circuitLines(network, one)),
    ),
    ...section(
      "vpn",
      "What the VPN device advertises through each link of a site, exactly.",
      sites.flatMap((one) => siteLines(network, one)),
    ),
    ...section(
      "hubPeers",
      "What appliances announce to a hub.",
      peers.flatMap((one) => peerLines(network, one)),
    ),
    ...section(
      "existing",
      "What exists already and has nothing but what the inputs show.",
      existing.flatMap((one) => [`  # ${key(intentAddress(network, one))}: complete`]),
    ),
    "",
    "# On-premises prefixes that must be reached encrypted. Left out: all that links over ExpressRoute advertise.",
    "# protected: [10.0.1.0/24]",
    "",
    "# Prefixes of Azure's for which routers prefer the tunnel (all, or a list), and those that they refuse over ExpressRoute.",
    "# Look at the routers: vtysh -c 'show running-config', show route-map.",
    "onPremises:",
    "  # prefersTunnelFor: all",
    "  # filtersExpressRoute: [10.110.0.0/16]",
    "",
    "# What should become of protected packets when tunnels are lost: drop or cleartext.",
    "# onTunnelLoss: drop",
  ];
  return `${lines.join("\n")}\n`;
}

function section(name: string, what: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `# ${what}`, `${name}:`, ...lines];
}

function circuitLines(network: Network, connection: ExpressRouteConnection): string[] {
  const circuit = targetOf(targetOf(connection.peering)?.circuit ?? NOWHERE);
  const name = circuit === undefined ? "CIRCUIT" : inShell(knownValue(circuit.name), "CIRCUIT");
  const group = circuit === undefined ? "RG" : groupOf(circuit);
  return [
    `  ${key(intentAddress(network, connection))}:`,
    `    # az network express-route list-route-tables -g ${group} -n ${name} --path primary --peering-name AzurePrivatePeering -o json`,
    "    # advertises: [10.0.0.0/16]",
    "    # asPath: [65001]",
  ];
}

const NOWHERE = { state: "absent", path: "" } as const;

function siteLines(network: Network, site: VpnSite): string[] {
  const links = site.links.items.flatMap((link) => {
    const name = knownValue(link.name);
    return name === undefined
      ? []
      : [`    ${key(name)}:`, "      # advertises: [10.0.1.0/24]", "      # asPath: [65010]"];
  });
  const gateways = site.connections.flatMap(({ gateway }) => targetOf(gateway) ?? []);
  const commands = [...new Set(gateways.flatMap(({ hub }) => targetOf(hub) ?? []))].map((hub) => {
    const name = inShell(knownValue(hub.name), "HUB");
    return `    # az network vhub get-effective-routes -g ${groupOf(hub)} -n ${name} --resource-type RouteTable --resource-id ROUTE-TABLE-ID -o json`;
  });
  return links.length === 0 ? [] : [`  ${key(intentAddress(network, site))}:`, ...commands, ...links];
}

function peerLines(network: Network, peer: HubBgpConnection): string[] {
  return [
    `  ${key(intentAddress(network, peer))}:`,
    "    # Look at the appliance: what it announces to the hub's router.",
    "    # advertises: [10.50.0.0/16]",
    "    # asPath: [65001]",
  ];
}

/** Names and ids that need none stand without quotes. */
function key(text: string): string {
  return /^[A-Za-z][A-Za-z0-9_.-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function groupOf({ resource }: Part): string {
  const group = resource.attributes.resource_group_name;
  return inShell(typeof group === "string" ? group : undefined, "RG");
}

/** A name in a command that somebody will copy: a placeholder for one that a shell could take for something else. */
function inShell(name: string | undefined, placeholder: string): string {
  return name !== undefined && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) ? name : placeholder;
}
