import type { Address } from "../../address/address";
import type { Prefix } from "../../address/prefix";
import type { AzureFile } from "./read-azure-file";

/** What a file tells of what Azure runs. */
export type Observation =
  | Extract<AzureFile, { readonly kind: "download" }>
  | ObservedGateway
  | ObservedConnection
  | ObservedRoutes;

/** `az network vpn-gateway show` */
export interface ObservedGateway {
  readonly kind: "gateway";
  readonly path: string;
  readonly name: string;
  readonly asn: number | undefined;
  readonly instances: readonly {
    readonly name: string;
    readonly privateAddress: Address | undefined;
    readonly bgpAddresses: readonly Address[];
  }[];
}

/** `az network vpn-gateway connection show` */
export interface ObservedConnection {
  readonly kind: "connection";
  readonly path: string;
  readonly name: string;
  /** Undefined where the file has no id. */
  readonly gateway: string | undefined;
  readonly status: string | undefined;
  readonly links: readonly ObservedLink[];
}

export interface ObservedLink {
  readonly name: string | undefined;
  /** The name of the site's link. */
  readonly siteLink: string | undefined;
  readonly status: string | undefined;
  readonly bgp: boolean | undefined;
  readonly usesPrivateAddress: boolean | undefined;
  readonly protocol: string | undefined;
  readonly dpdTimeoutSeconds: number | undefined;
  /** Undefined: none is set. */
  readonly policy: ObservedPolicy | undefined;
}

export interface ObservedPolicy {
  readonly ikeEncryption: string;
  readonly ikeIntegrity: string;
  readonly dhGroup: string;
  readonly ipsecEncryption: string;
  readonly ipsecIntegrity: string;
  readonly pfsGroup: string;
  readonly saLifetimeSeconds: number | undefined;
  readonly saDataSizeKilobytes: number | undefined;
}

/**
 * Routes as somebody has them.
 *
 * - `effective`: a hub, `az network vhub get-effective-routes`.
 * - `circuit`: Microsoft's edge, `az network express-route list-route-tables`.
 * - `inbound`, `outbound`: what a connection hears and tells, after route maps: of the hub's API.
 */
export interface ObservedRoutes {
  readonly kind: "effective" | "circuit" | "inbound" | "outbound";
  readonly path: string;
  /** Whose they are, as the person said it; undefined where the file has to tell. */
  readonly of: string | undefined;
  readonly routes: readonly ObservedRoute[];
}

export interface ObservedRoute {
  readonly prefix: Prefix;
  /** Where it leads; undefined where that isn't told, or is something else. */
  readonly hop: "tunnel" | "expressroute" | "spoke" | "hub" | undefined;
  /** What Azure calls it. */
  readonly hopName: string;
  /** Names of gateways and hubs in it, for telling whose routes they are. */
  readonly hopIds: readonly string[];
  readonly asPath: readonly string[];
}
