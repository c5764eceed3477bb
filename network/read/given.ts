import type { VariableArgument } from "../readers/configuration/variables";

export type { VariableArgument };

/** What people name beside the inputs. */
export interface Given {
  /**
   * The folders that plans were made in, whose Terraform files findings point at: `DIR` for every plan, or `PLAN=DIR`.
   * Default: the plan's own folder, or else the working directory, where that declares what the plan has.
   */
  readonly terraformDirs?: readonly string[];
  /** Values for the variables of folders with HCL, in the order in which they count. */
  readonly variables?: readonly VariableArgument[];
}
