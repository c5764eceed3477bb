import type { Field, Items, Unknown } from "./field";
import type { Part } from "./part";

/**
 * What on-premises routers do, which is in no Azure resource. What each connection and link advertises is attached to
 * the part itself (`ExpressRouteConnection.advertised`, `SiteLink.advertised`); this is the rest, of all inputs together.
 */
export interface Intent {
  /** Where intent was read: `output.network_intent` of an input, or an intent file. Empty: nobody stated any. */
  readonly stated: readonly string[];
  /** The same places as parts, with the lists that each of them states. */
  readonly statements: readonly IntentStatement[];
  /**
   * On-premises prefixes that must be reached encrypted; undefined where intent doesn't say. Where only some of several
   * inputs say, it also holds what is protected by default in the others.
   */
  readonly protected: Items<Field<string>> | undefined;
  /** Azure prefixes for which on-premises routers prefer the tunnel; undefined where intent doesn't say. */
  readonly prefersTunnelFor: Preference | undefined;
  /** Azure prefixes that on-premises routers refuse to learn over ExpressRoute; undefined where intent doesn't say. */
  readonly filtersExpressRoute: Items<Field<string>> | undefined;
  readonly appliances: Appliances;
  readonly onTunnelLoss: Field<"drop" | "cleartext"> | undefined;
}

/** What appliances do with packets that a hub sends them. */
export interface Appliances {
  /** Terraform addresses, ids and IP addresses of those that send them on by the routes of the hub. */
  readonly forwarding: readonly string[];
  /** Why others may do so too. */
  readonly unknowns: readonly Unknown[];
}

/**
 * One place where intent is stated. Its resource is the output (`output.network_intent`) or the file itself; paths are
 * inside it.
 */
export interface IntentStatement extends Part {
  readonly protected: Items<Field<string>> | undefined;
  /** Undefined for `"all"` too. */
  readonly prefersTunnelFor: Items<Field<string>> | undefined;
  readonly filtersExpressRoute: Items<Field<string>> | undefined;
}

/** `"all"`, or the Azure prefixes for which it holds. */
export type Preference =
  | { readonly kind: "all" }
  | { readonly kind: "prefixes"; readonly prefixes: Items<Field<string>> }
  | { readonly kind: "unknown"; readonly unknown: Unknown };
