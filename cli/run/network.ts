import { saveNetwork } from "../../network/read/save-network";
import { plain } from "../../text/plain";
import { type VariableFlags, variableFilesOf, variablesOf } from "../variable-flags";
import { checkReportFiles, ReportFileError, writeReportFile } from "./report-file";

/** What `wanproof network` is asked for. */
export interface NetworkFlags extends VariableFlags {
  readonly output?: string;
  readonly as?: string;
  readonly terraformDir?: readonly string[];
}

/** Reads the inputs, and saves what the gate needs of them. */
export function network(inputs: readonly string[], flags: NetworkFlags): void {
  const { output, as: name, terraformDir = [] } = flags;
  if (output === undefined && process.stdout.isTTY === true) {
    throw new ReportFileError(["a saved network is for programs: name a file for it, with -o FILE"]);
  }
  if (output !== undefined) {
    checkReportFiles([output], [...inputs, ...variableFilesOf(flags)], WHAT);
  }
  const { text, inputs: saved } = saveNetwork(
    inputs,
    { terraformDirs: terraformDir, variables: variablesOf(flags) },
    name === undefined ? undefined : { name, at: new Date().toISOString() },
  );
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  writeReportFile(output, text, WHAT);
  for (const { path, kind, resources, total } of saved) {
    process.stdout.write(plain(`${path} (${kind}): ${resources} of ${total} resources saved`).concat("\n"));
  }
}

const WHAT = "network";
