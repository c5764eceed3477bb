import { BY_AZURE, LABEL, PLACE, type TypeLedger } from "./attributes";

export const WAN_AND_HUB: Readonly<Record<string, TypeLedger>> = {
  azurerm_virtual_wan: {
    resource: {
      read: {
        allow_branch_to_branch_traffic: "VirtualWan.allowBranchToBranch",
        disable_vpn_encryption: "VirtualWan.disableVpnEncryption",
        id: "who it is",
        name: "VirtualWan.name",
        office365_local_breakout_category: "rule value-accepted",
        type: "VirtualWan.type",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location", "resource_group_name"],
      ],
    },
    data: {
      read: {
        allow_branch_to_branch_traffic: "VirtualWan.allowBranchToBranch",
        disable_vpn_encryption: "VirtualWan.disableVpnEncryption",
        id: "who it is",
        name: "VirtualWan.name",
        sku: "VirtualWan.type",
        virtual_hub_ids: "VirtualWan.hubs",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location", "resource_group_name"],
        ["what branches do with Office 365 is theirs", "office365_local_breakout_category"],
        ["a site that no connection leads to brings no route", "vpn_site_ids"],
      ],
    },
  },
  azurerm_virtual_hub: {
    resource: {
      read: {
        address_prefix: "VirtualHub.addressPrefix",
        default_route_table_id: "who it is",
        hub_routing_preference: "VirtualHub.routingPreference",
        id: "who it is",
        location: "VirtualHub.location",
        name: "VirtualHub.name",
        "route.address_prefixes": "NextHopRoute.prefixes",
        "route.next_hop_ip_address": "NextHopRoute.nextHopAddress",
        sku: "VirtualHub.sku",
        virtual_router_auto_scale_min_capacity: "rule value-accepted",
        virtual_wan_id: "VirtualHub.wan",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "resource_group_name"],
        [BY_AZURE, "virtual_router_asn", "virtual_router_ips"],
        [
          "it is of hubs that are a route server's; those of a Virtual WAN follow the WAN",
          "branch_to_branch_traffic_enabled",
        ],
      ],
    },
    data: {
      read: {
        address_prefix: "VirtualHub.addressPrefix",
        default_route_table_id: "who it is",
        id: "who it is",
        location: "VirtualHub.location",
        name: "VirtualHub.name",
        virtual_wan_id: "VirtualHub.wan",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "resource_group_name"],
        [BY_AZURE, "virtual_router_asn", "virtual_router_ips"],
      ],
    },
  },
  azurerm_virtual_hub_connection: {
    resource: {
      read: {
        id: "who it is",
        internet_security_enabled: "SpokeConnection.internetSecurity",
        name: "SpokeConnection.name",
        remote_virtual_network_id: "SpokeConnection.virtualNetwork",
        "routing.associated_route_table_id": "ConnectionRouting.associatedRouteTable",
        "routing.inbound_route_map_id": "ConnectionRouting.inboundRouteMap",
        "routing.outbound_route_map_id": "ConnectionRouting.outboundRouteMap",
        "routing.propagated_route_table.labels": "ConnectionRouting.propagatedLabels",
        "routing.propagated_route_table.route_table_ids": "ConnectionRouting.propagatedRouteTables",
        "routing.static_vnet_local_route_override_criteria": "rule value-accepted",
        "routing.static_vnet_propagate_static_routes_enabled": "SpokeConnection.propagatesStaticRoutes",
        "routing.static_vnet_route.address_prefixes": "NextHopRoute.prefixes",
        "routing.static_vnet_route.next_hop_ip_address": "NextHopRoute.nextHopAddress",
        virtual_hub_id: "SpokeConnection.hub",
      },
      withoutEffect: [[LABEL, "routing.static_vnet_route.name"]],
    },
    data: {
      read: {
        id: "who it is",
        internet_security_enabled: "SpokeConnection.internetSecurity",
        name: "SpokeConnection.name",
        remote_virtual_network_id: "SpokeConnection.virtualNetwork",
        "routing.associated_route_table_id": "ConnectionRouting.associatedRouteTable",
        "routing.inbound_route_map_id": "ConnectionRouting.inboundRouteMap",
        "routing.outbound_route_map_id": "ConnectionRouting.outboundRouteMap",
        "routing.propagated_route_table.labels": "ConnectionRouting.propagatedLabels",
        "routing.propagated_route_table.route_table_ids": "ConnectionRouting.propagatedRouteTables",
        "routing.static_vnet_propagate_static_routes_enabled": "SpokeConnection.propagatesStaticRoutes",
        "routing.static_vnet_route.address_prefixes": "NextHopRoute.prefixes",
        "routing.static_vnet_route.next_hop_ip_address": "NextHopRoute.nextHopAddress",
        virtual_hub_id: "SpokeConnection.hub",
      },
      withoutEffect: [
        [LABEL, "routing.static_vnet_route.name"],
        ["the hub's id tells it", "resource_group_name", "virtual_hub_name"],
        [
          "it decides inside the virtual network of an appliance alone",
          "routing.static_vnet_local_route_override_criteria",
        ],
      ],
    },
  },
  azurerm_virtual_hub_bgp_connection: {
    resource: {
      read: {
        id: "who it is",
        name: "HubBgpConnection.name",
        peer_ip: "HubBgpConnection.peerAddress",
        virtual_hub_id: "HubBgpConnection.hub",
      },
      withoutEffect: [
        ["what the appliance announces decides, and intent tells that", "peer_asn"],
        ["the appliance's address tells where it stands", "virtual_network_connection_id"],
      ],
    },
  },
};
