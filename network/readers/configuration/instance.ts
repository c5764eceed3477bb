import type { UnknownAttribute } from "../../resource";
import type { Declared } from "./declarations";
import type { Bindings } from "./module";

/** One instance of a declared resource. */
export interface Instance {
  readonly address: string;
  readonly declared: Declared;
  /** `each` or `count`, as they are in it. */
  readonly bindings: Bindings;
  /** Set where the number of instances can't be told: this one stands for all of them. */
  readonly repeated?: UnknownAttribute;
}
