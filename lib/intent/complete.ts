import type { TerraformDataSource } from "cdktf";
import type { Construct } from "constructs";
import { NetworkIntent } from "./network-intent";

/** States of something that exists already that it has nothing but what is made or read beside it, where somebody says so. */
export function stateComplete(
  scope: Construct,
  existing: TerraformDataSource | string,
  complete: boolean | undefined,
): void {
  if (complete === true) {
    NetworkIntent.of(scope).nothingElseAt(existing);
  }
}
