import type { Negotiation } from "../../configuration/device-configuration";

// Azure's words in strongSwan's. https://docs.strongswan.org/docs/latest/config/proposals.html

const ENCRYPTION: ReadonlyMap<string, string> = new Map([
  ["GCMAES256", "aes256gcm16"],
  ["GCMAES128", "aes128gcm16"],
  ["AES256", "aes256"],
  ["AES128", "aes128"],
]);
const INTEGRITY: ReadonlyMap<string, string> = new Map([
  ["SHA384", "sha384"],
  ["SHA256", "sha256"],
]);
const GROUP: ReadonlyMap<string, string> = new Map([
  ["ECP384", "ecp384"],
  ["ECP256", "ecp256"],
  ["DHGroup14", "modp2048"],
  ["DHGroup24", "modp2048s256"],
]);
const PFS: ReadonlyMap<string, string> = new Map([
  ["ECP384", "-ecp384"],
  ["ECP256", "-ecp256"],
  ["PFS14", "-modp2048"],
  ["PFS24", "-modp2048s256"],
  ["None", ""],
]);

/** What a tunnel offers, or what can't be had of it, in words that follow its name. */
export type Proposals = { readonly ike: string; readonly esp: string } | { readonly fault: string };

/** The one proposal for IKE and the one for ESP that Azure's policy comes to. */
export function proposalsOf(negotiation: Negotiation): Proposals {
  const ike = ikeOf(negotiation);
  const esp = espOf(negotiation);
  return ike === undefined || esp === undefined ? { fault: faultOf(negotiation, ike, esp) } : { ike, esp };
}

// With GCM nothing else protects the integrity of IKE: what Azure calls that is the pseudo-random function (inference).
function ikeOf({ ikeEncryption, ikeIntegrity, dhGroup }: Negotiation): string | undefined {
  const encryption = ENCRYPTION.get(ikeEncryption);
  const integrity = INTEGRITY.get(ikeIntegrity);
  const group = GROUP.get(dhGroup);
  if (encryption === undefined || integrity === undefined || group === undefined) {
    return undefined;
  }
  return [encryption, isGcm(ikeEncryption) ? `prf${integrity}` : integrity, group].join("-");
}

function espOf({ ipsecEncryption, ipsecIntegrity, pfsGroup }: Negotiation): string | undefined {
  const encryption = ENCRYPTION.get(ipsecEncryption);
  const pfs = PFS.get(pfsGroup);
  if (encryption === undefined || pfs === undefined) {
    return undefined;
  }
  if (isGcm(ipsecEncryption)) {
    return ipsecIntegrity === ipsecEncryption ? `${encryption}${pfs}` : undefined;
  }
  return ipsecIntegrity === "SHA256" ? `${encryption}-sha256${pfs}` : undefined;
}

function isGcm(name: string): boolean {
  return name.startsWith("GCM");
}

function faultOf(negotiation: Negotiation, ike: string | undefined, esp: string | undefined): string {
  const { ikeEncryption, ikeIntegrity, dhGroup, ipsecEncryption, ipsecIntegrity, pfsGroup } = negotiation;
  const wrong = [
    ...(ike === undefined ? [`IKE ${ikeEncryption}, ${ikeIntegrity}, ${dhGroup}`] : []),
    ...(esp === undefined ? [`ESP ${ipsecEncryption}, ${ipsecIntegrity}, PFS ${pfsGroup}`] : []),
  ];
  return `strongSwan has no words for ${wrong.join(" and ")}, or should have none; ${PRESET} works: ${PRESET_VALUES}`;
}

/** A preset of this package that both ends do. */
export const PRESET = "GCMAES256_ECP384";
const PRESET_VALUES = "IKE AES256, SHA384, ECP384; ESP GCMAES256, GCMAES256, PFS ECP384";
