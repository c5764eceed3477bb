import { networkOf } from "../../../support/network";
import { noted } from "../../../support/noted";

const RG = { resource_group_name: "rg", location: "westeurope" };

const EVERYTHING_WRITTEN = {
  resource: {
    azurerm_virtual_wan: {
      wan: { name: "wan", ...RG, type: "Basic", disable_vpn_encryption: true, allow_branch_to_branch_traffic: false },
    },
    azurerm_virtual_hub: {
      weu: {
        name: "hub-weu",
        ...RG,
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        address_prefix: "10.100.0.0/23",
        sku: "Basic",
        hub_routing_preference: "ASPath",
      },
    },
    azurerm_vpn_gateway: {
      weu: {
        name: "vpn-weu",
        ...RG,
        virtual_hub_id: "${azurerm_virtual_hub.weu.id}",
        scale_unit: 2,
        bgp_settings: { asn: 65001, peer_weight: 0 },
      },
    },
    azurerm_express_route_gateway: {
      weu: { name: "er-weu", ...RG, virtual_hub_id: "${azurerm_virtual_hub.weu.id}", scale_units: 3 },
    },
    azurerm_express_route_circuit: { ams: { name: "erc-ams", ...RG, peering_location: "Amsterdam" } },
    azurerm_express_route_circuit_peering: {
      ams: {
        express_route_circuit_name: "${azurerm_express_route_circuit.ams.name}",
        resource_group_name: "rg",
        peering_type: "AzurePrivatePeering",
        peer_asn: 65020,
        primary_peer_address_prefix: "172.20.0.0/30",
        secondary_peer_address_prefix: "172.20.0.4/30",
        vlan_id: 100,
      },
    },
    azurerm_express_route_connection: {
      ams: {
        name: "con-ams",
        express_route_gateway_id: "${azurerm_express_route_gateway.weu.id}",
        express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.ams.id}",
        express_route_gateway_bypass_enabled: true,
        routing_weight: 10,
        routing: {
          associated_route_table_id: "${azurerm_virtual_hub.weu.default_route_table_id}",
          inbound_route_map_id: "${azurerm_route_map.in.id}",
          propagated_route_table: {
            labels: ["default"],
            route_table_ids: ["${azurerm_virtual_hub_route_table.branches.id}"],
          },
        },
      },
    },
    azurerm_route_map: {
      in: {
        name: "in",
        virtual_hub_id: "${azurerm_virtual_hub.weu.id}",
        rule: [
          {
            name: "keep",
            next_step_if_matched: "Terminate",
            match_criterion: { match_condition: "Equals", route_prefix: ["10.0.0.0/24"] },
          },
          {
            name: "prepend",
            match_criterion: { match_condition: "Contains", as_path: ["65010"], community: ["65010:1"] },
            action: {
              type: "Add",
              parameter: { as_path: ["64500"], community: ["1:2"], route_prefix: ["10.0.0.0/8"] },
            },
          },
        ],
      },
    },
    azurerm_virtual_hub_route_table: {
      branches: {
        name: "branches",
        virtual_hub_id: "${azurerm_virtual_hub.weu.id}",
        labels: ["branch"],
        route: {
          name: "to-firewall",
          destinations_type: "CIDR",
          destinations: ["10.8.0.0/16"],
          next_hop: "${azurerm_virtual_hub_connection.app.id}",
        },
      },
    },
    azurerm_virtual_hub_routing_intent: {
      intent: {
        name: "intent",
        virtual_hub_id: "${azurerm_virtual_hub.weu.id}",
        routing_policy: {
          name: "private",
          destinations: ["PrivateTraffic"],
          next_hop: "${azurerm_firewall.hub.id}",
        },
      },
    },
    azurerm_firewall: { hub: { name: "fw", ...RG, sku_name: "AZFW_Hub", sku_tier: "Premium" } },
    azurerm_vpn_site: {
      hq: {
        name: "hq",
        ...RG,
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        address_cidrs: ["10.0.1.0/24"],
        link: [
          {
            name: "over-ams",
            ip_address: "10.0.0.4",
            provider_name: "Equinix",
            speed_in_mbps: 1000,
            bgp: { asn: 65010, peering_address: "192.168.255.1" },
          },
          { name: "over-internet", fqdn: "hq.contoso.com" },
        ],
      },
    },
    azurerm_vpn_gateway_connection: {
      hq: {
        name: "con-hq",
        vpn_gateway_id: "${azurerm_vpn_gateway.weu.id}",
        remote_vpn_site_id: "${azurerm_vpn_site.hq.id}",
        traffic_selector_policy: { local_address_ranges: ["10.1.0.0/16"], remote_address_ranges: ["10.2.0.0/16"] },
        vpn_link: [
          {
            name: "over-ams",
            vpn_site_link_id: "${azurerm_vpn_site.hq.link[0].id}",
            local_azure_ip_address_enabled: true,
            bgp_enabled: true,
            protocol: "IKEv1",
            connection_mode: "ResponderOnly",
            dpd_timeout_seconds: 45,
            bandwidth_mbps: 500,
            policy_based_traffic_selector_enabled: true,
            shared_key: "in the clear",
            ipsec_policy: {
              ike_encryption_algorithm: "AES256",
              ike_integrity_algorithm: "SHA384",
              dh_group: "ECP384",
              encryption_algorithm: "GCMAES256",
              integrity_algorithm: "GCMAES256",
              pfs_group: "PFS24",
              sa_lifetime_sec: 3600,
              sa_data_size_kb: 102400000,
            },
          },
          { name: "over-internet", vpn_site_link_id: "${azurerm_vpn_site.hq.link[1].id}" },
        ],
        routing: { associated_route_table: "${azurerm_virtual_hub.weu.default_route_table_id}" },
      },
    },
    azurerm_virtual_network: {
      app: {
        name: "vnet-app",
        ...RG,
        address_space: ["10.110.0.0/22"],
        subnet: { name: "front", address_prefixes: ["10.110.0.0/25"] },
      },
    },
    azurerm_subnet: {
      back: {
        name: "back",
        resource_group_name: "rg",
        virtual_network_name: "${azurerm_virtual_network.app.name}",
        address_prefixes: ["10.110.1.0/24"],
      },
    },
    azurerm_virtual_hub_connection: {
      app: {
        name: "app",
        virtual_hub_id: "${azurerm_virtual_hub.weu.id}",
        remote_virtual_network_id: "${azurerm_virtual_network.app.id}",
        routing: { outbound_route_map_id: "${azurerm_route_map.in.id}" },
      },
    },
  },
};

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
  const network = networkOf(EVERYTHING_WRITTEN);

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
        connections: ["azurerm_vpn_gateway_connection.hq"],
      },
    ]);
    expect(network.expressRouteGateways.map(noted)).toEqual([
      {
        resource: "azurerm_express_route_gateway.weu",
        name: "er-weu",
        hub: "-> azurerm_virtual_hub.weu",
        scaleUnits: 3,
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
            policyBasedTrafficSelectors: true,
            sharedKey: { from: "literal", facts: { length: 12, allowedCharacters: false } },
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
            policyBasedTrafficSelectors: { default: false },
            sharedKey: "absent",
            ipsecPolicies: [],
          },
        ],
      },
    ]);
  });

  test("has its spoke with an inline subnet and one that is a resource", () => {
    expect(network.virtualNetworks.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_network.app",
        name: "vnet-app",
        addressSpace: ["10.110.0.0/22"],
        subnets: ["azurerm_virtual_network.app", "azurerm_subnet.back"],
        connections: ["azurerm_virtual_hub_connection.app"],
      },
    ]);
    expect(network.virtualNetworks[0]?.subnets.items.map(noted)).toEqual([
      { resource: "azurerm_virtual_network.app", name: "front", prefixes: ["10.110.0.0/25"] },
      { resource: "azurerm_subnet.back", name: "back", prefixes: ["10.110.1.0/24"] },
    ]);
    expect(network.spokeConnections.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_hub_connection.app",
        name: "app",
        hub: "-> azurerm_virtual_hub.weu",
        virtualNetwork: "-> azurerm_virtual_network.app",
        routing: { ...NO_ROUTING, written: true, outboundRouteMap: "-> azurerm_route_map.in" },
      },
    ]);
  });

  test("has its route tables, the default one too, and its route map", () => {
    expect(network.routeTables.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_hub_route_table.branches",
        hub: "-> azurerm_virtual_hub.weu",
        name: "branches",
        isDefault: false,
        labels: ["branch"],
        routes: [
          {
            name: "to-firewall",
            destinationsType: "CIDR",
            destinations: ["10.8.0.0/16"],
            nextHop: "-> azurerm_virtual_hub_connection.app",
          },
        ],
      },
      {
        resource: DEFAULT_TABLE,
        hub: "-> azurerm_virtual_hub.weu",
        name: { default: "defaultRouteTable" },
        isDefault: true,
        labels: [{ default: "default" }],
        routes: [],
      },
    ]);
    const nothing = { prefixes: [], asPath: [], communities: [] };
    expect(network.routeMaps.map(noted)).toEqual([
      {
        resource: "azurerm_route_map.in",
        hub: "-> azurerm_virtual_hub.weu",
        name: "in",
        rules: [
          {
            name: "keep",
            matches: [{ ...nothing, condition: "Equals", prefixes: ["10.0.0.0/24"] }],
            actions: [],
            nextStep: "Terminate",
          },
          {
            name: "prepend",
            matches: [{ condition: "Contains", prefixes: [], asPath: ["65010"], communities: ["65010:1"] }],
            actions: [
              { type: "Add", parameters: [{ prefixes: ["10.0.0.0/8"], asPath: ["64500"], communities: ["1:2"] }] },
            ],
            nextStep: { default: "Unknown" },
          },
        ],
      },
    ]);
    expect(network.routingIntents.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_hub_routing_intent.intent",
        hub: "-> azurerm_virtual_hub.weu",
        policies: [{ name: "private", destinations: ["PrivateTraffic"], nextHop: "-> azurerm_firewall.hub" }],
      },
    ]);
  });

  test("a next hop is the very part of that connection", () => {
    const [table] = network.routeTables;
    const [route] = table?.routes.items ?? [];
    expect(route?.nextHop.state === "resolved" && route.nextHop.to).toBe(network.spokeConnections[0]);
  });

  test("says what was read", () => {
    expect(network.inputs).toEqual([
      { path: "cdk.tf.json", kind: "configuration", resources: 15, total: 15, unread: [] },
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

describe("a network in which only what is needed is written", () => {
  const network = networkOf({
    resource: {
      azurerm_virtual_wan: { wan: { name: "wan", ...RG } },
      azurerm_virtual_hub: { hub: { name: "hub", ...RG } },
      azurerm_vpn_gateway: { vpn: { name: "vpn", ...RG, virtual_hub_id: "${azurerm_virtual_hub.hub.id}" } },
      azurerm_express_route_connection: { er: { name: "er" } },
      azurerm_vpn_site: { site: { name: "site", ...RG, link: { name: "a" } } },
    },
  });

  test("has the documented defaults, or nothing", () => {
    expect(network.wans.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_wan.wan",
        name: "wan",
        type: { default: "Standard" },
        disableVpnEncryption: { default: false },
        allowBranchToBranch: { default: true },
        hubs: [],
      },
    ]);
    expect(network.hubs.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_hub.hub",
        name: "hub",
        location: "westeurope",
        wan: "absent",
        addressPrefix: "absent",
        sku: { default: "Standard" },
        routingPreference: { default: "ExpressRoute" },
        vpnGateways: ["azurerm_vpn_gateway.vpn"],
        expressRouteGateways: [],
        spokeConnections: [],
      },
    ]);
    expect(network.vpnGateways.map(noted)).toEqual([
      {
        resource: "azurerm_vpn_gateway.vpn",
        name: "vpn",
        hub: "-> azurerm_virtual_hub.hub",
        scaleUnit: { default: 1 },
        asn: { default: 65515 },
        connections: [],
      },
    ]);
    expect(network.expressRouteConnections.map(noted)).toEqual([
      {
        resource: "azurerm_express_route_connection.er",
        name: "er",
        gateway: "absent",
        peering: "absent",
        gatewayBypass: { default: false },
        routingWeight: { default: 0 },
        routing: NO_ROUTING,
        advertised: undefined,
      },
    ]);
    expect(network.sites.map(noted)).toEqual([
      {
        resource: "azurerm_vpn_site.site",
        name: "site",
        wan: "absent",
        addressCidrs: [],
        links: ["azurerm_vpn_site.site link[0]"],
        connections: [],
      },
    ]);
  });

  test("has no intent", () => {
    expect(network.intent).toEqual({
      stated: [],
      statements: [],
      protected: undefined,
      prefersTunnelFor: undefined,
      filtersExpressRoute: undefined,
      onTunnelLoss: undefined,
    });
  });
});

test("paths lead to the attribute inside its resource", () => {
  const [connection] = networkOf(EVERYTHING_WRITTEN).vpnConnections;
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
