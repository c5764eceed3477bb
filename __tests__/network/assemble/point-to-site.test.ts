import { networkOf } from "../../support/network";
import { noted } from "../../support/noted";

const HUB = { azurerm_virtual_hub: { weu: { name: "weu" } } };

test("a gateway that users dial in to has its hub, and each configuration its pool and its routing", () => {
  const { pointToSiteGateways } = networkOf({
    resource: {
      ...HUB,
      azurerm_point_to_site_vpn_gateway: {
        users: {
          name: "p2s-weu",
          virtual_hub_id: "${azurerm_virtual_hub.weu.id}",
          connection_configuration: [
            {
              name: "staff",
              vpn_client_address_pool: [{ address_prefixes: ["10.40.0.0/24", "${var.more}"] }],
              route: [
                {
                  associated_route_table_id: "${azurerm_virtual_hub.weu.default_route_table_id}",
                  propagated_route_table: [{ ids: [], labels: ["users"] }],
                },
              ],
            },
            { name: "guests" },
          ],
        },
      },
    },
  });
  const none = { propagatedRouteTables: [], inboundRouteMap: "absent", outboundRouteMap: "absent" };
  expect(pointToSiteGateways.map(noted)).toEqual([
    {
      resource: "azurerm_point_to_site_vpn_gateway.users",
      name: "p2s-weu",
      hub: "-> azurerm_virtual_hub.weu",
      configurations: [
        {
          name: "staff",
          pool: ["10.40.0.0/24", { unknown: ["var.more"] }],
          routing: {
            ...none,
            written: true,
            associatedRouteTable: "-> azurerm_virtual_hub.weu/hubRouteTables/defaultRouteTable",
            propagatedLabels: ["users"],
          },
        },
        {
          name: "guests",
          pool: [],
          routing: { ...none, written: false, associatedRouteTable: "absent", propagatedLabels: [] },
        },
      ],
    },
  ]);
});
