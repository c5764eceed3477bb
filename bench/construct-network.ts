import type { TerraformStack } from "cdktf";
import { VirtualWan, VpnLink, VpnSite } from "../lib";

/** One hub with both gateways and a number of connected sites, made with the constructs. */
export function constructNetwork(stack: TerraformStack, sites: number): void {
  const place = { resourceGroupName: "rg", location: "westeurope" };
  const wan = new VirtualWan(stack, "wan", { name: "wan", ...place });
  const hub = wan.addHub("hub", { name: "hub", addressPrefix: "172.16.0.0/23", ...place });
  hub.addVpnGateway("vpn", { name: "vpn", ...place });
  hub.addExpressRouteGateway("er", { name: "er", ...place });
  for (let index = 0; index < sites; index += 1) {
    const bytes = `${index >> 8}.${index & 255}`;
    const site = new VpnSite(stack, `site${index}`, {
      name: `site${index}`,
      ...place,
      wan,
      links: [
        VpnLink.overExpressRoute({
          name: "ams",
          provider: "Equinix",
          speedMbps: 1000,
          deviceAddress: `172.20.${bytes}`,
          bgp: { asn: 65010, peeringAddress: `172.21.${bytes}` },
          advertises: [`10.${bytes}.0/24`],
        }),
      ],
    });
    hub.connectSite(`site${index}`, site, { name: `site${index}` });
  }
}
