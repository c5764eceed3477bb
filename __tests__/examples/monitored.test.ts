import { join } from "node:path";
import { App } from "cdktf";
import { byNamespace, MONITORED, type Monitored, monitoredOf } from "../../network/facts/monitored";
import { objectOf } from "../../scripts/azurerm-schema";
import { addNetworkStacks, readNetworkFile } from "../../stacks";
import { folderOfItsOwn, resourcesOf, terraformOfApp } from "../stacks/terraform";

const folder = folderOfItsOwn();
const EXAMPLES = ["brownfield", "encrypted", "fail-closed", "two-regions"] as const;

const written = new Map(
  EXAMPLES.map((example) => {
    const app = new App({ outdir: folder });
    addNetworkStacks(app, readNetworkFile(join(__dirname, "..", "..", "examples", example, "network.yaml")));
    return [example, terraformOfApp(app)];
  }),
);

/** All resources of a type in all stacks of an example. */
function resourcesIn(example: (typeof EXAMPLES)[number], type: string) {
  const terraform = written.get(example) ?? {};
  return Object.keys(terraform).flatMap((stack) => Object.values(resourcesOf(terraform, stack, type)).map(objectOf));
}

const ALL: readonly Monitored[] = Object.values(MONITORED);

/** The metrics that a query asks a workspace for. */
function metricsIn(query: string): string[] {
  const tests = query.match(/MetricName (?:in \([^)]*\)|== "\w+")/g) ?? [];
  return tests.flatMap((text) => text.match(/(?<=")\w+(?=")/g) ?? []);
}

function queriesIn(example: (typeof EXAMPLES)[number]): string[] {
  const alerts = resourcesIn(example, "azurerm_monitor_scheduled_query_rules_alert_v2").flatMap(({ criteria }) =>
    (Array.isArray(criteria) ? criteria : []).map((criterion) => String(objectOf(criterion).query)),
  );
  const workbooks = resourcesIn(example, "azurerm_application_insights_workbook").flatMap(({ data_json }) => {
    const { items } = objectOf(JSON.parse(String(data_json)));
    return (Array.isArray(items) ? items : []).map((item) => String(objectOf(objectOf(item).content).query));
  });
  return [...alerts, ...workbooks];
}

test.each(EXAMPLES)("each metric and dimension that examples/%s alerts on is one of Azure's", (example) => {
  const alerts = resourcesIn(example, "azurerm_monitor_metric_alert");
  const faults = alerts.flatMap(({ name, criteria }) =>
    (Array.isArray(criteria) ? criteria : []).flatMap((criterion) => {
      const { metric_namespace, metric_name, dimension } = objectOf(criterion);
      const metric = byNamespace(String(metric_namespace))?.metrics[String(metric_name)];
      const names = (Array.isArray(dimension) ? dimension : []).map((one) => String(objectOf(one).name));
      const known = metric !== undefined && names.every((one) => metric.dimensions.includes(one));
      return known ? [] : [`${name}: ${metric_name} by ${names.join(", ")}`];
    }),
  );
  expect(faults).toEqual([]);
  expect(alerts.length).toBeGreaterThan(10);
});

test.each(EXAMPLES)("each metric that a query of examples/%s reads is one that a workspace gets", (example) => {
  const read = queriesIn(example).flatMap(metricsIn);
  const exported = ALL.flatMap(({ metrics }) => Object.keys(metrics).filter((name) => metrics[name]?.exported));
  expect(read.filter((metric) => !exported.includes(metric))).toEqual([]);
  expect(new Set(read)).toEqual(
    new Set(["BitsInPerSecond", "BitsOutPerSecond", "TunnelIngressBytes", "TunnelEgressBytes"]),
  );
});

test.each(EXAMPLES)("each category of logs in examples/%s is one that its kind of resource has", (example) => {
  const sent = resourcesIn(example, "azurerm_monitor_diagnostic_setting").flatMap(
    ({ target_resource_id, enabled_log }) => {
      const type = /azurerm_(vpn_gateway|express_route_gateway|express_route_circuit)/.exec(
        String(target_resource_id),
      )?.[1];
      const logs = monitoredOf(`azurerm_${type}`)?.logs ?? [];
      return (Array.isArray(enabled_log) ? enabled_log : [])
        .map((log) => String(objectOf(log).category))
        .filter((category) => !logs.includes(category));
    },
  );
  expect(sent).toEqual([]);
  const read = queriesIn(example).flatMap((query) => query.match(/(?<=Category == ")\w+/g) ?? []);
  expect(new Set(read)).toEqual(new Set(["TunnelDiagnosticLog", "RouteDiagnosticLog"]));
  expect(read.filter((category) => !ALL.some(({ logs }) => logs.includes(category)))).toEqual([]);
});
