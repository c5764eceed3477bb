import { ipsecPolicyStrong } from "../../../policies/rules/ipsec-policy-strong";
import { said } from "./judging";

const POLICY = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].ipsec_policy[0]";

function esp(encryption: unknown, integrity: unknown) {
  return { [`${POLICY}.encryption_algorithm`]: encryption, [`${POLICY}.integrity_algorithm`]: integrity };
}

describe("ipsec-policy-strong", () => {
  test.each([
    ["GCMAES128", "GCMAES128"],
    ["AES256", "SHA256"],
    ["AES128", "SHA256"],
  ])("takes IPsec %s with %s", (encryption, integrity) => {
    expect(said(ipsecPolicyStrong, esp(encryption, integrity))).toEqual([]);
  });

  test("takes every value of Azure's list, DH group 24 too", () => {
    const values = {
      ike_encryption_algorithm: ["GCMAES256", "GCMAES128", "AES128"],
      ike_integrity_algorithm: ["SHA256"],
      dh_group: ["ECP256", "DHGroup24", "DHGroup14"],
      pfs_group: ["ECP256", "PFS24", "PFS14"],
    };
    for (const [name, allowed] of Object.entries(values)) {
      for (const value of allowed) {
        expect(said(ipsecPolicyStrong, { [`${POLICY}.${name}`]: value })).toEqual([]);
      }
    }
  });

  test("refuses what the provider takes and Azure doesn't list, each where it is", () => {
    expect(
      said(ipsecPolicyStrong, {
        [`${POLICY}.ike_encryption_algorithm`]: "DES3",
        [`${POLICY}.ike_integrity_algorithm`]: "MD5",
        [`${POLICY}.dh_group`]: "DHGroup1",
        [`${POLICY}.pfs_group`]: "PFS1",
        ...esp("AES192", "SHA1"),
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].dh_group",
        message: "DH group DHGroup1 of site bergen, link a is not one that Azure lists for Virtual WAN",
        evidence: { value: "DHGroup1", allowed: ["ECP384", "ECP256", "DHGroup24", "DHGroup14"] },
        remedy: "Use one of ECP384, ECP256, DHGroup24, DHGroup14.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].encryption_algorithm",
        message: "IPsec encryption AES192 of site bergen, link a is not one that Azure lists for Virtual WAN",
        evidence: { value: "AES192", allowed: ["GCMAES256", "GCMAES128", "AES256", "AES128"] },
        remedy: "Use one of GCMAES256, GCMAES128, AES256, AES128.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].ike_encryption_algorithm",
        message: "IKE encryption DES3 of site bergen, link a is not one that Azure lists for Virtual WAN",
        evidence: { value: "DES3", allowed: ["GCMAES256", "GCMAES128", "AES256", "AES128"] },
        remedy: "Use one of GCMAES256, GCMAES128, AES256, AES128.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].ike_integrity_algorithm",
        message: "IKE integrity MD5 of site bergen, link a is not one that Azure lists for Virtual WAN",
        evidence: { value: "MD5", allowed: ["SHA384", "SHA256"] },
        remedy: "Use one of SHA384, SHA256.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].integrity_algorithm",
        message: "IPsec integrity SHA1 of site bergen, link a is not one that Azure lists for Virtual WAN",
        evidence: { value: "SHA1", allowed: ["GCMAES256", "GCMAES128", "SHA256"] },
        remedy: "Use one of GCMAES256, GCMAES128, SHA256.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].pfs_group",
        message: "PFS group PFS1 of site bergen, link a is not one that Azure lists for Virtual WAN",
        evidence: { value: "PFS1", allowed: ["ECP384", "ECP256", "PFS24", "PFS14"] },
        remedy: "Use one of ECP384, ECP256, PFS24, PFS14.",
      },
    ]);
  });

  test("takes no other spelling", () => {
    expect(said(ipsecPolicyStrong, { [`${POLICY}.dh_group`]: "ecp384" })).toHaveLength(1);
  });

  test.each([
    ["GCMAES256", "SHA256"],
    ["AES256", "GCMAES256"],
    ["GCMAES256", "GCMAES128"],
    ["GCMAES128", "GCMAES256"],
  ])("refuses IPsec %s with %s", (encryption, integrity) => {
    expect(said(ipsecPolicyStrong, esp(encryption, integrity))).toStrictEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].integrity_algorithm",
        message: `IPsec encryption ${encryption} of site bergen, link a doesn't go with IPsec integrity ${integrity}`,
        evidence: { encryption, integrity },
        remedy: "Use GCMAES256 for both, or GCMAES128 for both, or SHA256 as integrity with AES256 or AES128.",
      },
    ]);
  });

  test("warns where there is no perfect forward secrecy", () => {
    expect(said(ipsecPolicyStrong, { [`${POLICY}.pfs_group`]: "None" })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].pfs_group",
        message: "site bergen, link a has PFS group None: whoever learns one key can read what later keys protect",
        evidence: { value: "None", allowed: ["ECP384", "ECP256", "PFS24", "PFS14"] },
        remedy: "Use ECP384, or another group that the device speaks: ECP256, PFS24, PFS14.",
      },
    ]);
  });

  test("leaves encryption None to encryption-on", () => {
    expect(said(ipsecPolicyStrong, esp("None", "SHA256"))).toEqual([]);
    expect(said(ipsecPolicyStrong, esp("None", "GCMAES256"))).toEqual([]);
  });

  test("is undecided on an unknown value, and still refuses a known one", () => {
    expect(
      said(ipsecPolicyStrong, { ...esp("${local.esp}", "GCMAES256"), [`${POLICY}.dh_group`]: "DHGroup2" }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].dh_group",
        message: "DH group DHGroup2 of site bergen, link a is not one that Azure lists for Virtual WAN",
        evidence: { value: "DHGroup2", allowed: ["ECP384", "ECP256", "DHGroup24", "DHGroup14"] },
        remedy: "Use one of ECP384, ECP256, DHGroup24, DHGroup14.",
      },
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].encryption_algorithm",
        message: "the IPsec encryption of site bergen, link a is unknown",
        evidence: {},
        decidedBy: ["local.esp"],
      },
    ]);
  });

  test("is undecided on an unknown policy", () => {
    expect(
      said(ipsecPolicyStrong, { "azurerm_vpn_gateway_connection.bergen.vpn_link[0].ipsec_policy": "${var.policy}" }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy",
        message: "the IPsec policy of site bergen, link a is unknown, and so is whether its algorithms are strong",
        evidence: {},
        decidedBy: ["var.policy"],
      },
    ]);
  });
});
