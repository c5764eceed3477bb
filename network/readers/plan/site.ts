import type { Json, JsonObject } from "../../../text/json";
import type { Scope } from "./scope";

/** Where an expression stands: its module, and what repeats it there. */
export interface Site {
  readonly scope: Scope;
  /** The resource or module call whose `each` and `count` hold here; undefined in outputs, where neither does. */
  readonly repeated?: Repeated;
}

export interface Repeated {
  /** Key of this instance. */
  readonly key: string | number | undefined;
  /** The expression of its `for_each`. */
  readonly forEach: Json | undefined;
  /** How many instances there are, where that is at hand. */
  readonly siblings?: number;
}

/** The place of a resource's expressions. */
export function siteOf(
  scope: Scope,
  configuration: JsonObject | undefined,
  key: string | number | undefined,
  siblings?: number,
): Site {
  const forEach = configuration?.for_each_expression;
  return { scope, repeated: { key, forEach, ...(siblings === undefined ? {} : { siblings }) } };
}

/** The place of the expressions that a module call hands to its module; undefined for the root, which nobody calls. */
export function siteOfCall({ call }: Scope): Site | undefined {
  return call === undefined ? undefined : siteOf(call.parent, call.configuration, call.key);
}
