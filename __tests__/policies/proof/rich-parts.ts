import type { Tree } from "./deletions";

export const GROUP = { resource_group_name: "rg-hav" };

export function hub(name: string, location: string, prefix: string): Tree {
  return {
    name,
    ...GROUP,
    location,
    virtual_wan_id: "${azurerm_virtual_wan.hav.id}",
    address_prefix: prefix,
    sku: "Standard",
  };
}

export function circuit(name: string, peering_location: string): Tree {
  return {
    name,
    ...GROUP,
    location: "norwayeast",
    service_provider_name: "Telenor",
    peering_location,
    bandwidth_in_mbps: 1000,
    sku: [{ tier: "Standard", family: "MeteredData" }],
  };
}

export function peering(of: string, third: number, vlan: number): Tree {
  return {
    peering_type: "AzurePrivatePeering",
    express_route_circuit_name: `\${azurerm_express_route_circuit.${of}.name}`,
    ...GROUP,
    peer_asn: 65044,
    primary_peer_address_prefix: `172.24.${third}.0/30`,
    secondary_peer_address_prefix: `172.24.${third}.4/30`,
    vlan_id: vlan,
  };
}

export function expressRoute(gateway: string, of: string): Tree {
  return {
    name: `${gateway}-${of}`,
    express_route_gateway_id: `\${azurerm_express_route_gateway.${gateway}.id}`,
    express_route_circuit_peering_id: `\${azurerm_express_route_circuit_peering.${of}.id}`,
    routing: [{ inbound_route_map_id: `\${azurerm_route_map.${gateway}.id}` }],
  };
}

export const POLICY = {
  ike_encryption_algorithm: "AES256",
  ike_integrity_algorithm: "SHA384",
  dh_group: "ECP384",
  encryption_algorithm: "GCMAES256",
  integrity_algorithm: "GCMAES256",
  pfs_group: "ECP384",
  sa_lifetime_sec: 3600,
  sa_data_size_kb: 102400000,
};

export function siteLink(name: string, ip_address: string, asn: number, peering_address: string): Tree {
  return { name, ip_address, provider_name: "Telenor", speed_in_mbps: 1000, bgp: [{ asn, peering_address }] };
}

export function vpnLink(site: string, index: number, name: string, more: Tree = {}): Tree {
  return {
    name,
    vpn_site_link_id: `\${azurerm_vpn_site.${site}.link[${index}].id}`,
    bgp_enabled: true,
    local_azure_ip_address_enabled: true,
    bandwidth_mbps: 500,
    protocol: "IKEv2",
    connection_mode: "Default",
    dpd_timeout_seconds: 45,
    route_weight: 0,
    policy_based_traffic_selector_enabled: false,
    shared_key: `\${var.key_${site}}`,
    ipsec_policy: [POLICY],
    ...more,
  };
}

export function custom(last: number): Tree {
  return {
    custom_bgp_address: [
      { ip_address: `169.254.21.${last}`, ip_configuration_id: "Instance0" },
      { ip_address: `169.254.22.${last}`, ip_configuration_id: "Instance1" },
    ],
  };
}

export function routeMap(at: string, devices: string[]): Tree {
  return {
    name: `only-devices-${at}`,
    virtual_hub_id: `\${azurerm_virtual_hub.${at}.id}`,
    rule: [
      {
        name: "devices",
        next_step_if_matched: "Terminate",
        match_criterion: [{ match_condition: "Equals", route_prefix: devices }],
        action: [{ type: "Add", parameter: [{ as_path: ["2119"] }] }],
      },
      {
        name: "rest",
        next_step_if_matched: "Terminate",
        match_criterion: [{ match_condition: "Contains", route_prefix: ["0.0.0.0/0"] }],
        action: [{ type: "Drop" }],
      },
    ],
  };
}
