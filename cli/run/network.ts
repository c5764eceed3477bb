import { saveNetwork } from "../../network/read/save-network";
import { plain } from "../../text/plain";
import { checkReportFiles, ReportFileError, writeReportFile } from "./report-file";

/** What `wanproof network` is asked for. */
export interface NetworkFlags {
  readonly output?: string;
  readonly as?: string;
  readonly terraformDir?: readonly string[];
}

/** Reads the inputs, and saves what the gate needs of them. */
export function network(inputs: readonly string[], { output, as: name, terraformDir }: NetworkFlags): void {
  if (output === undefined && process.stdout.isTTY === true) {
    throw new ReportFileError(["a saved network is for programs: name a file for it, with -o FILE"]);
  }
  if (output !== undefined) {
    checkReportFiles([output], inputs, WHAT);
  }
  const { text, inputs: saved } = saveNetwork(
    inputs,
    terraformDir,
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
