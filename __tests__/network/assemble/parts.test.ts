import { networkOf } from "../../support/network";
import { noted } from "../../support/noted";
import { WRITTEN_NETWORK } from "../../support/written-network";

const DEFAULT_TABLE = "azurerm_virtual_hub.weu/hubRouteTables/defaultRouteTable";

const NO_ROUTING = {
  written: false,
  associatedRouteTable: "absent",
  propagatedRouteTables: [],
  propagatedLabels: [],
  inboundRouteMap: "absent",
  outboundRouteMap: "absent",
};

describe("a network in which everything is written", () => {
  const network = networkOf(WRITTEN_NETWORK);

  test("has its WAN, hub and gateways, joined both ways", () => {
    expect(network.wans.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_wan.wan",
        name: "wan",
        type: "Basic",
        disableVpnEncryption: true,
        allowBranchToBranch: false,
        hubs: ["azurerm_virtual_hub.weu"],
      },
    ]);
    expect(network.hubs.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_hub.weu",
        name: "hub-weu",
        location: "westeurope",
        wan: "-> azurerm_virtual_wan.wan",
        addressPrefix: "10.100.0.0/23",
        sku: "Basic",
        routingPreference: "ASPath",
        routes: [],
        vpnGateways: ["azurerm_vpn_gateway.weu"],
        expressRouteGateways: ["azurerm_express_route_gateway.weu"],
        spokeConnections: ["azurerm_virtual_hub_connection.app"],
      },
    ]);
    expect(network.vpnGateways.map(noted)).toEqual([
      {
        resource: "azurerm_vpn_gateway.weu",
        name: "vpn-weu",
        hub: "-> azurerm_virtual_hub.weu",
        scaleUnit: 2,
        asn: 65001,
        privateAddresses: [],
        bgpRouteTranslation: { default: false },
        connections: ["azurerm_vpn_gateway_connection.hq"],
      },
    ]);
    expect(network.expressRouteGateways.map(noted)).toEqual([
      {
        resource: "azurerm_express_route_gateway.weu",
        name: "er-weu",
        hub: "-> azurerm_virtual_hub.weu",
        scaleUnits: 3,
        admitsOutsideTraffic: { default: false },
        connections: ["azurerm_express_route_connection.ams"],
      },
    ]);
  });

  test("has its circuit, peering and ExpressRoute connection", () => {
    expect(network.circuits.map(noted)).toEqual([
      {
        resource: "azurerm_express_route_circuit.ams",
        name: "erc-ams",
        peeringLocation: "Amsterdam",
        peerings: ["azurerm_express_route_circuit_peering.ams"],
      },
    ]);
    expect(network.peerings.map(noted)).toEqual([
      {
        resource: "azurerm_express_route_circuit_peering.ams",
        circuit: "-> azurerm_express_route_circuit.ams",
        peeringType: "AzurePrivatePeering",
        peerAsn: 65020,
        primaryPrefix: "172.20.0.0/30",
        secondaryPrefix: "172.20.0.4/30",
        vlan: 100,
      },
    ]);
    expect(network.expressRouteConnections.map(noted)).toEqual([
      {
        resource: "azurerm_express_route_connection.ams",
        name: "con-ams",
        announcesDefault: { default: false },
        gateway: "-> azurerm_express_route_gateway.weu",
        peering: "-> azurerm_express_route_circuit_peering.ams",
        gatewayBypass: true,
        routingWeight: 10,
        routing: {
          written: true,
          associatedRouteTable: `-> ${DEFAULT_TABLE}`,
          propagatedRouteTables: ["-> azurerm_virtual_hub_route_table.branches"],
          propagatedLabels: ["default"],
          inboundRouteMap: "-> azurerm_route_map.in",
          outboundRouteMap: "absent",
        },
        advertised: undefined,
      },
    ]);
  });

  test("has its site with two links", () => {
    expect(network.sites.map(noted)).toEqual([
      {
        resource: "azurerm_vpn_site.hq",
        name: "hq",
        wan: "-> azurerm_virtual_wan.wan",
        addressCidrs: ["10.0.1.0/24"],
        links: ["azurerm_vpn_site.hq link[0]", "azurerm_vpn_site.hq link[1]"],
        connections: ["azurerm_vpn_gateway_connection.hq"],
      },
    ]);
    expect(network.sites[0]?.links.items.map(noted)).toEqual([
      {
        site: "azurerm_vpn_site.hq",
        name: "over-ams",
        address: "10.0.0.4",
        fqdn: "absent",
        providerName: "Equinix",
        speedMbps: 1000,
        bgp: { asn: 65010, peeringAddress: "192.168.255.1" },
        advertised: undefined,
      },
      {
        site: "azurerm_vpn_site.hq",
        name: "over-internet",
        address: "absent",
        fqdn: "hq.contoso.com",
        providerName: "absent",
        speedMbps: { default: 0 },
        bgp: "absent",
        advertised: undefined,
      },
    ]);
  });

  test("has its VPN connection, one link with everything written and one with defaults", () => {
    expect(network.vpnConnections.map(noted)).toEqual([
      {
        resource: "azurerm_vpn_gateway_connection.hq",
        name: "con-hq",
        gateway: "-> azurerm_vpn_gateway.weu",
        site: "-> azurerm_vpn_site.hq",
        trafficSelectorPolicies: [{}],
        routing: { ...NO_ROUTING, written: true, associatedRouteTable: `-> ${DEFAULT_TABLE}` },
        links: [
          {
            connection: "azurerm_vpn_gateway_connection.hq",
            name: "over-ams",
            siteLink: "-> azurerm_vpn_site.hq link[0]",
            useAzurePrivateIp: true,
            bgpEnabled: true,
            protocol: "IKEv1",
            mode: "ResponderOnly",
            dpdTimeoutSeconds: 45,
            bandwidthMbps: 500,
            ingressNatRules: [],
            egressNatRules: [],
            policyBasedTrafficSelectors: true,
            sharedKey: { from: "literal", facts: { length: 12, allowedCharacters: false, alphanumeric: false } },
            ipsecPolicies: [
              {
                ikeEncryption: "AES256",
                ikeIntegrity: "SHA384",
                dhGroup: "ECP384",
                ipsecEncryption: "GCMAES256",
                ipsecIntegrity: "GCMAES256",
                pfsGroup: "PFS24",
                saLifetimeSeconds: 3600,
                saDataSizeKilobytes: 102400000,
              },
            ],
          },
          {
            connection: "azurerm_vpn_gateway_connection.hq",
            name: "over-internet",
            siteLink: "-> azurerm_vpn_site.hq link[1]",
            useAzurePrivateIp: { default: false },
            bgpEnabled: { default: false },
            protocol: { default: "IKEv2" },
            mode: { default: "Default" },
            dpdTimeoutSeconds: "absent",
            bandwidthMbps: { default: 10 },
            ingressNatRules: [],
            egressNatRules: [],
            policyBasedTrafficSelectors: { default: false },
            sharedKey: "absent",
            ipsecPolicies: [],
          },
        ],
      },
    ]);
  });

  test("says what was read", () => {
    expect(network.inputs).toEqual([
      { path: "cdk.tf.json", kind: "configuration", resources: 16, total: 16, unread: [] },
    ]);
    expect(network.resources.map(({ address }) => address)).toEqual([
      "azurerm_express_route_circuit.ams",
      "azurerm_express_route_circuit_peering.ams",
      "azurerm_express_route_connection.ams",
      "azurerm_express_route_gateway.weu",
      "azurerm_firewall.hub",
      "azurerm_route_map.in",
      "azurerm_subnet.back",
      "azurerm_virtual_hub.weu",
      "azurerm_virtual_hub_connection.app",
      "azurerm_virtual_hub_route_table.branches",
      "azurerm_virtual_hub_routing_intent.intent",
      "azurerm_virtual_network.app",
      "azurerm_virtual_wan.wan",
      "azurerm_vpn_gateway.weu",
      "azurerm_vpn_gateway_connection.hq",
      "azurerm_vpn_site.hq",
      DEFAULT_TABLE,
    ]);
  });
});

