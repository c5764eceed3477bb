import { type Mutation, ofPlan, one } from "./mutation";

const CIRCUIT = "azurerm_express_route_circuit.oslo";
const PEERING = "azurerm_express_route_circuit_peering.stavanger";
const ER = "azurerm_express_route_connection.oslo_oslo";

/** Mistakes in circuits, their peerings and what connects them. */
export const OF_CIRCUITS: readonly Mutation[] = [
  one(
    "circuit-bandwidth",
    "a bandwidth that nobody sells",
    `${CIRCUIT}.bandwidth_in_mbps`,
    123,
    "expressroute-circuit-valid",
  ),
  one(
    "circuit-local-metered",
    "a Local circuit with metered data",
    `${CIRCUIT}.sku[0].tier`,
    "Local",
    "expressroute-circuit-valid",
    { path: "sku[0].family" },
  ),
  one(
    "circuit-larger-than-port",
    "a circuit of more than its port",
    "azurerm_express_route_circuit.direct.bandwidth_in_gbps",
    40,
    "expressroute-circuit-valid",
  ),
  one(
    "port-bandwidth",
    "a port of 7 Gbps",
    "azurerm_express_route_port.direct.bandwidth_in_gbps",
    7,
    "expressroute-circuit-valid",
  ),
  one("vlan-zero", "VLAN 0", `${PEERING}.vlan_id`, 0, "expressroute-peering-valid"),
  one("vlan-large", "VLAN 5000", `${PEERING}.vlan_id`, 5000, "expressroute-peering-valid"),
  one(
    "subnet-no-prefix",
    "a peering subnet that is none",
    `${PEERING}.primary_peer_address_prefix`,
    "172.24.2.0",
    "prefix-canonical",
  ),
  one(
    "subnet-29",
    "a peering subnet of /29",
    `${PEERING}.primary_peer_address_prefix`,
    "172.24.2.8/29",
    "expressroute-peering-valid",
  ),
  one(
    "subnet-twice",
    "one subnet for both links",
    `${PEERING}.secondary_peer_address_prefix`,
    "172.24.2.0/30",
    "expressroute-peering-valid",
  ),
  one(
    "subnet-missing",
    "a subnet for one link only",
    `${PEERING}.secondary_peer_address_prefix`,
    undefined,
    "expressroute-peering-valid",
  ),
  one(
    "subnet-in-spoke",
    "a peering subnet inside a virtual network",
    `${PEERING}.primary_peer_address_prefix`,
    "10.221.3.0/30",
    "address-overlap",
  ),
  one("peering-asn-of-azure", "the ASN that Azure has on the other end", `${PEERING}.peer_asn`, 65515, "asn-allowed"),
  one("peering-asn-negative", "a negative ASN", `${PEERING}.peer_asn`, -1, "asn-allowed"),
  ofPlan(
    "peering-key-long",
    "a peering key of 26 characters",
    "variable.key_bodo.default",
    "Fjord7Skjaer3Torsk9Hval44x",
    "expressroute-peering-valid",
    { address: "azurerm_express_route_circuit_peering.oslo", path: "shared_key" },
  ),
  one("peering-type", "a kind of peering that there is not", `${PEERING}.peering_type`, "Private", "value-accepted"),
  one(
    "er-gateway-units",
    "an ExpressRoute gateway of 11 scale units",
    "azurerm_express_route_gateway.oslo.scale_units",
    11,
    "limits",
  ),
  one("er-weight", "a routing weight that is too large", `${ER}.routing_weight`, 32001, "value-accepted"),
  one(
    "er-fast-path",
    "ExpressRoute past the gateway",
    `${ER}.express_route_gateway_bypass_enabled`,
    true,
    "fast-path-off",
  ),
  one(
    "er-table",
    "ExpressRoute that learns in another table",
    "azurerm_express_route_connection.bergen_oslo.routing[0].associated_route_table_id",
    "${azurerm_virtual_hub_route_table.shared.id}",
    "branches-use-default-table",
  ),
];
