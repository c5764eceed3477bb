import { OBSERVED_JUDGES } from "../../device/verify/judges";
import { readObserved } from "../../device/verify/read-observed";
import { readNetwork } from "../../network/read/read-network";
import { readAgreed } from "../../policies/config/agreed";
import type { ConfigOptions } from "../../policies/config/read-config";
import { judge } from "../../policies/judge/judge";
import { type Report, reportOf } from "../../policies/report/report";
import { OBSERVED_RULES } from "../../policies/rules/observed/catalogue";
import type { Level, Rule } from "../../policies/rules/rule";
import { exitCodeOf, type OnUnknown } from "../exit-code";
import { type VariableFlags, variableFilesOf, variablesOf } from "../variable-flags";
import type { WantedReport } from "../wanted-report";
import { reportFiles, writeReports } from "./reports";

/** What Azure runs, and what it is held against. */
export interface ObservedFlags extends Pick<ConfigOptions, "config" | "configFrom">, VariableFlags {
  readonly azure: readonly string[];
  readonly intent?: string;
  readonly terraformDir?: readonly string[];
  readonly failOn?: Level;
}

/** What `wanproof verify` is asked for. */
export interface VerifyFlags extends ObservedFlags {
  readonly format?: readonly WantedReport[];
  readonly unknown?: OnUnknown;
}

/** Judges what Azure runs against what the inputs plan, and reports. */
export function verify(inputs: readonly string[], flags: VerifyFlags): void {
  const { azure, intent, config = "wanproof.yaml" } = flags;
  const wanted = reportFiles(flags.format, [...inputs, ...variableFilesOf(flags), ...azure, config, intent]);
  const report = observedReport(inputs, flags);
  process.exitCode = exitCodeOf(report.verdict, flags.unknown);
  writeReports(report, wanted);
}

/** What Azure runs, judged against what the inputs plan. */
export function observedReport(inputs: readonly string[], flags: ObservedFlags): Report {
  const { azure, intent, terraformDir: terraformDirs = [] } = flags;
  const agreed = readAgreed(flags);
  const network = readNetwork(inputs, {
    terraformDirs,
    variables: variablesOf(flags),
    sensitive: "used",
    ...(intent === undefined ? {} : { intent }),
  });
  const observed = readObserved(network, azure);
  const rules = OBSERVED_RULES.map((rule): Rule => {
    const judges = OBSERVED_JUDGES.get(rule.id);
    return { ...rule, judge: (planned) => judges?.({ network: planned, observed }) ?? [] };
  });
  const findings = agreed.atLevels(judge(network, rules));
  const suppressions = agreed.suppressionsIn(network);
  return reportOf(
    // What is suppressed of `wanproof check` isn't looked at here, so nothing is said of it.
    {
      network,
      rules,
      findings,
      suppressions: { suppressedBy: (one) => suppressions.suppressedBy(one), notices: () => [] },
    },
    { failOn: flags.failOn ?? agreed.failOn },
  );
}
