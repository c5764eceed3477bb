import type { Complaints } from "../terraform/complaints";
import type { IVpnGateway } from "../vpn/vpn-gateway-base";
import { HubOrder } from "./hub-order";
import type { IExpressRouteGateway, IHubReference } from "./hub-reference";

const vpnGateways = new WeakMap<IHubReference, IVpnGateway>();
const expressRouteGateways = new WeakMap<IHubReference, IExpressRouteGateway>();

/** The site-to-site VPN gateway of a hub, as far as this app knows one. */
export function vpnGatewayOf(hub: IHubReference): IVpnGateway | undefined {
  return vpnGateways.get(hub);
}

/** The ExpressRoute gateway of a hub, as far as this app knows one. */
export function expressRouteGatewayOf(hub: IHubReference): IExpressRouteGateway | undefined {
  return expressRouteGateways.get(hub);
}

/** A hub has one gateway of a kind: https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq */
export function checkOnlyVpnGateway(complaints: Complaints, hub: IHubReference | undefined): void {
  complainOfSecond(complaints, "a VPN gateway", hub && vpnGatewayOf(hub));
}

/** A hub has one gateway of a kind: https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq */
export function checkOnlyExpressRouteGateway(complaints: Complaints, hub: IHubReference | undefined): void {
  complainOfSecond(complaints, "an ExpressRoute gateway", hub && expressRouteGatewayOf(hub));
}

/** Makes a gateway that of its hub, where sites connect from now on. */
export function registerVpnGateway(hub: IHubReference, gateway: IVpnGateway): void {
  vpnGateways.set(hub, gateway);
  HubOrder.join(gateway, hub);
}

/** Makes a gateway that of its hub, where circuits connect from now on. */
export function registerExpressRouteGateway(hub: IHubReference, gateway: IExpressRouteGateway): void {
  expressRouteGateways.set(hub, gateway);
  HubOrder.join(gateway, hub);
}

/** A gateway is in its hub's region, which has to be told where the hub is known by id only. */
export function gatewayLocation(
  complaints: Complaints,
  { location, hub }: { readonly location?: string; readonly hub: IHubReference },
): string {
  complaints.notEmpty("location", location);
  const known = location ?? hub.location;
  if (known === undefined) {
    complaints.add("location: give it, since the hub is known by id only");
  }
  return known ?? "";
}

function complainOfSecond(
  complaints: Complaints,
  what: string,
  first: IVpnGateway | IExpressRouteGateway | undefined,
): void {
  if (first !== undefined) {
    complaints.add(`hub: it has ${what} already, ${first.node.path}, and can have one only`);
  }
}
