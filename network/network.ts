import type { Field, Items, Ref, Unknown } from "./field";
import type { Json } from "./input/json";
import type { Intent } from "./intent";
import type { Resource, SecretFacts } from "./resource";
import type { ConnectionRouting, HubBgpConnection, RouteMap, RouteTable, RoutingIntent } from "./routing";

export type * from "./routing";

/**
 * What will exist after apply, as far as the inputs tell: the one value that rules, pictures, device files and the lab
 * read. Immutable once read. Parts point at each other both ways (`hub.vpnGateways`, `gateway.hub`).
 */
export interface Network {
  readonly inputs: readonly Input[];
  /** Every resource of this field, as read, with those that are known by id only. */
  readonly resources: readonly Resource[];
  readonly wans: readonly VirtualWan[];
  readonly hubs: readonly VirtualHub[];
  readonly vpnGateways: readonly VpnGateway[];
  readonly expressRouteGateways: readonly ExpressRouteGateway[];
  readonly circuits: readonly ExpressRouteCircuit[];
  readonly peerings: readonly CircuitPeering[];
  readonly expressRouteConnections: readonly ExpressRouteConnection[];
  readonly sites: readonly VpnSite[];
  readonly vpnConnections: readonly VpnConnection[];
  readonly virtualNetworks: readonly VirtualNetwork[];
  readonly spokeConnections: readonly SpokeConnection[];
  readonly routeTables: readonly RouteTable[];
  readonly routeMaps: readonly RouteMap[];
  readonly routingIntents: readonly RoutingIntent[];
  readonly hubBgpConnections: readonly HubBgpConnection[];
  readonly intent: Intent;
}

/** One thing that was read. */
export interface Input {
  /** As the person named it, here or when it was saved. */
  readonly path: string;
  /** `network`: it was read from a saved network. */
  readonly kind: "configuration" | "plan" | "network";
  /** How many resources of this field it holds. */
  readonly resources: number;
  /** How many resources it holds altogether. */
  readonly total: number;
  /** What can't be followed in it, so that nothing may be taken as absent that could be there. */
  readonly unread: readonly Unread[];
  /** What its Terraform says should be suppressed; undefined where it says nothing. */
  readonly suppressions?: CarriedSuppressions;
}

/** Suppressions that an input carries in its output `wanproof_suppressions`: JSON that nobody has looked at yet. */
export interface CarriedSuppressions {
  /** As it will be after apply; undefined where the input doesn't tell it, or it is sensitive. */
  readonly stated: Json | undefined;
  /** As it is applied already; undefined where nothing is, or the input doesn't tell. */
  readonly applied: Json | undefined;
}

/** Something that may hold resources and that an input doesn't show. */
export interface Unread {
  /** `module.spokes`, or `azurerm_vpn_site.branch` where only Terraform can tell how many there are. */
  readonly address: string;
  /** Why, in a few words that follow the address. */
  readonly reason: string;
  readonly unknown: Unknown;
}

/** Every part of a network is one resource or a block of one. */
export interface Part {
  readonly resource: Resource;
}

export interface VirtualWan extends Part {
  readonly name: Field<string>;
  /** `Standard` or `Basic`; default Standard. */
  readonly type: Field<string>;
  /** Default false. */
  readonly disableVpnEncryption: Field<boolean>;
  /** Default true. */
  readonly allowBranchToBranch: Field<boolean>;
  readonly hubs: readonly VirtualHub[];
}

export interface VirtualHub extends Part {
  readonly name: Field<string>;
  readonly location: Field<string>;
  readonly wan: Ref<VirtualWan>;
  readonly addressPrefix: Field<string>;
  /** Default Standard. */
  readonly sku: Field<string>;
  /** `ExpressRoute` (default), `VpnGateway` or `ASPath`. */
  readonly routingPreference: Field<string>;
  readonly vpnGateways: readonly VpnGateway[];
  readonly expressRouteGateways: readonly ExpressRouteGateway[];
  readonly spokeConnections: readonly SpokeConnection[];
}

export interface VpnGateway extends Part {
  readonly name: Field<string>;
  readonly hub: Ref<VirtualHub>;
  /** 500 Mbps each; default 1. */
  readonly scaleUnit: Field<number>;
  /** Default 65515, the only one that Azure takes. */
  readonly asn: Field<number>;
  readonly connections: readonly VpnConnection[];
}

export interface ExpressRouteGateway extends Part {
  readonly name: Field<string>;
  readonly hub: Ref<VirtualHub>;
  readonly scaleUnits: Field<number>;
  readonly connections: readonly ExpressRouteConnection[];
}

export interface ExpressRouteCircuit extends Part {
  readonly name: Field<string>;
  readonly peeringLocation: Field<string>;
  readonly peerings: readonly CircuitPeering[];
}

