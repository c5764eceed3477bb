import type { Shape } from "./shape";
import { ARM_SHAPES } from "./shapes";

let names: ReadonlyMap<string, string> | undefined;

/**
 * What azurerm calls the id inside an object of ARM of this name, wherever it is: that in `virtualHub: { id = … }` is its
 * `virtual_hub_id`. Undefined where there is none.
 */
export function idNameIn(object: string): string | undefined {
  names ??= namesOfIds();
  return names.get(object);
}

function namesOfIds(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [property, attribute] of Object.values(ARM_SHAPES).flatMap(({ properties }) => [...idsIn(properties)])) {
    // azurerm calls the table of a VPN connection without `_id`, and means the same.
    if (!found.has(property) || attribute.endsWith("_id")) {
      found.set(property, attribute);
    }
  }
  return found;
}

function* idsIn(shape: Shape): Iterable<readonly [property: string, attribute: string]> {
  for (const [property, to] of Object.entries(shape)) {
    if (typeof to === "string") {
      continue;
    }
    if ("idOf" in to) {
      yield [property, to.idOf];
    } else if ("block" in to) {
      yield* idsIn(to.inside);
    } else if ("open" in to) {
      yield* idsIn(to.open);
    }
  }
}
