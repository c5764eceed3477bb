import { existsSync, readFileSync } from "node:fs";
import { observeIntent } from "../../device/intent/observe";
import { intentSkeleton } from "../../device/intent/skeleton";
import { readObserved } from "../../device/verify/read-observed";
import { readNetwork } from "../../network/read/read-network";
import { plain } from "../../text/plain";
import { EXIT } from "../exit-code";
import { checkReportFiles, ReportFileError, writeReportFile } from "./report-file";

/** What `wanproof intent observe` is asked for. */
export interface ObserveFlags {
  readonly azure: readonly string[];
  readonly output?: string;
}

/** What `wanproof intent init` is asked for. */
export interface InitFlags {
  readonly output?: string;
}

/** Turns what Azure hears into an intent file, or merges it into one that is there. */
export function observe(inputs: readonly string[], { azure, output }: ObserveFlags): void {
  if (output !== undefined) {
    checkReportFiles([output], [...inputs, ...azure], WHAT);
  }
  const network = readNetwork(inputs);
  const observed = readObserved(network, azure);
  const existing =
    output !== undefined && existsSync(output) ? { path: output, text: readFileSync(output, "utf8") } : undefined;
  const { text, notes } = observeIntent(network, observed, existing);
  put(text, output);
  process.stderr.write(notes.map((note) => `${plain(note)}\n`).join(""));
}

/** Writes a skeleton of an intent file. One that is there is left alone. */
export function init(inputs: readonly string[], { output }: InitFlags): void {
  if (output !== undefined) {
    checkReportFiles([output], inputs, WHAT);
    if (existsSync(output)) {
      throw new ReportFileError([`${output}: is there already, and a skeleton would replace it: name another file`]);
    }
  }
  put(intentSkeleton(readNetwork(inputs)), output);
}

function put(text: string, output: string | undefined): void {
  if (output === undefined) {
    process.stdout.write(text);
  } else {
    writeReportFile(output, text, WHAT);
    process.stdout.write(plain(`Intent is in ${output}`).concat("\n"));
  }
  process.exitCode = EXIT.pass;
}

const WHAT = "intent file";
