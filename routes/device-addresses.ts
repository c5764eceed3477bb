import { isPrivate } from "../network/facts/private-path";
import { addressOfField } from "../network/facts/site-links";
import type { LinkConnection, VirtualHub } from "../network/network";
import { connectedLinks } from "./tunnel-routes";

/** A connected link that runs, or may run, over private peering, and its VPN device's IPv4 address as a number. */
export interface LinkDevice {
  readonly link: LinkConnection;
  readonly value: number;
}

/** The VPN devices of a hub's links on the private path, as far as their addresses are known. */
export function linkDevicesOf(hub: VirtualHub): LinkDevice[] {
  const connections = hub.vpnGateways.flatMap((gateway) => gateway.connections);
  return connections.flatMap(connectedLinks).flatMap(({ link, siteLink }) => {
    const address = siteLink === undefined ? undefined : addressOfField(siteLink.address);
    return isPrivate(link) !== "no" && address?.family === 4 ? [{ link, value: Number(address.value) }] : [];
  });
}
