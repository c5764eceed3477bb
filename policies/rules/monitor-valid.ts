import { isOn, isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { byNamespace, type Monitored, monitoredOf } from "../../network/facts/monitored";
import { type Field, knownValue, type Unknown } from "../../network/field";
import { type Block, blocksOf } from "../../network/fields/block";
import { flagField, textField } from "../../network/fields/typed-fields";
import type { Network } from "../../network/network";
import { at, violation } from "./judgement";
import { judgeConnectionMonitor } from "./reasoning/connection-monitors";
import { type MetricAlert, metricAlerts } from "./reasoning/metric-alerts";
import { managedBlocks } from "./reasoning/resource-blocks";
import { targetOfBlock } from "./reasoning/targets";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** What watches the network watches something that there is. */
export const monitorValid: Rule = {
  id: "monitor-valid",
  level: "error",
  section: "Values",
  what: "Metric names and namespaces, log categories and connection-monitor endpoint names exist, endpoint addresses parse, a test has its protocol's block, and a window is not shorter than its frequency.",
  why: "The provider takes any text: Azure refuses it at apply, or an alert never fires.",
  page: "https://learn.microsoft.com/azure/virtual-wan/monitor-virtual-wan-reference",
  *judge(network) {
    for (const alert of metricAlerts(network)) {
      yield* judgeMetrics(alert);
      yield* judgeWindow(alert.block);
    }
    for (const setting of managedBlocks(network, "azurerm_monitor_diagnostic_setting")) {
      yield* judgeSetting(network, setting);
    }
    for (const monitor of managedBlocks(network, "azurerm_network_connection_monitor")) {
      yield* judgeConnectionMonitor(monitor);
    }
  },
};

function* judgeMetrics({ block, scopes, criteria, unknowns }: MetricAlert): Iterable<Judgement> {
  if (unknowns.length > 0) {
    yield cannotTell(at(block), unknowns, phrase`which metrics ${block} watches can't be told`);
  }
  const watched = scopes.flatMap((scope) =>
    scope.state === "block" ? (monitoredOf(scope.block.resource.type) ?? []) : [],
  );
  for (const { block: criterion, namespace, metric } of criteria) {
    const [expected] = watched;
    const text = knownValue(namespace);
    const open = [namespace, metric].flatMap((one): Unknown[] => (one.state === "unknown" ? [one.unknown] : []));
    if (expected === undefined && isOfNetworks(text)) {
      open.push(...scopes.flatMap((scope) => (scope.state === "unknown" ? [scope.unknown] : [])));
    }
    if (open.length > 0) {
      yield cannotTell(
        at(criterion, criterion.path),
        open,
        phrase`whether a metric that ${block} watches exists can't be told`,
      );
    }
    if (expected !== undefined && text !== undefined && text.toLowerCase() !== expected.namespace.toLowerCase()) {
      yield violation(at(criterion, namespace.path), {
        message: phrase`metric namespace ${text} of ${block} is not that of what it watches, ${expected.namespace}`,
        remedy: `Set metric_namespace to ${expected.namespace}.`,
        evidence: { namespace: text },
      });
    } else {
      const offered = text === undefined ? expected : byNamespace(text);
      yield* judgeMetric(criterion, metric, offered);
    }
  }
}

/** Nobody watches a gateway under the namespace of virtual machines, so what such an alert watches needn't be told. */
function isOfNetworks(namespace: string | undefined): boolean {
  return namespace?.toLowerCase().startsWith("microsoft.network/") ?? false;
}

/** Metrics of namespaces that aren't known here, such as those of virtual machines, are left to Azure. */
function* judgeMetric(criterion: Block, metric: Field<string>, offered: Monitored | undefined): Iterable<Judgement> {
  const name = knownValue(metric);
  const skipped = isOn(flagField(criterion, "skip_metric_validation"));
  if (name === undefined || offered === undefined || skipped === "yes") {
    return;
  }
  const names = Object.keys(offered.metrics);
  if (names.some((one) => one.toLowerCase() === name.toLowerCase())) {
    return;
  }
  if (isOpen(skipped)) {
    const message = phrase`${offered.namespace} has no metric ${name}; whether ${criterion} watches one that isn't there yet can't be told`;
    yield cannotTell(at(criterion, metric.path), skipped, message);
  } else {
    yield violation(at(criterion, metric.path), {
      message: phrase`${offered.namespace} has no metric ${name}, which ${criterion} watches`,
      remedy: `Use one of ${names.join(", ")}.`,
      evidence: { metric: name },
    });
  }
}

const MINUTES: ReadonlyMap<string, number> = new Map([
  ["PT1M", 1],
  ["PT5M", 5],
  ["PT15M", 15],
  ["PT30M", 30],
  ["PT1H", 60],
  ["PT6H", 360],
  ["PT12H", 720],
  ["P1D", 1440],
]);

function* judgeWindow(alert: Block): Iterable<Judgement> {
  const window = textField(alert, "window_size", "PT5M");
  const frequency = textField(alert, "frequency", "PT1M");
  const unknowns = [window, frequency].flatMap((one): Unknown[] => (one.state === "unknown" ? [one.unknown] : []));
  const place = at(alert, window.path);
  if (unknowns.length > 0) {
    yield cannotTell(place, unknowns, phrase`whether the window of ${alert} is as long as its frequency can't be told`);
    return;
  }
  const [long, often] = [window, frequency].map((field) => MINUTES.get(knownValue(field) ?? ""));
  if (long !== undefined && often !== undefined && long < often) {
    yield violation(place, {
      message: phrase`the window of ${alert}, ${knownValue(window) ?? ""}, is shorter than its frequency, ${knownValue(frequency) ?? ""}`,
      remedy: "Make window_size at least as long as frequency.",
    });
  }
}

function* judgeSetting(network: Network, setting: Block): Iterable<Judgement> {
  const target = targetOfBlock(network, setting, "target_resource_id");
  const offered = target.state === "block" ? monitoredOf(target.block.resource.type) : undefined;
  const { path, blocks, unknown } = blocksOf(setting, "enabled_log");
  if (unknown !== undefined) {
    yield cannotTell(at(setting, path), unknown, phrase`which logs ${setting} sends can't be told`);
  }
  for (const log of blocks) {
    yield* judgeLog(log, offered, target.state === "unknown" ? target.unknown : undefined);
  }
}

function* judgeLog(
  log: Block,
  offered: Monitored | undefined,
  unknownTarget: Unknown | undefined,
): Iterable<Judgement> {
  const [category, group] = [textField(log, "category"), textField(log, "category_group")];
  const name = knownValue(category) ?? "";
  const open = [category, group].flatMap((one): Unknown[] => (one.state === "unknown" ? [one.unknown] : []));
  if (unknownTarget !== undefined && name !== "") {
    open.push(unknownTarget);
  }
  if (open.length > 0) {
    yield cannotTell(at(log, log.path), open, phrase`whether a log category of ${log} exists can't be told`);
  }
  if (name !== "" && (knownValue(group) ?? "") !== "") {
    yield violation(at(log, log.path), {
      message: phrase`a log of ${log} has a category and a category group`,
      remedy: "Keep one of them.",
    });
  }
  if (offered === undefined) {
    return;
  }
  if (offered.logs.length === 0) {
    yield violation(at(log, log.path), {
      message: phrase`${log} sends logs of ${offered.namespace}, which has none`,
      remedy: "Take enabled_log out, and send metrics.",
    });
  } else if (name !== "" && !offered.logs.some((one) => one.toLowerCase() === name.toLowerCase())) {
    yield violation(at(log, category.path), {
      message: phrase`${offered.namespace} has no log category ${name}, which ${log} sends`,
      remedy: `Use ${offered.logs.join(", ")}.`,
      evidence: { category: name },
    });
  }
}
