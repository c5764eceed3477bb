import { type AcceptedValues, demandedByAzure, oneOf, optional, whole } from "./accepted";

export const VIRTUAL_WAN: AcceptedValues = {
  type: demandedByAzure(oneOf("Basic", "Standard")),
  office365_local_breakout_category: oneOf("All", "None", "Optimize", "OptimizeAndAllow"),
};

export const VIRTUAL_HUB: AcceptedValues = {
  hub_routing_preference: oneOf("ExpressRoute", "VpnGateway", "ASPath"),
  sku: optional(oneOf("Basic", "Standard")),
  virtual_router_auto_scale_min_capacity: whole(2),
};

export const VIRTUAL_HUB_CONNECTION: AcceptedValues = {
  "routing.static_vnet_local_route_override_criteria": optional(oneOf("Contains", "Equal")),
};

const DESTINATIONS_TYPE = oneOf("CIDR", "ResourceId", "Service");
const NEXT_HOP_TYPE = oneOf("ResourceId");

export const VIRTUAL_HUB_ROUTE_TABLE: AcceptedValues = {
  "route.destinations_type": DESTINATIONS_TYPE,
  "route.next_hop_type": NEXT_HOP_TYPE,
};

export const VIRTUAL_HUB_ROUTE_TABLE_ROUTE: AcceptedValues = {
  destinations_type: DESTINATIONS_TYPE,
  next_hop_type: NEXT_HOP_TYPE,
};

export const VIRTUAL_HUB_ROUTING_INTENT: AcceptedValues = {
  "routing_policy.destinations": oneOf("Internet", "PrivateTraffic"),
};

export const ROUTE_MAP: AcceptedValues = {
  "rule.action.type": oneOf("Add", "Drop", "Remove", "Replace", "Unknown"),
  "rule.match_criterion.match_condition": oneOf("Contains", "Equals", "NotContains", "NotEquals", "Unknown"),
  "rule.next_step_if_matched": oneOf("Continue", "Terminate", "Unknown"),
};

export const FIREWALL: AcceptedValues = {
  sku_name: oneOf("AZFW_Hub", "AZFW_VNet"),
  sku_tier: oneOf("Premium", "Standard", "Basic"),
  threat_intel_mode: optional(oneOf("Off", "Alert", "Deny")),
  "virtual_hub.public_ip_count": whole(1),
};
