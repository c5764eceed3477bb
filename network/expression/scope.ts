import type { Attribute, Reference } from "../resource";
import type { Step } from "../traversal";
import type { Expression } from "./syntax";
import type { TerraformFunction } from "./terraform-function";

/** What the names in an expression mean. */
export interface Scope {
  /** Names that hold here only: `each`, `count`, `self`, the iterator of a dynamic block. */
  readonly bindings: ReadonlyMap<string, Attribute>;
  /** Address of the attribute that the expression belongs to, to name where nothing else can be named. */
  readonly place: string;
  /** The string that the expression stands in, as the input has it. */
  readonly text: string;
  /** Follows a reference in a string from its first name: `azurerm_vpn_site.a["x"].name`. */
  readonly outside: (steps: readonly Step[], text: string) => Outside;
  /** Functions that work in this scope only, such as those that read files. */
  readonly functions?: ReadonlyMap<string, TerraformFunction>;
  /** One step further into a resource: its value where the input holds it, else a longer reference. */
  readonly into: (reference: Reference, step: string | number) => Attribute;
}

/** The value of the first steps of a reference; the rest leads into it. */
export interface Outside {
  readonly value: Attribute;
  readonly used: number;
}

/** What an expression gives in a scope. */
export type Evaluate = (expression: Expression, scope: Scope) => Attribute;

/** The same scope with more names. */
export function withBindings(scope: Scope, more: Iterable<readonly [string, Attribute]>): Scope {
  return { ...scope, bindings: new Map([...scope.bindings, ...more]) };
}
