/**
 * Writes the facts of azurerm's schema that the tests need: `extract-azurerm-schema.ts SCHEMA_DUMP`, where the dump is
 * what `terraform providers schema -json` printed.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSchemaDump } from "./provider-schema-dump";

const RESOURCES = [
  "azurerm_express_route_circuit",
  "azurerm_express_route_circuit_authorization",
  "azurerm_express_route_circuit_peering",
  "azurerm_express_route_connection",
  "azurerm_express_route_gateway",
  "azurerm_express_route_port",
  "azurerm_resource_group",
  "azurerm_route_map",
  "azurerm_subnet",
  "azurerm_virtual_hub",
  "azurerm_virtual_hub_connection",
  "azurerm_virtual_hub_route_table",
  "azurerm_virtual_hub_route_table_route",
  "azurerm_virtual_hub_routing_intent",
  "azurerm_virtual_network",
  "azurerm_virtual_wan",
  "azurerm_vpn_gateway",
  "azurerm_vpn_gateway_connection",
  "azurerm_vpn_gateway_nat_rule",
  "azurerm_vpn_site",
];

const DATA_SOURCES = [
  "azurerm_express_route_circuit",
  "azurerm_express_route_circuit_peering",
  "azurerm_key_vault_secret",
  "azurerm_virtual_hub",
  "azurerm_virtual_hub_route_table",
  "azurerm_virtual_network",
  "azurerm_virtual_wan",
  "azurerm_vpn_gateway",
];

const [dump] = process.argv.slice(2);
if (dump === undefined) {
  console.error("usage: extract-azurerm-schema.ts SCHEMA_DUMP");
  process.exit(2);
}
const target = join(__dirname, "..", "__tests__", "lib", "azurerm-schema.json");
const schema = readSchemaDump(dump, { resource: RESOURCES, data: DATA_SOURCES });
writeFileSync(target, `${JSON.stringify(schema, undefined, 1)}\n`);
