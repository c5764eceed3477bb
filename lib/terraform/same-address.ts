import { TerraformDataSource, type TerraformElement, TerraformOutput, TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { addressOf } from "./terraform-address";

/**
 * What Terraform would take silently: of two things with the same address, its JSON keeps one.
 * @param others elements of the stack beside its resources, data sources and outputs
 */
export function sameAddresses(stack: TerraformStack, others: Iterable<TerraformElement>): string[] {
  const paths = new Map<string, string>();
  return [...new Set([...elementsIn(stack), ...others])].flatMap((element) => {
    const address = addressOf(element);
    const { path } = element.node;
    const other = paths.get(address);
    paths.set(address, path);
    return other === undefined
      ? []
      : [`${path} and ${other} are both ${address} in Terraform: give one of them another id`];
  });
}

function elementsIn(stack: TerraformStack): TerraformElement[] {
  return stack.node.findAll().flatMap((construct) => {
    const element = asElement(construct);
    return element !== undefined && TerraformStack.of(element) === stack ? [element] : [];
  });
}

function asElement(construct: IConstruct): TerraformElement | undefined {
  if (TerraformResource.isTerraformResource(construct) || TerraformDataSource.isTerraformDataSource(construct)) {
    return construct;
  }
  return TerraformOutput.isTerraformOutput(construct) ? construct : undefined;
}
