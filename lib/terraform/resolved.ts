import { DefaultTokenResolver, StringConcat, type TerraformStack, Tokenization } from "cdktf";

/** What a value with tokens in it looks like in the Terraform of a stack: `${azurerm_virtual_hub.weu.id}`. */
export function resolved(stack: TerraformStack, value: unknown): unknown {
  return Tokenization.resolve(value, { scope: stack, resolver: new DefaultTokenResolver(new StringConcat()) });
}
