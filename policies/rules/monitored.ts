import { type Answer, allOf, anyOf, isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { isManaged } from "../../network/facts/standing";
import type { Unknown } from "../../network/field";
import { knownValue } from "../../network/field";
import type { Network, VpnGateway } from "../../network/network";
import { at, violation } from "./judgement";
import { leadsTo, type MetricAlert, metricAlerts } from "./reasoning/metric-alerts";
import { managedBlocks } from "./reasoning/resource-blocks";
import { targetOfBlock } from "./reasoning/targets";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** Somebody hears of it when a tunnel or a BGP session is lost. */
export const monitored: Rule = {
  id: "monitored",
  level: "note",
  section: "Topology and limits",
  what: "A VPN gateway has a diagnostic setting, and metric alerts on tunnels and BGP sessions.",
  why: "When a tunnel is lost, traffic may go on over ExpressRoute in the clear, and nothing else tells of it. Alerts on logs are not read.",
  page: "https://learn.microsoft.com/azure/virtual-wan/monitoring-best-practices",
  *judge(network) {
    const alerts = metricAlerts(network);
    for (const gateway of network.vpnGateways.filter(isManaged)) {
      yield* judgeGateway(network, gateway, alerts);
    }
  },
};

function* judgeGateway(network: Network, gateway: VpnGateway, alerts: readonly MetricAlert[]): Iterable<Judgement> {
  const wanted: readonly (readonly [string, Answer])[] = [
    ["diagnostic setting", hasSetting(network, gateway)],
    ["metric alert on its tunnels", hasAlert(gateway, alerts, /^tunnel/i)],
    ["metric alert on its BGP sessions", hasAlert(gateway, alerts, /^bgp/i)],
  ];
  for (const [what, answer] of wanted) {
    if (isOpen(answer)) {
      yield cannotTell(at(gateway), answer, phrase`whether ${gateway} has a ${what} can't be told`);
    } else if (answer === "no") {
      yield violation(at(gateway), {
        message: phrase`${gateway} has no ${what}`,
        remedy: phrase`Add a ${what}; in network.yaml, write monitoring, which adds all of them.`,
      });
    }
  }
}

function hasSetting(network: Network, gateway: VpnGateway): Answer {
  const settings = managedBlocks(network, "azurerm_monitor_diagnostic_setting");
  return anyOf(settings.map((setting) => leadsTo([targetOfBlock(network, setting, "target_resource_id")], gateway)));
}

function hasAlert(gateway: VpnGateway, alerts: readonly MetricAlert[], metric: RegExp): Answer {
  return anyOf(alerts.map((alert) => allOf([leadsTo(alert.scopes, gateway), watches(alert, metric)])));
}

function watches({ criteria, unknowns }: MetricAlert, wanted: RegExp): Answer {
  const answers = criteria.map(({ metric }): Answer => {
    if (metric.state === "unknown") {
      return [metric.unknown];
    }
    return wanted.test(knownValue(metric) ?? "") ? "yes" : "no";
  });
  const more: readonly Unknown[] = unknowns;
  return anyOf([...answers, more.length > 0 ? more : "no"]);
}
