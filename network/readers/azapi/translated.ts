import { parseArmId } from "../../arm-id";
import { isSecretName } from "../../input/secret";
import type { ArmShape, Shape, To } from "../../ledger/arm/shape";
import { shapeOf } from "../../ledger/arm/shapes";
import {
  type Attribute,
  type AttributeObject,
  isList,
  isMark,
  isRecord,
  secretOf,
  UnknownAttribute,
} from "../../resource";

/** What azapi makes, as azurerm would have made it. */
export interface Translated {
  readonly type: string;
  readonly attributes: AttributeObject;
  /** Properties of ARM that somebody has set and nobody reads: `body.properties.connections`. */
  readonly left: readonly string[];
}

/** What is left over while a body is read. */
interface Left {
  readonly paths: string[];
  /** Whether null takes away what was there; else it is as if nobody had written it. */
  readonly nullTakesAway: boolean;
}

/** What azapi's own attributes are called in azurerm. */
const OWN = ["name", "location"];

/**
 * Reads the body of an `azapi_resource` in the names of azurerm, so that there is one model and one set of rules whoever makes
 * a thing. Undefined where the type is none that is read, or where its body can't be told.
 */
export function translated(type: string, attributes: AttributeObject): Translated | undefined {
  const shape = type === "azapi_resource" ? shapeMade(attributes) : undefined;
  const written = shape === undefined ? undefined : writtenIn(attributes, shape, { nullTakesAway: false });
  if (shape === undefined || written === undefined) {
    return undefined;
  }
  const into: Record<string, Attribute> = { ...written.attributes, ...placed(attributes, shape) };
  for (const name of shape.untold ?? []) {
    into[name] ??= new UnknownAttribute({ decidedBy: [] });
  }
  return { type: shape.type, attributes: into, left: written.left };
}

/**
 * What a data source of azapi's reads, with what it tells of it. Undefined where the type is none that is read, or where it
 * leads to something by an id that another resource has: then that is what is meant.
 */
export function readBack(attributes: AttributeObject): Translated | undefined {
  const { type, resource_id: given, output, response_export_values: asked } = attributes;
  const shape = shapeMade(attributes);
  if (shape === undefined || (isSet(given) && typeof given !== "string")) {
    return undefined;
  }
  // A map gives values names of its own.
  const body = isRecord(asked) ? undefined : output;
  const written = writtenIn({ type: type ?? null, body: body ?? null }, shape, { nullTakesAway: false });
  const id = typeof attributes.id === "string" ? attributes.id : given;
  const name = typeof id === "string" ? (parseArmId(id)?.segments.at(-1)?.name ?? attributes.name) : attributes.name;
  const own = placed({ ...attributes, name: name ?? null, id: id ?? null }, shape);
  return { type: shape.type, attributes: { ...written?.attributes, ...own }, left: [] };
}

/** Name, place, id and parent. */
function placed(attributes: AttributeObject, shape: ArmShape): AttributeObject {
  const into: Record<string, Attribute> = {};
  for (const name of OWN) {
    put(into, name, attributes[name]);
  }
  put(into, "id", idOf(attributes, shape));
  // Of a resource group azapi has the id, and azurerm the name.
  const parent = attributes.parent_id;
  put(into, shape.parent ?? "resource_group_name", shape.parent === undefined ? groupOf(parent) : parent);
  return into;
}

/** What a body sets, in azurerm's names; undefined where the type is none that is read, or where the body can't be told. */
export function setBy(attributes: AttributeObject): Translated | undefined {
  const shape = shapeMade(attributes);
  const written = shape === undefined ? undefined : writtenIn(attributes, shape, { nullTakesAway: true });
  return shape === undefined || written === undefined ? undefined : { type: shape.type, ...written };
}

function shapeMade({ type }: AttributeObject): ArmShape | undefined {
  return typeof type === "string" ? shapeOf(type) : undefined;
}

