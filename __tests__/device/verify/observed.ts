import { namedFile, observationsOf } from "../../../device/azure/read-observations";
import { OBSERVED_JUDGES } from "../../../device/verify/judges";
import type { Network } from "../../../network/network";
import { judge } from "../../../policies/judge/judge";
import { OBSERVED_RULES } from "../../../policies/rules/observed/catalogue";
import { type Changes, changed } from "../../policies/rules/judging";
import { SOUND } from "../../policies/rules/sound";
import { networkOf } from "../../support/network";
import { entry, type Tree } from "../azure/downloads";
import { SOUND_ENTRY } from "../rendering";

const ID = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network";

/** What Azure tells of the sound network, where all is as planned. */
export const DOWNLOAD = [entry(SOUND_ENTRY)];

export const LINK_CONNECTION: Tree = {
  name: "a",
  connectionStatus: "Connected",
  enableBgp: true,
  useLocalAzureIpAddress: true,
  vpnConnectionProtocolType: "IKEv2",
  dpdTimeoutSeconds: 45,
  sharedKey: null,
  vpnSiteLink: { id: `${ID}/vpnSites/bergen/vpnSiteLinks/a` },
  ipsecPolicies: [
    {
      ikeEncryption: "AES256",
      ikeIntegrity: "SHA384",
      dhGroup: "ECP384",
      ipsecEncryption: "GCMAES256",
      ipsecIntegrity: "GCMAES256",
      pfsGroup: "ECP384",
      saLifeTimeSeconds: 3600,
      saDataSizeKilobytes: 102400000,
    },
  ],
};

export const CONNECTION: Tree = {
  id: `${ID}/vpnGateways/vpngw-sdc/vpnConnections/con-bergen`,
  name: "con-bergen",
  connectionStatus: "Connected",
  remoteVpnSite: { id: `${ID}/vpnSites/bergen` },
  vpnLinkConnections: [LINK_CONNECTION],
};

export const GATEWAY: Tree = {
  name: "vpngw-sdc",
  id: `${ID}/vpnGateways/vpngw-sdc`,
  vpnGatewayScaleUnit: 1,
  bgpSettings: {
    asn: 65515,
    bgpPeeringAddresses: [
      {
        ipconfigurationId: "Instance0",
        defaultBgpIpAddresses: ["10.100.0.15"],
        tunnelIpAddresses: ["20.0.0.1", "10.100.0.5"],
      },
      {
        ipconfigurationId: "Instance1",
        defaultBgpIpAddresses: ["10.100.0.12"],
        tunnelIpAddresses: ["20.0.0.2", "10.100.0.4"],
      },
    ],
  },
  ipConfigurations: [
    { id: "Instance0", publicIpAddress: "20.0.0.1", privateIpAddress: "10.100.0.5" },
    { id: "Instance1", publicIpAddress: "20.0.0.2", privateIpAddress: "10.100.0.4" },
  ],
};

export const OVER_VPN = { nextHopType: "VPN_S2S_Gateway", nextHops: [`${ID}/vpnGateways/vpngw-sdc`], asPath: "65032" };
export const OVER_EXPRESSROUTE = {
  nextHopType: "ExpressRouteGateway",
  nextHops: [`${ID}/expressRouteGateways/ergw-sdc`],
  asPath: "12076-65020",
};
export const TO_SPOKE = {
  nextHopType: "Virtual Network Connection",
  nextHops: [`${ID}/virtualHubs/hub-sdc/hubVirtualNetworkConnections/app`],
  asPath: "",
};

export const ROUTES: readonly Tree[] = [
  { addressPrefixes: ["10.31.16.0/20"], ...OVER_VPN },
  { addressPrefixes: ["10.31.0.0/16"], ...OVER_EXPRESSROUTE },
  { addressPrefixes: ["10.110.0.0/22"], ...TO_SPOKE },
];

/** All that Azure tells, by the names that a person gives the files. */
export const AS_PLANNED: Files = {
  "vpn.json": DOWNLOAD,
  "connection.json": CONNECTION,
  "gateway.json": GATEWAY,
  "routes.json": { value: ROUTES },
};

export interface Files {
  readonly [name: string]: unknown;
}

/** What the rules of the section Observed say of files and the sound network with some changes, a line each. */
export function observedIn(files: Files, changes: Changes = {}): string[] {
  return saidOf(networkOf(changed(SOUND, changes)), files);
}

export function saidOf(network: Network, files: Files): string[] {
  const observed = Object.entries(files).flatMap(([name, content]) =>
    observationsOf(namedFile(name), typeof content === "string" ? content : JSON.stringify(content)),
  );
  const rules = OBSERVED_RULES.map((rule) => ({
    ...rule,
    judge: (planned: Network) => OBSERVED_JUDGES.get(rule.id)?.({ network: planned, observed }) ?? [],
  }));
  return judge(network, rules).map(
    ({ rule, level, outcome, address, path, message }) =>
      `${level} ${outcome} ${rule} ${address}${path === "" ? "" : ` ${path}`}: ${message}`,
  );
}
