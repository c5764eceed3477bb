/** A file for a device. */
export interface RenderedFile {
  /** Where it goes, below the folder that is written: `hq-over-ams/etc/frr/frr.conf`. */
  readonly path: string;
  readonly text: string;
  /** Its permissions: 0o600 for keys. */
  readonly mode: number;
}

/** What a platform makes of trees. */
export interface Rendered {
  readonly files: readonly RenderedFile[];
  /** What was assumed, and what is to be filled in, as sentences. */
  readonly notes: readonly string[];
}
