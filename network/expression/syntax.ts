/** A Terraform expression, parsed. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "template"; readonly parts: readonly Expression[] }
  /** The first name of a reference: `azurerm_vpn_site`, `var`, `each`. */
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "attribute"; readonly of: Expression; readonly name: string }
  | { readonly kind: "index"; readonly of: Expression; readonly key: Expression }
  /** `of[*].steps`: what follows is taken of each element. */
  | { readonly kind: "splat"; readonly of: Expression; readonly each: Expression }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[]; readonly spread: boolean }
  | { readonly kind: "tuple"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly ObjectEntry[] }
  | ForExpression
  | {
      readonly kind: "conditional";
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "unary"; readonly operator: string; readonly of: Expression };

export interface ObjectEntry {
  readonly key: Expression;
  readonly value: Expression;
}

/** `[for v in list : v.id if v.on]` or, with a `key`, `{for k, v in map : k => v.id}`. */
export interface ForExpression {
  readonly kind: "for";
  readonly keyName?: string;
  readonly valueName: string;
  readonly over: Expression;
  /** Set for an object. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** `...` after the value: values of one key are gathered in a list. */
  readonly grouped: boolean;
}

/** The name that stands for one element inside a splat. No Terraform name can hold an asterisk. */
export const SPLAT_ELEMENT = "*";

/** The text is no expression that can be read. */
export class SyntaxFault extends Error {}
