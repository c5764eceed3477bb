import { VirtualWan } from "../../lib/hub/virtual-wan";
import { VpnLink } from "../../lib/vpn/vpn-link";
import { VpnSite } from "../../lib/vpn/vpn-site";
import { emptyStack } from "./terraform";

/** A link over ExpressRoute with BGP. */
export function linkOver(circuit: string, lastOctet: number): VpnLink {
  return VpnLink.overExpressRoute({
    name: `over-${circuit}`,
    provider: "Equinix",
    speedMbps: 1000,
    deviceAddress: `10.0.0.${lastOctet}`,
    bgp: { asn: 65010, peeringAddress: `192.168.255.${lastOctet}` },
  });
}

/** A link over the internet without BGP. */
export function overInternet(): VpnLink {
  return VpnLink.overInternet({ name: "dsl", provider: "Telco", speedMbps: 50, deviceAddress: "203.0.113.7" });
}

/** A hub with a VPN gateway, and a site with two links over ExpressRoute. */
export function network() {
  const stack = emptyStack();
  const wan = new VirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg", location: "westeurope" });
  const hub = wan.addHub("hub", { name: "hub", location: "westeurope", addressPrefix: "10.100.0.0/23" });
  const gateway = hub.addVpnGateway("vpn", { name: "vpn" });
  const ams = linkOver("ams", 4);
  const fra = linkOver("fra", 5);
  const site = new VpnSite(stack, "hq", { wan, name: "hq", location: "westeurope", links: [ams, fra] });
  return { stack, wan, hub, gateway, ams, fra, site };
}
