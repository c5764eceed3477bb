import type { VpnGatewayConnectionVpnLinkIpsecPolicy } from "@cdktf/provider-azurerm/lib/vpn-gateway-connection";
import { Token } from "cdktf";
import type { Complaints } from "../terraform/complaints";
import type { OrToken } from "../terraform/or-token";

// The values that Virtual WAN documents. The provider takes more (DES, MD5, DHGroup2), which no type here has, and
// Azure's list has `None` for ESP encryption, which would send packets in the clear.
// https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec

/** Encryption of IKE (phase 1). */
export const IKE_ENCRYPTIONS = ["GCMAES256", "GCMAES128", "AES256", "AES128"] as const;
/** Integrity of IKE (phase 1). */
export const IKE_INTEGRITIES = ["SHA384", "SHA256"] as const;
/**
 * Diffie-Hellman groups of IKE: ECP384 is group 20, ECP256 group 19, DHGroup24 and DHGroup14 are 2048-bit MODP. Palo
 * Alto and Fortinet have no group 24.
 */
export const DH_GROUPS = ["ECP384", "ECP256", "DHGroup24", "DHGroup14"] as const;
/** Encryption of ESP (phase 2). */
export const ESP_ENCRYPTIONS = ["GCMAES256", "GCMAES128", "AES256", "AES128"] as const;
/** Integrity of ESP (phase 2). A GCM encryption goes with the same GCM here. */
export const ESP_INTEGRITIES = ["GCMAES256", "GCMAES128", "SHA256"] as const;
/** Perfect forward secrecy of ESP: the group of each new key exchange. `None` reuses what IKE agreed on. */
export const PFS_GROUPS = ["ECP384", "ECP256", "PFS24", "PFS14", "None"] as const;

export type IkeEncryption = (typeof IKE_ENCRYPTIONS)[number];
export type IkeIntegrity = (typeof IKE_INTEGRITIES)[number];
export type DhGroup = (typeof DH_GROUPS)[number];
export type EspEncryption = (typeof ESP_ENCRYPTIONS)[number];
export type EspIntegrity = (typeof ESP_INTEGRITIES)[number];
export type PfsGroup = (typeof PFS_GROUPS)[number];

/**
 * What a tunnel negotiates. Both ends must have the same, save the lifetimes, which each end keeps for itself.
 * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec
 */
export interface IpsecPolicyProps {
  /** Encryption of IKE. */
  readonly ikeEncryption: OrToken<IkeEncryption>;
  /** Integrity of IKE. */
  readonly ikeIntegrity: OrToken<IkeIntegrity>;
  /** Diffie-Hellman group of IKE. */
  readonly dhGroup: OrToken<DhGroup>;
  /** Encryption of ESP. */
  readonly espEncryption: OrToken<EspEncryption>;
  /** Integrity of ESP: the same GCM as the encryption, or SHA256 beside AES256 and AES128. */
  readonly espIntegrity: OrToken<EspIntegrity>;
  /** Perfect forward secrecy. */
  readonly pfsGroup: OrToken<PfsGroup>;
  /**
   * Lifetime of a security association in seconds, 300 to 172799.
   * @default 3600
   */
  readonly saLifetimeSeconds?: number;
  /**
   * How much a security association carries before it is replaced, in kilobytes.
   * @default 102400000
   */
  readonly saDataSizeKilobytes?: number;
}

/**
 * An IPsec policy for the link of a VPN connection: a preset, or one of your own.
 *
 * Without a policy Azure offers SHA1 and DH group 2, so every link that wanproof writes carries one.
 */
export class IpsecPolicy {
  /**
   * IKE AES256, SHA384, ECP384; ESP GCMAES256 with PFS ECP384. The default: Cisco, Juniper, Palo Alto, Fortinet and
   * strongSwan all speak it (inference from their published keyword lists).
   */
  static readonly GCMAES256_ECP384 = new IpsecPolicy({
    ikeEncryption: "AES256",
    ikeIntegrity: "SHA384",
    dhGroup: "ECP384",
    espEncryption: "GCMAES256",
    espIntegrity: "GCMAES256",
    pfsGroup: "ECP384",
  });

