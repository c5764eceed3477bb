import type { Network } from "../network/network";
import type { VariableArgument } from "../network/read/given";
import { type Networks, readNetworks } from "../network/read/read-network";
import { routeChanges } from "../paths/changes";
import { routeTable } from "../paths/table";
import { both } from "../text/both";
import { InputError } from "../text/complaint";
import { readAgreed } from "./config/agreed";
import { intentAtRef } from "./config/intent-at-ref";
import type { ConfigOptions } from "./config/read-config";
import { earlierReport, readBaseline } from "./judge/baseline";
import { compare } from "./judge/compare";
import { earlierOf, intentNotice } from "./judge/earlier";
import { eitherWay } from "./judge/either-way";
import { holdsSensitive } from "./judge/hiding";
import { judge } from "./judge/judge";
import type { Notice, Suppressions } from "./judge/marked";
import { olderSavesNotices } from "./judge/older-saves";
import { inOrder } from "./judge/order";
import { stateNotices } from "./judge/states";
import { isTornDown, TORN_DOWN } from "./judge/torn-down";
import { judgedAnything, type Report, reportOf } from "./report/report";
import { NOTHING_JUDGED } from "./report/text";
import { RULES } from "./rules/catalogue";
import type { Level } from "./rules/rule";

/** How to check. The configuration is the `wanproof.yaml` above the working directory, unless another one is named. */
export interface CheckOptions extends ConfigOptions {
  /** A file that states what on-premises routers do, for what the inputs don't state themselves. */
  readonly intent?: string;
  /** The folders that plans were made in, whose Terraform files findings point at: `DIR` for every plan, or `PLAN=DIR`. */
  readonly terraformDirs?: readonly string[];
  /** Values for the variables of folders with HCL, in the order in which they count: `-var` and `-var-file` of Terraform. */
  readonly variables?: readonly VariableArgument[];
  /** The mildest level that counts in the verdict; default that of the configuration, or else error. */
  readonly failOn?: Level;
  /** Whether it is an error that no input holds anything of this field; default false: that passes, and is said. */
  readonly requireNetwork?: boolean;
  /** What is suppressed; default what the configuration and the inputs say. */
  readonly suppressions?: Suppressions;
  /** The JSON report of an earlier check, to compare with; default what plans tell of the time before their change. */
  readonly baseline?: string;
  /** Whether only findings count that were not there before; default false. Needs something to compare with. */
  readonly failOnNew?: boolean;
}

/**
 * Reads the inputs as one network, judges it by every rule, tells what is new, and reports.
 *
 * @param paths folders of synthesized stacks, `*.tf.json` files, plans as JSON
 * @throws InputError with every complaint, where an input can't be read, or `requireNetwork` or `failOnNew` isn't met
 * @throws RuleFailure where a rule breaks down
 */
export function checkNetwork(paths: readonly string[], options: CheckOptions = {}): Report {
  return checkToShow(paths, options).report;
}

/** A report, and the networks that it is on, without sensitive values. */
export interface CheckedToShow {
  readonly report: Report;
  readonly networks: () => Pick<Networks, "after" | "before">;
}

/**
 * Checks as {@link checkNetwork} does, for who shows the network beside the report.
 *
 * @param paths folders of synthesized stacks, `*.tf.json` files, plans as JSON
 * @throws InputError with every complaint, where an input can't be read, or `requireNetwork` or `failOnNew` isn't met
 * @throws RuleFailure where a rule breaks down
 */
export function checkToShow(paths: readonly string[], options: CheckOptions = {}): CheckedToShow {
  const intentBefore = intentAtRef(options);
  const [agreed, [read, baseline]] = both(
    () => readAgreed(options),
    () =>
      both(
        () => readNetworks(paths, { ...options, intentBefore, sensitive: "used" }),
        () => readBaseline(options.baseline),
      ),
  );
  // Where an earlier report is compared with, what plans tell of before is not.
  const networks: Networks =
    baseline === undefined ? read : { ...read, before: undefined, beforeWithoutFile: undefined };
  const { suppressions = agreed.suppressionsIn(networks.after), failOn = agreed.failOn } = options;
  const judged = (network: Network) => agreed.atLevels(judge(network, RULES));
  const tornDown = isTornDown(networks.after);
  const judgedByAll = (network: Network) => judge(network, RULES);
  const said = tornDown ? [] : inOrder(eitherWay(judgedByAll(networks.after), networks.assignments, judgedByAll));
  const findings = agreed.atLevels(said);
  const earlier = baseline === undefined ? earlierOf(networks, judged) : earlierReport(baseline, networks.after);
  const comparison = compare(findings, earlier);
  const notices = [
    ...agreed.levelNotices(said),
    ...stateNotices(networks.after.inputs),
    ...olderSavesNotices(networks.after.inputs),
    ...(tornDown ? [TORN_DOWN] : []),
    ...noticesOf(options, networks),
  ];
  const pathChanges = pathChangesOf(networks);
  const judgedAll = { network: networks.after, rules: RULES, findings, comparison, suppressions, notices, pathChanges };
  const report = reportOf(judgedAll, { ...options, failOn });
  insist(report, paths, tornDown ? { ...options, requireNetwork: false } : options);
  return { report, networks: () => shownOf(networks) };
}

function pathChangesOf(networks: Networks): Report["pathChanges"] {
  if (networks.before === undefined) {
    return undefined;
  }
  return () => {
    const { before, after } = shownOf(networks);
    return before === undefined ? [] : routeChanges(routeTable(before), routeTable(after));
  };
}

function shownOf(networks: Networks): Pick<Networks, "after" | "before"> {
  const { before, after } = networks;
  return holdsSensitive(after) || holdsSensitive(before ?? after) ? networks.toShow() : networks;
}

function noticesOf({ intent, failOnNew }: CheckOptions, { beforeWithoutFile }: Networks): readonly Notice[] {
  const isAssumed = beforeWithoutFile !== undefined && failOnNew === true;
  return intent !== undefined && isAssumed ? [intentNotice(intent)] : [];
}

function insist(report: Report, paths: readonly string[], { requireNetwork, failOnNew }: CheckOptions): void {
  const messages = [
    ...(requireNetwork === true && !judgedAnything(report) ? [NOTHING_JUDGED] : []),
    ...(failOnNew === true && report.compared === undefined ? [NOTHING_TO_COMPARE] : []),
  ];
  if (messages.length > 0) {
    throw new InputError(messages.map((message) => ({ path: paths.join(", "), message })));
  }
}

const NOTHING_TO_COMPARE =
  "there is nothing to tell new findings by: give plans alone, with the prior_state that they hold, or --baseline with " +
  "the JSON report of an earlier check";
