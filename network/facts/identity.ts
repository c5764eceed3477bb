import { sameName } from "../arm-id";
import type { Field } from "../field";
import type { Part } from "../network";

/**
 * Whether two parts are surely two. Those that Terraform manages are; of others their ids tell, which ARM compares
 * without regard to case, where both are known.
 */
export function surelyDiffer(a: Part, b: Part): boolean {
  if (a === b) {
    return false;
  }
  if (a.resource.standing === "managed" && b.resource.standing === "managed") {
    return true;
  }
  const [idOfA, idOfB] = [idOf(a), idOf(b)];
  return idOfA !== undefined && idOfB !== undefined && idOfA.toLowerCase() !== idOfB.toLowerCase();
}

/** Whether two parts can't be told to be two, neither by their ids nor by their names and resource groups. */
export function mayBeOne<T extends Part & { readonly name: Field<string> }>(a: T, b: T): boolean {
  const named = a.name.state === "known" && b.name.state === "known";
  const differ = named && !sameName(a.name.value, b.name.value);
  return a !== b && !differ && !areInTwoGroups(a, b) && !surelyDiffer(a, b);
}

function areInTwoGroups(a: Part, b: Part): boolean {
  const [groupOfA, groupOfB] = [a, b].map(({ resource }) => resource.attributes.resource_group_name);
  return typeof groupOfA === "string" && typeof groupOfB === "string" && !sameName(groupOfA, groupOfB);
}

/** Whether a part is the same resource as one of the network of another time: by its address in an input, or by its id. */
export function isSameResource(a: Part, b: Part): boolean {
  const isSameAddress = a.resource.input === b.resource.input && a.resource.address === b.resource.address;
  const [idOfA, idOfB] = [idOf(a), idOf(b)];
  return isSameAddress || (idOfA !== undefined && idOfA.toLowerCase() === idOfB?.toLowerCase());
}

function idOf({ resource }: Part): string | undefined {
  const { id } = resource.attributes;
  const known = typeof id === "string" ? id : resource.address;
  return known.startsWith("/subscriptions/") ? known : undefined;
}
