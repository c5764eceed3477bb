import type { Json, JsonObject } from "../../../text/json";
import type { Unknown } from "../../field";
import { type Attribute, isList, Reference, Secret, UnknownAttribute } from "../../resource";

/**
 * How what JSON can't say stands in a saved network: an object with one of these names alone. Most of what is unknown is
 * decided by nothing but the attribute itself: `{"$itself": "computed"}` or `{"$itself": "written"}`.
 */
export const MARKS = { unknown: "$unknown", itself: "$itself", reference: "$reference", secret: "$secret" } as const;

/**
 * Writes an attribute as JSON. A name of a person's own that looks like a mark gets another `$` in front.
 *
 * @param at address and path of the attribute
 */
export function attributeToJson(attribute: Attribute, input: string, at: string): Json {
  if (typeof attribute !== "object" || attribute === null) {
    return attribute;
  }
  if (attribute instanceof UnknownAttribute) {
    return unknownAttributeToJson(attribute, at);
  }
  if (attribute instanceof Reference) {
    return { [MARKS.reference]: referenceToJson(attribute, input) };
  }
  if (attribute instanceof Secret) {
    return { [MARKS.secret]: { from: attribute.from, ...attribute.facts } };
  }
  if (isList(attribute)) {
    return attribute.map((element, index) => attributeToJson(element, input, `${at}[${index}]`));
  }
  const entries = Object.entries(attribute).map(([name, inner]): [string, Json] => [
    name.startsWith("$") ? `$${name}` : name,
    attributeToJson(inner, input, `${at}.${name}`),
  ]);
  return Object.fromEntries(entries);
}

/** What would decide a value. */
export function unknownToJson({ decidedBy, expression }: Unknown): JsonObject {
  return { decidedBy, ...(expression === undefined ? {} : { expression }) };
}

function unknownAttributeToJson({ unknown, computed }: UnknownAttribute, at: string): Json {
  const { decidedBy, expression } = unknown;
  if (expression === undefined && decidedBy.length === 1 && decidedBy[0] === at) {
    return { [MARKS.itself]: computed ? "computed" : "written" };
  }
  return { [MARKS.unknown]: { ...unknownToJson(unknown), ...(computed ? { computed } : {}) } };
}

/** The mark that a JSON object is, or undefined where it is an object that a person wrote. */
export function markIn(value: JsonObject): { readonly name: string; readonly content: Json } | undefined {
  const [only, ...more] = Object.entries(value);
  if (only === undefined || more.length > 0 || !/^\$[^$]/.test(only[0])) {
    return undefined;
  }
  const [name, content] = only;
  return { name, content };
}

function referenceToJson({ address, input, path, expression }: Reference, own: string): JsonObject {
  return { address, ...(input === own ? {} : { input }), path, expression };
}
