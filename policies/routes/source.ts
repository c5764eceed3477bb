import type { Part, VirtualHub } from "../network/network";
import type { RouteKind } from "./selection";

/**
 * How traffic travels on a route.
 *
 * - `private-tunnel`: an IPsec tunnel over private peering.
 * - `internet-tunnel`: an IPsec tunnel over the internet: encrypted, and not on the private path.
 * - `clear`: ExpressRoute without IPsec.
 * - `azure`: it stays inside Azure (a spoke, a firewall, an appliance).
 * - `unknown`: whether the tunnel is on the private path can't be told.
 */
export type Carriage = "private-tunnel" | "internet-tunnel" | "clear" | "azure" | "unknown";

/** Where a hub has routes from: one link connection, ExpressRoute connection, spoke connection or static route. */
export interface RouteSource {
  readonly kind: RouteKind;
  /** The hub that learns from it. */
  readonly hub: VirtualHub;
  readonly carriage: Carriage;
  /** As that hub sees it; undefined: nobody told. */
  readonly asPathLength: number | undefined;
  /** What a person calls it: the Terraform address of the connection, with `#` and the link's name. */
  readonly via: string;
  readonly part: Part;
  /** What it needs to work: losing one of these loses the route. */
  readonly needs: readonly Loss[];
}

/** Something that can fail, by name: `link azurerm_vpn_gateway_connection.hq#over-ams`, `circuit azurerm_express_route_circuit.ams`. */
export interface Loss {
  readonly what: "link" | "connection" | "circuit" | "site";
  readonly name: string;
}
