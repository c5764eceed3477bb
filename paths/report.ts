import type { Told } from "../network/facts/called/names";
import type { Phrase } from "../network/facts/called/phrase";
import type { Range } from "../routes/covering";

/** What becomes of a packet. `inside`: it stays in Azure; only where somebody asks for its destination. */
export type RouteOutcome = "encrypted" | "clear" | "dropped" | "inside" | "undecided";

/** Which kinds of loss one can ask for. `tunnel`: a VPN connection, all tunnels of a site, and all tunnels. */
export type LossKind = "link" | "tunnel" | "circuit";

/** Why a route that holds the addresses too isn't taken. */
export interface Alternative {
  readonly via: string;
  /** What people call it. Not in the JSON. */
  readonly over: Told;
  readonly whyNot: string;
}

/** What becomes of the same packets when something is lost that a route to them needs. */
export interface WhenLost {
  readonly kind: LossKind;
  /** `link azurerm_vpn_gateway_connection.hq#over-ams`, or `all tunnels`. */
  readonly lost: string;
  /** The same, as people say it. Not in the JSON. */
  readonly thing: Phrase<Told>;
  readonly outcome: RouteOutcome;
  readonly via: readonly string[];
  /** What people call these. Not in the JSON. */
  readonly over: readonly Told[];
}

/** What is told of a packet, wherever it goes. */
export interface PathAnswer {
  readonly outcome: RouteOutcome;
  /** Terraform addresses of the connections taken, with `#` and the link's name; several where traffic is shared. */
  readonly via: readonly string[];
  /** What people call these. Not in the JSON. */
  readonly over: readonly Told[];
  /** A contract: docs/routing.md lists them. */
  readonly reason: PathReason;
  readonly sentence: string;
  readonly alternatives: readonly Alternative[];
  readonly whenLost: readonly WhenLost[];
}

/** One row: neighbouring addresses that go one way, as one maximal prefix. */
export interface PathRoute extends PathAnswer {
  readonly direction: "to-onprem" | "to-azure";
  /** Terraform address of the hub, the spoke connection or the site. */
  readonly from: string;
  /** What people call it. Not in the JSON. */
  readonly place: Told;
  readonly destination: string;
}

/** Where every packet goes, both ways. */
export interface RoutesReport {
  readonly version: 1;
  readonly routes: readonly PathRoute[];
  /** What must be reached encrypted. Not in the JSON. */
  readonly protected: readonly Range[];
  /** What a reader should know first, such as that nobody stated any intent. Not in the JSON. */
  readonly notes: readonly string[];
}

export type PathReason =
  | "equal-prefix"
  | "more-specific-on-expressroute"
  | "more-specific-on-vpn"
  | "not-advertised-over-vpn"
  | "internet-tunnel"
  | "encryption-off"
  | "only-candidate"
  | "spoke"
  | "static-route"
  | "local-over-remote"
  | "preference"
  | "as-path"
  | "shared"
  | "no-route"
  | "not-stated"
  | "propagation"
  | "routing-intent"
  | "known-issue"
  | "own-route-table"
  | "own-addresses"
  | "preferred-on-premises"
  | "filtered-on-premises"
  | "route-map"
  | "hub-prefix"
  | "only-on-expressroute"
  | "only-in-tunnels";
