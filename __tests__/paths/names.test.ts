import { routesMarkdown } from "../../paths/markdown";
import { routeTable } from "../../paths/table";
import { routesText } from "../../paths/text";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf, networkOfInputs } from "../support/network";

const PLACES = new Set(["azurerm_virtual_hub.sdc", "azurerm_virtual_hub_connection.app"]);

describe("the table for people", () => {
  test("calls things by name, and has each address once", () => {
    const table = routeTable(networkOf(SOUND), { from: PLACES });
    expect(routesText(table)).toBe(`encrypted  10.31.16.0/20  protected  more-specific-on-vpn
  from hub hub-sdc (azurerm_virtual_hub.sdc), spoke vnet-app (azurerm_virtual_hub_connection.app)
  over site bergen, link a (azurerm_vpn_gateway_connection.bergen)
  The tunnel has a longer prefix than ExpressRoute.
  not over circuit erc-stockholm at hub-sdc (azurerm_express_route_connection.stockholm): its prefix is shorter
  when lost: all tunnels: clear over circuit erc-stockholm at hub-sdc

clear  10.31.0.0/20, 10.31.32.0/19, 10.31.64.0/18, 10.31.128.0/17  not-advertised-over-vpn
  from hub hub-sdc, spoke vnet-app
  over circuit erc-stockholm at hub-sdc
  No tunnel on the private path has a route.

Routes: 10 (2 encrypted, 8 clear, 0 dropped, 0 undecided)
`);
    expect(routesMarkdown(table).split("\n").slice(4, 5)).toEqual([
      "| encrypted over site bergen, link a (azurerm&#95;vpn&#95;gateway&#95;connection.bergen) | 10.31.16.0/20<br>protected | hub hub-sdc (azurerm&#95;virtual&#95;hub.sdc), spoke vnet-app (azurerm&#95;virtual&#95;hub&#95;connection.app) | more-specific-on-vpn<br>The tunnel has a longer prefix than ExpressRoute. | all tunnels&#58; clear over circuit erc-stockholm at hub-sdc (azurerm&#95;express&#95;route&#95;connection.stockholm) |",
    ]);
  });

  test("tells things apart that have one address in two inputs", () => {
    const other = changed(SOUND, {
      "azurerm_virtual_wan.wan.name": "wan-lab",
      "azurerm_virtual_hub.sdc.name": "hub-lab",
      "azurerm_vpn_site.bergen.name": "lab",
      "azurerm_virtual_network.app.name": "vnet-lab",
      "azurerm_express_route_circuit.stockholm.name": "erc-lab",
    });
    const network = networkOfInputs({ "sdc.tf.json": SOUND, "lab.tf.json": other });
    const lines = routesText(routeTable(network, { from: PLACES })).split("\n");
    for (const told of [
      "  from hub hub-lab (azurerm_virtual_hub.sdc), spoke vnet-lab (azurerm_virtual_hub_connection.app)",
      "  from hub hub-sdc (azurerm_virtual_hub.sdc), spoke vnet-app (azurerm_virtual_hub_connection.app)",
      "  over site lab, link a (azurerm_vpn_gateway_connection.bergen)",
      "  over site bergen, link a (azurerm_vpn_gateway_connection.bergen)",
    ]) {
      expect(lines.filter((line) => line === told)).toHaveLength(1);
    }
  });
});
