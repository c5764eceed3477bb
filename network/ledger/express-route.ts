import { BY_AZURE, LABEL, PLACE, RATE, type TypeLedger } from "./attributes";

const MICROSOFT_PEERING = "it is of Microsoft peering, which carries no tunnel of a hub";
const NO_IPV6 = "hubs carry IPv4 only";
const KEYS = "whoever may connect a circuit has connected it, or the connection fails";
const LAYER_TWO = "it encrypts between two ports below IP, and no rule counts it as encryption";
const PORT_DOWN = "a port that is down carries nothing, so nothing goes in the clear";

const OF_BOTH_LINKS = (...names: readonly string[]) =>
  ["link1", "link2"].flatMap((link) => names.map((name) => `${link}.${name}`));

export const EXPRESS_ROUTE: Readonly<Record<string, TypeLedger>> = {
  azurerm_express_route_circuit: {
    resource: {
      read: {
        bandwidth_in_gbps: "rule expressroute-circuit-valid",
        bandwidth_in_mbps: "rule expressroute-circuit-valid",
        express_route_port_id: "rule expressroute-circuit-valid",
        id: "who it is",
        name: "ExpressRouteCircuit.name",
        peering_location: "ExpressRouteCircuit.peeringLocation",
        resource_group_name: "who it is",
        "sku.family": "rule expressroute-circuit-valid",
        "sku.tier": "rule expressroute-circuit-valid",
      },
      withoutEffect: [
        [LABEL, "service_provider_name", "tags"],
        [PLACE, "location"],
        [RATE, "rate_limiting_enabled"],
        [KEYS, "authorization_key"],
        [BY_AZURE, "service_key", "service_provider_provisioning_state"],
        ["classic deployments are gone", "allow_classic_operations"],
      ],
    },
    data: {
      read: {
        id: "who it is",
        name: "ExpressRouteCircuit.name",
        resource_group_name: "who it is",
        "sku.family": "rule expressroute-circuit-valid",
        "sku.tier": "rule limits",
      },
      withoutEffect: [
        [PLACE, "location"],
        [BY_AZURE, "service_key", "service_provider_properties", "service_provider_provisioning_state"],
        ["a connection leads to its peering, and that tells it", "peerings"],
      ],
    },
  },
  azurerm_express_route_circuit_authorization: {
    resource: {
      read: { id: "who it is" },
      withoutEffect: [
        [KEYS, "authorization_key", "authorization_use_status", "express_route_circuit_name", "name"],
        [PLACE, "resource_group_name"],
      ],
    },
  },
  azurerm_express_route_circuit_peering: {
    resource: {
      read: {
        express_route_circuit_name: "CircuitPeering.circuit",
        id: "who it is",
        peer_asn: "CircuitPeering.peerAsn",
        peering_type: "CircuitPeering.peeringType",
        primary_peer_address_prefix: "CircuitPeering.primaryPrefix",
        resource_group_name: "who it is",
        secondary_peer_address_prefix: "CircuitPeering.secondaryPrefix",
        shared_key: "rule expressroute-peering-valid",
        vlan_id: "CircuitPeering.vlan",
      },
      withoutEffect: [
        [BY_AZURE, "azure_asn", "gateway_manager_etag", "primary_azure_port", "secondary_azure_port"],
        [MICROSOFT_PEERING, "microsoft_peering_config", "route_filter_id"],
        [NO_IPV6, "ipv6"],
      ],
      notModelled: [
        { path: "ipv4_enabled", could: "switch private peering off, so that no tunnel comes up", unless: [true] },
      ],
    },
    data: {
      read: {
        express_route_circuit_name: "CircuitPeering.circuit",
        id: "who it is",
        peer_asn: "CircuitPeering.peerAsn",
        peering_type: "CircuitPeering.peeringType",
        primary_peer_address_prefix: "CircuitPeering.primaryPrefix",
        resource_group_name: "who it is",
        secondary_peer_address_prefix: "CircuitPeering.secondaryPrefix",
        vlan_id: "CircuitPeering.vlan",
      },
      withoutEffect: [
        [BY_AZURE, "azure_asn", "gateway_manager_etag", "primary_azure_port", "secondary_azure_port"],
        [MICROSOFT_PEERING, "route_filter_id"],
        ["a key that works already", "shared_key"],
      ],
      notModelled: [
        {
          path: "ipv4_enabled",
          could: "have private peering switched off, so that no tunnel comes up",
          unless: [true],
        },
      ],
    },
  },
  azurerm_express_route_connection: {
    resource: {
      read: {
        express_route_circuit_peering_id: "ExpressRouteConnection.peering",
        express_route_gateway_bypass_enabled: "ExpressRouteConnection.gatewayBypass",
        express_route_gateway_id: "ExpressRouteConnection.gateway",
        id: "who it is",
        enable_internet_security: "ExpressRouteConnection.announcesDefault",
        internet_security_enabled: "ExpressRouteConnection.announcesDefault",
        name: "ExpressRouteConnection.name",
        "routing.associated_route_table_id": "ConnectionRouting.associatedRouteTable",
        "routing.inbound_route_map_id": "ConnectionRouting.inboundRouteMap",
        "routing.outbound_route_map_id": "ConnectionRouting.outboundRouteMap",
        "routing.propagated_route_table.labels": "ConnectionRouting.propagatedLabels",
        "routing.propagated_route_table.route_table_ids": "ConnectionRouting.propagatedRouteTables",
        routing_weight: "ExpressRouteConnection.routingWeight",
      },
      withoutEffect: [
        [KEYS, "authorization_key"],
        ["it needs FastPath, which is judged", "private_link_fast_path_enabled"],
      ],
    },
  },
  azurerm_express_route_gateway: {
    resource: {
      read: {
        allow_non_virtual_wan_traffic: "ExpressRouteGateway.admitsOutsideTraffic",
        id: "who it is",
        name: "ExpressRouteGateway.name",
        scale_units: "ExpressRouteGateway.scaleUnits",
        virtual_hub_id: "ExpressRouteGateway.hub",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location", "resource_group_name"],
      ],
    },
  },
  azurerm_express_route_port: {
    resource: {
      read: {
        bandwidth_in_gbps: "rule expressroute-circuit-valid",
        billing_type: "rule value-accepted",
        encapsulation: "rule value-accepted",
        id: "who it is",
        "identity.type": "rule value-accepted",
        "link1.macsec_cipher": "rule value-accepted",
        "link2.macsec_cipher": "rule value-accepted",
        name: "rule expressroute-circuit-valid",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location", "peering_location", "resource_group_name"],
        [BY_AZURE, "ethertype", "guid", "mtu", "identity.principal_id", "identity.tenant_id"],
        [
          BY_AZURE,
          ...OF_BOTH_LINKS("connector_type", "id", "interface_name", "patch_panel_id", "rack_id", "router_name"),
        ],
        [PORT_DOWN, ...OF_BOTH_LINKS("admin_enabled")],
        [
          LAYER_TWO,
          "identity.identity_ids",
          ...OF_BOTH_LINKS("macsec_cak_keyvault_secret_id", "macsec_ckn_keyvault_secret_id", "macsec_sci_enabled"),
        ],
      ],
    },
  },
};
