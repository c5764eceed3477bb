import type { TerraformStack } from "cdktf";
import { terraformName } from "../lib/terraform/names";
import { hasBothAddresses } from "../lib/vpn/private-addresses";
import { VpnConnection } from "../lib/vpn/vpn-connection";
import { VpnGateway } from "../lib/vpn/vpn-gateway";

/** A `check` block of Terraform: what doesn't hold is a warning at every plan and apply, and stops neither. */
interface Check {
  readonly assert: readonly { readonly condition: string; readonly error_message: string }[];
}

/**
 * What only a deployed network shows, by the names of the blocks. The gate judges what is written; these look at what Azure
 * says once gateways and connections are there, at `terraform plan -refresh-only` too.
 */
export function deployedChecks(stack: TerraformStack): Readonly<Record<string, Check>> {
  const constructs = stack.node.findAll();
  const gateways = constructs.filter((construct) => construct instanceof VpnGateway);
  const connections = constructs.filter((construct) => construct instanceof VpnConnection);
  return Object.fromEntries([
    ...gateways.map((gateway): [string, Check] => [`vpn_gateway_${terraformName(gateway)}`, ofGateway(gateway)]),
    ...connections
      .filter(({ links }) => links.some(isPrivate))
      .map((one): [string, Check] => [`vpn_connection_${terraformName(one)}`, ofConnection(one)]),
  ]);
}

function ofGateway({ resource, hub }: VpnGateway): Check {
  const address = `azurerm_vpn_gateway.${resource.friendlyUniqueId}`;
  const error_message = `${address} has no private address for each of its instances, inside the hub: tunnels over ExpressRoute have nowhere to end.`;
  return { assert: [{ condition: `\${${hasBothAddresses(address, hub.addressPrefix)}}`, error_message }] };
}

/** A link over ExpressRoute that lost the flag, by somebody's hand, runs its tunnels to public addresses. */
function ofConnection({ resource, links }: VpnConnection): Check {
  const address = `azurerm_vpn_gateway_connection.${resource.friendlyUniqueId}`;
  const assert = links.flatMap((link, index) => {
    const condition = `\${${address}.vpn_link[${index}].local_azure_ip_address_enabled}`;
    const error_message = `vpn_link[${index}] of ${address} runs over ExpressRoute, and doesn't use the gateway's private addresses.`;
    return isPrivate(link) ? [{ condition, error_message }] : [];
  });
  return { assert };
}

function isPrivate({ transport }: VpnConnection["links"][number]): boolean {
  return transport === "ExpressRoute";
}
