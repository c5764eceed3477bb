import type { Address } from "../../address/address";
import type { Prefix } from "../../address/prefix";
import { PresharedKey } from "./preshared-key";
import type { Spot } from "./spot";

/** A link of a site, as "Download VPN Config" tells it: one entry of the file. */
export interface DownloadedLink {
  readonly site: string;
  /** Undefined in files of old, which know sites with one link only. */
  readonly link: string | undefined;
  /** The device's address; undefined where the site names it by FQDN. */
  readonly device: Address | undefined;
  readonly bgp: { readonly asn: number; readonly address: Address } | undefined;
  /** One for each hub that the link is connected to. */
  readonly connections: readonly DownloadedConnection[];
}

export interface DownloadedConnection {
  readonly hubPrefix: Prefix;
  readonly region: string | undefined;
  /** The prefixes of the spokes; undefined where the file doesn't say. */
  readonly connectedSubnets: readonly Prefix[] | undefined;
  readonly instances: readonly DownloadedInstance[];
  readonly azureAsn: number | undefined;
  readonly bgpEnabled: boolean;
  readonly key: PresharedKey | undefined;
  readonly saLifetimeSeconds: number | undefined;
  readonly saDataSizeKilobytes: number | undefined;
}

/** One instance of the hub's VPN gateway. */
export interface DownloadedInstance {
  readonly name: InstanceName;
  /** Where its tunnel ends. */
  readonly tunnelAddress: Address;
  /** What the device peers with; undefined without BGP. */
  readonly bgpAddress: Address | undefined;
  readonly customBgpAddresses: readonly Address[];
}

/** What Azure calls the two instances of a gateway. */
export const INSTANCES = ["Instance0", "Instance1"] as const;
export type InstanceName = (typeof INSTANCES)[number];

/**
 * The file of "Download VPN Config", https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute: one entry for each
 * link of each site. What can't be read becomes a problem of the place.
 */
export function vpnDownloadIn(file: Spot): DownloadedLink[] {
  return file.items().flatMap((entry) => linkIn(entry) ?? []);
}

function linkIn(entry: Spot): DownloadedLink | undefined {
  const own = entry.at("vpnSiteConfiguration");
  if (!own.isObject()) {
    return undefined;
  }
  const site = own.at("Name").text();
  const bgp = own.at("BgpSetting");
  const asn = bgp.isThere ? bgp.at("Asn").asn() : undefined;
  const peering = bgp.isThere ? bgp.at("BgpPeeringAddress").address() : undefined;
  const address = own.at("IPAddress");
  const device = address.isThere ? address.address() : undefined;
  const link = own.at("LinkName").isThere ? own.at("LinkName").text() : undefined;
  const connections = entry.at("vpnSiteConnections").anyItems();
  const connected = connections.flatMap((connection) => connectionIn(connection) ?? []);
  return site === undefined
    ? undefined
    : {
        site,
        link,
        device,
        bgp: asn === undefined || peering === undefined ? undefined : { asn, address: peering },
        connections: connected,
      };
}

function connectionIn(connection: Spot): DownloadedConnection | undefined {
  const hub = connection.at("hubConfiguration");
  const gateway = connection.at("gatewayConfiguration");
  const own = connection.at("connectionConfiguration");
  if (![hub, gateway, own].every((part) => part.isObject())) {
    return undefined;
  }
  const hubPrefix = hub.at("AddressSpace").prefix();
  const bgpEnabled = own.at("IsBgpEnabled").flag();
  const instances = INSTANCES.flatMap((name) => instanceIn(gateway, name, bgpEnabled === true) ?? []);
  const subnets = hub.at("ConnectedSubnets");
  const sa = own.at("IPsecParameters");
  const bgp = gateway.at("BgpSetting");
  const told = {
    region: hub.at("Region").isThere ? hub.at("Region").text() : undefined,
    connectedSubnets: subnets.isThere ? subnets.items().flatMap((one) => one.prefix() ?? []) : undefined,
    azureAsn: bgp.at("Asn").isThere ? bgp.at("Asn").asn() : undefined,
    key: keyIn(own.at("PSK")),
    saLifetimeSeconds: optionalCount(sa.at("SALifeTimeInSeconds")),
    saDataSizeKilobytes: optionalCount(sa.at("SADataSizeInKilobytes")),
  };
  return hubPrefix === undefined || bgpEnabled === undefined
    ? undefined
    : { hubPrefix, bgpEnabled, instances, ...told };
}

function instanceIn(gateway: Spot, name: InstanceName, bgpEnabled: boolean): DownloadedInstance | undefined {
  const tunnelAddress = gateway.at("IpAddresses").at(name).address();
  const bgp = gateway.at("BgpSetting");
  const peering = bgp.at("BgpPeeringAddresses").at(name);
  const bgpAddress = bgpEnabled || peering.isThere ? peering.address() : undefined;
  const custom = bgp.at("CustomBgpPeeringAddresses").at(name).anyItems();
  return tunnelAddress === undefined
    ? undefined
    : { name, tunnelAddress, bgpAddress, customBgpAddresses: custom.flatMap((one) => one.address() ?? []) };
}

function keyIn(spot: Spot): PresharedKey | undefined {
  const key = spot.isThere ? spot.secret() : undefined;
  return key === undefined ? undefined : new PresharedKey(key);
}

function optionalCount(spot: Spot): number | undefined {
  return spot.isThere ? spot.count() : undefined;
}
