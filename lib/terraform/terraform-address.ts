import { TerraformDataSource, type TerraformElement, TerraformOutput, TerraformResource, TerraformStack } from "cdktf";
import { resolved } from "./resolved";

/** The Terraform address of an element in its stack: `azurerm_virtual_hub.weu`. Fixes its name: call it at synthesis. */
export function addressOf(element: TerraformElement): string {
  if (TerraformResource.isTerraformResource(element)) {
    return `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  }
  if (TerraformDataSource.isTerraformDataSource(element)) {
    return `data.${element.terraformResourceType}.${element.friendlyUniqueId}`;
  }
  if (TerraformOutput.isTerraformOutput(element)) {
    return `output.${element.friendlyUniqueId}`;
  }
  return String(resolved(TerraformStack.of(element), element.fqn)).replace(/^\$\{(.*)\}$/, "$1");
}
