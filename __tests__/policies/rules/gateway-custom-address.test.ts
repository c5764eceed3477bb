import { gatewayCustomAddress } from "../../../policies/rules/gateway-custom-address";
import { type Changes, said } from "./judging";
import { idOf } from "./sound";

const GATEWAY = "azurerm_vpn_gateway.sdc";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const LINK = `${CONNECTION}.vpn_link[0]`;
const FIRST = "bgp_settings[0].instance_0_bgp_peering_address[0].custom_ips";
const SECOND = "bgp_settings[0].instance_1_bgp_peering_address[0].custom_ips";

/** The sound network with custom addresses at both instances, and a link that uses them. */
function custom(first: unknown, second: unknown, more: Changes = {}): Changes {
  return {
    [`${GATEWAY}.bgp_settings[0]`]: { asn: 65515, peer_weight: 0 },
    [`${GATEWAY}.${FIRST}`]: first,
    [`${GATEWAY}.${SECOND}`]: second,
    ...more,
  };
}

function using(...uses: readonly (readonly [unknown, unknown])[]): Changes {
  return {
    [`${LINK}.custom_bgp_address`]: uses.map(([ip_configuration_id, ip_address]) => ({
      ip_configuration_id,
      ip_address,
    })),
  };
}

const BOTH = using(["Instance0", "169.254.21.1"], ["Instance1", "169.254.22.1"]);

function messages(changes: Changes): unknown[] {
  return said(gatewayCustomAddress, changes).map(({ outcome, address, path, message }) => [
    outcome,
    address,
    path,
    message,
  ]);
}

