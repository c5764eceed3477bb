import {
  EXPRESSROUTE_REFUSED_ASNS,
  isFourByteAsn,
  parseAsn,
  RESERVED_ASNS,
  reservedAsn,
  VPN_GATEWAY_ASN,
} from "../../address/asn";

test.each([1, 64512, 65534, 65552, 4294967294, 4294967295])("%d is an ASN", (asn) => {
  expect(parseAsn(asn)).toEqual({ ok: true, value: asn });
});

test("an ASN may come as text, as Terraform allows", () => {
  expect(parseAsn("65010")).toEqual({ ok: true, value: 65010 });
});

test.each([
  [0, "an ASN is a number from 1 to 4294967295"],
  [-1, "an ASN is a number from 1 to 4294967295"],
  [4294967296, "an ASN is a number from 1 to 4294967295"],
  [65010.5, "an ASN is a whole number"],
  [0.5, "an ASN is a number from 1 to 4294967295"],
  [Number.POSITIVE_INFINITY, "an ASN is a number from 1 to 4294967295"],
  ["0", "an ASN is a number from 1 to 4294967295"],
  ["9".repeat(400), "an ASN is a number from 1 to 4294967295"],
  ["", "an ASN is a whole number"],
  [" 65010", "an ASN is a whole number"],
  ["-65010", "an ASN is a whole number"],
  ["6e4", "an ASN is a whole number"],
  ["0xfdf2", "an ASN is a whole number"],
  ["65536.1", "an ASN is a whole number"],
  ["1.65536", "an ASN is a whole number"],
  ["0.0", "an ASN is a whole number"],
  ["AS0", "an ASN is a whole number"],
  ["AS9999999999", "an ASN is a whole number"],
  ["1.2.3", "an ASN is a whole number"],
  [undefined, "an ASN is a whole number"],
  [true, "an ASN is a whole number"],
  [[65010], "an ASN is a whole number"],
  [null, "an ASN is a whole number"],
  [Number.NaN, "an ASN is a whole number"],
])("%p is no ASN: %s", (asn, problem) => {
  expect(parseAsn(asn)).toEqual({ ok: false, problem });
});

test.each([
  ["65.10", 4259850],
  ["0.65010", 65010],
  ["65535.65535", 4294967295],
  ["AS65010", 65010],
  ["as 65010", 65010],
])("%j is no ASN, but tells which is meant: %d", (text, meant) => {
  expect(parseAsn(text)).toEqual({ ok: false, problem: `an ASN is a whole number; right would be ${meant}`, meant });
});

test("these ASNs are reserved, each with a reason", () => {
  expect(RESERVED_ASNS.map(({ first, last, by, reason }) => `${first}-${last} ${by}: ${reason}`)).toEqual([
    "8074-8075 Azure: Microsoft's public networks",
    "12076-12076 Azure: Microsoft's side of ExpressRoute",
    "65515-65515 Azure: Virtual WAN's own gateways and hubs",
    "65516-65516 Azure: not among the private ASNs that Azure lists as usable",
    "65517-65520 Azure: Azure's internal routing",
    "23456-23456 IANA: AS_TRANS",
    "64496-64511 IANA: documentation",
    "65535-65551 IANA: reserved and documentation",
    "4294967295-4294967295 IANA: reserved",
  ]);
});

test("Azure keeps 65515 for its gateways, and 65515 to 65520 off ExpressRoute peerings", () => {
  expect([VPN_GATEWAY_ASN, EXPRESSROUTE_REFUSED_ASNS]).toEqual([65515, { first: 65515, last: 65520 }]);
});

test.each([
  [8073, undefined],
  [8074, "Azure"],
  [8075, "Azure"],
  [8076, undefined],
  [12076, "Azure"],
  [23456, "IANA"],
  [64495, undefined],
  [64496, "IANA"],
  [64511, "IANA"],
  [64512, undefined],
  [65514, undefined],
  [65515, "Azure"],
  [65516, "Azure"],
  [65517, "Azure"],
  [65520, "Azure"],
  [65521, undefined],
  [65534, undefined],
  [65535, "IANA"],
  [65551, "IANA"],
  [65552, undefined],
  [4294967294, undefined],
  [4294967295, "IANA"],
])("ASN %d is reserved by %s", (asn, by) => {
  expect(reservedAsn(asn)?.by).toBe(by);
});

test("an ASN over 65535 needs four bytes", () => {
  expect([65535, 65536].map(isFourByteAsn)).toEqual([false, true]);
});
