import { type Attributes, LABEL, type TypeLedger } from "./attributes";

const WHICH_NETWORKS = "whatever it says, the virtual networks of its groups are unknown";
const BETWEEN_NETWORKS = "it is about traffic between virtual networks, past every hub";

const CONNECTIVITY: Attributes = {
  read: {
    "hub.resource_id": "SpokeConnection.hub",
    "hub.resource_type": "SpokeConnection.hub",
    id: "who it is",
    name: "SpokeConnection.name",
  },
  withoutEffect: [
    [LABEL, "description"],
    [
      WHICH_NETWORKS,
      "applies_to_group.network_group_id",
      "applies_to_group.use_hub_gateway",
      "delete_existing_peering_enabled",
      "network_manager_id",
      "peering_enforcement_enabled",
    ],
    [
      BETWEEN_NETWORKS,
      "applies_to_group.global_mesh_enabled",
      "applies_to_group.group_connectivity",
      "connected_group_address_overlap_enabled",
      "connected_group_private_endpoints_scale",
      "connectivity_topology",
      "global_mesh_enabled",
    ],
  ],
};

export const NETWORK_MANAGERS: Readonly<Record<string, TypeLedger>> = {
  azurerm_network_manager_connectivity_configuration: { resource: CONNECTIVITY, data: CONNECTIVITY },
  azurerm_network_manager_routing_rule: {
    resource: {
      read: {
        "destination.address": "UserRoute.destination",
        id: "who it is",
        name: "UserRoute.name",
        "next_hop.address": "UserRoute.nextHopAddress",
        "next_hop.type": "UserRoute.nextHopType",
      },
      withoutEffect: [
        [LABEL, "description"],
        ["an address or a tag: the destination itself tells", "destination.type"],
        ["whatever it says, which subnets get it can't be told", "rule_collection_id"],
      ],
    },
  },
};
