import type { Phrase } from "../network/facts/called/phrase";
import type { Thing } from "../network/facts/called/thing";
import type { Unknown } from "../network/field";
import type { Part, VirtualHub } from "../network/network";
import type { Propagation } from "./propagation";
import type { RouteKind } from "./selection";

/**
 * How traffic travels on a route.
 *
 * - `private-tunnel`: an IPsec tunnel over private peering.
 * - `internet-tunnel`: an IPsec tunnel over the internet: encrypted, and not on the private path.
 * - `clear`: ExpressRoute without IPsec.
 * - `plain-tunnel`: a tunnel whose encryption is off.
 * - `azure`: it stays inside Azure, in a spoke.
 * - `onward`: a firewall or appliance takes it, and sends it on by the routes that the hub has learned.
 * - `unknown`: that can't be told.
 */
export type Carriage = "private-tunnel" | "internet-tunnel" | "plain-tunnel" | "clear" | "azure" | "onward" | "unknown";

/** Where a hub has routes from: one link connection, ExpressRoute connection, spoke connection or static route. */
export interface RouteSource {
  readonly kind: RouteKind;
  /** The hub that learns from it. */
  readonly hub: VirtualHub;
  /** Into which route tables its routes come. */
  readonly propagation: Propagation;
  readonly carriage: Carriage;
  /** As that hub sees it; undefined: nobody told. */
  readonly asPathLength: number | undefined;
  /** Of ExpressRoute connections of a hub that have a prefix alike, the one that weighs most is taken; default 0. */
  readonly weight: number | undefined;
  /** What would tell how long the AS path is. Empty where that is known, or nobody can tell. */
  readonly asPathUnknowns: readonly Unknown[];
  /** What would tell how traffic travels on it. Empty where that is known. */
  readonly carriageUnknowns: readonly Unknown[];
  /** The Terraform address of the connection, with `#` and the link's name. */
  readonly via: string;
  /** What it leads over: the link, connection or static route itself. */
  readonly over: Thing;
  readonly part: Part;
  /** Where packets are inspected that are sent onward; default: `part`. */
  readonly nextHop?: Part;
  /** What it needs to work: losing one of these loses the route. */
  readonly needs: readonly Need[];
}

/** Something that can fail. */
export interface Loss {
  readonly what: "link" | "connection" | "circuit" | "site";
  /** A Terraform address; of a link with `#` and its name. */
  readonly name: string;
}

/** Something that a route needs: what it is, beside how it is known. */
export interface Need extends Loss {
  readonly thing: Thing;
}

/** One prefix that a hub learns from a source. */
export interface Route {
  readonly first: number;
  readonly length: number;
  readonly source: RouteSource;
}

/** Routes that may be there, beyond those that are known: any prefix at all. */
export interface Opening {
  /** How traffic would travel on them. */
  readonly carriage: Carriage;
  /** Into which route tables they may come. */
  readonly propagation: Propagation;
  readonly part: Part;
  readonly path: string;
  /** `what is advertised over circuit ams at neu` */
  readonly what: Phrase;
  readonly unknowns: readonly Unknown[];
}

/** What a hub learns from one or more sources. */
export interface Learned {
  readonly routes: readonly Route[];
  readonly openings: readonly Opening[];
}

/** Where something is, or may be. */
export interface Placing {
  readonly hub: VirtualHub;
  /** Why it may not be there. */
  readonly unknowns: readonly Unknown[];
}
