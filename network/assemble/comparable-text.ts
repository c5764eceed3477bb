import { parseArmId } from "../arm-id";
import type { Unknown } from "../field";
import type { Sources, Value } from "../fields/sources";
import { type Resource, UnknownAttribute } from "../resource";
import { identityOf } from "./identity";

/** A name or resource group, so that two can be compared. */
export interface ComparableText {
  /** Equal keys are equal texts. Undefined where nothing is known of the text. */
  readonly key?: string;
  /** Why the text itself is unknown: another key may be the same text all the same. */
  readonly unknown?: Unknown;
}

/** The text of a value of a resource; `path` is where the value stands. */
export function textOf(resource: Resource, value: Value, path: string): ComparableText {
  if (typeof value === "string") {
    return { key: value.toLowerCase() };
  }
  const unknown = value instanceof UnknownAttribute ? value.unknown : { decidedBy: [`${resource.address}.${path}`] };
  const identity = identityOf(resource, unknown);
  return identity === undefined ? { unknown } : { key: identity.key, unknown };
}

/** Whether two texts are the same. Undefined where it can't be told. */
export function isSame(a: ComparableText, b: ComparableText): boolean | undefined {
  if (a.key !== undefined && a.key === b.key) {
    return true;
  }
  return a.unknown === undefined && b.unknown === undefined ? false : undefined;
}

/** The resource group of a resource, which its id tells too. */
export function groupOf(sources: Sources, resource: Resource): ComparableText {
  const id = sources.idOf(resource);
  const inId = id === undefined ? undefined : parseArmId(id)?.resourceGroup;
  return textOf(resource, inId ?? sources.value(resource.attributes.resource_group_name), "resource_group_name");
}
