import type { ExpressRouteGatewayOptions } from "../express-route/express-route-gateway";
import type { IVirtualHub } from "../hub/virtual-hub-base";
import type { IVirtualWan } from "../hub/virtual-wan";
import type { OnPremisesRouting, OnTunnelLoss } from "../intent/network-intent";
import type { DropOnTunnelLoss } from "../intent/on-tunnel-loss";
import type { VpnGatewayOptions } from "../vpn/vpn-gateway";
import type { CircuitOfPattern, NewHub, NewWan, PatternPlace, SiteOfPattern, SpokeOfPattern } from "./encrypted-parts";

/** What the pattern needs, whether its hub is new or not. */
export interface EncryptedExpressRouteOptions extends PatternPlace {
  /**
   * The hub's VPN gateway, if it has none yet.
   * @default one scale unit, named `vpng-` and the name
   */
  readonly vpnGateway?: Partial<VpnGatewayOptions>;
  /**
   * The hub's ExpressRoute gateway, if it has none yet.
   * @default one scale unit, named `ergw-` and the name
   */
  readonly expressRouteGateway?: Partial<ExpressRouteGatewayOptions>;
  /** The circuits that the tunnels run over, at least one, by a key that stays the same. */
  readonly circuits: Readonly<Record<string, CircuitOfPattern>>;
  /** The sites on premises, at least one, by a key that stays the same. Their links run over the circuits. */
  readonly sites: Readonly<Record<string, SiteOfPattern>>;
  /**
   * The virtual networks that the sites reach, by a key that stays the same.
   * @default none
   */
  readonly spokes?: Readonly<Record<string, SpokeOfPattern>>;
  /**
   * On-premises prefixes that must be reached encrypted.
   * @default what the links advertise, and the address spaces of their sites
   */
  readonly protectedPrefixes?: readonly string[];
  /**
   * What on-premises routers do with the prefixes that Azure advertises on both paths. They have to prefer the tunnel.
   * @default not stated; rules that need it are undecided
   */
  readonly onPremises?: OnPremisesRouting;
  /**
   * What should happen to protected traffic when a tunnel is lost. Both are stated for the gate. `"drop"` is what Azure
   * then does, too: route maps on the connection of every circuit keep what holds VPN devices and drop the rest, see
   * {@link DropOnTunnelLoss}. `"cleartext"` changes no route.
   * https://learn.microsoft.com/azure/virtual-wan/route-maps-about
   * @default not stated
   */
  readonly onTunnelLoss?: OnTunnelLoss;
}

/** The pattern with a hub of its own. */
export interface NewHubPattern extends EncryptedExpressRouteOptions {
  /**
   * The WAN: what to make, or one that exists.
   * @default one to make, named `vwan-` and the name
   */
  readonly wan?: NewWan | IVirtualWan;
  /** The hub to make. */
  readonly hub: NewHub;
}

/** The pattern in a hub that exists. */
export interface ExistingHubPattern extends EncryptedExpressRouteOptions {
  /** The WAN of the hub, to which new sites belong. */
  readonly wan: IVirtualWan;
  /** The hub. Gateways that it has already, as far as this app knows, are used. */
  readonly hub: IVirtualHub;
}

export type EncryptedExpressRouteProps = NewHubPattern | ExistingHubPattern;
