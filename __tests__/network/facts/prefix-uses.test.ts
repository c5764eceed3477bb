import { prefixUses } from "../../../network/facts/prefix-uses";
import { networkOf, tf } from "../../support/network";

function usesOf(network: ReturnType<typeof networkOf>): unknown[] {
  return [...prefixUses(network)].map(({ kind, part, path, field }) => [
    kind,
    `${part.resource.address} ${path}`,
    field.state === "known" ? field.value : field.state,
  ]);
}

test("every prefix of the network comes with its kind and its place", () => {
  const network = networkOf({
    resource: {
      azurerm_virtual_hub: { hub: { address_prefix: "10.100.0.0/23" }, bare: { name: "no prefix" } },
      azurerm_virtual_network: {
        app: {
          name: "app",
          resource_group_name: "rg",
          address_space: ["10.110.0.0/22", tf("var.space")],
          subnet: { name: "front", address_prefixes: ["10.110.0.0/24"] },
        },
      },
      azurerm_subnet: {
        back: { virtual_network_name: "app", resource_group_name: "rg", address_prefixes: ["10.110.1.0/24"] },
      },
      azurerm_express_route_circuit_peering: {
        private: { primary_peer_address_prefix: "172.20.0.0/30", secondary_peer_address_prefix: "172.20.0.4/30" },
        provider: { peer_asn: 65020 },
      },
      azurerm_express_route_connection: { ams: { name: "ams" } },
      azurerm_vpn_site: {
        hq: { address_cidrs: ["10.0.2.0/24"], link: { name: "over" } },
        lyon: { address_cidrs: tf("var.cidrs") },
      },
    },
    output: {
      network_intent: {
        value: {
          expressRoute: { "azurerm_express_route_connection.ams": { advertises: ["10.0.0.0/16"] } },
          vpn: { "azurerm_vpn_site.hq": { over: { advertises: ["10.0.1.0/24", tf("var.more")] } } },
          protected: ["10.0.1.0/24"],
          onPremises: { prefersTunnelFor: ["10.110.0.0/16"], filtersExpressRoute: tf("var.filters") },
        },
      },
    },
  });
  const over = 'vpn["azurerm_vpn_site.hq"].over.advertises';
  const ams = 'expressRoute["azurerm_express_route_connection.ams"].advertises';
  expect(usesOf(network)).toEqual([
    ["hub", "azurerm_virtual_hub.hub address_prefix", "10.100.0.0/23"],
    ["virtual network", "azurerm_virtual_network.app address_space[0]", "10.110.0.0/22"],
    ["virtual network", "azurerm_virtual_network.app address_space[1]", "unknown"],
    ["subnet", "azurerm_virtual_network.app subnet[0].address_prefixes[0]", "10.110.0.0/24"],
    ["subnet", "azurerm_subnet.back address_prefixes[0]", "10.110.1.0/24"],
    ["peering subnet", "azurerm_express_route_circuit_peering.private primary_peer_address_prefix", "172.20.0.0/30"],
    ["peering subnet", "azurerm_express_route_circuit_peering.private secondary_peer_address_prefix", "172.20.0.4/30"],
    ["site", "azurerm_vpn_site.hq address_cidrs[0]", "10.0.2.0/24"],
    ["advertised over VPN", `azurerm_vpn_site.hq ${over}[0]`, "10.0.1.0/24"],
    ["advertised over VPN", `azurerm_vpn_site.hq ${over}[1]`, "unknown"],
    ["site", "azurerm_vpn_site.lyon address_cidrs", "unknown"],
    ["advertised over ExpressRoute", `azurerm_express_route_connection.ams ${ams}[0]`, "10.0.0.0/16"],
    ["protected", "output.network_intent protected[0]", "10.0.1.0/24"],
    ["preferred over the tunnel", "output.network_intent onPremises.prefersTunnelFor[0]", "10.110.0.0/16"],
    ["filtered", "output.network_intent onPremises.filtersExpressRoute", "unknown"],
  ]);
});

test("a hub and a network that are known by id only have unknown prefixes", () => {
  const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";
  const network = networkOf({
    resource: {
      azurerm_virtual_hub_connection: {
        app: { virtual_hub_id: `${id}/virtualHubs/weu`, remote_virtual_network_id: `${id}/virtualNetworks/app` },
      },
    },
  });
  expect(usesOf(network)).toEqual([
    ["hub", `${id}/virtualHubs/weu address_prefix`, "unknown"],
    ["virtual network", `${id}/virtualNetworks/app address_space`, "unknown"],
  ]);
});
