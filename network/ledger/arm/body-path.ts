import { parseTraversal, type Step, writeTraversal } from "../../traversal";
import type { Shape, To } from "./shape";
import { shapeReadAs } from "./shapes";

/** What azapi calls its own attributes, by azurerm's names. */
const OWN: ReadonlyMap<string, string> = new Map([
  ["id", "id"],
  ["location", "location"],
  ["name", "name"],
  ["resource_group_name", "parent_id"],
]);

/** One name of a path, and which of several. */
interface Name {
  readonly name: string;
  readonly indexes: readonly Step[];
}

/**
 * Where an attribute of azurerm's stands in a body of ARM's: `vpn_link[0].bgp_enabled` is
 * `body.properties.vpnLinkConnections[0].properties.enableBgp`. As it is where it is in no body.
 *
 * @param type the type of azurerm's
 */
export function bodyPathOf(type: string, path: string): string {
  const shape = shapeReadAs(type);
  const [first, ...rest] = namesIn(path);
  if (shape === undefined || first === undefined || first.name === "body") {
    return path;
  }
  const own = first.name === shape.parent ? "parent_id" : OWN.get(first.name);
  if (own !== undefined) {
    return own;
  }
  const inside = stepsTo(shape.properties, [first, ...rest]);
  const found = inside ?? stepsTo(shape.beside ?? {}, [first, ...rest]);
  return found === undefined
    ? path
    : writeTraversal([{ name: "body" }, ...(inside === undefined ? [] : [{ name: "properties" }]), ...found]);
}

/**
 * What ARM calls an attribute, wherever in a type of azurerm's it is: `bgp_enabled` is `enableBgp`. Undefined where ARM has none
 * of that name.
 */
export function propertyOf(type: string, attribute: string): string | undefined {
  const shape = shapeReadAs(type);
  const found =
    shape === undefined ? undefined : (named(shape.properties, attribute) ?? named(shape.beside ?? {}, attribute));
  return found?.join(".");
}

function namesIn(path: string): readonly Name[] {
  const names: { name: string; indexes: Step[] }[] = [];
  for (const step of parseTraversal(path) ?? []) {
    if ("name" in step) {
      names.push({ name: step.name, indexes: [] });
    } else {
      names.at(-1)?.indexes.push(step);
    }
  }
  return names;
}

function stepsTo(shape: Shape, names: readonly Name[]): readonly Step[] | undefined {
  for (const [property, to] of Object.entries(shape)) {
    const steps = stepsIn(property, to, names);
    if (steps !== undefined) {
      return steps;
    }
  }
  return undefined;
}

function stepsIn(property: string, to: To, [first, ...rest]: readonly Name[]): readonly Step[] | undefined {
  if (to === "without effect" || "unreadUnless" in to || first === undefined) {
    return undefined;
  }
  const own: Step = { name: property };
  if ("open" in to) {
    const inside = stepsTo(to.open, [first, ...rest]);
    return inside === undefined ? undefined : [own, ...inside];
  }
  if (nameOf(to) !== first.name) {
    return undefined;
  }
  if ("block" in to) {
    const inside = rest.length === 0 ? [] : (stepsTo(to.inside, rest) ?? []);
    return [own, ...(to.from === "list" ? first.indexes : []), ...inside];
  }
  if ("idOf" in to) {
    return [own, { name: "id" }];
  }
  return "idsOf" in to && first.indexes.length > 0
    ? [own, ...first.indexes, { name: "id" }]
    : [own, ...("itemOf" in to ? [] : first.indexes)];
}

function named(shape: Shape, attribute: string): readonly string[] | undefined {
  for (const [property, to] of Object.entries(shape)) {
    if (to === "without effect" || "unreadUnless" in to) {
      continue;
    }
    if ("open" in to) {
      const inside = named(to.open, attribute);
      if (inside !== undefined) {
        return property === "properties" ? inside : [property, ...inside];
      }
    } else if (nameOf(to) === attribute) {
      return [property];
    } else if ("block" in to) {
      const inside = named(to.inside, attribute);
      if (inside !== undefined) {
        return inside;
      }
    }
  }
  return undefined;
}

function nameOf(
  to: Exclude<To, "without effect" | { readonly open: Shape } | { readonly unreadUnless: readonly unknown[] }>,
): string {
  if ("block" in to) {
    return to.block;
  }
  if ("attribute" in to) {
    return to.attribute;
  }
  if ("oppositeOf" in to) {
    return to.oppositeOf;
  }
  if ("itemOf" in to) {
    return to.itemOf;
  }
  return "idOf" in to ? to.idOf : to.idsOf;
}