  /** IKE AES128, SHA256, ECP256; ESP GCMAES128 with PFS ECP256: less work for small devices. */
  static readonly GCMAES128_ECP256 = new IpsecPolicy({
    ikeEncryption: "AES128",
    ikeIntegrity: "SHA256",
    dhGroup: "ECP256",
    espEncryption: "GCMAES128",
    espIntegrity: "GCMAES128",
    pfsGroup: "ECP256",
  });

  /** IKE AES256, SHA256, DHGroup14; ESP GCMAES256 with PFS14: for devices without elliptic curves. */
  static readonly GCMAES256_DHGROUP14 = new IpsecPolicy({
    ikeEncryption: "AES256",
    ikeIntegrity: "SHA256",
    dhGroup: "DHGroup14",
    espEncryption: "GCMAES256",
    espIntegrity: "GCMAES256",
    pfsGroup: "PFS14",
  });

  /**
   * IKE AES256, SHA256, DHGroup14; ESP AES256 and SHA256 with PFS14: for devices without GCM. Azure's gateways are
   * slower with it.
   */
  static readonly AES256_SHA256_DHGROUP14 = new IpsecPolicy({
    ikeEncryption: "AES256",
    ikeIntegrity: "SHA256",
    dhGroup: "DHGroup14",
    espEncryption: "AES256",
    espIntegrity: "SHA256",
    pfsGroup: "PFS14",
  });

  /** A policy of your own, from the values that Virtual WAN documents. */
  static custom(props: IpsecPolicyProps): IpsecPolicy {
    return new IpsecPolicy(props);
  }

  private constructor(
    /** What the tunnel negotiates. */
    readonly props: IpsecPolicyProps,
  ) {}

  /** Adds what is wrong with its values to the complaints of the construct that uses it. @internal */
  check(complaints: Complaints, at: string): void {
    complaints.oneOf(`${at}.ikeEncryption`, this.props.ikeEncryption, IKE_ENCRYPTIONS);
    complaints.oneOf(`${at}.ikeIntegrity`, this.props.ikeIntegrity, IKE_INTEGRITIES);
    complaints.oneOf(`${at}.dhGroup`, this.props.dhGroup, DH_GROUPS);
    complaints.oneOf(`${at}.espEncryption`, this.props.espEncryption, ESP_ENCRYPTIONS);
    complaints.oneOf(`${at}.espIntegrity`, this.props.espIntegrity, ESP_INTEGRITIES);
    complaints.oneOf(`${at}.pfsGroup`, this.props.pfsGroup, PFS_GROUPS);
    complaints.integer(`${at}.saLifetimeSeconds`, this.props.saLifetimeSeconds, 300, 172_799);
    complaints.integer(`${at}.saDataSizeKilobytes`, this.props.saDataSizeKilobytes, 0, 2_147_483_647);
  }

  /** The `ipsec_policy` block of a link. */
  toTerraform(): VpnGatewayConnectionVpnLinkIpsecPolicy {
    return {
      ikeEncryptionAlgorithm: Token.asString(this.props.ikeEncryption),
      ikeIntegrityAlgorithm: Token.asString(this.props.ikeIntegrity),
      dhGroup: Token.asString(this.props.dhGroup),
      encryptionAlgorithm: Token.asString(this.props.espEncryption),
      integrityAlgorithm: Token.asString(this.props.espIntegrity),
      pfsGroup: Token.asString(this.props.pfsGroup),
      saLifetimeSec: this.props.saLifetimeSeconds ?? 3600,
      saDataSizeKb: this.props.saDataSizeKilobytes ?? 102_400_000,
    };
  }
}
