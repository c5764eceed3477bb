import { type ArmShapes, as, list, type Shape } from "./shape";

/** What happens at ends inside a subnet, or towards the internet. */
const atEnds: Shape = {
  defaultOutboundAccess: "without effect",
  delegations: "without effect",
  natGateway: "without effect",
  networkSecurityGroup: "without effect",
  privateLinkServiceNetworkPolicies: "without effect",
  serviceEndpointPolicies: "without effect",
  serviceEndpoints: "without effect",
};

const subnet = (table: string): Shape => ({
  addressPrefixes: as("address_prefixes"),
  addressPrefix: { itemOf: "address_prefixes" },
  routeTable: { idOf: table },
  privateEndpointNetworkPolicies: as("private_endpoint_network_policies"),
  ...atEnds,
});

const route: Shape = {
  addressPrefix: as("address_prefix"),
  nextHopType: as("next_hop_type"),
  nextHopIpAddress: as("next_hop_in_ip_address"),
  hasBgpOverride: "without effect",
};

export const SPOKE_SHAPES: ArmShapes = {
  virtualnetworks: {
    type: "azurerm_virtual_network",
    parent: undefined,
    properties: {
      addressSpace: { open: { addressPrefixes: as("address_space") } },
      subnets: list("subnet", { name: as("name"), properties: { open: subnet("route_table_id") } }),
      // Between networks, past the hub, as azurerm's own peering is.
      virtualNetworkPeerings: "without effect",
      bgpCommunities: "without effect",
      ddosProtectionPlan: "without effect",
      dhcpOptions: "without effect",
      enableDdosProtection: "without effect",
      enableVmProtection: "without effect",
      encryption: "without effect",
      flowTimeoutInMinutes: as("flow_timeout_in_minutes"),
      privateEndpointVNetPolicies: as("private_endpoint_vnet_policies"),
    },
    beside: { extendedLocation: "without effect" },
  },
  "virtualnetworks/subnets": {
    type: "azurerm_subnet",
    parent: "virtual_network_name",
    // What azurerm's subnet tells under the name without `_wo` is what Azure had before.
    properties: { ...subnet("route_table_id_wo"), sharingScope: as("sharing_scope") },
  },
  routetables: {
    type: "azurerm_route_table",
    parent: undefined,
    properties: {
      disableBgpRoutePropagation: { oppositeOf: "bgp_route_propagation_enabled" },
      routes: list("route", { name: as("name"), properties: { open: route } }),
    },
  },
  "routetables/routes": {
    type: "azurerm_route",
    parent: "route_table_name",
    properties: route,
  },
};
