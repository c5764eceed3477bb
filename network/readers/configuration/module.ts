import type { Json } from "../../../text/json";
import type { Expression } from "../../expression/syntax";
import type { Attribute } from "../../resource";
import type { Declarations } from "./declarations";

/** Names that hold in a part of a module only: `each`, `count`, the iterator of a dynamic block. */
export type Bindings = ReadonlyMap<string, Attribute>;

/** A module of configuration as its parts see it: what it declares, and what its expressions give. */
export interface Module {
  /** The path of its reading. */
  readonly path: string;
  readonly declared: Declarations;
  /** The address of what is declared in it: `module.weu.azurerm_vpn_site.hq`. */
  placeOf(name: string): string;
  /** The value of a piece of JSON: strings are templates, in lists and objects too. */
  value(json: Json, place: string, bindings?: Bindings): Attribute;
  /** What an expression gives that stands in `text`. */
  evaluate(expression: Expression, text: string, place: string, bindings: Bindings): Attribute;
}
