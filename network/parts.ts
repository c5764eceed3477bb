import type { Field, Items, Ref } from "./field";
import type { Advertisement, Part } from "./part";
import type { RouteMapRule } from "./route-map";
import type { IpsecPolicy, LinkBgp, SharedKey } from "./tunnel";
import type { SubnetTable } from "./user-routes";

// Parts of a network point at each other both ways, so they are in one file.

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
  /** Static routes that stand in the hub itself. */
  readonly routes: Items<NextHopRoute>;
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
  /** The private addresses of its instances, where tunnels on the private path end. Only Azure tells them, once it is there. */
  readonly privateAddresses: readonly Field<string>[];
  /** Whether the gateway announces prefixes as its NAT rules translate them, for all its rules; default false. */
  readonly bgpRouteTranslation: Field<boolean>;
  readonly connections: readonly VpnConnection[];
}

export interface ExpressRouteGateway extends Part {
  readonly name: Field<string>;
  readonly hub: Ref<VirtualHub>;
  readonly scaleUnits: Field<number>;
  /** Whether virtual networks outside Virtual WAN may send through it; default false. */
  readonly admitsOutsideTraffic: Field<boolean>;
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
  /** Whether Azure announces the hub's 0.0.0.0/0 over it: `internet_security_enabled`, default false. */
  readonly announcesDefault: Field<boolean>;
  /** FastPath; default false. */
  readonly gatewayBypass: Field<boolean>;
  readonly routingWeight: Field<number>;
  readonly routing: ConnectionRouting;
  /** What on-premises routers advertise over it, from intent; undefined where intent doesn't say. */
  readonly advertised: Advertisement | undefined;
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
  /** NAT rules for the sources of what comes in from the site. */
  readonly ingressNatRules: Items<Ref<NatRule>>;
  /** NAT rules for the sources of what goes out to the site. */
  readonly egressNatRules: Items<Ref<NatRule>>;
  /** Default false. */
  readonly policyBasedTrafficSelectors: Field<boolean>;
  /** `absent`: left to Azure, which makes one. */
  readonly sharedKey: Field<SharedKey>;
  readonly ipsecPolicies: Items<IpsecPolicy>;
}

/** A NAT rule of a VPN gateway. It acts only on link connections that name it. */
export interface NatRule extends Part {
  readonly name: Field<string>;
  readonly gateway: Ref<VpnGateway>;
  /** `EgressSnat` (default) or `IngressSnat`. */
  readonly mode: Field<string>;
  /** `Static` (default) or `Dynamic`. */
  readonly type: Field<string>;
  /** Prefixes before translation. */
  readonly internal: Items<Field<string>>;
  /** Prefixes after translation. */
  readonly external: Items<Field<string>>;
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
  /** The table of user-defined routes that it has, and those that it may have. */
  readonly routeTables: readonly SubnetTable[];
}

export interface SpokeConnection extends Part {
  readonly name: Field<string>;
  readonly hub: Ref<VirtualHub>;
  readonly virtualNetwork: Ref<VirtualNetwork>;
  /** Whether it hears 0.0.0.0/0: `internet_security_enabled`, default false. */
  readonly internetSecurity: Field<boolean>;
  readonly routing: ConnectionRouting;
  /** Static routes to appliances in the virtual network: `static_vnet_route`. */
  readonly staticRoutes: Items<NextHopRoute>;
  /** Whether the tables that it propagates to get its static routes too; default true. */
  readonly propagatesStaticRoutes: Field<boolean>;
}

/** A static route to an address: of a hub itself, or of a spoke connection. */
export interface NextHopRoute {
  readonly path: string;
  /** Only a spoke connection's has one. */
  readonly name: Field<string>;
  readonly prefixes: Items<Field<string>>;
  readonly nextHopAddress: Field<string>;
}

/** The `routing` block of a VPN, ExpressRoute or spoke connection. Absent parts mean the default route table. */
export interface ConnectionRouting {
  readonly path: string;
  /** False where nobody wrote the block. */
  readonly written: boolean;
  readonly associatedRouteTable: Ref<RouteTable>;
  readonly propagatedRouteTables: Items<Ref<RouteTable>>;
  readonly propagatedLabels: Items<Field<string>>;
  readonly inboundRouteMap: Ref<RouteMap>;
  readonly outboundRouteMap: Ref<RouteMap>;
}

/** A route table of a hub. The default one has standing `outside` and no resource of its own in Terraform. */
export interface RouteTable extends Part {
  readonly hub: Ref<VirtualHub>;
  readonly name: Field<string>;
  readonly isDefault: boolean;
  readonly labels: Items<Field<string>>;
  readonly routes: Items<StaticRoute>;
}

export interface StaticRoute {
  /** Where it is written: in its route table, or in a resource of its own. */
  readonly holder: Part;
  readonly path: string;
  readonly name: Field<string>;
  readonly destinationsType: Field<string>;
  readonly destinations: Items<Field<string>>;
  readonly nextHop: Ref<Part>;
}

export interface RouteMap extends Part {
  readonly hub: Ref<VirtualHub>;
  readonly name: Field<string>;
  readonly rules: Items<RouteMapRule>;
}
