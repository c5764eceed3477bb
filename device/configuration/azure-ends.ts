import type { Address } from "../../address/address";
import { VPN_GATEWAY_ASN } from "../../address/asn";
import type { Prefix } from "../../address/prefix";
import { addressOfField } from "../../network/facts/site-links";
import { knownValue } from "../../network/field";
import type { Network } from "../../network/network";
import type { GatewayAddresses } from "../azure/gateway-outputs";
import type { PresharedKey } from "../azure/preshared-key";
import type { AzureFile } from "../azure/read-azure-file";
import type { DownloadedConnection, DownloadedLink } from "../azure/vpn-download";
import type { DeviceBgp, GatewayInstance } from "./device-configuration";
import type { Lifetimes } from "./negotiation";
import { isCalled, type PlannedLink, plannedLinks, spokesBehind } from "./planned-links";

/** A link at one hub, from whichever file tells it, with its part of the network where an input has it. */
export interface AzureEnd {
  /** The file that tells it. */
  readonly file: string;
  /** Whether the addresses are those of this link, not those that the gateway has for every link. */
  readonly isOfLink: boolean;
  readonly site: string;
  readonly link: string;
  readonly device: Address | undefined;
  readonly bgp: DeviceBgp | undefined;
  readonly bgpEnabled: boolean;
  readonly hubPrefix: Prefix | undefined;
  readonly spokes: readonly Prefix[];
  /** Whether these are all. */
  readonly knowsSpokes: boolean;
  readonly instances: readonly GatewayInstance[];
  readonly azureAsn: number;
  readonly key: PresharedKey | undefined;
  readonly lifetimes: Lifetimes;
  readonly planned: PlannedLink | undefined;
}

/** Every link at every hub that a file tells. */
export function azureEnds(file: AzureFile, network: Network | undefined): AzureEnd[] {
  const planned = network === undefined ? [] : plannedLinks(network);
  return file.kind === "download"
    ? file.links.flatMap((link) => link.connections.map((one) => downloadedEnd(file.path, link, one, planned)))
    : file.gateways.flatMap((gateway) =>
        planned.filter((one) => isGateway(one, gateway)).map((one) => plannedEnd(file.path, gateway, one)),
      );
}

/** Whether the gateway of a link is the one that an output is named after. */
function isGateway({ gateway }: PlannedLink, output: GatewayAddresses): boolean {
  return gateway.resource.address.endsWith(`azurerm_vpn_gateway.${output.gateway}`);
}

function downloadedEnd(
  file: string,
  { site, link, device, bgp }: DownloadedLink,
  connection: DownloadedConnection,
  all: readonly PlannedLink[],
): AzureEnd {
  const { hubPrefix, connectedSubnets, bgpEnabled, azureAsn, key } = connection;
  const fitting = all.filter((one) => isCalled(one, { site, link, hubPrefix }));
  // Where the file has no link's name, only the one link of a site is meant.
  const planned = fitting.length === 1 ? fitting[0] : undefined;
  const behind = planned === undefined ? undefined : spokesBehind(planned);
  return {
    file,
    isOfLink: true,
    site,
    link: link ?? planned?.link ?? "link",
    device,
    bgp,
    bgpEnabled,
    hubPrefix,
    spokes: distinct([...(connectedSubnets ?? []), ...(behind?.prefixes ?? [])]),
    knowsSpokes: connectedSubnets !== undefined || behind?.isWhole === true,
    instances: connection.instances,
    azureAsn: azureAsn ?? VPN_GATEWAY_ASN,
    key,
    lifetimes: connection,
    planned,
  };
}

function plannedEnd(file: string, { instances }: GatewayAddresses, planned: PlannedLink): AzureEnd {
  const { siteLink, connected, hubPrefix, gateway, site, link } = planned;
  const bgp = knownValue(siteLink.bgp);
  const asn = bgp && knownValue(bgp.asn);
  const address = bgp && addressOfField(bgp.peeringAddress);
  const behind = spokesBehind(planned);
  return {
    file,
    isOfLink: false,
    site,
    link,
    device: addressOfField(siteLink.address),
    bgp: asn === undefined || address === undefined ? undefined : { asn, address },
    bgpEnabled: connected.bgpEnabled.state === "known" ? connected.bgpEnabled.value : bgp !== undefined,
    hubPrefix,
    spokes: distinct(behind.prefixes),
    knowsSpokes: behind.isWhole,
    instances,
    azureAsn: knownValue(gateway.asn) ?? VPN_GATEWAY_ASN,
    key: undefined,
    lifetimes: { saLifetimeSeconds: undefined, saDataSizeKilobytes: undefined },
    planned,
  };
}

/** Whether a planned link is meant to end at private addresses, or undefined where the inputs don't tell. */
export function isPlannedPrivate({ planned }: AzureEnd): boolean | undefined {
  return planned === undefined ? undefined : knownValue(planned.connected.useAzurePrivateIp);
}

/** Each prefix once, by address. */
export function distinct(prefixes: readonly Prefix[]): Prefix[] {
  const byText = new Map(prefixes.map((prefix) => [prefix.text, prefix]));
  return [...byText.values()].sort((a, b) => Number(a.first) - Number(b.first) || a.length - b.length);
}
