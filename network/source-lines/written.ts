import type { SourceLine } from "../resource";

/** A block as it was written: `resource "azurerm_vpn_site" "hq" {`, or one inside another, such as `link {`. */
export interface WrittenBlock {
  readonly kind: "block";
  readonly name: string;
  readonly labels: readonly string[];
  /** Where its header is. */
  readonly source: SourceLine;
  /** In the order of the file. */
  readonly parts: readonly WrittenPart[];
}

/** An attribute as it was written. */
export interface WrittenAttribute {
  readonly kind: "attribute";
  readonly name: string;
  /** Where its name is. */
  readonly source: SourceLine;
  /** The value, where it is a plain text, number or boolean. */
  readonly literal: string | undefined;
}

export type WrittenPart = WrittenBlock | WrittenAttribute;

/**
 * The blocks at the top of a file; undefined where the file is none that Terraform takes.
 * @param file how the file is named in what is found
 */
export type Scan = (text: string, file: string) => readonly WrittenBlock[] | undefined;

/** The text can't be read on. It never leaves this folder. */
export class ScanFault extends Error {}

/** Nothing that people write is nested deeper than this. */
export const DEEPEST = 200;
