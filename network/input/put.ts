import type { Attribute } from "../resource";

/** Sets an attribute. `__proto__` is a name like any other in a map of tags, but to assign it would do something else. */
export function put(attributes: Record<string, Attribute>, name: string, value: Attribute): void {
  if (name === "__proto__") {
    Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    attributes[name] = value;
  }
}
