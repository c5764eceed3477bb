import { Option } from "commander";
import type { VariableArgument } from "../network/read/given";
import type { PlacedArgument } from "./variable-flags";

let next = 0;

function placed(argument: VariableArgument, earlier: readonly PlacedArgument[] = []): readonly PlacedArgument[] {
  next += 1;
  return [...earlier, { at: next, argument }];
}

/** `--var`, which may be given several times. */
export function varOption(): Option {
  return new Option(
    "--var <name=value>",
    "value of a variable of the folders with HCL, as -var of Terraform; may be given several times",
  ).argParser((text: string, earlier: readonly PlacedArgument[] | undefined) =>
    placed({ kind: "variable", text }, earlier),
  );
}

/** `--var-file`, which may be given several times. */
export function varFileOption(): Option {
  return new Option(
    "--var-file <file>",
    "file with such values, beside terraform.tfvars, *.auto.tfvars and TF_VAR_NAME, which are read as Terraform reads them",
  ).argParser((path: string, earlier: readonly PlacedArgument[] | undefined) =>
    placed({ kind: "file", path }, earlier),
  );
}
