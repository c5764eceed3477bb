import { Secret } from "../../../network/resource";
import { expressroutePeeringValid } from "../../../policies/rules/expressroute-peering-valid";
import { networkOf } from "../../support/network";
import { type Changes, said, saidOf } from "./judging";
import { SOUND } from "./sound";

const PEERING = "azurerm_express_route_circuit_peering.stockholm";
const NAME = "private peering of circuit erc-stockholm";
const PRIMARY = `${PEERING}.primary_peer_address_prefix`;
const SECONDARY = `${PEERING}.secondary_peer_address_prefix`;
const VLAN = `${PEERING}.vlan_id`;

function messages(changes: Changes): unknown[] {
  return said(expressroutePeeringValid, changes).map(({ outcome, path, message }) => [outcome, path, message]);
}

/** What is said of a key of which a plan tells no more than this. */
function saidOfKey(key: Secret) {
  const network = networkOf(SOUND);
  const peerings = network.peerings.map((peering) => {
    const attributes = { ...peering.resource.attributes, shared_key: key };
    return { ...peering, resource: { ...peering.resource, attributes } };
  });
  return saidOf(expressroutePeeringValid, { ...network, peerings });
}

describe("expressroute-peering-valid", () => {
  test("takes two /30s, and none where the provider manages the peering", () => {
    expect(messages({})).toEqual([]);
    expect(messages({ [PRIMARY]: undefined, [SECONDARY]: undefined })).toEqual([]);
    expect(messages({ [PRIMARY]: null, [SECONDARY]: null })).toEqual([]);
  });

  test("refuses a subnet that is no IPv4 /30", () => {
    expect(said(expressroutePeeringValid, { [PRIMARY]: "172.29.0.8/29" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: PEERING,
        path: "primary_peer_address_prefix",
        message: "172.29.0.8/29 of private peering of circuit erc-stockholm is no IPv4 /30",
        remedy: "Use one /30 for the primary and another for the secondary link.",
        evidence: { prefix: "172.29.0.8/29" },
      },
    ]);
    expect(messages({ [SECONDARY]: "2001:db8::/126" })).toEqual([
      [
        "violation",
        "secondary_peer_address_prefix",
        "2001:db8::/126 of private peering of circuit erc-stockholm is no IPv4 /30",
      ],
    ]);
  });

  test("refuses the same subnet twice, also where only its text differs", () => {
    const same =
      "the subnets of private peering of circuit erc-stockholm are not distinct: 172.29.0.0/30 and 172.29.0.0/30";
    expect(said(expressroutePeeringValid, { [SECONDARY]: "172.29.0.0/30" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: PEERING,
        path: "secondary_peer_address_prefix",
        message: same,
        remedy: "Use two /30 subnets that don't overlap.",
        evidence: { primary: "172.29.0.0/30", secondary: "172.29.0.0/30" },
      },
    ]);
    expect(messages({ [SECONDARY]: "172.29.0.2/30" })).toEqual([["violation", "secondary_peer_address_prefix", same]]);
  });

  test("refuses one subnet alone", () => {
    expect(said(expressroutePeeringValid, { [SECONDARY]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: PEERING,
        path: "secondary_peer_address_prefix",
        message: "private peering of circuit erc-stockholm has one subnet only",
        remedy:
          "Set secondary_peer_address_prefix to another /30, or leave both out where the provider manages the peering.",
        evidence: {},
      },
    ]);
  });

  test.each([0, -1, 4095, 77.5])("refuses VLAN %d", (vlan) => {
    expect(said(expressroutePeeringValid, { [VLAN]: vlan })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: PEERING,
        path: "vlan_id",
        message: `VLAN ${vlan} of ${NAME} is not in 1 to 4094`,
        remedy: "Use the VLAN that your provider gave you, a whole number of 1 to 4094.",
        evidence: { vlan },
      },
    ]);
  });

  test.each([1, 4094])("takes VLAN %d", (vlan) => {
    expect(messages({ [VLAN]: vlan })).toEqual([]);
  });

  test("refuses a key that is too long, empty or no letters and digits, without showing it", () => {
    expect(said(expressroutePeeringValid, { [`${PEERING}.shared_key`]: "Hidden-Key-of-26-Letters-x" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: PEERING,
        path: "shared_key",
        message:
          "the key of private peering of circuit erc-stockholm has 26 characters, some of them no letters or digits",
        remedy: "Use a key of 1 to 25 letters and digits.",
        evidence: { length: 26, alphanumeric: false },
      },
    ]);
    const tooLong = new Secret("sensitive", { length: 26, allowedCharacters: true, alphanumeric: true });
    expect(saidOfKey(tooLong).map(({ message }) => message)).toEqual([
      "the key of private peering of circuit erc-stockholm has 26 characters",
    ]);
    const empty = new Secret("sensitive", { length: 0, allowedCharacters: true, alphanumeric: true });
    expect(saidOfKey(empty).map(({ message }) => message)).toEqual([
      "the key of private peering of circuit erc-stockholm has 0 characters",
    ]);
  });

  test("takes a key of 25 letters and digits, and a secret of which nothing is told", () => {
    expect(messages({ [`${PEERING}.shared_key`]: "abcdefghijklmnopqrstuvwx5" })).toEqual([]);
    expect(messages({ [`${PEERING}.shared_key`]: "${var.psk}" })).toEqual([]);
  });

  test("can't tell of unknown values", () => {
    expect(
      messages({
        [PRIMARY]: "${var.primary}",
        [VLAN]: "${var.vlan}",
        [`${PEERING}.shared_key`]: "${var.open_key}",
      }),
    ).toEqual([
      [
        "undecided",
        "primary_peer_address_prefix",
        "a subnet of private peering of circuit erc-stockholm is unknown, so it may be no /30, or the other one's",
      ],
      [
        "undecided",
        "shared_key",
        "the key of private peering of circuit erc-stockholm is unknown, so it may be one that Azure refuses",
      ],
      [
        "undecided",
        "vlan_id",
        "the VLAN of private peering of circuit erc-stockholm is unknown, so it may be none of 1 to 4094",
      ],
    ]);
  });
});
