import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AzurermSchema, schemaProblems } from "../../scripts/azurerm-schema";
import { allCases } from "./every-property/cases";
import { terraformOf } from "./every-property/harness";

const schema: AzurermSchema = JSON.parse(readFileSync(join(__dirname, "azurerm-schema.json"), "utf8"));

test.each(allCases.map((one) => [one.property, one] as const))(
  "with %s, azurerm knows all that is written",
  (_property, one) => {
    expect(schemaProblems(terraformOf(one.after), schema)).toEqual([]);
  },
);

test("what azurerm doesn't know, wants in vain, sets itself or drops in 5.x is told", () => {
  const terraform = {
    resource: {
      azurerm_vpn_gateway_connection: {
        hq: {
          name: "hq",
          vpn_gateway_id: "a",
          routing: [{ associated_route_table_id: "b" }, { associated_route_table: "c" }],
          timeouts: { create: "60m" },
          depends_on: [],
        },
      },
      azurerm_express_route_connection: {
        ams: {
          name: "ams",
          express_route_gateway_id: "a",
          express_route_circuit_peering_id: "b",
          enable_internet_security: true,
        },
      },
      azurerm_virtual_hub: {
        weu: { name: "weu", resource_group_name: "rg", location: "weu", virtual_router_asn: 65515 },
      },
      azurerm_bastion_host: { b: {} },
      random_id: { r: {} },
    },
  };
  expect(schemaProblems(terraform, schema)).toEqual([
    "azurerm_vpn_gateway_connection.hq: remote_vpn_site_id: required, and absent",
    "azurerm_vpn_gateway_connection.hq: vpn_link: at least 1 needed",
    "azurerm_vpn_gateway_connection.hq: routing: at most 1 allowed",
    "azurerm_vpn_gateway_connection.hq: routing.associated_route_table_id: the schema has no such attribute or block",
    "azurerm_vpn_gateway_connection.hq: routing.associated_route_table: required, and absent",
    "azurerm_express_route_connection.ams: enable_internet_security: azurerm 5.x has no such attribute",
    "azurerm_virtual_hub.weu: virtual_router_asn: only the provider sets it",
    "azurerm_bastion_host.b: the schema has no such type",
  ]);
});
