import type { IExpressRouteGateway } from "../express-route/express-route-gateway";
import type { Complaints } from "../terraform/complaints";
import type { IVpnGateway } from "../vpn/vpn-gateway";
import { HubOrder } from "./hub-order";
import type { IVirtualHub } from "./virtual-hub-base";

const vpnGateways = new WeakMap<IVirtualHub, IVpnGateway>();
const expressRouteGateways = new WeakMap<IVirtualHub, IExpressRouteGateway>();

/** The site-to-site VPN gateway of a hub, as far as this app knows one. */
export function vpnGatewayOf(hub: IVirtualHub): IVpnGateway | undefined {
  return vpnGateways.get(hub);
}

/** The ExpressRoute gateway of a hub, as far as this app knows one. */
export function expressRouteGatewayOf(hub: IVirtualHub): IExpressRouteGateway | undefined {
  return expressRouteGateways.get(hub);
}

/** A hub has one gateway of a kind: https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq */
export function checkOnlyVpnGateway(complaints: Complaints, hub: IVirtualHub | undefined): void {
  complainOfSecond(complaints, "a VPN gateway", hub && vpnGatewayOf(hub));
}

/** A hub has one gateway of a kind: https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq */
export function checkOnlyExpressRouteGateway(complaints: Complaints, hub: IVirtualHub | undefined): void {
  complainOfSecond(complaints, "an ExpressRoute gateway", hub && expressRouteGatewayOf(hub));
}

/** Makes a gateway that of its hub, where sites connect from now on. */
export function registerVpnGateway(hub: IVirtualHub, gateway: IVpnGateway): void {
  vpnGateways.set(hub, gateway);
  HubOrder.join(gateway, hub);
}

/** Makes a gateway that of its hub, where circuits connect from now on. */
export function registerExpressRouteGateway(hub: IVirtualHub, gateway: IExpressRouteGateway): void {
  expressRouteGateways.set(hub, gateway);
  HubOrder.join(gateway, hub);
}

/** A gateway is in its hub's region, which has to be told where the hub is known by id only. */
export function gatewayLocation(
  complaints: Complaints,
  { location, hub }: { readonly location?: string; readonly hub: IVirtualHub },
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
