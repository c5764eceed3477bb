import type { Json } from "../text/json";
import type { Unknown } from "./field";

/** One thing that was read. */
export interface Input {
  /** As the person named it, here or when it was saved. */
  readonly path: string;
  /** `network`: it was read from a saved network. */
  readonly kind: "configuration" | "plan" | "state" | "network";
  /** It is a state, so what exists is judged, and no change of it. */
  readonly exists?: true;
  /** What the saved network is called that holds it, where it has a name. */
  readonly savedAs?: SavedAs;
  /** Saved networks of the same name that are older, and don't count. */
  readonly insteadOf?: readonly OlderSave[];
  /** How many resources of this field it holds. */
  readonly resources: number;
  /** How many resources it holds altogether. */
  readonly total: number;
  /** What can't be followed in it, so that nothing may be taken as absent that could be there. */
  readonly unread: readonly Unread[];
  /** The folder of Terraform that a plan's open values were looked up in; undefined where none was. */
  readonly folder?: TerraformFolder;
  /** What only elimination tells of a plan; undefined where that is nothing. */
  readonly byElimination?: readonly Eliminated[];
  /** What its Terraform says should be suppressed; undefined where it says nothing. */
  readonly suppressions?: CarriedSuppressions;
}

/** An id that a plan doesn't know, and the one resource that it can be. */
export interface Eliminated {
  readonly address: string;
  readonly path: string;
  /** The address of that resource. */
  readonly is: string;
}

/** The folder that a plan was made in, read for what the plan leaves open. */
export interface TerraformFolder {
  /** As seen from the working directory, or as it was named. */
  readonly path: string;
  /** Whether values were taken from it. */
  readonly isRead: boolean;
  /** What of it isn't read, and why. */
  readonly notes: readonly string[];
}

/** What a saved network is called, and when it was saved. */
export interface SavedAs {
  readonly name: string;
  /** In ISO 8601, as `2026-11-28T05:46:05.123Z`; undefined where nobody tells. */
  readonly at: string | undefined;
}

/** A saved network that is older than another one of its name. */
export interface OlderSave {
  readonly file: string;
  readonly at: string | undefined;
}

/** The Terraform output that carries suppressions. */
export const SUPPRESSIONS_OUTPUT = "wanproof_suppressions";

/** Suppressions that an input carries in its output `wanproof_suppressions`: JSON that nobody has looked at yet. */
export interface CarriedSuppressions {
  /** As it will be after apply; undefined where the input doesn't tell it, or it is sensitive. */
  readonly stated: Json | undefined;
  /** As it is applied already; undefined where nothing is, or the input doesn't tell. */
  readonly applied: Json | undefined;
}

/** Something that may hold resources and that an input doesn't show. */
export interface Unread {
  /** `module.spokes`, or `azurerm_vpn_site.branch` where only Terraform can tell how many there are. */
  readonly address: string;
  /** Why, in a few words that follow the address. */
  readonly reason: string;
  readonly unknown: Unknown;
  /** Terraform types of what it may bring; undefined: anything. */
  readonly brings?: readonly string[];
}
