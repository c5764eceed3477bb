import { IpsecPolicy, type IpsecPolicyProps } from "../../../lib/vpn/ipsec-policy";
import type { ConnectedLink, CustomBgpAddresses, LinkSettings } from "../../../lib/vpn/link-connection";
import { type KeyVaultSecretProps, SharedKey } from "../../../lib/vpn/shared-key";
import { VpnConnection, type VpnConnectionOptions, type VpnConnectionProps } from "../../../lib/vpn/vpn-connection";
import { casesOf, type PropertyCase } from "./harness";
import { armId, type Surroundings } from "./surroundings";

function connect({ subject, vpnGateway, site }: Surroundings, options: Partial<VpnConnectionProps>): void {
  new VpnConnection(subject, "connection", { name: "hq", gateway: vpnGateway.one, site: site.one, ...options });
}

const VAULT = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv";
const BGP_ADDRESSES = { instance0: "169.254.21.2", instance1: "169.254.22.2" };

export const vpnConnectionCases: readonly PropertyCase[] = [
  ...casesOf<VpnConnectionOptions>("VpnConnectionOptions", connect, () => ({ name: "hq" }), {
    name: () => ({ name: "other" }),
    links: ({ link }) => ({ links: [{ link: link.other }] }),
    everyLink: () => ({ everyLink: { bandwidthMbps: 100 } }),
    routing: ({ routeMap }) => ({ routing: { inboundRouteMap: routeMap.one } }),
    internetSecurity: () => ({ internetSecurity: true }),
  }),
  ...casesOf<Pick<VpnConnectionProps, "gateway" | "site">>(
    "VpnConnectionProps",
    connect,
    ({ vpnGateway, site }) => ({ gateway: vpnGateway.one, site: site.one }),
    {
      gateway: ({ vpnGateway }) => ({ gateway: vpnGateway.other }),
      site: ({ site }) => ({ site: site.other }),
    },
  ),
  ...casesOf<Pick<ConnectedLink, "link">>(
    "ConnectedLink",
    (around, { link }) => connect(around, { links: [{ link }] }),
    ({ link }) => ({ link: link.one }),
    { link: ({ link }) => ({ link: link.other }) },
  ),
  ...casesOf<LinkSettings>(
    "LinkSettings",
    (around, settings) => connect(around, { links: [{ link: around.link.one, ...settings }] }),
    () => ({}),
    {
      ipsecPolicy: () => ({ ipsecPolicy: IpsecPolicy.GCMAES128_ECP256 }),
      sharedKey: () => ({ sharedKey: SharedKey.sensitiveVariable("psk") }),
      bandwidthMbps: () => ({ bandwidthMbps: 100 }),
      connectionMode: () => ({ connectionMode: "InitiatorOnly" }),
      dpdTimeoutSeconds: () => ({ dpdTimeoutSeconds: 30 }),
      customBgpAddresses: () => ({ customBgpAddresses: BGP_ADDRESSES }),
      ingressNatRules: ({ natRule }) => ({ ingressNatRules: [natRule.one] }),
      egressNatRules: ({ natRule }) => ({ egressNatRules: [natRule.one] }),
    },
  ),
  ...casesOf<CustomBgpAddresses>(
    "CustomBgpAddresses",
    (around, customBgpAddresses) => connect(around, { everyLink: { customBgpAddresses } }),
    () => BGP_ADDRESSES,
    {
      instance0: () => ({ instance0: "169.254.21.6" }),
      instance1: () => ({ instance1: "169.254.22.6" }),
    },
  ),
  ...casesOf<IpsecPolicyProps>(
    "IpsecPolicyProps",
    (around, policy) => connect(around, { everyLink: { ipsecPolicy: IpsecPolicy.custom(policy) } }),
    () => IpsecPolicy.GCMAES256_ECP384.props,
    {
      ikeEncryption: () => ({ ikeEncryption: "AES128" }),
      ikeIntegrity: () => ({ ikeIntegrity: "SHA256" }),
      dhGroup: () => ({ dhGroup: "ECP256" }),
      espEncryption: () => ({ espEncryption: "AES256" }),
      espIntegrity: () => ({ espIntegrity: "SHA256" }),
      pfsGroup: () => ({ pfsGroup: "PFS24" }),
      saLifetimeSeconds: () => ({ saLifetimeSeconds: 27000 }),
      saDataSizeKilobytes: () => ({ saDataSizeKilobytes: 2048 }),
    },
  ),
  ...casesOf<KeyVaultSecretProps>(
    "KeyVaultSecretProps",
    (around, secret) => connect(around, { everyLink: { sharedKey: SharedKey.keyVaultSecret(secret) } }),
    () => ({ keyVaultId: VAULT, name: "psk" }),
    {
      keyVaultId: () => ({ keyVaultId: armId("vaults/other") }),
      name: () => ({ name: "other" }),
      version: () => ({ version: "2" }),
    },
  ),
];
