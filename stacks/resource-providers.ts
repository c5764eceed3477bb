import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";

/**
 * Azure's resource providers that what is made here belongs to, by the beginning of Terraform types; the first that fits.
 *
 * The names are as Azure lists them: azurerm tells them apart by case, and refuses one that it doesn't find.
 */
const OF_TYPES: readonly (readonly [string, string])[] = [
  ["azurerm_monitor_", "microsoft.insights"],
  ["azurerm_application_insights_", "microsoft.insights"],
  ["azurerm_log_analytics_", "Microsoft.OperationalInsights"],
  ["azurerm_network_", "Microsoft.Network"],
  ["azurerm_virtual_wan", "Microsoft.Network"],
  ["azurerm_virtual_hub", "Microsoft.Network"],
  ["azurerm_virtual_network", "Microsoft.Network"],
  ["azurerm_subnet", "Microsoft.Network"],
  ["azurerm_vpn_", "Microsoft.Network"],
  ["azurerm_express_route_", "Microsoft.Network"],
  ["azurerm_route_map", "Microsoft.Network"],
];

/** The resource providers of what is in a stack, as far as its types are known here, and of what it adds itself. */
export function resourceProvidersOf(stack: TerraformStack, added: Iterable<string>): string[] {
  const used = stack.node.findAll().flatMap((construct) => {
    const isTerraform =
      TerraformResource.isTerraformResource(construct) || TerraformDataSource.isTerraformDataSource(construct);
    return isTerraform ? providersOfType(construct.terraformResourceType) : [];
  });
  return [...new Set([...used, ...added])].sort();
}

function providersOfType(type: string): string[] {
  const found = OF_TYPES.find(([beginning]) => type.startsWith(beginning));
  return found === undefined ? [] : [found[1]];
}
