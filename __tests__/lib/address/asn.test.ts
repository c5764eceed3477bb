import { isFourByteAsn, parseAsn, reservedAsn } from "../../../lib/address/asn";

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
  ["65.10", "an ASN is a whole number"],
  [null, "an ASN is a whole number"],
  [Number.NaN, "an ASN is a whole number"],
])("%p is no ASN: %s", (asn, problem) => {
  expect(parseAsn(asn)).toEqual({ ok: false, problem });
});

test.each([
  [8073, undefined],
  [8074, "Azure"],
  [8075, "Azure"],
  [12076, "Azure"],
  [23456, "IANA"],
  [64495, undefined],
  [64496, "IANA"],
  [64511, "IANA"],
  [64512, undefined],
  [65514, undefined],
  [65515, "Azure"],
  [65516, "Azure"],
  [65520, "Azure"],
  [65521, undefined],
  [65534, undefined],
  [65535, "IANA"],
  [65551, "IANA"],
  [65552, undefined],
  [4294967295, "IANA"],
])("ASN %d is reserved by %s", (asn, by) => {
  expect(reservedAsn(asn)?.by).toBe(by);
});

test("an ASN over 65535 needs four bytes", () => {
  expect([65535, 65536].map(isFourByteAsn)).toEqual([false, true]);
});
