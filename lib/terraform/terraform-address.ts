import type { TerraformResource } from "cdktf";

/** The Terraform address of a resource in its stack: `azurerm_virtual_hub.weu`. Fixes its name: call it at synthesis. */
export function addressOf(resource: TerraformResource): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}
