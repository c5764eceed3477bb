import { join } from "node:path";
import { App } from "cdktf";
import { objectOf } from "../../scripts/azurerm-schema";
import { addNetworkStacks, readNetworkFile } from "../../stacks";
import { folderOfItsOwn, terraformOfApp } from "../stacks/terraform";
import { addressesOf } from "../support/addresses";
import { WATCHED_FROM, watchedCircuit, watchedHub } from "./watched-addresses";

// A state is kept under these addresses: whoever changes one has Terraform destroy what is there and make it anew.
const folder = folderOfItsOwn();

function stacksOf(example: string) {
  const app = new App({ outdir: folder });
  addNetworkStacks(app, readNetworkFile(join(__dirname, "..", "..", "examples", example, "network.yaml")));
  const stacks = Object.entries(terraformOfApp(app));
  return Object.fromEntries(stacks.map(([stack, terraform]) => [stack, addressesOf(objectOf(terraform))]));
}

test("the addresses of examples/encrypted", () => {
  expect(stacksOf("encrypted")).toEqual({
    "contoso-global": [
      "azurerm_resource_group.resource-group",
      "azurerm_virtual_wan.wan",
      "output.cross-stack-output-azurerm_virtual_wanwanid",
      ...WATCHED_FROM,
    ].sort(),
    "contoso-westeurope": [
      "azurerm_express_route_circuit.ams",
      "azurerm_express_route_circuit.fra",
      "azurerm_express_route_circuit_peering.ams",
      "azurerm_express_route_circuit_peering.fra",
      "azurerm_express_route_connection.westeurope_ams",
      "azurerm_express_route_connection.westeurope_fra",
      "azurerm_express_route_gateway.westeurope",
      "azurerm_subnet.app_web",
      "azurerm_virtual_hub.westeurope",
      "azurerm_virtual_hub_connection.westeurope_app",
      "azurerm_virtual_hub_connection.westeurope_data",
      "azurerm_virtual_network.app",
      "azurerm_virtual_network.data",
      "azurerm_vpn_gateway.westeurope",
      "azurerm_vpn_gateway_connection.westeurope_hq",
      "azurerm_vpn_site.hq",
      "data.terraform_remote_state.cross-stack-reference-input-contoso-global",
      "output.network_intent",
      "output.vpn_gateway_addresses_westeurope",
      "var.hq_over_ams_key",
      "var.hq_over_fra_key",
      ...watchedHub("westeurope"),
      ...watchedCircuit("ams"),
      ...watchedCircuit("fra"),
    ].sort(),
  });
});

test("the addresses of examples/fail-closed", () => {
  expect(stacksOf("fail-closed")).toEqual({
    "woodgrove-global": [
      "azurerm_resource_group.resource-group",
      "azurerm_virtual_wan.wan",
      "output.cross-stack-output-azurerm_virtual_wanwanid",
      ...WATCHED_FROM,
    ].sort(),
    "woodgrove-westeurope": [
      "azurerm_express_route_circuit.ams",
      "azurerm_express_route_circuit.fra",
      "azurerm_express_route_circuit_peering.ams",
      "azurerm_express_route_circuit_peering.fra",
      "azurerm_express_route_connection.westeurope_ams",
      "azurerm_express_route_connection.westeurope_fra",
      "azurerm_express_route_gateway.westeurope",
      "azurerm_route_map.westeurope_ams_inbound",
      "azurerm_route_map.westeurope_ams_outbound",
      "azurerm_route_map.westeurope_fra_inbound",
      "azurerm_route_map.westeurope_fra_outbound",
      "azurerm_subnet.app_web",
      "azurerm_virtual_hub.westeurope",
      "azurerm_virtual_hub_connection.westeurope_app",
      "azurerm_virtual_hub_connection.westeurope_data",
      "azurerm_virtual_network.app",
      "azurerm_virtual_network.data",
      "azurerm_vpn_gateway.westeurope",
      "azurerm_vpn_gateway_connection.westeurope_hq",
      "azurerm_vpn_site.hq",
      "data.terraform_remote_state.cross-stack-reference-input-woodgrove-global",
      "output.network_intent",
      "output.vpn_gateway_addresses_westeurope",
      "var.hq_over_ams_key",
      "var.hq_over_fra_key",
      ...watchedHub("westeurope"),
      ...watchedCircuit("ams"),
      ...watchedCircuit("fra"),
    ].sort(),
  });
});

