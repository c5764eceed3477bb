import { type Attribute, type AttributeObject, Reference, Secret, UnknownAttribute } from "../resource";

/** Whether an attribute is an object or block, and not one of the marks. */
export function isBlock(attribute: Attribute | undefined): attribute is AttributeObject {
  return (
    typeof attribute === "object" &&
    attribute !== null &&
    !Array.isArray(attribute) &&
    !(attribute instanceof UnknownAttribute) &&
    !(attribute instanceof Reference) &&
    !(attribute instanceof Secret)
  );
}

export function isList(attribute: Attribute | undefined): attribute is readonly Attribute[] {
  return Array.isArray(attribute);
}
