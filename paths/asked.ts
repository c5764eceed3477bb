import type { Prefix } from "../address/prefix";
import type { LossKind } from "./report";

/** What of the table somebody asks for. Nothing: all of it. */
export interface Asked {
  /** Only what leaves here: Terraform addresses of hubs, spoke connections and sites. */
  readonly from?: ReadonlySet<string>;
  /** Only what goes there; it needs no route to be answered. */
  readonly to?: Prefix;
  /** Only this kind of loss. */
  readonly whenLost?: LossKind;
}

/** Whether a place is asked for. */
export function isAsked({ from }: Asked, place: string): boolean {
  return from === undefined || from.has(place);
}
