import type { Complaint } from "../../../text/complaint";
import { declarationsOf } from "./declarations";
import type { StackFiles } from "./stack-files";
import { nameIn, type VariableArgument } from "./variables";

/**
 * What is wrong with arguments that no root module has a variable for, or that name none.
 * @param areAllRead whether the stacks are all that was named: else nobody knows what the others declare
 */
export function strayArguments(
  args: readonly VariableArgument[],
  stacks: readonly StackFiles[],
  areAllRead: boolean,
): Complaint[] {
  const declared = new Set(
    stacks.flatMap(({ folder, contents }) =>
      folder?.variables === undefined ? [] : [...declarationsOf(contents).variables.keys()],
    ),
  );
  return args.flatMap((arg): Complaint[] => {
    const name = arg.kind === "file" ? undefined : nameIn(arg.text);
    if (name === undefined || declared.has(name)) {
      return [];
    }
    if (name === "") {
      return [{ path: "--var", message: "has to be name=value" }];
    }
    return areAllRead ? [{ path: `--var ${name}`, message: "is no variable of any folder that is read" }] : [];
  });
}
