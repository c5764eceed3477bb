import type { Tree } from "./deletions";
import { MONITORING } from "./rich-monitoring";
import { circuit, custom, expressRoute, GROUP, hub, peering, routeMap, siteLink, vpnLink } from "./rich-parts";

/**
 * A network in which nothing is wrong, of everything that can be wrong: two hubs, two circuits beside an ExpressRoute
 * port with a third, two sites with two links each, custom BGP addresses, NAT, route maps, route tables, monitors, and
 * spokes with subnets. What is lost with a tunnel is dropped.
 */
export const RICH: Tree = {
  variable: {
    key_bodo: { type: "string", sensitive: true, default: "Fjord7Skjaer3Torsk9Hval" },
    key_vardo: { type: "string", sensitive: true, default: "Nordlys4Brygge8Laks2Sild" },
  },
  resource: {
    azurerm_virtual_wan: {
      hav: { name: "wan-hav", ...GROUP, location: "norwayeast", type: "Standard", disable_vpn_encryption: false },
    },
    azurerm_virtual_hub: {
      oslo: {
        ...hub("hub-oslo", "norwayeast", "10.200.0.0/23"),
        hub_routing_preference: "ExpressRoute",
        virtual_router_auto_scale_min_capacity: 2,
      },
      bergen: hub("hub-bergen", "norwaywest", "10.201.0.0/23"),
    },
    azurerm_vpn_gateway: {
      oslo: {
        name: "vpng-oslo",
        ...GROUP,
        location: "norwayeast",
        virtual_hub_id: "${azurerm_virtual_hub.oslo.id}",
        scale_unit: 2,
        bgp_settings: [
          {
            asn: 65515,
            peer_weight: 0,
            instance_0_bgp_peering_address: [{ custom_ips: ["169.254.21.5"] }],
            instance_1_bgp_peering_address: [{ custom_ips: ["169.254.22.5"] }],
          },
        ],
      },
      bergen: {
        name: "vpng-bergen",
        ...GROUP,
        location: "norwaywest",
        virtual_hub_id: "${azurerm_virtual_hub.bergen.id}",
        scale_unit: 1,
      },
    },
    azurerm_express_route_gateway: {
      oslo: {
        name: "erg-oslo",
        ...GROUP,
        location: "norwayeast",
        virtual_hub_id: "${azurerm_virtual_hub.oslo.id}",
        scale_units: 2,
      },
      bergen: {
        name: "erg-bergen",
        ...GROUP,
        location: "norwaywest",
        virtual_hub_id: "${azurerm_virtual_hub.bergen.id}",
        scale_units: 1,
      },
    },
    azurerm_express_route_port: {
      direct: {
        name: "erp-direct",
        ...GROUP,
        location: "norwayeast",
        peering_location: "Equinix-Oslo",
        bandwidth_in_gbps: 10,
        encapsulation: "Dot1Q",
      },
    },
    azurerm_express_route_circuit: {
      oslo: circuit("erc-oslo", "Oslo"),
      stavanger: circuit("erc-stavanger", "Stavanger"),
      direct: {
        name: "erc-direct",
        ...GROUP,
        location: "norwayeast",
        express_route_port_id: "${azurerm_express_route_port.direct.id}",
        bandwidth_in_gbps: 5,
        sku: [{ tier: "Standard", family: "UnlimitedData" }],
      },
    },
    azurerm_express_route_circuit_peering: {
      oslo: { ...peering("oslo", 1, 101), shared_key: "${var.key_bodo}" },
      stavanger: peering("stavanger", 2, 102),
    },
    azurerm_express_route_connection: {
      oslo_oslo: expressRoute("oslo", "oslo"),
      oslo_stavanger: expressRoute("oslo", "stavanger"),
      bergen_oslo: expressRoute("bergen", "oslo"),
      bergen_stavanger: expressRoute("bergen", "stavanger"),
    },
    azurerm_vpn_site: {
      bodo: {
        name: "bodo",
        ...GROUP,
        location: "norwayeast",
        virtual_wan_id: "${azurerm_virtual_wan.hav.id}",
        device_vendor: "Cisco",
        link: [siteLink("nord", "10.60.0.4", 64620, "10.60.255.1"), siteLink("sor", "10.60.0.5", 64620, "10.60.255.2")],
      },
      vardo: {
        name: "vardo",
        ...GROUP,
        location: "norwaywest",
        virtual_wan_id: "${azurerm_virtual_wan.hav.id}",
        address_cidrs: ["10.70.16.0/20"],
        link: [siteLink("ost", "10.70.0.4", 64630, "10.70.255.1"), siteLink("vest", "10.70.0.5", 64630, "10.70.255.2")],
      },
    },
    azurerm_vpn_gateway_connection: {
      bodo: {
        name: "con-bodo",
        vpn_gateway_id: "${azurerm_vpn_gateway.oslo.id}",
        remote_vpn_site_id: "${azurerm_vpn_site.bodo.id}",
        vpn_link: [vpnLink("bodo", 0, "nord", custom(5)), vpnLink("bodo", 1, "sor")],
      },
      vardo: {
        name: "con-vardo",
        vpn_gateway_id: "${azurerm_vpn_gateway.bergen.id}",
        remote_vpn_site_id: "${azurerm_vpn_site.vardo.id}",
        vpn_link: [vpnLink("vardo", 0, "ost"), vpnLink("vardo", 1, "vest")],
      },
    },
    azurerm_vpn_gateway_nat_rule: {
      static: {
        name: "static",
        vpn_gateway_id: "${azurerm_vpn_gateway.bergen.id}",
        type: "Static",
        mode: "EgressSnat",
        external_mapping: [{ address_space: "192.168.40.0/26" }],
        internal_mapping: [{ address_space: "10.221.0.0/26" }],
      },
      dynamic: {
        name: "dynamic",
        vpn_gateway_id: "${azurerm_vpn_gateway.bergen.id}",
        type: "Dynamic",
        mode: "EgressSnat",
        ip_configuration_id: "Instance0",
        external_mapping: [{ address_space: "192.168.41.1/32", port_range: "1000-2000" }],
        internal_mapping: [{ address_space: "10.221.1.0/26" }],
      },
    },
    azurerm_route_map: {
      oslo: routeMap("oslo", ["10.60.0.0/24"]),
      bergen: routeMap("bergen", ["10.70.0.0/24"]),
    },
    azurerm_virtual_hub_route_table: {
      shared: {
        name: "shared",
        virtual_hub_id: "${azurerm_virtual_hub.bergen.id}",
        labels: ["shared"],
        route: [
          {
            name: "lab",
            destinations_type: "CIDR",
            destinations: ["10.240.0.0/24"],
            next_hop_type: "ResourceId",
            next_hop: "${azurerm_virtual_hub_connection.data.id}",
          },
        ],
      },
    },
    azurerm_virtual_network: {
      app: { name: "vnet-app", ...GROUP, location: "norwayeast", address_space: ["10.220.0.0/22"] },
      data: { name: "vnet-data", ...GROUP, location: "norwaywest", address_space: ["10.221.0.0/22"] },
    },
    azurerm_subnet: {
      web: {
        name: "web",
        ...GROUP,
        virtual_network_name: "${azurerm_virtual_network.app.name}",
        address_prefixes: ["10.220.0.0/24"],
      },
      jobs: {
        name: "jobs",
        ...GROUP,
        virtual_network_name: "${azurerm_virtual_network.app.name}",
        address_prefixes: ["10.220.1.0/24"],
      },
      sql: {
        name: "sql",
        ...GROUP,
        virtual_network_name: "${azurerm_virtual_network.data.name}",
        address_prefixes: ["10.221.0.0/24"],
      },
    },
    azurerm_virtual_hub_connection: {
      app: {
        name: "app",
        virtual_hub_id: "${azurerm_virtual_hub.oslo.id}",
        remote_virtual_network_id: "${azurerm_virtual_network.app.id}",
      },
      data: {
        name: "data",
        virtual_hub_id: "${azurerm_virtual_hub.bergen.id}",
        remote_virtual_network_id: "${azurerm_virtual_network.data.id}",
      },
    },
    ...MONITORING,
  },
  output: {
    network_intent: {
      value: {
        version: 1,
        expressRoute: {
          "azurerm_express_route_connection.oslo_oslo": { advertises: ["10.60.0.0/24"] },
          "azurerm_express_route_connection.oslo_stavanger": { advertises: ["10.60.0.0/24"] },
          "azurerm_express_route_connection.bergen_oslo": { advertises: ["10.70.0.0/24"] },
          "azurerm_express_route_connection.bergen_stavanger": { advertises: ["10.70.0.0/24"] },
        },
        vpn: {
          "azurerm_vpn_site.bodo": { nord: { advertises: ["10.60.16.0/20"] }, sor: { advertises: ["10.60.16.0/20"] } },
          "azurerm_vpn_site.vardo": { ost: { advertises: ["10.70.16.0/20"] }, vest: { advertises: ["10.70.16.0/20"] } },
        },
        protected: ["10.60.16.0/20", "10.70.16.0/20"],
        onPremises: {
          prefersTunnelFor: "all",
          filtersExpressRoute: ["10.220.0.0/22", "10.221.0.0/22"],
        },
        onTunnelLoss: "drop",
      },
    },
  },
};
