import { type AcceptedValues, oneOf, optional, whole } from "./accepted";

const PRIVATE_ENDPOINT_POLICIES = oneOf("Disabled", "Enabled", "NetworkSecurityGroupEnabled", "RouteTableEnabled");

export const VIRTUAL_NETWORK: AcceptedValues = {
  "encryption.enforcement": oneOf("DropUnencrypted", "AllowUnencrypted"),
  flow_timeout_in_minutes: optional(whole(4, 30)),
  private_endpoint_vnet_policies: oneOf("Basic", "Disabled"),
  "subnet.private_endpoint_network_policies": PRIVATE_ENDPOINT_POLICIES,
};

export const SUBNET: AcceptedValues = {
  private_endpoint_network_policies: PRIVATE_ENDPOINT_POLICIES,
  sharing_scope: optional(oneOf("Tenant")),
};