describe("gateway-custom-address", () => {
  test("takes a gateway without custom addresses, and addresses at both ends of the range", () => {
    expect(messages({})).toEqual([]);
    expect(messages(custom(["169.254.21.0"], ["169.254.22.255"]))).toEqual([]);
    expect(messages(custom(["169.254.21.1"], ["169.254.22.1"], BOTH))).toEqual([]);
  });

  test("takes what a gateway tells of its instances for their names", () => {
    const told = (index: number) =>
      `\${${GATEWAY}.bgp_settings[0].instance_${index}_bgp_peering_address[0].ip_configuration_id}`;
    const uses = using([told(0), "169.254.21.1"], [told(1), "169.254.22.1"]);
    expect(messages(custom(["169.254.21.1"], ["169.254.22.1"], uses))).toEqual([]);
    const swapped = using([told(1), "169.254.21.1"], [told(0), "169.254.22.1"]);
    expect(messages(custom(["169.254.21.1"], ["169.254.22.1"], swapped))).toHaveLength(2);
  });

  test.each(["169.254.20.255", "169.254.23.0", "10.0.0.4", "2001:db8::1", "nonsense"])("refuses %s", (text) => {
    expect(said(gatewayCustomAddress, custom([text], ["169.254.22.1"]))).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: GATEWAY,
        path: `${FIRST}[0]`,
        message: `custom BGP address ${text} of Instance0 of VPN gateway vpngw-sdc is not in 169.254.21.0 to 169.254.22.255`,
        remedy:
          "Use an address from 169.254.21.0 to 169.254.22.255, or leave custom_ips out: tunnels over ExpressRoute need none.",
        evidence: { address: text },
      },
    ]);
  });

  test("refuses one address at both instances", () => {
    expect(messages(custom(["169.254.21.1"], ["169.254.21.1"]))).toEqual([
      [
        "violation",
        GATEWAY,
        `${SECOND}[0]`,
        "both instances of VPN gateway vpngw-sdc have the custom BGP address 169.254.21.1",
      ],
    ]);
  });

  test("refuses the address of a BGP peer", () => {
    const peer = { "azurerm_vpn_site.bergen.link[0].bgp.peering_address": "169.254.21.1" };
    expect(messages(custom(["169.254.21.1"], ["169.254.22.1"], peer))).toEqual([
      [
        "violation",
        GATEWAY,
        `${FIRST}[0]`,
        "custom BGP address 169.254.21.1 of VPN gateway vpngw-sdc is also the BGP peer of site bergen, link a (azurerm_vpn_site.bergen)",
      ],
    ]);
  });

  test("refuses a connection that uses an address that the instance doesn't have", () => {
    const swapped = using(["Instance0", "169.254.22.1"], ["Instance1", "169.254.22.1"]);
    expect(said(gatewayCustomAddress, custom(["169.254.21.1"], ["169.254.22.1"], swapped))).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: CONNECTION,
        path: "vpn_link[0].custom_bgp_address[0].ip_address",
        message:
          "site bergen, link a uses custom BGP address 169.254.22.1 of Instance0, which VPN gateway vpngw-sdc (azurerm_vpn_gateway.sdc) doesn't have there",
        remedy: "Add 169.254.22.1 to the custom_ips of that instance, or use one of them.",
        evidence: { address: "169.254.22.1", instance: "Instance0" },
      },
    ]);
    expect(messages(BOTH)).toHaveLength(2);
  });

  test("refuses an instance that there isn't, one instance alone, and a link without BGP", () => {
    const gateway = custom(["169.254.21.1"], ["169.254.22.1"]);
    expect(messages({ ...gateway, ...using(["Instance0", "169.254.21.1"], ["Instance2", "169.254.22.1"]) })).toEqual([
      [
        "violation",
        CONNECTION,
        "vpn_link[0].custom_bgp_address",
        "site bergen, link a uses no custom BGP address of Instance1",
      ],
      [
        "violation",
        CONNECTION,
        "vpn_link[0].custom_bgp_address[1].ip_configuration_id",
        "site bergen, link a uses a custom BGP address of Instance2, which is no instance of a VPN gateway",
      ],
    ]);
    expect(messages({ ...gateway, ...BOTH, [`${LINK}.bgp_enabled`]: false })).toEqual([
      [
        "violation",
        CONNECTION,
        "vpn_link[0].custom_bgp_address",
        "site bergen, link a uses custom BGP addresses, but has no BGP",
      ],
    ]);
  });

  test("can't tell of unknown addresses, nor of those of a gateway that is known by its id only", () => {
    expect(messages(custom(["${var.custom}"], ["169.254.22.1"], BOTH))).toEqual([
      [
        "undecided",
        GATEWAY,
        FIRST,
        "a custom BGP address of Instance0 of VPN gateway vpngw-sdc is unknown, so it may be one that Azure refuses",
      ],
      [
        "undecided",
        CONNECTION,
        "vpn_link[0].custom_bgp_address[0].ip_address",
        "whether Instance0 of VPN gateway vpngw-sdc (azurerm_vpn_gateway.sdc) has 169.254.21.1, which site bergen, link a uses, can't be told",
      ],
    ]);
    const far = { ...BOTH, [`${CONNECTION}.vpn_gateway_id`]: idOf("vpnGateways", "far") };
    expect(messages(far).map((one) => JSON.stringify(one))).toEqual([
      expect.stringContaining(`whether Instance0 of VPN gateway far (${idOf("vpnGateways", "far")}) has 169.254.21.1`),
      expect.stringContaining(`whether Instance1 of VPN gateway far (${idOf("vpnGateways", "far")}) has 169.254.22.1`),
    ]);
  });

  test("can't tell whether a peer that is unknown has a custom address", () => {
    const peer = { "azurerm_vpn_site.bergen.link[0].bgp.peering_address": "${var.peer}" };
    expect(messages(custom(["169.254.21.1"], ["169.254.22.1"], peer))).toEqual([
      [
        "undecided",
        CONNECTION,
        "vpn_link[0].vpn_site_link_id",
        "whether the BGP peer of site bergen, link a has an address of VPN gateway vpngw-sdc (azurerm_vpn_gateway.sdc) can't be told",
      ],
    ]);
    expect(messages(peer)).toEqual([]);
  });
});
