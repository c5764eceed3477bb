import type { Construct } from "constructs";
import type { IExpressRouteCircuit } from "../express-route/circuit-base";
import {
  ExpressRouteCircuit,
  type PortCircuitProps,
  type ProviderCircuitProps,
} from "../express-route/express-route-circuit";
import type { ExpressRouteConnectionOptions } from "../express-route/express-route-connection";
import type { IPrivatePeering, PrivatePeeringOptions } from "../express-route/private-peering";
import { VirtualHub, type VirtualHubOptions } from "../hub/virtual-hub";
import type { IVirtualHub } from "../hub/virtual-hub-base";
import { type IVirtualWan, VirtualWan, type VirtualWanProps } from "../hub/virtual-wan";
import type { DropOnTunnelLoss } from "../intent/on-tunnel-loss";
import type { SpokeNetworkOptions } from "../spoke/spoke-network";
import type { IVirtualNetwork, VirtualNetworkProps } from "../spoke/virtual-network";
import { ownId } from "../terraform/names";
import type { VpnConnectionOptions } from "../vpn/vpn-connection";
import { VpnSite, type VpnSiteProps } from "../vpn/vpn-site";
import type { IVpnSite } from "../vpn/vpn-site-reference";

/** Properties of which the pattern fills in some, unless they are given. */
export type Prefilled<Props, Filled extends keyof Props> = Omit<Props, Filled> & Partial<Pick<Props, Filled>>;

/** A WAN to make. Name: `vwan-` and the pattern's. */
export type NewWan = Partial<VirtualWanProps>;

/** A hub to make. Name: `vhub-` and the pattern's; location: the pattern's. */
export type NewHub = Prefilled<VirtualHubOptions, "name" | "location">;

/** A circuit to make. Name: `erc-` and its key; resource group and location: the pattern's. */
export type NewCircuit =
  | Prefilled<ProviderCircuitProps, "name" | "resourceGroupName" | "location">
  | Prefilled<PortCircuitProps, "name" | "resourceGroupName" | "location">;

/** A site to make. Name: `vst-` and its key; resource group and location: the pattern's. */
export type NewSite = Prefilled<Omit<VpnSiteProps, "wan">, "name" | "location">;

/** A virtual network to make. Name: `vnet-` and its key; resource group and location: the pattern's. */
export type NewVirtualNetwork = Prefilled<VirtualNetworkProps, "name" | "resourceGroupName" | "location">;

/** What a connection drops. Prefixes that hold VPN devices are kept beside those of `keepInbound`. */
export type DropOfPattern = Prefilled<DropOnTunnelLoss, "keepInbound">;

/** How a circuit of a pattern is connected. */
export interface ConnectionOfPattern extends Partial<Omit<ExpressRouteConnectionOptions, "onTunnelLoss">> {
  /**
   * Lets Azure drop what belongs into tunnels when they are lost. What is advertised here tells which prefixes hold VPN
   * devices; those that hold nothing protected are kept, beside those that are named here.
   * @default nothing, unless the pattern says `onTunnelLoss: "drop"`: then prefixes with VPN devices alone are kept
   */
  readonly onTunnelLoss?: DropOfPattern;
}

/** A circuit to make, and how it is connected. Name of the connection: `con-` and its key. */
export interface NewCircuitOfPattern extends ConnectionOfPattern {
  /** The circuit to make. */
  readonly circuit: NewCircuit;
  /** The private peering to make, or that the provider makes and manages it. */
  readonly peering: PrivatePeeringOptions | "providerManaged";
}

/** A circuit that exists, and how it is connected. Name of the connection: `con-` and its key. */
export interface ExistingCircuitOfPattern extends ConnectionOfPattern {
  /** The circuit that exists. */
  readonly circuit: IExpressRouteCircuit;
  /**
   * The private peering to make.
   * @default it exists
   */
  readonly peering?: PrivatePeeringOptions;
}

/** A circuit that is known by its private peering: one of somebody else's, say. */
export interface PeeringOfPattern extends ConnectionOfPattern {
  readonly circuit?: never;
  /** The private peering that exists. */
  readonly peering: IPrivatePeering;
}

