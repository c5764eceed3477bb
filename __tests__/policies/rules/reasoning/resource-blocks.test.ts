import { blocksOfType, managedBlocks } from "../../../../policies/rules/reasoning/resource-blocks";
import { networkOf } from "../../../support/network";

const FIREWALL = { name: "afw", resource_group_name: "rg" };
const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/far";

const network = networkOf({
  resource: {
    azurerm_firewall: { made: { ...FIREWALL, location: "westeurope", sku_name: "AZFW_Hub", sku_tier: "Standard" } },
    azurerm_vpn_gateway: { weu: { name: "vpng", virtual_hub_id: ID } },
  },
  data: { azurerm_firewall: { read: FIREWALL } },
});

const addresses = (blocks: ReturnType<typeof blocksOfType>) => blocks.map(({ resource }) => resource.address).sort();

test("what an input makes is read; what it only looks up, or names by an id, describes nothing", () => {
  expect(addresses(blocksOfType(network, "azurerm_firewall"))).toEqual(["azurerm_firewall.made"]);
  expect(addresses(blocksOfType(network, "azurerm_virtual_hub"))).toEqual([]);
  expect(addresses(managedBlocks(network, "azurerm_firewall"))).toEqual(["azurerm_firewall.made"]);
});
