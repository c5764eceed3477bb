import { checkNetwork } from "../../policies/gate";
import type { Level } from "../../policies/rules/rule";
import { exitCodeOf, type OnUnknown } from "../exit-code";
import { inputsOrHere } from "../inputs-or-here";
import { type VariableFlags, variableFilesOf, variablesOf } from "../variable-flags";
import type { WantedReport } from "../wanted-report";
import { reportFiles, writeReports } from "./reports";

/** What `wanproof check` is asked for. */
export interface CheckFlags extends VariableFlags {
  readonly format?: readonly WantedReport[];
  readonly intent?: string;
  readonly terraformDir?: readonly string[];
  readonly failOn?: Level;
  readonly config?: string;
  readonly configFrom?: string;
  readonly baseline?: string;
  readonly failOnNew?: boolean;
  readonly unknown?: OnUnknown;
  readonly requireNetwork?: boolean;
}

/** Reads the inputs as one network, judges it, reports. */
export function check(named: readonly string[], flags: CheckFlags): void {
  const inputs = inputsOrHere(named);
  const { config = "wanproof.yaml", intent, baseline } = flags;
  const wanted = reportFiles(flags.format, [...inputs, ...variableFilesOf(flags), config, intent, baseline]);
  const report = checkNetwork(inputs, {
    ...flags,
    terraformDirs: flags.terraformDir ?? [],
    variables: variablesOf(flags),
  });
  process.exitCode = exitCodeOf(report.verdict, flags.unknown);
  writeReports(report, wanted);
}
