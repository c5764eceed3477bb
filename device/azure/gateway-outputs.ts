import type { Address } from "../../address/address";
import type { Spot } from "./spot";
import { INSTANCES, type InstanceName } from "./vpn-download";

/** What the Terraform output of a gateway tells: the addresses of its two instances. */
export interface GatewayAddresses {
  /** The name of the gateway in Terraform: `westeurope` of `azurerm_vpn_gateway.westeurope`. */
  readonly gateway: string;
  readonly instances: readonly GatewayInstance[];
}

export interface GatewayInstance {
  readonly name: InstanceName;
  /** Where tunnels over ExpressRoute end. */
  readonly tunnelAddress: Address;
  readonly bgpAddress: Address | undefined;
}

/** How the outputs begin that stacks of this package have for each gateway. */
export const ADDRESSES_OUTPUT = "vpn_gateway_addresses_";

/** The outputs of gateways in what `terraform output -json` writes. */
export function gatewayOutputsIn(file: Spot): GatewayAddresses[] {
  return file
    .names()
    .filter((name) => name.startsWith(ADDRESSES_OUTPUT))
    .map((name) => ({
      gateway: name.slice(ADDRESSES_OUTPUT.length),
      instances: INSTANCES.flatMap((instance) => {
        const own = file.at(name).at("value").at(instance.toLowerCase());
        const tunnelAddress = own.at("privateAddress").address();
        const bgp = own.at("bgpAddress");
        return tunnelAddress === undefined
          ? []
          : [{ name: instance, tunnelAddress, bgpAddress: bgp.isThere ? bgp.address() : undefined }];
      }),
    }));
}
