import { App } from "cdktf";
import { objectOf } from "../../scripts/azurerm-schema";
import { AzureStack } from "../../stacks/azure-stack";
import { folderOfItsOwn, terraformOf, terraformOfApp } from "./terraform";

const outdir = folderOfItsOwn();
const NETWORK = `version: 1\nname: net\nhubs:
  weu: { location: westeurope, addressPrefix: 10.100.0.0/23, vpnGateway: {}, expressRouteGateway: {} }
sites:
  hq:
    links:
      er: { over: expressRoute, provider: Colt, speedMbps: 50, deviceAddress: 10.0.0.4 }
    addressCidrs: [10.0.1.0/24]
    connections: { weu: }
  shop:
    links:
      web: { over: internet, provider: Colt, speedMbps: 50, deviceAddress: 203.0.113.4 }
    addressCidrs: [10.0.2.0/24]
    connections: { weu: }\n`;

test("a deployed gateway is held to private addresses inside its hub, a deployed link over ExpressRoute to the flag", () => {
  const { "net-global": global, "net-westeurope": region } = terraformOf(NETWORK, outdir);
  const inHub =
    'try(cidrhost(join("/", [c.private_ip_address, split("/", "10.100.0.0/23")[1]]), 0) == cidrhost("10.100.0.0/23", 0), false)';
  const has = (instance: string) =>
    `anytrue([for c in azurerm_vpn_gateway.weu.ip_configuration : c.id == "${instance}" && ${inHub}])`;
  expect([objectOf(global).check, objectOf(region).check]).toEqual([
    undefined,
    {
      vpn_gateway_weu: {
        assert: [
          {
            condition: `\${${has("Instance0")} && ${has("Instance1")}}`,
            error_message:
              "azurerm_vpn_gateway.weu has no private address for each of its instances, inside the hub: tunnels over ExpressRoute have nowhere to end.",
          },
        ],
      },
      vpn_connection_weu_hq: {
        assert: [
          {
            condition: "${azurerm_vpn_gateway_connection.weu_hq.vpn_link[0].local_azure_ip_address_enabled}",
            error_message:
              "vpn_link[0] of azurerm_vpn_gateway_connection.weu_hq runs over ExpressRoute, and doesn't use the gateway's private addresses.",
          },
        ],
      },
    },
  ]);
});

test("a stack without gateways and connections has no check at all", () => {
  const app = new App({ outdir });
  new AzureStack(app, "empty");
  expect(Object.keys(objectOf(terraformOfApp(app).empty))).not.toContain("check");
});
