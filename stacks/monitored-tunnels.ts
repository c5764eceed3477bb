import type { TestedAddress } from "../lib/monitoring/connection-monitor";
import type { GatewayName } from "../lib/monitoring/encryption-bypass-alert";
import { nameOf, resourceGroupOf } from "../lib/terraform/arm-id";
import { nameOfResourceGroup } from "./network-stack";
import type { NetworkDescription } from "./schema/network";
import type { SiteDescription } from "./schema/site";

/** Whether a site connects to a hub by a link over ExpressRoute. */
export function hasTunnelOverExpressRoute(network: NetworkDescription, hub: string): boolean {
  return linksAt(network, hub).some(({ over }) => over === "expressRoute");
}

/** BGP addresses of the VPN devices that connect to a hub; undefined where not all are told, or where there are none. */
export function bgpPeersAt(network: NetworkDescription, hub: string): readonly string[] | undefined {
  const peers = linksAt(network, hub).flatMap(({ bgp }) => (bgp === undefined || bgp === false ? [] : [bgp]));
  const told = peers.flatMap((bgp) => (bgp === true ? [] : [bgp.peeringAddress]));
  return told.length === 0 || told.length < peers.length ? undefined : [...new Set(told)];
}

/** VPN gateways of other hubs with tunnels over ExpressRoute that have a circuit in common with a hub. */
export function gatewaysSharingWith(network: NetworkDescription, hub: string): GatewayName[] {
  const circuits = Object.values(network.circuits ?? {}).filter(({ connections = {} }) => hub in connections);
  const others = Object.keys(network.hubs).filter(
    (other) => other !== hub && hasTunnelOverExpressRoute(network, other),
  );
  return others
    .filter((other) => circuits.some(({ connections = {} }) => other in connections))
    .flatMap((other) => gatewayNameOf(network, other) ?? []);
}

/**
 * What is tested of the sites that connect to a hub: what the file states, else the BGP address of each link's device, for
 * which packets take the tunnel, else where the tunnel ends.
 */
export function testedAt(
  { sites = {} }: NetworkDescription,
  hub: string,
  stated: Readonly<Record<string, string>>,
): TestedAddress[] {
  return Object.entries(sites).flatMap(([site, description]) => {
    const links = linksOf(description, hub);
    const address = stated[site];
    if (address !== undefined) {
      return links.length === 0 ? [] : [{ name: site, address }];
    }
    return links.flatMap(([link, { bgp, ...rest }]) => {
      const device = "deviceAddress" in rest ? rest.deviceAddress : undefined;
      const told = typeof bgp === "object" ? bgp.peeringAddress : device;
      return told === undefined ? [] : [{ name: `${site}-${link}`, address: told }];
    });
  });
}

type Link = SiteDescription["links"][string];

function linksAt({ sites = {} }: NetworkDescription, hub: string): Link[] {
  return Object.values(sites).flatMap((site) => linksOf(site, hub).map(([, link]) => link));
}

/** The links by which a site connects to a hub, by their names. */
function linksOf(site: SiteDescription, hub: string): [string, Link][] {
  const connection = site.connections?.[hub];
  return Object.entries<Link>(connection === undefined ? {} : site.links).filter(
    ([name]) => connection?.links === undefined || Object.hasOwn(connection.links, name),
  );
}

function gatewayNameOf(network: NetworkDescription, key: string): GatewayName | undefined {
  const hub = network.hubs[key];
  if (hub?.vpnGateway === undefined) {
    return undefined;
  }
  const { vpnGateway } = hub;
  if (!("existing" in vpnGateway)) {
    const name = vpnGateway.name ?? `vpng-${network.name}-${key}`;
    return { name, resourceGroupName: groupOf(network, hub) };
  }
  const { existing } = vpnGateway;
  return "id" in existing
    ? { name: nameOf(existing.id), resourceGroupName: resourceGroupOf(existing.id) }
    : { name: existing.name, resourceGroupName: existing.resourceGroup ?? groupOf(network, hub) };
}

function groupOf(network: NetworkDescription, hub: NetworkDescription["hubs"][string]): string {
  if ("existing" in hub) {
    return "id" in hub.existing ? resourceGroupOf(hub.existing.id) : hub.existing.resourceGroup;
  }
  return hub.resourceGroup ?? nameOfResourceGroup(network);
}
