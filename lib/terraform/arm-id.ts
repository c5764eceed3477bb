import { Fn, Token } from "cdktf";
import { type Complaints, isLiteral } from "./complaints";
import { inExpression } from "./expression";

// "/subscriptions/{id}/resourceGroups/{group}/providers/{namespace}/{type}/{name}", split at slashes.
const GROUP = 4;
const NAME = 8;

/** The resource group in the id of a top-level Azure resource: known now, or the expression that finds it. */
export function resourceGroupOf(resourceId: string): string {
  return part(resourceId, GROUP);
}

/** The name in the id of a top-level Azure resource: known now, or the expression that finds it. */
export function nameOf(resourceId: string): string {
  return part(resourceId, NAME);
}

function part(resourceId: string, index: number): string {
  if (isLiteral(resourceId)) {
    return resourceId.split("/")[index] ?? "";
  }
  return Token.isUnresolved(resourceId)
    ? Fn.element(Fn.split("/", resourceId), index)
    : `\${element(split("/", ${inExpression(resourceId)}), ${index})}`;
}

/**
 * Complains about what is no resource id of a type.
 * @param type such as `virtualHubs`, or `expressRouteCircuits/peerings`
 */
export function checkResourceId(
  complaints: Complaints,
  property: string,
  id: string | undefined,
  type: string,
  provider = "Microsoft.Network",
): void {
  if (!isLiteral(id)) {
    return;
  }
  const path = type
    .split("/")
    .map((segment) => `${segment}/[^/]+`)
    .join("/");
  const pattern = new RegExp(`^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${provider}/${path}$`, "i");
  if (!pattern.test(id)) {
    const example = type
      .split("/")
      .map((segment) => `${segment}/...`)
      .join("/");
    complaints.add(
      `${property}: ${JSON.stringify(id)} is not an id such as /subscriptions/.../resourceGroups/.../providers/${provider}/${example}`,
    );
  }
}
