import type { Part } from "../network";

/** Whether an input creates or keeps this part, so that a person can change it there. */
export function isManaged(part: Part): boolean {
  return part.resource.standing === "managed";
}

/** Whether some input describes this part. What is known by id only is judged where its own input is. */
export function isDescribed(part: Part): boolean {
  return part.resource.standing !== "outside";
}

/** Whether azapi makes this part, or changes it where nothing else makes it: it writes what azurerm doesn't. */
export function isByAzapi({ resource }: Part): boolean {
  return /(?:^|\.)azapi_\w+\./.test(resource.address);
}
