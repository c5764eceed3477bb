import type { Address } from "../../address/address";
import type { Prefix } from "../../address/prefix";
import type { PresharedKey } from "../azure/preshared-key";
import type { InstanceName } from "../azure/vpn-download";

/**
 * What one VPN device has to do: everything that a platform needs for its configuration, from Azure's file or Terraform's
 * outputs, the network, and intent. A device holds one link of a site: two links of a site to one hub peer with the same
 * two addresses of Azure's, which one routing table can't reach by two ways.
 */
export interface DeviceConfiguration {
  readonly site: string;
  readonly link: string;
  readonly address: Address;
  /** Undefined: what Azure has is reached by static routes. */
  readonly bgp: DeviceBgp | undefined;
  /** The hubs that the link is connected to, by prefix. */
  readonly hubs: readonly HubEnd[];
  /** What the device announces over the tunnels; undefined where nobody states it. */
  readonly announces: readonly Prefix[] | undefined;
  /** What other routers on premises announce over ExpressRoute: reached there, whatever comes back through a tunnel. */
  readonly overExpressRoute: readonly Prefix[];
  /** Prefixes of Azure's for which the tunnel is preferred to ExpressRoute. */
  readonly prefers: "all" | readonly Prefix[];
  /** The spokes' prefixes that traffic must not leave in the clear for, once tunnels are lost; empty: it may. */
  readonly dropped: readonly Prefix[];
  /** What isn't known and had to be assumed, as sentences. */
  readonly notes: readonly string[];
}

export interface DeviceBgp {
  readonly asn: number;
  /** The device's peer address, which is none of its tunnels' addresses. */
  readonly address: Address;
}

/** The Azure end of a link at one hub. */
export interface HubEnd {
  /** As people call the hub. */
  readonly hub: string;
  readonly prefix: Prefix;
  /** What is reached through it: the spokes of its WAN, as far as they are known. */
  readonly spokes: readonly Prefix[];
  readonly azureAsn: number;
  readonly instances: readonly GatewayInstance[];
  /** Undefined where only Azure has it: Terraform's outputs hold no keys. */
  readonly key: PresharedKey | undefined;
  readonly negotiation: Negotiation;
  /** After how many seconds without an answer Azure gives a device up. */
  readonly dpdTimeoutSeconds: number;
  /** Whether the device begins; where Azure alone does, it waits. */
  readonly initiates: boolean;
}

export interface GatewayInstance {
  readonly name: InstanceName;
  readonly tunnelAddress: Address;
  /** Undefined without BGP. */
  readonly bgpAddress: Address | undefined;
}

/** What both ends agree on, in Azure's words. */
export interface Negotiation {
  /** Where it is said, in a message. */
  readonly place: string;
  /** False: Azure's own defaults, since nobody wrote a policy or no input tells it. */
  readonly isExplicit: boolean;
  readonly ikeEncryption: string;
  readonly ikeIntegrity: string;
  readonly dhGroup: string;
  readonly ipsecEncryption: string;
  readonly ipsecIntegrity: string;
  readonly pfsGroup: string;
  readonly saLifetimeSeconds: number;
  readonly saDataSizeKilobytes: number;
}

/** What the router at the customer's end of a circuit announces and accepts. */
export interface EdgeConfiguration {
  readonly circuit: string;
  readonly asn: number;
  readonly sessions: readonly EdgeSession[];
  /** What it announces, exactly. */
  readonly announces: readonly Prefix[];
  /** What it accepts from Microsoft: hubs' prefixes, where the tunnels end, and what may go outside of tunnels. */
  readonly accepts: readonly Accepted[];
  /** Prefixes of spokes that it refuses, since they are reached through tunnels alone. */
  readonly refuses: readonly Prefix[];
}

export interface EdgeSession {
  readonly name: "primary" | "secondary";
  readonly subnet: Prefix;
  /** The first usable address of the subnet. */
  readonly own: Address;
  /** The second one. */
  readonly microsoft: Address;
}

export interface Accepted {
  readonly prefix: Prefix;
  /** `Hub hub-weu: the tunnels end in it.` */
  readonly what: string;
}

/** Everything to be rendered. */
export interface DeviceSet {
  readonly devices: readonly DeviceConfiguration[];
  readonly edges: readonly EdgeConfiguration[];
  /** What isn't known of all of it, as sentences. */
  readonly notes: readonly string[];
}
