import type { Resource } from "../../resource";
import { parseTraversal, type Step } from "../../traversal";

/** The key that a person gave to one instance: of `for_each`, or of a construct, which is its name in Terraform. */
export function ownKey({ address, standing, constructPath }: Resource): string | undefined {
  const steps = standing === "outside" ? [] : (parseTraversal(address) ?? []);
  const last = steps.at(-1);
  if (last !== undefined && "key" in last) {
    return typeof last.key === "string" ? last.key : undefined;
  }
  return constructPath === undefined || last === undefined || MADE_UP.test(last.name) ? undefined : last.name;
}

/** The innermost key of the modules around an instance that has none itself. */
export function moduleKey(resource: Resource): string | undefined {
  if (resource.standing === "outside" || ownKey(resource) !== undefined) {
    return undefined;
  }
  const keys = moduleSteps(parseTraversal(resource.address) ?? []).flatMap((step) =>
    "key" in step && typeof step.key === "string" ? [step.key] : [],
  );
  return keys.at(-1);
}

/** The steps of `module.region["weu"].module.site["hq"]` before the resource itself. */
function moduleSteps(steps: readonly Step[]): readonly Step[] {
  const last = steps.findLastIndex((step) => "name" in step && step.name === "module");
  const end = steps.findIndex((step, index) => index > last + 1 && "name" in step);
  return last < 0 ? [] : steps.slice(0, end);
}

/** cdktf ends the names that it makes up with a hash. */
const MADE_UP = /_[0-9A-F]{8}$/;
