import type { Address } from "../../address/address";
import type { Prefix } from "../../address/prefix";
import type { PresharedKey } from "../azure/preshared-key";
import type { Negotiation } from "../configuration/device-configuration";

// What a device has to be told, part by part and in order, whatever platform it is. A printer turns it into the words of one.

/** The configuration of one VPN device. Its texts are safe to print: see allowed-text.ts. */
export interface DeviceTree {
  /** A name for files: `hq-over-ams`. */
  readonly name: string;
  /** `Site hq, link over-ams` */
  readonly title: string;
  readonly address: Address;
  readonly tunnels: readonly Tunnel[];
  readonly keys: readonly TunnelKey[];
  /** The address that BGP sessions begin at; undefined without BGP. */
  readonly loopback: Address | undefined;
  readonly routes: readonly RouteGroup[];
  readonly bgp: TunnelBgp | undefined;
  readonly mtu: number;
  readonly mss: number;
}

/** A tunnel to one instance of a hub's gateway. */
export interface Tunnel {
  /** Counts from 1: the number of its interface. */
  readonly number: number;
  /** `Hub vhub-weu, Instance0` */
  readonly title: string;
  readonly local: Address;
  readonly remote: Address;
  readonly negotiation: Negotiation;
  readonly dpdSeconds: number;
  readonly ikeRekeySeconds: number;
  readonly rekeySeconds: number;
  readonly rekeyBytes: number;
  readonly initiates: boolean;
}

/** The pre-shared key of a link at a hub, which both of its tunnels have. */
export interface TunnelKey {
  /** `Hub vhub-weu` */
  readonly title: string;
  readonly number: number;
  readonly local: Address;
  readonly remotes: readonly Address[];
  readonly key: PresharedKey | undefined;
}

/** Static routes that are there for one reason. */
export interface RouteGroup {
  readonly why: readonly string[];
  readonly routes: readonly DeviceRoute[];
}

export interface DeviceRoute {
  readonly prefix: Prefix;
  readonly via:
    | { readonly kind: "next hop"; readonly address: Address }
    | { readonly kind: "tunnel"; readonly tunnel: number }
    /** Below every other route. */
    | { readonly kind: "discard" };
}

/** BGP with the gateway, through the tunnels. */
export interface TunnelBgp {
  readonly asn: number;
  readonly source: Address;
  readonly keepaliveSeconds: number;
  readonly holdSeconds: number;
  readonly multihop: number;
  readonly sessions: readonly BgpSession[];
  readonly announces: readonly Prefix[];
  readonly refuses: readonly FilterLine[];
  /** Which routes are preferred to those over ExpressRoute. */
  readonly prefers: "all" | readonly Prefix[];
  readonly preference: number;
  /** Local preference of the routes that aren't. */
  readonly otherPreference: number;
}

export interface BgpSession {
  readonly peer: Address;
  readonly asn: number;
  readonly title: string;
}

/** A line of a filter: a prefix, or it and everything in it. */
export interface FilterLine {
  readonly prefix: Prefix;
  readonly orLonger: boolean;
  readonly why: string;
}

/** The part of the router at the customer's end of a circuit. */
export interface EdgeTree {
  readonly name: string;
  /** `Circuit erc-ams` */
  readonly title: string;
  readonly asn: number;
  readonly microsoftAsn: number;
  readonly sessions: readonly (BgpSession & { readonly own: Address; readonly length: number })[];
  readonly announces: readonly Prefix[];
  readonly accepts: readonly FilterLine[];
  readonly refuses: readonly Prefix[];
  readonly preference: number;
}

/** Everything to be printed. */
export interface Trees {
  readonly devices: readonly DeviceTree[];
  readonly edges: readonly EdgeTree[];
  /** What was assumed, and what is to be filled in, as sentences. */
  readonly notes: readonly string[];
}
