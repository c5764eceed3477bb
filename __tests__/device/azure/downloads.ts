/** An entry of "Download VPN Config", as Azure writes it for a link over ExpressRoute with BGP. */
export function entry(changes: Changes = {}): Tree {
  const {
    site = "hq",
    link = "over-ams",
    device = "10.0.0.4",
    peer = "192.168.255.1",
    psk = PLANTED,
    asn = 65010,
  } = changes;
  return {
    configurationVersion: { LastUpdatedTime: "2026-11-20T08:00:00.1234567Z", Version: "r403583d-1" },
    vpnSiteConfiguration: {
      Name: site,
      IPAddress: device,
      ...(link === undefined ? {} : { LinkName: link }),
      BgpSetting: { Asn: asn, BgpPeeringAddress: peer, PeerWeight: 32768 },
    },
    vpnSiteConnections: [
      {
        hubConfiguration: { AddressSpace: "10.100.0.0/23", Region: "West Europe", ConnectedSubnets: ["10.110.0.0/22"] },
        gatewayConfiguration: {
          IpAddresses: { Instance1: "10.100.0.4", Instance0: "10.100.0.5" },
          BgpSetting: {
            Asn: 65515,
            BgpPeeringAddresses: { Instance1: "10.100.0.12", Instance0: "10.100.0.15" },
            CustomBgpPeeringAddresses: { Instance0: ["169.254.21.1"], Instance1: ["169.254.22.1"] },
            PeerWeight: 0,
          },
        },
        connectionConfiguration: {
          IsBgpEnabled: true,
          PSK: psk,
          IPsecParameters: { SADataSizeInKilobytes: 102400000, SALifeTimeInSeconds: 3600 },
        },
      },
    ],
  };
}

/** The same without BGP, as files of old have it: no link's name, no spokes. */
export function staticEntry(): Tree {
  return {
    vpnSiteConfiguration: { Name: " branch one", IPAddress: "172.24.127.211" },
    vpnSiteConnections: [
      {
        hubConfiguration: { AddressSpace: "10.51.230.0/24", Region: "West US 2" },
        gatewayConfiguration: { IpAddresses: { Instance0: "10.51.230.4", Instance1: "10.51.230.5" } },
        connectionConfiguration: {
          IsBgpEnabled: false,
          PSK: PLANTED,
          IPsecParameters: { SADataSizeInKilobytes: 102400000, SALifeTimeInSeconds: 3600 },
        },
      },
    ],
  };
}

/** A link over the internet. */
export function publicEntry(): Tree {
  return {
    vpnSiteConfiguration: { Name: "shop", IPAddress: "198.51.100.122", LinkName: "internet" },
    vpnSiteConnections: [
      {
        hubConfiguration: { AddressSpace: "10.51.230.0/24", Region: "West US 2", ConnectedSubnets: ["10.51.231.0/24"] },
        gatewayConfiguration: { IpAddresses: { Instance0: "203.0.113.186", Instance1: "203.0.113.195" } },
        connectionConfiguration: { IsBgpEnabled: false, PSK: PLANTED, IPsecParameters: {} },
      },
    ],
  };
}

/** A key that must appear nowhere. */
export const PLANTED = 'Planted"Key}{#1234567890';

export interface Tree {
  readonly [name: string]: unknown;
}

interface Changes {
  readonly site?: string;
  readonly link?: string | undefined;
  readonly device?: string;
  readonly peer?: string;
  readonly psk?: string;
  readonly asn?: number;
}