test("the addresses of examples/two-regions", () => {
  expect(stacksOf("two-regions")).toEqual({
    "fabrikam-global": [
      "azurerm_express_route_circuit.ams",
      "azurerm_express_route_circuit.dub",
      "azurerm_express_route_circuit_peering.ams",
      "azurerm_express_route_circuit_peering.dub",
      "azurerm_resource_group.resource-group",
      "azurerm_virtual_wan.wan",
      "azurerm_vpn_site.headquarters",
      "output.cross-stack-output-azurerm_express_route_circuit_peeringamsid",
      "output.cross-stack-output-azurerm_express_route_circuit_peeringdubid",
      "output.cross-stack-output-azurerm_virtual_wanwanid",
      "output.cross-stack-output-azurerm_vpn_siteheadquartersid",
      "output.cross-stack-output-azurerm_vpn_siteheadquarterslink0id",
      "output.cross-stack-output-azurerm_vpn_siteheadquarterslink1id",
      "output.network_intent",
      ...WATCHED_FROM,
      ...watchedCircuit("ams"),
      ...watchedCircuit("dub"),
      "output.cross-stack-output-azurerm_express_route_circuitamsid",
      "output.cross-stack-output-azurerm_express_route_circuitdubid",
    ].sort(),
    "fabrikam-northeurope": [
      "azurerm_express_route_connection.northeurope_ams",
      "azurerm_express_route_connection.northeurope_dub",
      "azurerm_express_route_gateway.northeurope",
      "azurerm_route_map.northeurope_ams_inbound",
      "azurerm_route_map.northeurope_ams_outbound",
      "azurerm_route_map.northeurope_dub_inbound",
      "azurerm_route_map.northeurope_dub_outbound",
      "azurerm_virtual_hub.northeurope",
      "azurerm_virtual_hub_connection.northeurope_archive",
      "azurerm_virtual_network.archive",
      "azurerm_vpn_gateway.northeurope",
      "azurerm_vpn_gateway_connection.northeurope_cork",
      "azurerm_vpn_gateway_connection.northeurope_dublin",
      "azurerm_vpn_gateway_connection.northeurope_headquarters",
      "azurerm_vpn_site.cork",
      "azurerm_vpn_site.dublin",
      "data.terraform_remote_state.cross-stack-reference-input-fabrikam-global",
      "output.network_intent",
      "output.vpn_gateway_addresses_northeurope",
      ...watchedHub("northeurope"),
    ].sort(),
    "fabrikam-westeurope": [
      "azurerm_express_route_connection.westeurope_ams",
      "azurerm_express_route_connection.westeurope_dub",
      "azurerm_express_route_gateway.westeurope",
      "azurerm_route_map.westeurope_ams_inbound",
      "azurerm_route_map.westeurope_ams_outbound",
      "azurerm_route_map.westeurope_dub_inbound",
      "azurerm_route_map.westeurope_dub_outbound",
      "azurerm_subnet.shop_data",
      "azurerm_subnet.shop_web",
      "azurerm_virtual_hub.westeurope",
      "azurerm_virtual_hub_connection.westeurope_shop",
      "azurerm_virtual_network.shop",
      "azurerm_vpn_gateway.westeurope",
      "azurerm_vpn_gateway_connection.westeurope_headquarters",
      "azurerm_vpn_gateway_connection.westeurope_rotterdam",
      "azurerm_vpn_site.rotterdam",
      "data.terraform_remote_state.cross-stack-reference-input-fabrikam-global",
      "output.network_intent",
      "output.vpn_gateway_addresses_westeurope",
      ...watchedHub("westeurope"),
    ].sort(),
  });
});

test("the addresses of examples/brownfield", () => {
  expect(stacksOf("brownfield")).toEqual({
    "adventure-global": [
      "azurerm_application_insights_workbook.workbook",
      "azurerm_monitor_action_group.action-group",
      "data.azurerm_log_analytics_workspace.workspace",
      "data.azurerm_virtual_wan.wan",
      "output.cross-stack-output-azurerm_monitor_action_groupaction-groupid",
      "output.cross-stack-output-dataazurerm_log_analytics_workspaceworkspaceid",
      "output.cross-stack-output-dataazurerm_log_analytics_workspaceworkspacelocation",
    ],
    "adventure-westeurope": [
      "azurerm_express_route_connection.weu_ams",
      "azurerm_express_route_gateway.weu",
      "azurerm_virtual_hub_connection.weu_app",
      "azurerm_vpn_gateway_connection.weu_plant",
      "azurerm_vpn_site.plant",
      "data.azurerm_express_route_circuit.ams",
      "data.azurerm_express_route_circuit_peering.ams",
      "data.azurerm_virtual_hub.weu",
      "data.azurerm_virtual_network.app",
      "data.azurerm_virtual_wan.wan",
      "data.azurerm_vpn_gateway.weu",
      "output.network_intent",
      "output.vpn_gateway_addresses_weu",
      "var.plant_key",
      ...watchedHub("weu"),
      ...watchedCircuit("ams"),
      "data.terraform_remote_state.cross-stack-reference-input-adventure-global",
    ].sort(),
  });
});
