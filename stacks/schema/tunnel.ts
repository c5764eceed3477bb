import { z } from "zod";
import {
  DH_GROUPS,
  ESP_ENCRYPTIONS,
  ESP_INTEGRITIES,
  IKE_ENCRYPTIONS,
  IKE_INTEGRITIES,
  IpsecPolicy,
  PFS_GROUPS,
} from "../../lib/vpn/ipsec-policy";
import { CONNECTION_MODES } from "../../lib/vpn/link-connection";
import { address, key, optionalSection, resourceId, section, text, variable, wholeNumber, word } from "./values";

/** The presets of the constructs, by the names that they have there. */
export const IPSEC_PRESETS = {
  GCMAES256_ECP384: IpsecPolicy.GCMAES256_ECP384,
  GCMAES128_ECP256: IpsecPolicy.GCMAES128_ECP256,
  GCMAES256_DHGROUP14: IpsecPolicy.GCMAES256_DHGROUP14,
  AES256_SHA256_DHGROUP14: IpsecPolicy.AES256_SHA256_DHGROUP14,
} as const;

const PRESET_NAMES = [
  "GCMAES256_ECP384",
  "GCMAES128_ECP256",
  "GCMAES256_DHGROUP14",
  "AES256_SHA256_DHGROUP14",
] as const satisfies readonly (keyof typeof IPSEC_PRESETS)[];

const ipsecPolicy = z.union(
  [
    word(PRESET_NAMES),
    section("a policy of one's own", {
      ikeEncryption: word(IKE_ENCRYPTIONS).describe("Encryption of IKE (phase 1)."),
      ikeIntegrity: word(IKE_INTEGRITIES).describe("Integrity of IKE (phase 1)."),
      dhGroup: word(DH_GROUPS).describe("Diffie-Hellman group of IKE."),
      espEncryption: word(ESP_ENCRYPTIONS).describe("Encryption of ESP (phase 2)."),
      espIntegrity: word(ESP_INTEGRITIES).describe("Integrity of ESP: the same GCM as the encryption, or SHA256."),
      pfsGroup: word(PFS_GROUPS).describe("Perfect forward secrecy."),
      saLifetimeSeconds: wholeNumber(300, 172_799).optional().describe("Default: 3600."),
      saDataSizeKilobytes: wholeNumber(0, 2_147_483_647).optional().describe("Default: 102400000."),
    }),
  ],
  `one of ${PRESET_NAMES.join(", ")}; or a map with ikeEncryption, ikeIntegrity, dhGroup, espEncryption, espIntegrity, pfsGroup`,
);

const preSharedKey = z.union(
  [
    z.literal("azure"),
    variable,
    section("{keyVaultSecret: {...}}", {
      keyVaultSecret: section("{keyVault: id, name: ...}", {
        keyVault: resourceId("Microsoft.KeyVault", "vaults").describe("Resource id of the Key Vault."),
        name: text("the secret's name")
          .regex(/^[^/]*$/, "the secret's name alone")
          .describe("Name of the secret."),
        version: text("a version in quotes").optional().describe("Version of the secret. Default: the newest."),
      }).describe("A secret of a Key Vault that Terraform may read."),
    }),
  ],
  "azure, {variable: name} or {keyVaultSecret: {keyVault: id, name: ...}}; a key itself never stands in this file",
);

/** How the tunnels of a link are set up. */
export const tunnel = optionalSection("a map, such as {bandwidthMbps: 1000}", {
  ipsecPolicy: ipsecPolicy
    .optional()
    .describe("What the tunnels negotiate: a preset, or a policy of one's own. Default: GCMAES256_ECP384."),
  preSharedKey: preSharedKey
    .optional()
    .describe("Where the pre-shared key comes from. Default: azure, which makes a key for each link."),
  bandwidthMbps: wholeNumber(1, 1_000_000).optional().describe("Bandwidth of the connection in Mbps. Default: 10."),
  connectionMode: word(CONNECTION_MODES)
    .optional()
    .describe("Which end opens the tunnel: either one (Default), Azure, or the VPN device."),
  dpdTimeoutSeconds: wholeNumber(9, 3600)
    .optional()
    .describe("Seconds of silence after which the peer counts as dead. Default: 45."),
  customBgpAddresses: section("{instance0: 169.254.21.1, instance1: 169.254.22.1}", {
    instance0: address.describe("Address on Instance0."),
    instance1: address.describe("Address on Instance1."),
  })
    .optional()
    .describe(
      "Addresses that the gateway's instances use for BGP with this link, from customBgpAddresses of the gateway. Default: the gateway's own.",
    ),
  ingressNatRules: z
    .array(key, "a list of NAT rules by name")
    .optional()
    .describe("NAT rules for packets from the site, by their names in natRules of the gateway."),
  egressNatRules: z
    .array(key, "a list of NAT rules by name")
    .optional()
    .describe("NAT rules for packets to the site, by their names in natRules of the gateway."),
});

export type TunnelDescription = z.output<typeof tunnel>;
