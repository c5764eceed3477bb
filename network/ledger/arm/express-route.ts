import { type ArmShapes, as, object, routing } from "./shape";

export const EXPRESS_ROUTE_SHAPES: ArmShapes = {
  expressroutecircuits: {
    type: "azurerm_express_route_circuit",
    parent: undefined,
    properties: {
      serviceProviderProperties: {
        open: {
          serviceProviderName: as("service_provider_name"),
          peeringLocation: as("peering_location"),
          bandwidthInMbps: as("bandwidth_in_mbps"),
        },
      },
      expressRoutePort: { idOf: "express_route_port_id" },
      bandwidthInGbps: as("bandwidth_in_gbps"),
      globalReachEnabled: { unreadUnless: [false] },
      allowClassicOperations: "without effect",
      authorizationKey: "without effect",
      authorizations: "without effect",
      enableDirectPortRateLimit: "without effect",
      serviceProviderNotes: "without effect",
    },
    beside: { sku: object("sku", { tier: as("tier"), family: as("family"), name: "without effect" }) },
  },
  "expressroutecircuits/peerings": {
    type: "azurerm_express_route_circuit_peering",
    parent: "express_route_circuit_name",
    properties: {
      peeringType: as("peering_type"),
      peerASN: as("peer_asn"),
      primaryPeerAddressPrefix: as("primary_peer_address_prefix"),
      secondaryPeerAddressPrefix: as("secondary_peer_address_prefix"),
      vlanId: as("vlan_id"),
      sharedKey: as("shared_key"),
      // One that is switched off carries no tunnel.
      state: { unreadUnless: ["Enabled"] },
      azureASN: "without effect",
      // Of Microsoft peering, which carries no tunnel of a hub, and of IPv6, which hubs don't carry.
      microsoftPeeringConfig: "without effect",
      routeFilter: "without effect",
      ipv6PeeringConfig: "without effect",
    },
  },
  expressroutegateways: {
    type: "azurerm_express_route_gateway",
    parent: undefined,
    properties: {
      virtualHub: { idOf: "virtual_hub_id" },
      allowNonVirtualWanTraffic: as("allow_non_virtual_wan_traffic"),
      autoScaleConfiguration: { open: { bounds: { open: { min: as("scale_units"), max: "without effect" } } } },
    },
  },
  "expressroutegateways/expressrouteconnections": {
    type: "azurerm_express_route_connection",
    parent: "express_route_gateway_id",
    properties: {
      expressRouteCircuitPeering: { idOf: "express_route_circuit_peering_id" },
      routingWeight: as("routing_weight"),
      enableInternetSecurity: as("internet_security_enabled"),
      expressRouteGatewayBypass: as("express_route_gateway_bypass_enabled"),
      // It needs FastPath, which is judged.
      enablePrivateLinkFastPath: "without effect",
      authorizationKey: "without effect",
      routingConfiguration: routing("associated_route_table_id"),
    },
  },
};
