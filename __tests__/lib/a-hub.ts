import type { TerraformStack } from "cdktf";
import { VirtualHub } from "../../lib/hub/virtual-hub";
import { VirtualWan } from "../../lib/hub/virtual-wan";

/** Where the network resources of the tests are in Azure. */
export const NETWORK = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";

/** A WAN and a hub `hub` in West Europe, with the prefix 10.100.0.0/23. */
export function hubIn(stack: TerraformStack): VirtualHub {
  const wan = new VirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg", location: "westeurope" });
  return new VirtualHub(stack, "hub", { wan, name: "hub-weu", location: "westeurope", addressPrefix: "10.100.0.0/23" });
}
