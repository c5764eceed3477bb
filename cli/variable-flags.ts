import type { VariableArgument } from "../network/read/given";

/** What is given with `--var` and `--var-file`, in the order of the command line: the last one counts. */
export interface VariableFlags {
  readonly var?: readonly PlacedArgument[];
  readonly varFile?: readonly PlacedArgument[];
}

/** One of them, with its place among all. */
export interface PlacedArgument {
  readonly at: number;
  readonly argument: VariableArgument;
}

/** Both in the order in which they were written. */
export function variablesOf({ var: values = [], varFile: files = [] }: VariableFlags): readonly VariableArgument[] {
  return [...values, ...files].sort((a, b) => a.at - b.at).map(({ argument }) => argument);
}

/** The files among them, which are read. */
export function variableFilesOf({ varFile = [] }: VariableFlags): readonly string[] {
  return varFile.flatMap(({ argument }) => (argument.kind === "file" ? [argument.path] : []));
}

/** Terraform's own spelling, with one dash, means the same. */
export function withTwoDashes(args: readonly string[]): readonly string[] {
  return args.map((arg) => arg.replace(/^-(?=var(?:-file)?(?:=|$))/, "--"));
}
