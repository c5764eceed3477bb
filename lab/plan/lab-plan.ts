import type { Address } from "../../address/address";
import type { Prefix } from "../../address/prefix";
import type { GatewayInstance } from "../../device/azure/gateway-outputs";
import type { RenderedFile } from "../../device/platforms/rendered-file";
import type { DeviceTree, EdgeTree } from "../../device/tree/device-tree";
import type {
  ExpressRouteConnection,
  LinkConnection,
  Network,
  RouteMap,
  SpokeConnection,
  VirtualHub,
} from "../../network/network";

/** What is built in the lab: one hub, its circuits, the devices of its sites, and a host for all that is asked. */
export interface LabPlan {
  readonly network: Network;
  readonly hub: LabHub;
  readonly circuits: readonly LabCircuit[];
  readonly devices: readonly LabDevice[];
  /** On premises, in protected prefixes. */
  readonly hosts: readonly LabHost[];
  readonly spokes: readonly LabSpoke[];
  /** The AS number of the router that stands for the network on premises. */
  readonly coreAsn: number;
  /** Where addresses of links come from that no file names. */
  readonly linkRange: Prefix;
  /** Whether all tunnels over ExpressRoute of the hub's WAN are in the lab. */
  readonly hasAllTunnels: boolean;
  /** What of the network isn't in the lab, as sentences. */
  readonly notLookedAt: readonly string[];
  /** What renderers note of their files. */
  readonly notes: readonly string[];
}

export interface LabHub {
  readonly part: VirtualHub;
  readonly name: string;
  readonly prefix: Prefix;
  readonly asn: number;
  readonly preference: HubPreference;
  /** Whether routes of one branch are told to others. */
  readonly branchToBranch: boolean;
  readonly instances: readonly (GatewayInstance & { readonly bgpAddress: Address })[];
  /** Every prefix of its spokes. */
  readonly spokePrefixes: readonly Prefix[];
}

/** `hub_routing_preference`, as Azure writes it. */
export type HubPreference = "ExpressRoute" | "VpnGateway" | "ASPath";

export interface LabCircuit {
  readonly name: string;
  readonly tree: EdgeTree;
  readonly files: readonly RenderedFile[];
  readonly connection: ExpressRouteConnection;
  /** The Terraform address of the circuit, as losses name it. */
  readonly address: string;
  readonly inbound: RouteMap | undefined;
  readonly outbound: RouteMap | undefined;
}

export interface LabDevice {
  readonly site: string;
  /** The Terraform address of the site, where packets from there begin. */
  readonly siteAddress: string;
  readonly link: string;
  readonly tree: DeviceTree;
  readonly files: readonly RenderedFile[];
  readonly connected: LinkConnection;
  readonly bgp: NonNullable<DeviceTree["bgp"]>;
  readonly inbound: RouteMap | undefined;
  readonly outbound: RouteMap | undefined;
}

/** A host on premises: one address of protected ones that are all routed alike. */
export interface LabHost {
  readonly prefix: Prefix;
  readonly address: Address;
}

export interface LabSpoke {
  readonly part: SpokeConnection;
  readonly name: string;
  readonly prefix: Prefix;
  readonly address: Address;
}
