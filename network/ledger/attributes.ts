import type {
  CircuitPeering,
  ConnectionRouting,
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  Firewall,
  HubBgpConnection,
  IpsecPolicy,
  LinkBgp,
  LinkConnection,
  NatRule,
  NextHopRoute,
  PointToSiteGateway,
  RouteMap,
  RouteMapAction,
  RouteMapMatch,
  RouteMapParameter,
  RouteMapRule,
  RouteTable,
  RoutingIntent,
  RoutingPolicy,
  SiteLink,
  SpokeConnection,
  StaticRoute,
  Subnet,
  SubnetTable,
  UserConfiguration,
  UserRoute,
  UserRouteTable,
  VirtualHub,
  VirtualNetwork,
  VirtualWan,
  VpnConnection,
  VpnGateway,
  VpnSite,
} from "../network";

/** What of a network an attribute is read into, by part. */
interface Parts {
  readonly CircuitPeering: CircuitPeering;
  readonly ConnectionRouting: ConnectionRouting;
  readonly ExpressRouteCircuit: ExpressRouteCircuit;
  readonly ExpressRouteConnection: ExpressRouteConnection;
  readonly ExpressRouteGateway: ExpressRouteGateway;
  readonly Firewall: Firewall;
  readonly HubBgpConnection: HubBgpConnection;
  readonly IpsecPolicy: IpsecPolicy;
  readonly LinkBgp: LinkBgp;
  readonly LinkConnection: LinkConnection;
  readonly NatRule: NatRule;
  readonly NextHopRoute: NextHopRoute;
  readonly PointToSiteGateway: PointToSiteGateway;
  readonly RouteMap: RouteMap;
  readonly RouteMapAction: RouteMapAction;
  readonly RouteMapMatch: RouteMapMatch;
  readonly RouteMapParameter: RouteMapParameter;
  readonly RouteMapRule: RouteMapRule;
  readonly RouteTable: RouteTable;
  readonly RoutingIntent: RoutingIntent;
  readonly RoutingPolicy: RoutingPolicy;
  readonly SiteLink: SiteLink;
  readonly SpokeConnection: SpokeConnection;
  readonly StaticRoute: StaticRoute;
  readonly Subnet: Subnet;
  readonly SubnetTable: SubnetTable;
  readonly UserConfiguration: UserConfiguration;
  readonly UserRoute: UserRoute;
  readonly UserRouteTable: UserRouteTable;
  readonly VirtualHub: VirtualHub;
  readonly VirtualNetwork: VirtualNetwork;
  readonly VirtualWan: VirtualWan;
  readonly VpnConnection: VpnConnection;
  readonly VpnGateway: VpnGateway;
  readonly VpnSite: VpnSite;
}

type PartFact = { [P in keyof Parts]: `${P}.${Extract<keyof Parts[P], string>}` }[keyof Parts];

/** What reads an attribute: a field of a part, a rule that looks at the resource itself, or the joining of parts. */
export type Fact = PartFact | `rule ${string}` | "who it is";

/**
 * What becomes of every attribute and block of a type, by path inside it: `vpn_link.ipsec_policy.dh_group`. A path of a
 * block stands for all inside it that has no entry of its own. `timeouts` stands nowhere: it is Terraform's own.
 */
export interface Attributes {
  readonly read: Readonly<Record<string, Fact>>;
  /** Reasons why attributes change no address, no route, no encryption and no availability. */
  readonly withoutEffect: readonly (readonly [because: string, ...paths: string[]])[];
  readonly notModelled?: readonly NotModelled[];
}

/** An attribute that could change something, and that nobody reads. */
export interface NotModelled {
  readonly path: string;
  /** What it could do, in words that follow "it could". */
  readonly could: string;
  /** Values that are as if nobody had set it. */
  readonly unless: readonly (string | number | boolean)[];
}

/** What becomes of the attributes of a type, as a resource and as a data source. */
export interface TypeLedger {
  readonly resource: Attributes;
  /** Undefined where azurerm has no such data source. */
  readonly data?: Attributes;
}

// Reasons that many attributes share.

export const LABEL = "a label for people";
export const BY_AZURE = "Azure tells it, nobody sets it";
export const PLACE = "where it stands changes no path";
export const RATE = "how much it carries or costs, not where or how";
export const WATCHING = "what is watched, not what is carried";
