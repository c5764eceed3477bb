import type { Network } from "../../network/network";
import { type Assertion, flag } from "./assertion";

/** What must hold for WANs, hubs and VPN gateways. */
export function wanAssertions(network: Network): Assertion[] {
  return [
    ...network.wans.flatMap(({ resource: { address } }) => ofWan(address)),
    ...network.hubs.flatMap(({ resource: { address } }) => ofHub(address)),
    ...network.vpnGateways.map(({ resource: { address } }) => ofGateway(address)),
  ];
}

function ofWan(address: string): Assertion[] {
  return [
    {
      rule: "encryption-on",
      address,
      condition: `!${flag(`${address}.disable_vpn_encryption`)}`,
      message: "VPN encryption is switched off",
    },
    {
      rule: "wan-standard",
      address,
      condition: `coalesce(${address}.type, "Standard") == "Standard"`,
      message: "the WAN is not Standard, so it has no ExpressRoute",
    },
  ];
}

function ofHub(address: string): Assertion[] {
  const prefix = `${address}.address_prefix`;
  const length = `tonumber(split("/", ${prefix})[1])`;
  return [
    {
      rule: "wan-standard",
      address,
      condition: `coalesce(${address}.sku, "Standard") == "Standard"`,
      message: "the hub is not Standard, so it has no ExpressRoute",
    },
    {
      rule: "hub-prefix-size",
      address,
      condition: `try(cidrhost(${prefix}, 0) == split("/", ${prefix})[0] && ${length} <= 24, false)`,
      message: "the prefix of the hub is no network of /24 or larger",
    },
  ];
}

function ofGateway(address: string): Assertion {
  return {
    rule: "asn-allowed",
    address,
    condition: `alltrue([for b in ${address}.bgp_settings : b.asn == 65515])`,
    message: "the ASN of the VPN gateway is not 65515, the only one that Azure takes",
  };
}
