import { isPrivateAddress } from "../../address/address";
import { containsAddress } from "../../address/prefix";
import { knownValue } from "../../network/field";
import type { LinkConnection } from "../../network/network";
import { type AzureEnd, isPlannedPrivate } from "./azure-ends";
import type { HubEnd } from "./device-configuration";
import { negotiationOf, type Refuse } from "./negotiation";
import { hubName } from "./planned-links";

/** What Azure has where nobody wrote it. https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-devices */
const AZURE_DPD_SECONDS = 45;

/** A link at a hub as a device needs it; undefined, and refused, where that can't be had. */
export function hubEnd(end: AzureEnd, refuse: Refuse): HubEnd | undefined {
  const { hubPrefix, planned, bgpEnabled } = end;
  const connected = planned?.connected;
  const faults = [...faultsOfAddresses(end), ...(connected === undefined ? [] : faultsOfConnection(connected))];
  faults.forEach(refuse);
  const place = connected === undefined ? end.file : connected.connection.resource.address;
  const negotiation = negotiationOf(place, planned, end.lifetimes, refuse);
  if (hubPrefix === undefined || negotiation === undefined || faults.length > 0) {
    return undefined;
  }
  return {
    hub: planned === undefined ? hubPrefix.text : hubName(planned),
    prefix: hubPrefix,
    spokes: end.spokes,
    azureAsn: end.azureAsn,
    instances: end.instances.map((one) => (bgpEnabled ? one : { ...one, bgpAddress: undefined })),
    key: end.key,
    negotiation,
    dpdTimeoutSeconds: (connected && knownValue(connected.dpdTimeoutSeconds)) ?? AZURE_DPD_SECONDS,
    initiates: (connected && knownValue(connected.mode)) !== "InitiatorOnly",
  };
}

/** Whether tunnels end at addresses outside of the hub: then they don't run over ExpressRoute. */
export function isPublic({ hubPrefix, instances }: AzureEnd): boolean {
  return hubPrefix !== undefined && instances.some(({ tunnelAddress }) => !containsAddress(hubPrefix, tunnelAddress));
}

/** Whether a link is none over ExpressRoute, and isn't meant to be: then there is nothing to render of it. */
export function isMeantPublic(end: AzureEnd): boolean {
  const planned = isPlannedPrivate(end);
  // Outputs tell the private addresses of a gateway, whether a link uses them or not.
  return end.isOfLink
    ? isPublic(end) && !(planned ?? (end.device !== undefined && isPrivateAddress(end.device)))
    : planned === false;
}

function faultsOfAddresses(end: AzureEnd): string[] {
  const { device, hubPrefix, instances, bgpEnabled, bgp } = end;
  const noPeer = bgpEnabled && instances.some(({ bgpAddress }) => bgpAddress === undefined);
  return [
    ...(device === undefined
      ? ["the device has no address here, only a name; a tunnel over ExpressRoute needs one"]
      : []),
    ...(hubPrefix === undefined ? ["the prefix of its hub can't be told; hand over the input that makes the hub"] : []),
    ...(instances.length < 2 ? ["the gateway has two instances, and not both addresses are here"] : []),
    ...(isPublic(end) ? [publicEnds(end)] : []),
    ...(bgpEnabled && bgp === undefined
      ? ["BGP is on, and the peer address and AS number of the device aren't here"]
      : []),
    ...(noPeer ? ["BGP is on, and the gateway's BGP addresses aren't here; download the file again"] : []),
  ];
}

function publicEnds({ instances, hubPrefix }: AzureEnd): string {
  const addresses = instances.map(({ tunnelAddress }) => tunnelAddress.text).join(" and ");
  return (
    `Azure ends the tunnels at ${addresses}, outside of the hub's ${hubPrefix?.text ?? "prefix"}: "Use Azure Private IP ` +
    'Address" has not taken effect; set it, apply, and download the file again'
  );
}

function faultsOfConnection(connected: LinkConnection): string[] {
  const nat = [connected.ingressNatRules, connected.egressNatRules];
  return [
    ...(knownValue(connected.protocol) === "IKEv1"
      ? ["it is IKEv1, which is not rendered; set protocol to IKEv2"]
      : []),
    ...(knownValue(connected.policyBasedTrafficSelectors) === true
      ? ["it has policy-based traffic selectors, and only route-based tunnels are rendered; turn them off"]
      : []),
    ...(nat.some(({ items, unknown }) => items.length > 0 || unknown !== undefined)
      ? ["it has NAT rules, and what a device announces behind them is not rendered; configure that device by hand"]
      : []),
  ];
}
