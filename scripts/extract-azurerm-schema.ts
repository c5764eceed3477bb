/**
 * Writes the facts of azurerm's schema that the tests need: `extract-azurerm-schema.ts SCHEMA_DUMP`, where the dump is
 * what `terraform providers schema -json` printed.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { JUDGED_TYPES } from "../network/ledger/kept";
import { dataSourcesIn, readSchemaDump } from "./provider-schema-dump";

/** What is written, and not read. */
const RESOURCES = [
  "azurerm_application_insights_workbook",
  "azurerm_log_analytics_workspace",
  "azurerm_monitor_action_group",
  "azurerm_monitor_scheduled_query_rules_alert_v2",
  "azurerm_resource_group",
];
const DATA_SOURCES = ["azurerm_key_vault_secret", "azurerm_log_analytics_workspace", "azurerm_network_watcher"];

const [dump] = process.argv.slice(2);
if (dump === undefined) {
  console.error("usage: extract-azurerm-schema.ts SCHEMA_DUMP");
  process.exit(2);
}
const target = join(__dirname, "..", "__tests__", "lib", "azurerm-schema.json");
const schema = readSchemaDump(dump, {
  resource: [...RESOURCES, ...JUDGED_TYPES].sort(),
  data: [...DATA_SOURCES, ...dataSourcesIn(dump, JUDGED_TYPES)].sort(),
});
writeFileSync(target, `${JSON.stringify(schema, undefined, 1)}\n`);
