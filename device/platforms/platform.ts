import type { Trees } from "../tree/device-tree";
import type { Rendered } from "./rendered-file";

/** How to render. */
export interface RenderOptions {
  /** Whether files hold keys; otherwise each key is a placeholder. */
  readonly withSecrets: boolean;
}

/** A kind of device: it turns trees into its own words. */
export interface Platform {
  /** As it is called on the command line. */
  readonly name: string;
  /**
   * The files of all devices and routers.
   * @throws InputError where it can't do what a tree asks for
   */
  readonly render: (trees: Trees, options: RenderOptions) => Rendered;
}