export type CircuitOfPattern = NewCircuitOfPattern | ExistingCircuitOfPattern | PeeringOfPattern;

/** A site of the pattern, and how it is connected. Name of the connection: `vcn-` and its key. */
export interface SiteOfPattern extends Partial<VpnConnectionOptions> {
  /** What to make, or a site that exists. */
  readonly site: NewSite | IVpnSite;
}

/** A spoke of the pattern, and how it is connected. Name of the connection: its key. */
export interface SpokeOfPattern extends Partial<Omit<SpokeNetworkOptions, "virtualNetwork">> {
  /** What to make, or a virtual network that exists. */
  readonly virtualNetwork: NewVirtualNetwork | IVirtualNetwork;
}

/** What the parts of a pattern have in common. */
export interface PatternPlace {
  /** Ends the names of the WAN, the hub and its gateways: `contoso-weu` gives `vhub-contoso-weu`. */
  readonly name: string;
  /** Resource group of everything that is made. It has to exist. */
  readonly resourceGroupName: string;
  /** Azure region of everything that is made, such as `westeurope`. */
  readonly location: string;
}

/** The WAN of a pattern, made unless it exists. */
export function wanOf(scope: Construct, { name, ...place }: PatternPlace, wan: NewWan | IVirtualWan): IVirtualWan {
  return "virtualWanId" in wan
    ? wan
    : new VirtualWan(scope, ownId(scope, "wan"), { name: `vwan-${name}`, ...place, ...wan });
}

/** The hub of a pattern, made unless it exists. */
export function hubOf(
  scope: Construct,
  { name, ...place }: PatternPlace,
  hub: NewHub | IVirtualHub,
  wan: IVirtualWan,
): IVirtualHub {
  return "virtualHubId" in hub
    ? hub
    : new VirtualHub(scope, ownId(scope, "hub"), { name: `vhub-${name}`, ...place, ...hub, wan });
}

/** A circuit of a pattern, if it is known, and what of it is connected. */
interface CircuitParts {
  readonly circuit: IExpressRouteCircuit | undefined;
  readonly connected: IExpressRouteCircuit | IPrivatePeering;
}

/** A circuit of a pattern and its private peering, made unless they exist. */
export function circuitOf(scope: Construct, place: PatternPlace, key: string, entry: CircuitOfPattern): CircuitParts {
  if (entry.circuit === undefined) {
    return { circuit: undefined, connected: entry.peering };
  }
  const circuit =
    "expressRouteCircuitId" in entry.circuit ? entry.circuit : newCircuit(scope, place, key, entry.circuit);
  if (entry.peering === "providerManaged") {
    return { circuit, connected: circuit.providerManagedPeering() };
  }
  if (entry.peering !== undefined) {
    circuit.addPrivatePeering("peering", entry.peering);
  }
  return { circuit, connected: circuit };
}

function newCircuit(
  scope: Construct,
  { resourceGroupName, location }: PatternPlace,
  key: string,
  circuit: NewCircuit,
): ExpressRouteCircuit {
  const place = { resourceGroupName, location };
  const id = ownId(scope, `circuit-${key}`, key);
  return new ExpressRouteCircuit(scope, id, { name: `erc-${key}`, ...place, ...circuit });
}

/** A site of a pattern, made unless it exists. */
export function siteOf(
  scope: Construct,
  { resourceGroupName, location }: PatternPlace,
  key: string,
  site: NewSite | IVpnSite,
  wan: IVirtualWan,
): IVpnSite {
  if ("vpnSiteId" in site) {
    return site;
  }
  const id = ownId(scope, `site-${key}`, key);
  return new VpnSite(scope, id, { name: `vst-${key}`, resourceGroupName, location, ...site, wan });
}

/** The virtual network of a spoke: what to make, or what exists. */
export function networkOf(
  { resourceGroupName, location }: PatternPlace,
  key: string,
  network: NewVirtualNetwork | IVirtualNetwork,
): VirtualNetworkProps | IVirtualNetwork {
  return "virtualNetworkId" in network ? network : { name: `vnet-${key}`, resourceGroupName, location, ...network };
}