test("paths lead to the attribute inside its resource", () => {
  const [connection] = networkOf(WRITTEN_NETWORK).vpnConnections;
  const [link] = connection?.links.items ?? [];
  const [policy] = link?.ipsecPolicies.items ?? [];
  const siteLink = link?.siteLink.state === "resolved" ? link.siteLink.to : undefined;
  const bgp = siteLink?.bgp.state === "known" ? siteLink.bgp : undefined;
  expect([
    connection?.links.path,
    link?.path,
    link?.siteLink.path,
    link?.sharedKey.path,
    policy?.path,
    policy?.dhGroup.path,
    siteLink?.path,
    siteLink?.address.path,
    bgp?.path,
    bgp?.value.peeringAddress.path,
    siteLink?.site.addressCidrs.items[0]?.path,
    connection?.routing.path,
    connection?.routing.associatedRouteTable.path,
    connection?.routing.propagatedRouteTables.path,
    connection?.trafficSelectorPolicies.items[0]?.path,
  ]).toEqual([
    "vpn_link",
    "vpn_link[0]",
    "vpn_link[0].vpn_site_link_id",
    "vpn_link[0].shared_key",
    "vpn_link[0].ipsec_policy[0]",
    "vpn_link[0].ipsec_policy[0].dh_group",
    "link[0]",
    "link[0].ip_address",
    "link[0].bgp[0]",
    "link[0].bgp[0].peering_address",
    "address_cidrs[0]",
    "routing[0]",
    "routing[0].associated_route_table",
    "routing[0].propagated_route_table[0].route_table_ids",
    "traffic_selector_policy[0]",
  ]);
});
