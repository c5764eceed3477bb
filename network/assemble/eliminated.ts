import type { Eliminated } from "../inputs";
import {
  type Attribute,
  BY_ELIMINATION,
  isList,
  isRecord,
  Reference,
  type Resource,
  UnknownAttribute,
} from "../resource";
import { writePath } from "../traversal";

/** The ids that only elimination tells, in the order of the resources that hold them. */
export function eliminatedIn(resources: readonly Resource[]): readonly Eliminated[] {
  return resources.flatMap(({ address, attributes }) =>
    [...referencesIn(attributes, [])].map(({ path, is }) => ({ address, path: writePath(path), is })),
  );
}

type Path = readonly (string | number)[];

function* referencesIn(value: Attribute, path: Path): Iterable<{ readonly path: Path; readonly is: string }> {
  if (value instanceof Reference) {
    if (value.expression === BY_ELIMINATION) {
      yield { path, is: value.address };
    }
  } else if (value instanceof UnknownAttribute) {
    if (value.oneOf !== undefined) {
      yield { path, is: value.oneOf.map(({ address }) => address).join(" or ") };
    }
  } else if (isList(value)) {
    for (const [index, element] of value.entries()) {
      yield* referencesIn(element, [...path, index]);
    }
  } else if (isRecord(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === "object" && inner !== null) {
        yield* referencesIn(inner, [...path, name]);
      }
    }
  }
}
