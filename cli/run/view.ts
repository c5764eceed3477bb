import { checkToShow } from "../../policies/gate";
import { InputError } from "../../text/complaint";
import { type ViewFormat, viewOf } from "../../view/view";
import { EXIT } from "../exit-code";
import { inputsOrHere } from "../inputs-or-here";
import { type VariableFlags, variableFilesOf, variablesOf } from "../variable-flags";
import { checkReportFiles, writeReportFile } from "./report-file";
import { observedReport } from "./verify";

/** What is drawn. */
export type Format = ViewFormat;

/** What `wanproof view` is asked for. */
export interface ViewFlags extends VariableFlags {
  readonly format?: Format;
  readonly output?: string;
  readonly hub?: string;
  readonly azure?: readonly string[];
  readonly intent?: string;
  readonly config?: string;
  readonly configFrom?: string;
  readonly terraformDir?: readonly string[];
}

/** Reads the inputs as one network, judges it, and draws both. */
export async function view(named: readonly string[], flags: ViewFlags): Promise<void> {
  const inputs = inputsOrHere(named);
  const { output, config = "wanproof.yaml", intent, azure = [] } = flags;
  const read = [...inputs, ...variableFilesOf(flags), ...azure, config, intent].filter((path) => path !== undefined);
  if (output !== undefined) {
    checkReportFiles([output], read, PICTURE);
  }
  if (azure.length > 0 && inputs.includes("-")) {
    throw new InputError([{ path: "-", message: "can be read once only: beside --azure, name a file" }]);
  }
  const { report, networks } = checkToShow(inputs, {
    ...flags,
    terraformDirs: flags.terraformDir ?? [],
    variables: variablesOf(flags),
  });
  const observed = azure.length === 0 ? undefined : observedReport(inputs, { ...flags, azure });
  const drawn = await viewOf({ report, observed, ...networks() }, formatOf(flags), flags.hub);
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