export interface CircuitPeering extends Part {
  readonly circuit: Ref<ExpressRouteCircuit>;
  /** `AzurePrivatePeering`, `MicrosoftPeering` or `AzurePublicPeering`. */
  readonly peeringType: Field<string>;
  readonly peerAsn: Field<number>;
  readonly primaryPrefix: Field<string>;
  readonly secondaryPrefix: Field<string>;
  readonly vlan: Field<number>;
}

export interface ExpressRouteConnection extends Part {
  readonly name: Field<string>;
  readonly gateway: Ref<ExpressRouteGateway>;
  readonly peering: Ref<CircuitPeering>;
  /** FastPath; default false. */
  readonly gatewayBypass: Field<boolean>;
  readonly routingWeight: Field<number>;
  readonly routing: ConnectionRouting;
  /** What on-premises routers advertise over it, from intent; undefined where intent doesn't say. */
  readonly advertised: Advertisement | undefined;
}

/** What a neighbour advertises, as intent states it. Paths are inside the intent. */
export interface Advertisement {
  readonly prefixes: Items<Field<string>>;
  /** What the hub would learn as AS path; absent where intent doesn't say. */
  readonly asPath: Field<readonly number[]>;
}

export interface VpnSite extends Part {
  readonly name: Field<string>;
  readonly wan: Ref<VirtualWan>;
  /** Static routes into the tunnel. */
  readonly addressCidrs: Items<Field<string>>;
  readonly links: Items<SiteLink>;
  readonly connections: readonly VpnConnection[];
}

export interface SiteLink {
  readonly site: VpnSite;
  /** `link[0]` */
  readonly path: string;
  readonly name: Field<string>;
  /** The VPN device's address. */
  readonly address: Field<string>;
  readonly fqdn: Field<string>;
  readonly providerName: Field<string>;
  readonly speedMbps: Field<number>;
  /** `absent`: a site link without BGP. */
  readonly bgp: Field<LinkBgp>;
  /** What the device advertises over the tunnel, from intent; undefined where intent doesn't say. */
  readonly advertised: Advertisement | undefined;
}

export interface LinkBgp {
  readonly asn: Field<number>;
  readonly peeringAddress: Field<string>;
}

export interface VpnConnection extends Part {
  readonly name: Field<string>;
  readonly gateway: Ref<VpnGateway>;
  readonly site: Ref<VpnSite>;
  readonly links: Items<LinkConnection>;
  readonly trafficSelectorPolicies: Items<{ readonly path: string }>;
  readonly routing: ConnectionRouting;
}

/** One `vpn_link` block: a link of the site, connected. */
export interface LinkConnection {
  readonly connection: VpnConnection;
  /** `vpn_link[0]` */
  readonly path: string;
  readonly name: Field<string>;
  readonly siteLink: Ref<SiteLink>;
  /** `local_azure_ip_address_enabled`; default false. */
  readonly useAzurePrivateIp: Field<boolean>;
  /** Default false. */
  readonly bgpEnabled: Field<boolean>;
  /** `IKEv2` (default) or `IKEv1`. */
  readonly protocol: Field<string>;
  /** Default `Default`. */
  readonly mode: Field<string>;
  readonly dpdTimeoutSeconds: Field<number>;
  /** Default 10. */
  readonly bandwidthMbps: Field<number>;
  /** Default false. */
  readonly policyBasedTrafficSelectors: Field<boolean>;
  /** `absent`: left to Azure, which makes one. */
  readonly sharedKey: Field<SharedKey>;
  readonly ipsecPolicies: Items<IpsecPolicy>;
}

/** Where a pre-shared key comes from, and what rules need of it. */
export interface SharedKey {
  readonly from: "literal" | "sensitive";
  readonly facts?: SecretFacts;
}

export interface IpsecPolicy {
  /** `vpn_link[0].ipsec_policy[0]` */
  readonly path: string;
  readonly ikeEncryption: Field<string>;
  readonly ikeIntegrity: Field<string>;
  readonly dhGroup: Field<string>;
  readonly ipsecEncryption: Field<string>;
  readonly ipsecIntegrity: Field<string>;
  readonly pfsGroup: Field<string>;
  readonly saLifetimeSeconds: Field<number>;
  readonly saDataSizeKilobytes: Field<number>;
}

export interface VirtualNetwork extends Part {
  readonly name: Field<string>;
  readonly addressSpace: Items<Field<string>>;
  /** Inline blocks and `azurerm_subnet` resources alike. */
  readonly subnets: Items<Subnet>;
  readonly connections: readonly SpokeConnection[];
}

/** A subnet: a block of its virtual network, or a resource of its own. */
export interface Subnet extends Part {
  readonly name: Field<string>;
  readonly prefixes: Items<Field<string>>;
}

export interface SpokeConnection extends Part {
  readonly name: Field<string>;
  readonly hub: Ref<VirtualHub>;
  readonly virtualNetwork: Ref<VirtualNetwork>;
  readonly routing: ConnectionRouting;
}
