import type { CarriedSuppressions, OlderSave, SavedAs, TerraformFolder, Unread } from "../network";
import type { Attribute, Resource, SourceLine } from "../resource";

export type { Unread } from "../network";

/** What one input holds: the resources of this field that will exist after apply, and what it states as intent. */
export interface Reading {
  /**
   * The input as the person named it; for one of several stacks of a folder, the stack's own folder below it. With
   * an address, this is unique.
   */
  readonly path: string;
  readonly kind: "configuration" | "plan" | "state";
  /** The saved network that it was read from; undefined where the input itself was read. */
  readonly savedIn?: string;
  /** What that was called when it was saved, where it was given a name. */
  readonly savedAs?: SavedAs;
  /** Saved networks of that name that are older, and don't count. */
  readonly insteadOf?: readonly OlderSave[];
  /** Managed resources and data sources of the types that are judged, seen or made by azapi: `network/ledger/`. */
  readonly resources: readonly Resource[];
  /** The value of the Terraform output `network_intent` as read; undefined where there is no such output. */
  readonly intent: Attribute | undefined;
  readonly intentSource?: SourceLine;
  /** What the output `wanproof_suppressions` carries; undefined where there is no such output. */
  readonly suppressions?: CarriedSuppressions;
  /** The folder that its values were looked up in; undefined where none was. */
  readonly folder?: TerraformFolder;
  readonly counts: ResourceCounts;
  /** What can't be followed, so that nothing may be judged as absent that could be in it. */
  readonly unread: readonly Unread[];
}

/** How much an input holds, so that a report can say what was looked at. */
export interface ResourceCounts {
  /** All resource instances and data sources, of whatever type. */
  readonly total: number;
  /** Those of the types that are judged. */
  readonly ofOurTypes: number;
}

/** One input as it will be, and as it was before the change where it tells that. */
export interface BothTimes {
  readonly after: Reading;
  readonly before: Reading | undefined;
}
