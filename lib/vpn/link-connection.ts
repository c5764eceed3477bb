import type { VpnGatewayConnectionVpnLink } from "@cdktf/provider-azurerm/lib/vpn-gateway-connection";
import { Token } from "cdktf";
import type { Construct } from "constructs";
import { type Complaints, isLiteral } from "../terraform/complaints";
import { given } from "../terraform/given";
import type { OrToken } from "../terraform/or-token";
import { IpsecPolicy } from "./ipsec-policy";
import type { INatRule } from "./nat-rule";
import { SharedKey } from "./shared-key";
import type { IVpnLink } from "./vpn-site-reference";

/** Which end opens the tunnel. */
export const CONNECTION_MODES = ["Default", "InitiatorOnly", "ResponderOnly"] as const;
/** `Default`: either end opens it; else Azure does, or waits for the device. */
export type ConnectionMode = (typeof CONNECTION_MODES)[number];

/** How the tunnels of a link are set up. */
export interface LinkSettings {
  /** @default IpsecPolicy.GCMAES256_ECP384 */
  readonly ipsecPolicy?: IpsecPolicy;
  /** @default SharedKey.generatedByAzure() */
  readonly sharedKey?: SharedKey;
  /**
   * Bandwidth of the connection, in Mbps.
   * @default 10, as azurerm has it
   */
  readonly bandwidthMbps?: number;
  /** @default "Default" */
  readonly connectionMode?: OrToken<ConnectionMode>;
  /**
   * Seconds of silence after which the peer counts as dead, 9 to 3600. It is always written: Azure fills it in, and
   * Terraform would show a change for ever.
   * @default 45
   */
  readonly dpdTimeoutSeconds?: number;
  /**
   * Addresses of 169.254.21.0 to 169.254.22.255 that the gateway's instances use for BGP with this link, from those
   * that the gateway has.
   * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal
   * @default the gateway's own BGP addresses
   */
  readonly customBgpAddresses?: CustomBgpAddresses;
  /**
   * NAT rules of the gateway for packets from the site.
   * @default none
   */
  readonly ingressNatRules?: readonly INatRule[];
  /**
   * NAT rules of the gateway for packets to the site.
   * @default none
   */
  readonly egressNatRules?: readonly INatRule[];
}

/** One BGP address for each instance of the gateway. */
export interface CustomBgpAddresses {
  /** Address on Instance0. */
  readonly instance0: string;
  /** Address on Instance1. */
  readonly instance1: string;
}

/** A link of the site, and how its tunnels are set up. */
export interface ConnectedLink extends LinkSettings {
  /** A link of the site that is connected. */
  readonly link: IVpnLink;
}

/** Adds what is wrong with the settings to the complaints. */
export function checkLinkSettings(complaints: Complaints, at: string, settings: LinkSettings, scope: Construct): void {
  settings.ipsecPolicy?.check(complaints, `${at}.ipsecPolicy`);
  settings.sharedKey?.check(complaints, `${at}.sharedKey`, scope);
  complaints.integer(`${at}.bandwidthMbps`, settings.bandwidthMbps, 1, 1_000_000);
  complaints.oneOf(`${at}.connectionMode`, settings.connectionMode, CONNECTION_MODES);
  complaints.integer(`${at}.dpdTimeoutSeconds`, settings.dpdTimeoutSeconds, 9, 3600);
  complaints.address(`${at}.customBgpAddresses.instance0`, settings.customBgpAddresses?.instance0);
  complaints.address(`${at}.customBgpAddresses.instance1`, settings.customBgpAddresses?.instance1);
}

/**
 * The `vpn_link` block of a connected link. What the link itself decides isn't a setting: a link over ExpressRoute uses
 * the gateway's private addresses, one over the internet doesn't, and BGP is on where the link has a BGP peer.
 */
export function linkBlock(
  scope: Construct,
  { link, ...settings }: ConnectedLink,
  index: number,
): VpnGatewayConnectionVpnLink {
  return {
    name: link.name,
    vpnSiteLinkId: link.vpnSiteLinkId,
    localAzureIpAddressEnabled: link.transport === "ExpressRoute",
    bgpEnabled: link.bgpEnabled,
    protocol: "IKEv2",
    dpdTimeoutSeconds: settings.dpdTimeoutSeconds ?? 45,
    ipsecPolicy: [(settings.ipsecPolicy ?? IpsecPolicy.GCMAES256_ECP384).toTerraform()],
    ...given({
      sharedKey: (settings.sharedKey ?? SharedKey.generatedByAzure()).bind(
        scope,
        isLiteral(link.name) ? link.name : String(index),
      ),
      bandwidthMbps: settings.bandwidthMbps,
      connectionMode: settings.connectionMode && Token.asString(settings.connectionMode),
      customBgpAddress: settings.customBgpAddresses && bgpAddressBlocks(settings.customBgpAddresses),
      ingressNatRuleIds: settings.ingressNatRules && idsOf(settings.ingressNatRules),
      egressNatRuleIds: settings.egressNatRules && idsOf(settings.egressNatRules),
    }),
  };
}

function bgpAddressBlocks({ instance0, instance1 }: CustomBgpAddresses) {
  return [
    { ipAddress: instance0, ipConfigurationId: "Instance0" },
    { ipAddress: instance1, ipConfigurationId: "Instance1" },
  ];
}

function idsOf(rules: readonly INatRule[]): string[] {
  return rules.map((rule) => rule.natRuleId);
}
