import type { DropOnTunnelLoss } from "../lib/intent/on-tunnel-loss";
import { keptInbound, type Underlay, type UnderlayDevice } from "../lib/intent/underlay";
import { Complaints } from "../lib/terraform/complaints";
import type { NetworkDescription } from "./schema/network";
import type { SiteDescription } from "./schema/site";

/**
 * What the connection of a circuit to a hub drops when tunnels are lost: undefined where nothing is asked for.
 * @throws InvalidConstructError where it can't be told what has to be kept for the tunnels
 */
export function dropAt(network: NetworkDescription, hub: string, circuit: string): DropOnTunnelLoss | undefined {
  const own = network.circuits?.[circuit]?.connections?.[hub]?.onTunnelLoss;
  if (own === undefined && network.onTunnelLoss !== "drop") {
    return undefined;
  }
  const complaints = new Complaints();
  const keepInbound = keptInbound(complaints, "", underlayOf(network, hub), circuit);
  complaints.throwFor(circuit);
  const keepOutbound = own?.keepOutbound;
  return { action: "drop", keepInbound, ...(keepOutbound === undefined ? {} : { keepOutbound }) };
}

function underlayOf(network: NetworkDescription, hub: string): Underlay {
  const { circuits = {}, sites = {} } = network;
  return {
    connections: new Map(
      Object.entries(circuits).flatMap(([key, { connections }]) => {
        const connection = connections?.[hub];
        const keepInbound = connection?.onTunnelLoss?.keepInbound;
        return connection === undefined ? [] : [[key, { advertises: connection.advertises, keepInbound }]];
      }),
    ),
    devices: Object.values(sites).flatMap((site) => devicesOf(site, hub)),
    protectedPrefixes: network.protectedPrefixes ?? behindTunnels(Object.values(sites)),
  };
}

/** The VPN devices that a hub reaches over ExpressRoute. */
function devicesOf(site: SiteDescription, hub: string): UnderlayDevice[] {
  const connection = site.connections?.[hub];
  if (connection === undefined) {
    return [];
  }
  return Object.entries(site.links).flatMap(([name, link]) => {
    const isUsed = connection.links === undefined || Object.hasOwn(connection.links, name);
    const address = "deviceAddress" in link ? link.deviceAddress : undefined;
    return isUsed && link.over === "expressRoute" ? [{ link: name, address }] : [];
  });
}

/** What links over ExpressRoute advertise and their sites list; undefined where some of it isn't stated. */
function behindTunnels(sites: readonly SiteDescription[]): readonly string[] | undefined {
  const lists = sites.flatMap((site) => listsBehind(site));
  const stated = lists.flatMap((list) => (list === undefined ? [] : [list]));
  return stated.length === lists.length ? stated.flat() : undefined;
}

function listsBehind(site: SiteDescription): (readonly string[] | undefined)[] {
  if ("existing" in site) {
    return Object.values(site.links).some(({ over }) => over === "expressRoute") ? [undefined] : [];
  }
  const links = Object.values(site.links).filter(({ over }) => over === "expressRoute");
  // A link without BGP advertises nothing.
  const advertised = links.map(({ advertises, bgp }) => advertises ?? (bgp === undefined ? [] : undefined));
  return links.length === 0 ? [] : [...advertised, site.addressCidrs ?? []];
}
