import { checkToShow } from "../../policies/gate";
import { type ViewFormat, viewOf } from "../../view/view";
import { EXIT } from "../exit-code";
import { inputsOrHere } from "../inputs-or-here";
import { type VariableFlags, variablesOf } from "../variable-flags";
import { checkReportFiles, writeReportFile } from "./report-file";

/** What is drawn. */
export type Format = ViewFormat;

/** What `wanproof view` is asked for. */
export interface ViewFlags extends VariableFlags {
  readonly format?: Format;
  readonly output?: string;
  readonly hub?: string;
  readonly intent?: string;
  readonly config?: string;
  readonly configFrom?: string;
  readonly terraformDir?: readonly string[];
}

/** Reads the inputs as one network, judges it, and draws both. */
export async function view(named: readonly string[], flags: ViewFlags): Promise<void> {
  const inputs = inputsOrHere(named);
  const { output, config = "wanproof.yaml", intent } = flags;
  const read = [...inputs, config, intent].filter((path) => path !== undefined);
  if (output !== undefined) {
    checkReportFiles([output], read, PICTURE);
  }
  const { report, networks } = checkToShow(inputs, {
    ...flags,
    terraformDirs: flags.terraformDir ?? [],
    variables: variablesOf(flags),
  });
  const drawn = await viewOf({ report, ...networks() }, formatOf(flags), flags.hub);
  process.exitCode = EXIT.pass;
  if (output === undefined) {
    process.stdout.write(drawn);
  } else {
    writeReportFile(output, drawn, PICTURE);
  }
}

const PICTURE = "picture";

/** What is asked for, or else what a file of that name holds. */
function formatOf({ format, output = "" }: ViewFlags): Format {
  return format ?? ENDINGS.find(([ending]) => output.toLowerCase().endsWith(ending))?.[1] ?? "html";
}

const ENDINGS: readonly (readonly [ending: string, format: Format])[] = [
  [".svg", "svg"],
  [".drawio", "drawio"],
  [".mmd", "mermaid"],
  [".mermaid", "mermaid"],
];
