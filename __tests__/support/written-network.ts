import { tf } from "./network";

const RG = { resource_group_name: "rg", location: "westeurope" };

/** A network of every kind of part, joined by references, with every attribute written that a part holds. */
export const WRITTEN_NETWORK = {
  resource: {
    azurerm_virtual_wan: {
      wan: { name: "wan", ...RG, type: "Basic", disable_vpn_encryption: true, allow_branch_to_branch_traffic: false },
    },
    azurerm_virtual_hub: {
      weu: {
        name: "hub-weu",
        ...RG,
        virtual_wan_id: tf("azurerm_virtual_wan.wan.id"),
        address_prefix: "10.100.0.0/23",
        sku: "Basic",
        hub_routing_preference: "ASPath",
      },
    },
    azurerm_vpn_gateway: {
      weu: {
        name: "vpn-weu",
        ...RG,
        virtual_hub_id: tf("azurerm_virtual_hub.weu.id"),
        scale_unit: 2,
        bgp_settings: { asn: 65001, peer_weight: 0 },
      },
    },
    azurerm_express_route_gateway: {
      weu: { name: "er-weu", ...RG, virtual_hub_id: tf("azurerm_virtual_hub.weu.id"), scale_units: 3 },
    },
    azurerm_express_route_circuit: { ams: { name: "erc-ams", ...RG, peering_location: "Amsterdam" } },
    azurerm_express_route_circuit_peering: {
      ams: {
        express_route_circuit_name: tf("azurerm_express_route_circuit.ams.name"),
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
        express_route_gateway_id: tf("azurerm_express_route_gateway.weu.id"),
        express_route_circuit_peering_id: tf("azurerm_express_route_circuit_peering.ams.id"),
        express_route_gateway_bypass_enabled: true,
        routing_weight: 10,
        routing: {
          associated_route_table_id: tf("azurerm_virtual_hub.weu.default_route_table_id"),
          inbound_route_map_id: tf("azurerm_route_map.in.id"),
          propagated_route_table: {
            labels: ["default"],
            route_table_ids: [tf("azurerm_virtual_hub_route_table.branches.id")],
          },
        },
      },
    },
    azurerm_route_map: {
      in: {
        name: "in",
        virtual_hub_id: tf("azurerm_virtual_hub.weu.id"),
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
        virtual_hub_id: tf("azurerm_virtual_hub.weu.id"),
        labels: ["branch"],
        route: {
          name: "to-firewall",
          destinations_type: "CIDR",
          destinations: ["10.8.0.0/16"],
          next_hop: tf("azurerm_virtual_hub_connection.app.id"),
        },
      },
    },
    azurerm_virtual_hub_routing_intent: {
      intent: {
        name: "intent",
        virtual_hub_id: tf("azurerm_virtual_hub.weu.id"),
        routing_policy: {
          name: "private",
          destinations: ["PrivateTraffic"],
          next_hop: tf("azurerm_firewall.hub.id"),
        },
      },
    },
    azurerm_firewall: { hub: { name: "fw", ...RG, sku_name: "AZFW_Hub", sku_tier: "Premium" } },
    azurerm_vpn_site: {
      hq: {
        name: "hq",
        ...RG,
        virtual_wan_id: tf("azurerm_virtual_wan.wan.id"),
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
        vpn_gateway_id: tf("azurerm_vpn_gateway.weu.id"),
        remote_vpn_site_id: tf("azurerm_vpn_site.hq.id"),
        traffic_selector_policy: { local_address_ranges: ["10.1.0.0/16"], remote_address_ranges: ["10.2.0.0/16"] },
        vpn_link: [
          {
            name: "over-ams",
            vpn_site_link_id: tf("azurerm_vpn_site.hq.link[0].id"),
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
          { name: "over-internet", vpn_site_link_id: tf("azurerm_vpn_site.hq.link[1].id") },
        ],
        routing: { associated_route_table: tf("azurerm_virtual_hub.weu.default_route_table_id") },
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
        virtual_network_name: tf("azurerm_virtual_network.app.name"),
        address_prefixes: ["10.110.1.0/24"],
      },
    },
    azurerm_virtual_hub_connection: {
      app: {
        name: "app",
        virtual_hub_id: tf("azurerm_virtual_hub.weu.id"),
        remote_virtual_network_id: tf("azurerm_virtual_network.app.id"),
        routing: { outbound_route_map_id: tf("azurerm_route_map.in.id") },
      },
    },
  },
};
