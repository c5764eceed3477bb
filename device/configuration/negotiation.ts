import type { Field } from "../../network/field";
import type { IpsecPolicy } from "../../network/network";
import type { Negotiation } from "./device-configuration";
import type { PlannedLink } from "./planned-links";

/**
 * What Azure takes where nobody set a policy, as a live Virtual WAN gateway was seen to take it from strongSwan: of its
 * default offers the strongest with a MODP group of 2048 bits, and no perfect forward secrecy, which Azure doesn't ask
 * for there. https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec
 */
const AZURE_DEFAULT = {
  isExplicit: false,
  ikeEncryption: "AES256",
  ikeIntegrity: "SHA256",
  dhGroup: "DHGroup14",
  ipsecEncryption: "AES256",
  ipsecIntegrity: "SHA256",
  pfsGroup: "None",
} as const;

/** Azure's own lifetimes, where nobody wrote others: an hour, or 102,400,000 kilobytes. */
const AZURE_LIFETIME_SECONDS = 3600;
const AZURE_DATA_SIZE_KILOBYTES = 102_400_000;

/** Lifetimes as Azure's file has them. */
export interface Lifetimes {
  readonly saLifetimeSeconds: number | undefined;
  readonly saDataSizeKilobytes: number | undefined;
}

/** Says that something about a tunnel can't be told, or can't be had. */
export type Refuse = (message: string) => void;

/** What both ends of a link agree on; undefined, and refused, where the inputs don't tell it. */
export function negotiationOf(
  place: string,
  planned: PlannedLink | undefined,
  lifetimes: Lifetimes,
  refuse: Refuse,
): Negotiation | undefined {
  const policies = planned?.connected.ipsecPolicies;
  const [policy] = policies?.items ?? [];
  if (policy === undefined && policies?.unknown !== undefined) {
    refuse(`which IPsec policy it has can't be told; hand over the plan that tells ${decidedBy(policies)}`);
    return undefined;
  }
  return policy === undefined ? defaultsAt(place, lifetimes) : written(place, policy, lifetimes, refuse);
}

function defaultsAt(place: string, { saLifetimeSeconds, saDataSizeKilobytes }: Lifetimes): Negotiation {
  return {
    place,
    ...AZURE_DEFAULT,
    saLifetimeSeconds: saLifetimeSeconds ?? AZURE_LIFETIME_SECONDS,
    saDataSizeKilobytes: saDataSizeKilobytes ?? AZURE_DATA_SIZE_KILOBYTES,
  };
}

function written(place: string, policy: IpsecPolicy, lifetimes: Lifetimes, refuse: Refuse): Negotiation | undefined {
  let isTold = true;
  const told = <T>(field: Field<T>): T | undefined => {
    if (field.state !== "known") {
      isTold = false;
      const why =
        field.state === "unknown" ? `; hand over the plan that tells ${field.unknown.decidedBy.join(", ")}` : "";
      refuse(`${field.path} can't be told${why}`);
    }
    return field.state === "known" ? field.value : undefined;
  };
  const names = {
    ikeEncryption: told(policy.ikeEncryption) ?? "",
    ikeIntegrity: told(policy.ikeIntegrity) ?? "",
    dhGroup: told(policy.dhGroup) ?? "",
    ipsecEncryption: told(policy.ipsecEncryption) ?? "",
    ipsecIntegrity: told(policy.ipsecIntegrity) ?? "",
    pfsGroup: told(policy.pfsGroup) ?? "",
  };
  const seconds = lifetimes.saLifetimeSeconds ?? told(policy.saLifetimeSeconds) ?? AZURE_LIFETIME_SECONDS;
  const kilobytes = lifetimes.saDataSizeKilobytes ?? told(policy.saDataSizeKilobytes) ?? AZURE_DATA_SIZE_KILOBYTES;
  return isTold
    ? { place, isExplicit: true, ...names, saLifetimeSeconds: seconds, saDataSizeKilobytes: kilobytes }
    : undefined;
}

function decidedBy({ unknown }: { readonly unknown?: { readonly decidedBy: readonly string[] } }): string {
  return (unknown?.decidedBy ?? []).join(", ");
}
