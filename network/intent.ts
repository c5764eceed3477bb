import type { Field, Items, Unknown } from "./field";
import type { Part } from "./part";

/**
 * What on-premises routers do, which is in no Azure resource. What each connection and link advertises is attached to
 * the part itself (`ExpressRouteConnection.advertised`, `SiteLink.advertised`); the rest is here, as it is stated. What
 * of it holds for a hub or a WAN, `facts/on-premises.ts`, `facts/tunnel-loss.ts` and `routes/protected.ts` tell.
 */
export interface Intent {
  /** Where intent was read: `output.network_intent` of an input, or an intent file. Empty: nobody stated any. */
  readonly stated: readonly string[];
  /** The same places as parts, with what each of them states. */
  readonly statements: readonly IntentStatement[];
  readonly appliances: Appliances;
  readonly existing: Existing;
}

/** What is stated of gateways, hubs and WANs that exist already. */
export interface Existing {
  /** Those that have nothing but what the inputs show. */
  readonly complete: ReadonlySet<Part>;
  /** Why others may be complete too. */
  readonly unknowns: readonly Unknown[];
}

/** An appliance of which intent says that it sends packets on. */
export interface ForwardingAppliance {
  /** Its Terraform address, its id or its IP address. */
  readonly name: string;
  /** The input that says so, and speaks of what it sends there itself; undefined: an intent file, which speaks of all. */
  readonly input: string | undefined;
}

/** What appliances do with packets that a hub sends them. */
export interface Appliances {
  /** Those that send them on by the routes of the hub. */
  readonly forwarding: readonly ForwardingAppliance[];
  /** Why others may do so too. */
  readonly unknowns: readonly Unknown[];
}

/**
 * One place where intent is stated. Its resource is the output (`output.network_intent`) or the file itself; paths are
 * inside it. Whatever it doesn't state is undefined.
 */
export interface IntentStatement extends Part {
  /**
   * The parts that it speaks of. An output speaks of its own input: what that makes, and what exists already and that
   * reads. An intent file speaks of all, and holds over outputs.
   */
  readonly scope: ReadonlySet<Part> | "all";
  /** On-premises prefixes that must be reached encrypted. */
  readonly protected: Items<Field<string>> | undefined;
  /** Azure prefixes for which on-premises routers prefer the tunnel. */
  readonly prefersTunnelFor: Preference | undefined;
  /** Azure prefixes that on-premises routers refuse to learn over ExpressRoute. */
  readonly filtersExpressRoute: Items<Field<string>> | undefined;
  readonly onTunnelLoss: Field<TunnelLoss> | undefined;
}

/** What should become of protected traffic when tunnels are lost. */
export type TunnelLoss = "drop" | "cleartext";

/** `"all"`, or the Azure prefixes for which it holds. */
export type Preference =
  | { readonly kind: "all" }
  | { readonly kind: "prefixes"; readonly prefixes: Items<Field<string>> }
  | { readonly kind: "unknown"; readonly unknown: Unknown };
