import { type Field, type Ref, targetOf } from "../field";
import { type Block, blocksOf, hiddenAt, itself, pathOf, reasonOf } from "../fields/block";
import { blockItems, flagField, numberField, textField } from "../fields/typed-fields";
import type { IpsecPolicy, LinkConnection, NatRule, SharedKey, VpnConnection } from "../network";
import { Secret, UnknownAttribute } from "../resource";
import type { SiteDraft, VpnConnectionDraft, VpnGatewayDraft } from "./drafts";
import type { Parts } from "./parts";
import { type RoutingTargets, routingOf } from "./routing";
import { siteLinkOf } from "./site-link";

/** What a VPN connection leads to beside its ends. */
export interface VpnTargets extends RoutingTargets {
  readonly natRules: Parts<NatRule>;
}

/** Builds a VPN connection with its links, and enters it at its gateway and its site. */
export function vpnConnection(
  block: Block,
  gateways: Parts<VpnGatewayDraft>,
  sites: Parts<SiteDraft>,
  targets: VpnTargets,
): VpnConnection {
  const { path, blocks, unknown } = blocksOf(block, "vpn_link");
  const gateway = gateways.refer(block, "vpn_gateway_id");
  const site = sites.refer(block, "remote_vpn_site_id");
  const part: VpnConnectionDraft = {
    resource: block.resource,
    name: textField(block, "name"),
    gateway,
    site,
    links: unknown === undefined ? { path, items: [] } : { path, items: [], unknown },
    trafficSelectorPolicies: blockItems(block, "traffic_selector_policy", (policy) => ({ path: policy.path })),
    routing: routingOf(block, "associated_route_table", targets),
  };
  part.links.items.push(
    ...blocks.map((link) => linkConnection(link, part, { sites, site, natRules: targets.natRules })),
  );
  targetOf(gateway)?.connections.push(part);
  targetOf(site)?.connections.push(part);
  return part;
}

interface LinkTargets {
  readonly sites: Parts<SiteDraft>;
  readonly site: Ref<SiteDraft>;
  readonly natRules: Parts<NatRule>;
}

function linkConnection(
  block: Block,
  connection: VpnConnection,
  { sites, site, natRules }: LinkTargets,
): LinkConnection {
  const name = textField(block, "name");
  return {
    connection,
    path: block.path,
    name,
    siteLink: siteLinkOf(block, sites, site, name),
    useAzurePrivateIp: flagField(block, "local_azure_ip_address_enabled", false),
    bgpEnabled: flagField(block, "bgp_enabled", false),
    protocol: textField(block, "protocol", "IKEv2"),
    mode: textField(block, "connection_mode", "Default"),
    dpdTimeoutSeconds: numberField(block, "dpd_timeout_seconds"),
    bandwidthMbps: numberField(block, "bandwidth_mbps", 10),
    ingressNatRules: natRules.referAll(block, "ingress_nat_rule_ids"),
    egressNatRules: natRules.referAll(block, "egress_nat_rule_ids"),
    policyBasedTrafficSelectors: flagField(block, "policy_based_traffic_selector_enabled", false),
    sharedKey: sharedKeyOf(block),
    ipsecPolicies: blockItems(block, "ipsec_policy", ipsecPolicy),
  };
}

function sharedKeyOf(block: Block): Field<SharedKey> {
  const path = pathOf(block, "shared_key");
  const value = block.sources.value(block.attributes.shared_key);
  if (value instanceof Secret) {
    const key = value.facts === undefined ? { from: value.from } : { from: value.from, facts: value.facts };
    return { state: "known", path, value: key, written: true };
  }
  const unknown =
    value instanceof UnknownAttribute
      ? reasonOf(block, path, value)
      : value === undefined || value === null
        ? hiddenAt(block, path)
        : itself(block, path);
  return unknown === undefined ? { state: "absent", path } : { state: "unknown", path, unknown };
}

function ipsecPolicy(block: Block): IpsecPolicy {
  return {
    path: block.path,
    ikeEncryption: textField(block, "ike_encryption_algorithm"),
    ikeIntegrity: textField(block, "ike_integrity_algorithm"),
    dhGroup: textField(block, "dh_group"),
    ipsecEncryption: textField(block, "encryption_algorithm"),
    ipsecIntegrity: textField(block, "integrity_algorithm"),
    pfsGroup: textField(block, "pfs_group"),
    saLifetimeSeconds: numberField(block, "sa_lifetime_sec"),
    saDataSizeKilobytes: numberField(block, "sa_data_size_kb"),
  };
}
