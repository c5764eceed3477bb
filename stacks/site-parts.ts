import { given } from "../lib/terraform/given";
import { ownId } from "../lib/terraform/names";
import { IpsecPolicy } from "../lib/vpn/ipsec-policy";
import type { ConnectedLink, LinkSettings } from "../lib/vpn/link-connection";
import { SharedKey } from "../lib/vpn/shared-key";
import type { VpnConnectionOptions } from "../lib/vpn/vpn-connection";
import { VpnLink } from "../lib/vpn/vpn-link";
import { VpnSite } from "../lib/vpn/vpn-site";
import type { IVpnSite } from "../lib/vpn/vpn-site-reference";
import type { HubParts } from "./hub-parts";
import type { NetworkStack } from "./network-stack";
import type { NetworkDescription } from "./schema/network";
import type { LinkDescription, SiteConnectionDescription, SiteDescription } from "./schema/site";
import { IPSEC_PRESETS, type TunnelDescription } from "./schema/tunnel";

type Made = Exclude<SiteDescription, { existing: unknown }>;
type Existing = Extract<SiteDescription, { existing: unknown }>;

/**
 * A site, as a stack sees it: what it makes, or what it knows of one that exists.
 * @param location region of a record that says no other one
 */
export function siteIn(stack: NetworkStack, key: string, site: SiteDescription, location: string): IVpnSite {
  return stack.make(["sites", key], () =>
    "existing" in site ? existingSite(stack, key, site) : madeSite(stack, key, site, location),
  );
}

function madeSite(stack: NetworkStack, key: string, entry: Made, location: string): VpnSite {
  const { addressCidrs, deviceVendor, deviceModel, office365 } = entry;
  const links = Object.entries(entry.links).map(([name, link]) => linkFrom(stack.network, name, link));
  return new VpnSite(stack, ownId(stack, `site-${key}`, key), {
    wan: stack.wan,
    name: entry.name ?? `vst-${stack.network.name}-${key}`,
    resourceGroupName: entry.resourceGroup ?? stack.resourceGroupName,
    location: entry.location ?? location,
    links,
    ...given({ addressCidrs, deviceVendor, deviceModel, office365: office365 && given(office365) }),
    ...stack.tags(entry.tags),
  });
}

function existingSite(stack: NetworkStack, key: string, { existing, links }: Existing): IVpnSite {
  return VpnSite.fromAttributes(stack, `site-${key}`, {
    vpnSiteId: existing.id,
    links: Object.entries(links).map(([name, { over, bgp, id }]) => ({
      name,
      over: over === "expressRoute" ? "ExpressRoute" : "Internet",
      bgpEnabled: bgp,
      ...given({ vpnSiteLinkId: id }),
    })),
  });
}

function linkFrom(network: NetworkDescription, name: string, entry: LinkDescription): VpnLink {
  const { bgp, advertises, asPath } = entry;
  const known = given({ bgp, advertises, asPath });
  if (entry.over === "expressRoute") {
    const circuit = entry.circuit === undefined ? undefined : network.circuits?.[entry.circuit];
    return VpnLink.overExpressRoute({
      name,
      provider: entry.provider ?? providerOf(circuit),
      speedMbps: entry.speedMbps ?? speedOf(circuit),
      deviceAddress: entry.deviceAddress,
      ...known,
    });
  }
  const { provider, speedMbps } = entry;
  return "fqdn" in entry
    ? VpnLink.overInternet({ name, provider, speedMbps, fqdn: entry.fqdn, ...known })
    : VpnLink.overInternet({ name, provider, speedMbps, deviceAddress: entry.deviceAddress, ...known });
}

type Circuit = NonNullable<NetworkDescription["circuits"]>[string];

// The reader has made sure that one of the two tells: these are for the type.
function providerOf(circuit: Circuit | undefined): string {
  return circuit !== undefined && "provider" in circuit ? circuit.provider : "";
}

function speedOf(circuit: Circuit | undefined): number {
  if (circuit !== undefined && "bandwidthMbps" in circuit) {
    return circuit.bandwidthMbps;
  }
  return circuit !== undefined && "bandwidthGbps" in circuit ? circuit.bandwidthGbps * 1000 : 0;
}

/** Connects a site to a hub. */
export function connectSite(
  stack: NetworkStack,
  parts: HubParts,
  key: string,
  site: IVpnSite,
  description: SiteDescription,
  entry: SiteConnectionDescription,
): void {
  const { name, links, routing, internetSecurity } = entry;
  const used = site.links.filter((link) => links === undefined || Object.hasOwn(links, link.name));
  const connected = used.map((link): ConnectedLink => {
    // The nearest word counts: of this link at this hub, of the link, of the site.
    const tunnel = { ...description.tunnel, ...description.links[link.name]?.tunnel, ...links?.[link.name] };
    return { link, ...settingsOf(tunnel, parts) };
  });
  const options: VpnConnectionOptions = {
    name: name ?? `vcn-${key}`,
    links: connected,
    ...given({ internetSecurity, routing: routing && parts.routing(routing) }),
  };
  stack.make(["sites", key, "connections", parts.key], () =>
    parts.hub.connectSite(ownId(parts.hub, `site-${key}`, key), site, options),
  );
}

function settingsOf(tunnel: TunnelDescription, parts: HubParts): LinkSettings {
  const { ipsecPolicy, preSharedKey, ingressNatRules, egressNatRules, ...others } = tunnel;
  return given({
    ...others,
    ipsecPolicy: ipsecPolicy && policyOf(ipsecPolicy),
    sharedKey: preSharedKey && sharedKeyOf(preSharedKey),
    ingressNatRules: ingressNatRules?.map((name) => parts.natRule(name)),
    egressNatRules: egressNatRules?.map((name) => parts.natRule(name)),
  });
}

function policyOf(policy: NonNullable<TunnelDescription["ipsecPolicy"]>): IpsecPolicy {
  if (typeof policy === "string") {
    return IPSEC_PRESETS[policy];
  }
  const { saLifetimeSeconds, saDataSizeKilobytes, ...algorithms } = policy;
  return IpsecPolicy.custom({ ...algorithms, ...given({ saLifetimeSeconds, saDataSizeKilobytes }) });
}

function sharedKeyOf(key: NonNullable<TunnelDescription["preSharedKey"]>): SharedKey {
  if (key === "azure") {
    return SharedKey.generatedByAzure();
  }
  if ("variable" in key) {
    return SharedKey.sensitiveVariable(key.variable);
  }
  const { keyVault, name, version } = key.keyVaultSecret;
  return SharedKey.keyVaultSecret({ keyVaultId: keyVault, name, ...given({ version }) });
}
