import type { Negotiation } from "../../device/configuration/device-configuration";

// What strongSwan calls the algorithms that were agreed, beside Azure's names for them.
const ENCRYPTION: ReadonlyMap<string, string> = new Map([
  ["AES128", "AES_CBC-128"],
  ["AES256", "AES_CBC-256"],
  ["GCMAES128", "AES_GCM_16-128"],
  ["GCMAES256", "AES_GCM_16-256"],
]);
const INTEGRITY: ReadonlyMap<string, string> = new Map([
  ["SHA256", "HMAC_SHA2_256_128"],
  ["SHA384", "HMAC_SHA2_384_192"],
]);
const FUNCTION: ReadonlyMap<string, string> = new Map([
  ["SHA256", "PRF_HMAC_SHA2_256"],
  ["SHA384", "PRF_HMAC_SHA2_384"],
]);
const GROUP: ReadonlyMap<string, string> = new Map([
  ["DHGroup14", "MODP_2048"],
  ["PFS14", "MODP_2048"],
  ["DHGroup24", "MODP_2048_256"],
  ["PFS24", "MODP_2048_256"],
  ["ECP256", "ECP_256"],
  ["ECP384", "ECP_384"],
]);

/** What a tunnel must have agreed on, in strongSwan's words: in IKE, and in ESP once keys were made anew. */
export function agreedIn(negotiation: Negotiation): { readonly ike: string; readonly esp: string } {
  const { ikeEncryption, ikeIntegrity, dhGroup, ipsecEncryption, ipsecIntegrity, pfsGroup } = negotiation;
  const isGcm = (name: string) => name.startsWith("GCM");
  const named = (names: ReadonlyMap<string, string>, name: string) => names.get(name) ?? name;
  return {
    ike: [
      named(ENCRYPTION, ikeEncryption),
      ...(isGcm(ikeEncryption) ? [] : [named(INTEGRITY, ikeIntegrity)]),
      named(FUNCTION, ikeIntegrity),
      named(GROUP, dhGroup),
    ].join("/"),
    esp: [
      named(ENCRYPTION, ipsecEncryption),
      ...(isGcm(ipsecEncryption) ? [] : [named(INTEGRITY, ipsecIntegrity)]),
      ...(pfsGroup === "None" ? [] : [named(GROUP, pfsGroup)]),
    ].join("/"),
  };
}
