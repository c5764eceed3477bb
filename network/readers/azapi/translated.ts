import { isSecretName } from "../../input/secret";
import {
  type Attribute,
  type AttributeObject,
  isList,
  isMark,
  isRecord,
  secretOf,
  UnknownAttribute,
} from "../../resource";
import { ARM_SHAPES, type Shape, type To } from "./shapes";

/** What azapi makes, as azurerm would have made it. */
export interface Translated {
  readonly type: string;
  readonly attributes: AttributeObject;
  /** Properties of ARM that somebody has set and nobody reads: `body.properties.connections`. */
  readonly left: readonly string[];
}

/** What azapi's own attributes are called in azurerm. */
const OWN = ["id", "name", "location"];

/**
 * Reads the body of an `azapi_resource` in the names of azurerm, so that there is one model and one set of rules whoever makes
 * a thing. Undefined where the type is none that is read, or where its body can't be told.
 */
export function translated(type: string, attributes: AttributeObject): Translated | undefined {
  const shape = type === "azapi_resource" ? ARM_SHAPES[pathOf(attributes.type)] : undefined;
  const body = bodyOf(attributes.body);
  const properties = body?.properties;
  if (shape === undefined || body === undefined || !isRecord(properties)) {
    return undefined;
  }
  const into: Record<string, Attribute> = {};
  for (const name of OWN) {
    put(into, name, attributes[name]);
  }
  // Of a resource group azapi has the id, and azurerm the name.
  put(
    into,
    shape.parent ?? "resource_group_name",
    shape.parent === undefined ? groupOf(attributes.parent_id) : attributes.parent_id,
  );
  const left: string[] = [];
  fill(properties, shape.properties, into, left, "body.properties");
  const { properties: _, ...beside } = body;
  fill(beside, { location: "without effect", tags: "without effect", ...shape.beside }, into, left, "body");
  for (const name of shape.untold ?? []) {
    into[name] ??= new UnknownAttribute({ decidedBy: [] });
  }
  if (isSet(attributes.sensitive_body)) {
    left.push("sensitive_body");
  }
  return { type: shape.type, attributes: into, left };
}

function pathOf(made: Attribute | undefined): string {
  const found = typeof made === "string" ? /^Microsoft\.Network\/([^@]+)/i.exec(made) : null;
  return found?.[1]?.toLowerCase() ?? "";
}

/** The body, which older versions take as JSON text. */
function bodyOf(body: Attribute | undefined): AttributeObject | undefined {
  if (typeof body !== "string") {
    return isRecord(body) ? body : undefined;
  }
  try {
    const parsed: Attribute = JSON.parse(body);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function groupOf(parent: Attribute | undefined): Attribute | undefined {
  const found = typeof parent === "string" ? /\/resourceGroups\/([^/]+)$/i.exec(parent) : null;
  return found?.[1] ?? parent;
}

function fill(from: AttributeObject, shape: Shape, into: Record<string, Attribute>, left: string[], at: string): void {
  for (const [name, value] of Object.entries(from)) {
    const to = shape[name];
    if (!isSet(value) || to === "without effect") {
      continue;
    }
    if (to === undefined) {
      left.push(`${at}.${name}`);
    } else {
      enter(value, to, into, left, `${at}.${name}`);
    }
  }
}

function enter(
  value: Attribute,
  to: Exclude<To, "without effect">,
  into: Record<string, Attribute>,
  left: string[],
  at: string,
): void {
  if ("attribute" in to) {
    // A key that stands in the body in plain text goes no further.
    const isPlainKey = isSecretName(to.attribute) && !isMark(value);
    put(into, to.attribute, isPlainKey ? secretOf("literal", String(value)) : value);
  } else if ("idOf" in to) {
    put(into, to.idOf, idIn(value));
  } else if ("idsOf" in to) {
    put(into, to.idsOf, isList(value) ? value.map((one) => idIn(one) ?? null) : value);
  } else if ("block" in to) {
    put(into, to.block, blocksIn(value, to.inside, left, at));
  } else if (isRecord(value)) {
    fill(value, to.open, into, left, at);
  } else {
    left.push(at);
  }
}

/** The id in `{ id = … }`; what can't be told stays so. */
function idIn(value: Attribute): Attribute | undefined {
  return isRecord(value) ? value.id : value;
}

function blocksIn(value: Attribute, inside: Shape, left: string[], at: string): Attribute {
  const block = (one: Attribute, place: string): Attribute => {
    if (!isRecord(one)) {
      return one;
    }
    const into: Record<string, Attribute> = {};
    fill(one, inside, into, left, place);
    return into;
  };
  if (isList(value)) {
    return value.map((one, index) => block(one, `${at}[${index}]`));
  }
  return isRecord(value) ? [block(value, at)] : value;
}

function isSet(value: Attribute | undefined): value is Attribute {
  return !(value === undefined || value === null || (value instanceof UnknownAttribute && value.computed));
}

function put(into: Record<string, Attribute>, name: string, value: Attribute | undefined): void {
  if (value !== undefined && value !== null) {
    into[name] = value;
  }
}
