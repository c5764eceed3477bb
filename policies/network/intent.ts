import type { Field, Items, Unknown } from "./field";

/**
 * What on-premises routers do, which is in no Azure resource. What each connection and link advertises is attached to
 * the part itself (`ExpressRouteConnection.advertised`, `SiteLink.advertised`); this is the rest.
 */
export interface Intent {
  /** Where intent was read: `output.network_intent` of an input, or an intent file. Empty: nobody stated any. */
  readonly stated: readonly string[];
  /** On-premises prefixes that must be reached encrypted; undefined where intent doesn't say. */
  readonly protected: Items<Field<string>> | undefined;
  /** Azure prefixes for which on-premises routers prefer the tunnel; undefined where intent doesn't say. */
  readonly prefersTunnelFor: Preference | undefined;
  /** Azure prefixes that on-premises routers refuse to learn over ExpressRoute; undefined where intent doesn't say. */
  readonly filtersExpressRoute: Items<Field<string>> | undefined;
  readonly onTunnelLoss: Field<"drop" | "cleartext"> | undefined;
}

/** `"all"`, or the Azure prefixes for which it holds. */
export type Preference =
  | { readonly kind: "all" }
  | { readonly kind: "prefixes"; readonly prefixes: Items<Field<string>> }
  | { readonly kind: "unknown"; readonly unknown: Unknown };