function writtenIn(
  attributes: AttributeObject,
  shape: ArmShape,
  how: Pick<Left, "nullTakesAway">,
): Omit<Translated, "type"> | undefined {
  const body = bodyOf(attributes.body);
  const { properties = {}, ...beside } = body ?? {};
  if (body === undefined || !isRecord(properties)) {
    return undefined;
  }
  const into: Record<string, Attribute> = {};
  const left: Left = { paths: [], ...how };
  fill(properties, shape.properties, into, left, "body.properties");
  fill(beside, { location: "without effect", tags: "without effect", ...shape.beside }, into, left, "body");
  left.paths.push(...LEAVE_OPEN.filter((name) => isSet(attributes[name])));
  return { attributes: into, left: left.paths };
}

/** Attributes of azapi's own that make other of the body than what is written there. */
const LEAVE_OPEN = ["ignore_body_changes", "sensitive_body"];

/** The body, which older versions take as JSON text, and which may be left out. */
export function bodyOf(body: Attribute | undefined): AttributeObject | undefined {
  if (!isSet(body)) {
    return {};
  }
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

/** The id, which parent, type and name tell before anything is made. */
function idOf({ id, type, name, parent_id: parent }: AttributeObject, shape: ArmShape): Attribute | undefined {
  const isToldByParts = typeof id !== "string" && typeof name === "string" && typeof parent === "string";
  const [path = ""] = typeof type === "string" ? type.split("@") : [];
  if (!isToldByParts || !parent.startsWith("/subscriptions/")) {
    return id;
  }
  return shape.parent === undefined
    ? `${parent}/providers/${path}/${name}`
    : `${parent}/${path.split("/").at(-1)}/${name}`;
}

function fill(from: AttributeObject, shape: Shape, into: Record<string, Attribute>, left: Left, at: string): void {
  for (const [name, value] of Object.entries(from)) {
    const to = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const isTakenAway = value === null && left.nullTakesAway;
    if (to === "without effect" || !(isSet(value) || isTakenAway)) {
      continue;
    }
    if (to === undefined || isTakenAway) {
      left.paths.push(`${at}.${name}`);
    } else {
      enter(value, to, into, left, `${at}.${name}`);
    }
  }
}

function enter(
  value: Attribute,
  to: Exclude<To, "without effect">,
  into: Record<string, Attribute>,
  left: Left,
  at: string,
): void {
  if ("attribute" in to) {
    // A key that stands in the body in plain text goes no further.
    const isPlainKey = isSecretName(to.attribute) && !isMark(value);
    put(into, to.attribute, isPlainKey ? secretOf("literal", String(value)) : value);
  } else if ("oppositeOf" in to) {
    put(into, to.oppositeOf, typeof value === "boolean" ? !value : value);
  } else if ("itemOf" in to) {
    into[to.itemOf] ??= [value];
  } else if ("idOf" in to) {
    put(into, to.idOf, idIn(value, left, at));
  } else if ("idsOf" in to) {
    const ids = (all: readonly Attribute[]) => all.map((one, index) => idIn(one, left, `${at}[${index}]`) ?? null);
    put(into, to.idsOf, isList(value) ? ids(value) : value);
  } else if ("block" in to) {
    put(into, to.block, blocksIn(value, to.inside, left, at));
  } else if ("unreadUnless" in to) {
    if (isMark(value) || !to.unreadUnless.some((one) => String(one) === String(value))) {
      left.paths.push(at);
    }
  } else if (isRecord(value)) {
    fill(value, to.open, into, left, at);
  } else {
    left.paths.push(at);
  }
}

/** The id in `{ id = … }`; what can't be told stays so. What stands beside it is written there, and nobody reads it. */
function idIn(value: Attribute, left: Left, at: string): Attribute | undefined {
  if (!isRecord(value)) {
    return value;
  }
  const { id, ...beside } = value;
  left.paths.push(...Object.keys(beside).flatMap((name) => (isSet(beside[name]) ? [`${at}.${name}`] : [])));
  if (!isSet(id) && left.nullTakesAway) {
    left.paths.push(`${at}.id`);
  }
  return id;
}

function blocksIn(value: Attribute, inside: Shape, left: Left, at: string): Attribute {
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

/** Whether somebody has written a value. */
export function isSet(value: Attribute | undefined): value is Attribute {
  return !(value === undefined || value === null || (value instanceof UnknownAttribute && value.computed));
}

function put(into: Record<string, Attribute>, name: string, value: Attribute | undefined): void {
  if (value !== undefined && value !== null) {
    into[name] = value;
  }
}
