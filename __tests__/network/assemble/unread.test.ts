import { unreadOf } from "../../../network/assemble/unread";
import type { Resource } from "../../../network/resource";

function resource(address: string, attributes: Resource["attributes"]): Resource {
  const [type = ""] = address.split(".");
  return { address, type, standing: "managed", input: "plan.json", attributes };
}

const AZAPI = resource("azapi_resource.spoke", {
  type: "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections@2024-05-01",
});
const OPEN = resource("azapi_resource.open", {});
const TEMPLATE = resource("azurerm_resource_group_template_deployment.all", {});

describe("what an input doesn't show", () => {
  test.each([
    ["a resource of which only Terraform can tell how many there are", "azurerm_vpn_site.branch", "azurerm_vpn_site"],
    ["one in a module", 'module.a["x.y"].azurerm_vpn_site.branch["b"]', "azurerm_vpn_site"],
    ["an attribute that isn't read", "azurerm_virtual_hub.weu.some_flag", "azurerm_virtual_hub"],
    ["what azapi makes", AZAPI.address, "azurerm_virtual_hub_connection"],
  ])("brings what it is: %s", (_, address, type) => {
    const unread = { address, reason: "", unknown: { decidedBy: [address] } };
    expect(unreadOf([unread], [AZAPI, OPEN, TEMPLATE])).toEqual([{ ...unread, brings: [type] }]);
  });

  test.each([
    ["a module", "module.spokes"],
    ["azapi with a type that can't be told", OPEN.address],
    ["a template", TEMPLATE.address],
    ["a type that nobody has heard of", "azurerm_virtual_hub_teleport.x"],
  ])("may bring anything: %s", (_, address) => {
    const unread = { address, reason: "", unknown: { decidedBy: [address] } };
    expect(unreadOf([unread], [AZAPI, OPEN, TEMPLATE])).toEqual([unread]);
  });
});
