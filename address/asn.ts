import type { Parsed } from "./address";

/** The ASN of every Virtual WAN VPN gateway; Azure takes no other. */
export const VPN_GATEWAY_ASN = 65515;

/** What may not be the customer's ASN of an ExpressRoute private peering: 65515 to 65520. */
export const EXPRESSROUTE_REFUSED_ASNS = { first: 65515, last: 65520 } as const;

/** The largest 4-byte ASN that can be written. */
export const LARGEST_ASN = 4294967295;

/** Who keeps an ASN for itself, and what for. */
export interface ReservedAsns {
  readonly first: number;
  readonly last: number;
  readonly by: "Azure" | "IANA";
  readonly reason: string;
}

/**
 * ASNs that a VPN site can't have.
 * https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq#bgp
 *
 * Two inferences: 65516 is in no list of Azure's reserved ones, but Azure's list of usable private ASNs leaves it out too;
 * and the page's last number, 429496729, is 4294967295 cut short.
 */
export const RESERVED_ASNS: readonly ReservedAsns[] = [
  { first: 8074, last: 8075, by: "Azure", reason: "Microsoft's public networks" },
  { first: 12076, last: 12076, by: "Azure", reason: "Microsoft's side of ExpressRoute" },
  { first: 65515, last: 65515, by: "Azure", reason: "Virtual WAN's own gateways and hubs" },
  { first: 65516, last: 65516, by: "Azure", reason: "not among the private ASNs that Azure lists as usable" },
  { first: 65517, last: 65520, by: "Azure", reason: "Azure's internal routing" },
  { first: 23456, last: 23456, by: "IANA", reason: "AS_TRANS" },
  { first: 64496, last: 64511, by: "IANA", reason: "documentation" },
  { first: 65535, last: 65551, by: "IANA", reason: "reserved and documentation" },
  { first: LARGEST_ASN, last: LARGEST_ASN, by: "IANA", reason: "reserved" },
];

/**
 * Reads an ASN: a whole number from 1 to 4294967295, or its digits as text, which Terraform takes for a number too.
 * `meant` has the number where the text tells it: `AS65010`, or the dotted notation of 4-byte ASNs, `1.10`.
 */
export function parseAsn(value: unknown): Parsed<number> {
  const asn = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof asn === "number" && (asn < 1 || asn > LARGEST_ASN)) {
    return { ok: false, problem: `an ASN is a number from 1 to ${LARGEST_ASN}` };
  }
  if (typeof asn === "number" && Number.isInteger(asn)) {
    return { ok: true, value: asn };
  }
  const meant = typeof asn === "string" ? meantAsn(asn) : undefined;
  return meant === undefined
    ? { ok: false, problem: "an ASN is a whole number" }
    : { ok: false, problem: `an ASN is a whole number; right would be ${meant}`, meant };
}

function meantAsn(text: string): number | undefined {
  const prefixed = /^AS ?(\d{1,10})$/i.exec(text)?.[1];
  const [, high, low] = /^(\d{1,5})\.(\d{1,5})$/.exec(text) ?? [];
  if (Number(high) > 65535 || Number(low) > 65535) {
    return undefined;
  }
  const asn = prefixed === undefined ? Number(high) * 65536 + Number(low) : Number(prefixed);
  return asn >= 1 && asn <= LARGEST_ASN ? asn : undefined;
}

/** Who reserves an ASN, if anybody does. */
export function reservedAsn(asn: number): ReservedAsns | undefined {
  return RESERVED_ASNS.find((range) => range.first <= asn && asn <= range.last);
}

/** Whether an ASN needs four bytes. */
export function isFourByteAsn(asn: number): boolean {
  return asn > 65535;
}
