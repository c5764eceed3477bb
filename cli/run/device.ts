import { renderDevices } from "../../device/render-devices";
import { plain } from "../../text/plain";
import { EXIT } from "../exit-code";
import { checkFolder, writeFolder } from "./folder";
import { ReportFileError } from "./report-file";

/** What `wanproof device` is asked for. */
export interface DeviceFlags {
  readonly platform: string;
  readonly site?: string;
  readonly nextHop?: readonly string[];
  readonly intent?: string;
  readonly withSecrets?: boolean;
  readonly output?: string;
}

/** Renders devices, and writes them into a folder or shows them. */
export function device(azure: string, inputs: readonly string[], flags: DeviceFlags): void {
  const { output, withSecrets } = flags;
  if (withSecrets === true && output === undefined) {
    throw new ReportFileError(["keys are written to files only: name a folder, with -o FOLDER"]);
  }
  if (output !== undefined) {
    checkFolder(output);
  }
  const { files, notes } = renderDevices(azure, inputs, { ...flags, nextHops: flags.nextHop });
  if (output === undefined) {
    process.stdout.write(files.map(({ path, text }) => `# ---- ${path}\n${text}`).join("\n"));
  } else {
    writeFolder(output, files);
    process.stdout.write(plain(`${files.length} files are in ${output}`).concat("\n"));
  }
  process.exitCode = EXIT.pass;
  process.stderr.write(notes.map((note) => `${plain(note)}\n`).join(""));
}
