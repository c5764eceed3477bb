import type { Attribute } from "../resource";

/** A function of Terraform: its result, or undefined where the arguments don't tell it for certain. */
export type TerraformFunction = (args: readonly Attribute[]) => Attribute | undefined;
