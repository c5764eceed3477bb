import { Token } from "cdktf";
import { Complaints, InvalidConstructError } from "../../../lib/terraform/complaints";

function complaintsAfter(checks: (complaints: Complaints) => void): readonly string[] {
  const complaints = new Complaints();
  checks(complaints);
  try {
    complaints.throwFor("weu/hub");
    return [];
  } catch (error) {
    if (error instanceof InvalidConstructError) {
      return error.complaints;
    }
    throw error;
  }
}

test("all complaints of a construct are one error, with its path", () => {
  const complaints = new Complaints();
  complaints.prefix("addressPrefix", "10.0.0.5/23");
  complaints.asn("peerAsn", 0);
  let thrown: unknown;
  try {
    complaints.throwFor("weu/corp/hub");
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(InvalidConstructError);
  expect(thrown).toHaveProperty("name", "InvalidConstructError");
  expect(thrown).toHaveProperty("constructPath", "weu/corp/hub");
  expect(thrown).toHaveProperty(
    "message",
    [
      "weu/corp/hub",
      '  addressPrefix: "10.0.0.5/23" is not a prefix: it has host bits set; right would be 10.0.0.0/23',
      "  peerAsn: 0 is not an ASN: an ASN is a number from 1 to 4294967295",
    ].join("\n"),
  );
});

test("nothing to complain about throws nothing", () => {
  const checks = (complaints: Complaints) => {
    complaints.prefix("a", "10.0.0.0/23");
    complaints.prefixes("b", ["10.0.0.0/8", "0.0.0.0/0"]);
    complaints.address("c", "10.0.0.1");
    complaints.addresses("d", ["10.0.0.1"]);
    complaints.asn("e", 65010);
    complaints.asns("f", [1, 4294967295]);
    complaints.integer("g", 1, 1, 40);
    complaints.integer("g", 40, 1, 40);
    complaints.oneOf("h", "b", ["a", "b"]);
    complaints.notEmpty("i", "x");
  };
  expect(complaintsAfter(checks)).toEqual([]);
});

test("what isn't given isn't complained about", () => {
  const checks = (complaints: Complaints) => {
    complaints.prefix("a", undefined);
    complaints.prefixes("b", undefined);
    complaints.address("c", undefined);
    complaints.addresses("d", undefined);
    complaints.asn("e", undefined);
    complaints.asns("f", undefined);
    complaints.integer("g", undefined, 1, 40);
    complaints.oneOf("h", undefined, ["a"]);
    complaints.notEmpty("i", undefined);
    complaints.secret("j", undefined);
  };
  expect(complaintsAfter(checks)).toEqual([]);
});

test("what only Terraform knows isn't complained about", () => {
  const token = Token.asAny("${var.x}");
  const checks = (complaints: Complaints) => {
    complaints.prefix("a", Token.asString(token));
    complaints.prefix("a", `10.${Token.asString(token)}.0.0/16`);
    complaints.prefix("a", "10.${var.x}.0.0/16");
    complaints.prefixes("b", Token.asList(token));
    complaints.prefixes("b", ["${var.x}"]);
    complaints.address("c", Token.asString(token));
    complaints.addresses("d", Token.asList(token));
    complaints.asn("e", Token.asNumber(token));
    complaints.asns("f", [Token.asNumber(token)]);
    complaints.asns("f", Token.asNumberList(token));
    complaints.integer("g", Token.asNumber(token), 1, 40);
    complaints.oneOf("h", Token.asAny(token), ["a"]);
    complaints.notEmpty("i", Token.asString(token));
    complaints.secret("j", Token.asString(token));
  };
  expect(complaintsAfter(checks)).toEqual([]);
});

test("a list of prefixes or addresses says which one is wrong", () => {
  const checks = (complaints: Complaints) => {
    complaints.prefixes("destinations", ["10.0.0.0/8", "10.0.0.0"]);
    complaints.addresses("dnsServers", ["10.0.0.256"]);
    complaints.asns("asPath", [65010, 65010.5]);
  };
  expect(complaintsAfter(checks)).toEqual([
    'destinations[1]: "10.0.0.0" is not a prefix: it has no mask',
    'dnsServers[0]: "10.0.0.256" is not an IP address: octet 256 is over 255',
    "asPath[1]: 65010.5 is not an ASN: an ASN is a whole number",
  ]);
});

test("IPv6 is refused where Azure takes IPv4 only, and taken where it doesn't matter", () => {
  const checks = (complaints: Complaints) => {
    complaints.prefix("addressPrefix", "fd00::/64");
    complaints.address("peer", "fd00::1");
    complaints.prefix("addressSpace", "fd00::/64", { family: "any" });
    complaints.address("six", "10.0.0.1", { family: 6 });
  };
  expect(complaintsAfter(checks)).toEqual([
    'addressPrefix: "fd00::/64" is not a prefix: Azure takes IPv4 only here',
    'peer: "fd00::1" is not an IP address: Azure takes IPv4 only here',
    'six: "10.0.0.1" is not an IP address: Azure takes IPv6 only here',
  ]);
});

test.each([0, 41, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
  "%d is no number of scale units from 1 to 40",
  (value) => {
    expect(complaintsAfter((complaints) => complaints.integer("scaleUnits", value, 1, 40, "Azure's page"))).toEqual([
      `scaleUnits: ${value} is not a whole number from 1 to 40 (Azure's page)`,
    ]);
  },
);

test("a value outside a closed set is shown with the set", () => {
  expect(complaintsAfter((complaints) => complaints.oneOf<string>("tier", "Gold", ["Local", "Premium"]))).toEqual([
    'tier: "Gold" is not one of "Local", "Premium"',
  ]);
});

test("a text of spaces is empty", () => {
  expect(complaintsAfter((complaints) => complaints.notEmpty("name", "  "))).toEqual(["name: it is empty"]);
});

test("a secret in the clear is refused without being shown", () => {
  expect(complaintsAfter((complaints) => complaints.secret("authorizationKey", "hV3nQ8sLr5TzWk2Yb7Xc"))).toEqual([
    "authorizationKey: a secret in code ends up in Git and in plans; pass a sensitive Terraform variable instead",
  ]);
});
