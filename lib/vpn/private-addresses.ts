import { Lazy, type Postcondition, TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { inExpression } from "../terraform/expression";
import { named, terraformName } from "../terraform/names";
import { once } from "../terraform/once";
import { GATEWAY_INSTANCES, type VpnGatewayInstance } from "./vpn-gateway-instance";

/**
 * Fails the apply where a gateway has a private address outside the prefix of its hub: tunnels would end somewhere else
 * than the configuration says.
 *
 * How Terraform evaluates it: `cidrhost("<address>/<length of the hub prefix>", 0)` is the first address of the network
 * that the address would be in, so it equals that of the hub prefix exactly where the address is inside. Addresses are
 * known once the gateway is there, so the first plan can't check it, the first apply does, and so does every plan after.
 * An instance that Azure tells no address of is left out.
 *
 * @param hubPrefix the prefix, or a reference to it
 */
export function privateAddressesInside(hubPrefix: string): Postcondition {
  return {
    condition: `\${alltrue([for c in self.ip_configuration : ${isInside(hubPrefix)} if ${IS_TOLD}])}`,
    errorMessage: `A private address of the VPN gateway is outside the prefix of its hub, ${hubPrefix}.`,
  };
}

/** Whether Azure tells a private address of `c`, an instance among `ip_configuration`. */
const IS_TOLD = `can(${networkOf('"32"')})`;

function isInside(hubPrefix: string): string {
  const prefix = inExpression(hubPrefix);
  return `${networkOf(`split("/", ${prefix})[1]`)} == cidrhost(${prefix}, 0)`;
}

function networkOf(length: string): string {
  return `cidrhost(join("/", [c.private_ip_address, ${length}]), 0)`;
}

/**
 * Whether both instances of a gateway have a private address, inside its hub as far as the prefix of that is known: tunnels
 * on the private path end there.
 *
 * @param address Terraform address of the gateway
 */
export function hasBothAddresses(address: string, hubPrefix: string | undefined): string {
  const right = hubPrefix === undefined ? IS_TOLD : `try(${isInside(hubPrefix)}, false)`;
  const has = (instance: string) =>
    `anytrue([for c in ${address}.ip_configuration : c.id == ${JSON.stringify(instance)} && ${right}])`;
  return GATEWAY_INSTANCES.map(has).join(" && ");
}

/** The Terraform output with what a VPN device needs to know: where tunnels end, and what to peer with. */
export function addressOutput(
  gateway: Construct,
  instance0: VpnGatewayInstance,
  instance1: VpnGatewayInstance,
): TerraformOutput {
  const addressesOf = (instance: VpnGatewayInstance) => ({
    privateAddress: instance.privateAddress,
    bgpAddress: instance.bgpAddress,
  });
  const output = new TerraformOutput(gateway, "addresses", {
    description: "Per instance of the VPN gateway: the private address where tunnels end, and the BGP address.",
    // Asked for when Terraform is written: whoever looks at an address fixes the name of the gateway.
    value: Lazy.anyValue({
      produce: once(() => ({ instance0: addressesOf(instance0), instance1: addressesOf(instance1) })),
    }),
  });
  named(output, `vpn_gateway_addresses_${terraformName(gateway)}`);
  return output;
}
