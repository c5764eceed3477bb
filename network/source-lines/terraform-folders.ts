import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { Complaint } from "../../text/complaint";
import { holdsTerraform } from "../input/terraform-files";

/** The folders that plans were made in, as far as a person names them. */
export class TerraformFolders {
  readonly complaints: readonly Complaint[];
  private readonly byPlan = new Map<string, string>();
  private forAll: string | undefined;

  /**
   * @param named `DIR` for every plan, or `PLAN=DIR` for one of the inputs
   * @param inputs as the person named them
   */
  constructor(named: readonly string[], inputs: readonly string[]) {
    this.complaints = named.flatMap((text) => {
      const plan = planIn(text, inputs);
      const folder = plan === undefined ? text : text.slice(plan.length + 1);
      const fault = this.isNamed(plan) ? "is named beside another folder for the same plan" : faultOf(folder);
      this.enter(plan, folder);
      return fault === undefined ? [] : [{ path: folder, message: fault }];
    });
  }

  /** The folder that a person names for a plan. */
  givenFor(plan: string): string | undefined {
    return this.byPlan.get(plan) ?? this.forAll;
  }

  /** Where a plan may have been made if nobody says: beside its file, or in the working directory. */
  likelyFor(plan: string): readonly string[] {
    return plan === "-" ? ["."] : [...new Set([dirname(plan), "."])];
  }

  private isNamed(plan: string | undefined): boolean {
    return plan === undefined ? this.forAll !== undefined : this.byPlan.has(plan);
  }

  private enter(plan: string | undefined, folder: string): void {
    if (plan === undefined) {
      this.forAll = folder;
    } else {
      this.byPlan.set(plan, folder);
    }
  }
}

/** The input before the equals sign; undefined where what is there is no input, so that the sign belongs to the folder. */
function planIn(text: string, inputs: readonly string[]): string | undefined {
  const [longest] = inputs.filter((input) => text.startsWith(`${input}=`)).sort((a, b) => b.length - a.length);
  return longest;
}

function faultOf(folder: string): string | undefined {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return "is no folder: name the one that the plan was made in, or PLAN=FOLDER for one of several plans";
  }
  return holdsTerraform(folder)
    ? undefined
    : "holds no *.tf or *.tf.json file: name the folder that the plan was made in";
}
