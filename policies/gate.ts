import { judge } from "./judge/judge";
import { InputError } from "./network/input/reading";
import { readNetwork } from "./network/read";
import { judgedAnything, type Report, reportOf } from "./report/report";
import { NOTHING_JUDGED } from "./report/text";
import { RULES } from "./rules/catalogue";
import type { Level } from "./rules/rule";

export interface CheckOptions {
  /** A file that states what on-premises routers do, for what the inputs don't state themselves. */
  readonly intent?: string;
  /** The mildest level that counts in the verdict; default error. */
  readonly failOn?: Level;
  /** Whether it is an error that no input holds anything of this field; default false: that passes, and is said. */
  readonly requireNetwork?: boolean;
}

/**
 * Reads the inputs as one network, judges it by every rule, and reports.
 *
 * @param paths folders of synthesized stacks, `*.tf.json` files, plans as JSON
 * @throws InputError with every complaint, where an input can't be read or `requireNetwork` isn't met
 * @throws RuleFailure where a rule breaks down
 */
export function checkNetwork(paths: readonly string[], options: CheckOptions = {}): Report {
  const network = readNetwork(paths, options.intent === undefined ? {} : { intent: options.intent });
  const findings = judge(network, RULES);
  const report = reportOf({ network, rules: RULES, findings }, options.failOn);
  if (options.requireNetwork === true && !judgedAnything(report)) {
    throw new InputError([{ path: paths.join(", "), message: NOTHING_JUDGED }]);
  }
  return report;
}
