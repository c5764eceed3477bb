// https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq
const SITES_A_HUB = 1_000;

/** Terraform configuration in JSON that declares resources, and states intent. */
export interface BenchConfiguration {
  readonly resource: { readonly [type: string]: { readonly [name: string]: object } };
  readonly output: { readonly network_intent: { readonly value: object } };
}

/**
 * A sound configuration in Terraform's JSON syntax with a number of sites, all different, and its intent: a thousand
 * sites a hub, as many as Azure takes, and a circuit for each hub.
 */
export function configurationOf(sites: number): BenchConfiguration {
  const names = Array.from({ length: sites }, (_, index) => `site${index}`);
  const hubs = Array.from({ length: Math.ceil(sites / SITES_A_HUB) }, (_, hub) => hub);
  const each = <T>(make: (hub: number) => T) => Object.fromEntries(hubs.map((hub) => [`hub${hub}`, make(hub)]));
  return {
    resource: {
      // With branch-to-branch, ExpressRoute would be told every site prefix, which is more than Azure takes.
      azurerm_virtual_wan: { wan: { name: "wan", type: "Standard", allow_branch_to_branch_traffic: false, ...PLACE } },
      azurerm_virtual_hub: each(hubOf),
      azurerm_vpn_gateway: each((hub) => ({ name: `vpn${hub}`, scale_unit: 40, virtual_hub_id: hubId(hub), ...PLACE })),
      azurerm_express_route_gateway: each((hub) => ({
        name: `er${hub}`,
        scale_units: 10,
        virtual_hub_id: hubId(hub),
        ...PLACE,
      })),
      azurerm_express_route_circuit: each(circuitOf),
      azurerm_express_route_circuit_peering: each(peeringOf),
      azurerm_express_route_connection: each((hub) => ({
        name: `hub${hub}`,
        express_route_gateway_id: `\${azurerm_express_route_gateway.hub${hub}.id}`,
        express_route_circuit_peering_id: `\${azurerm_express_route_circuit_peering.hub${hub}.id}`,
      })),
      azurerm_vpn_site: Object.fromEntries(names.map((name, index) => [name, siteOf(name, index)])),
      azurerm_vpn_gateway_connection: Object.fromEntries(names.map((name, index) => [name, connectionOf(name, index)])),
    },
    output: { network_intent: { value: intentOf(names, hubs) } },
  };
}

function hubOf(hub: number): object {
  return {
    name: `hub${hub}`,
    address_prefix: `172.16.${2 * hub}.0/23`,
    virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
    ...PLACE,
  };
}

function hubId(hub: number): string {
  return `\${azurerm_virtual_hub.hub${hub}.id}`;
}

function circuitOf(hub: number): object {
  return {
    name: `circuit${hub}`,
    service_provider_name: "Equinix",
    peering_location: "Amsterdam",
    bandwidth_in_mbps: 10000,
    sku: { tier: "Premium", family: "MeteredData" },
    ...PLACE,
  };
}

function peeringOf(hub: number): object {
  return {
    peering_type: "AzurePrivatePeering",
    express_route_circuit_name: `\${azurerm_express_route_circuit.hub${hub}.name}`,
    resource_group_name: PLACE.resource_group_name,
    peer_asn: 65020,
    primary_peer_address_prefix: `172.31.${hub}.0/30`,
    secondary_peer_address_prefix: `172.31.${hub}.4/30`,
    vlan_id: 300 + hub,
  };
}

const PLACE = { resource_group_name: "rg", location: "westeurope" };

/** Two bytes of an address. */
function bytes(index: number): string {
  return `${index >> 8}.${index & 255}`;
}

function siteOf(name: string, index: number): object {
  return {
    name,
    virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
    link: [
      {
        name: "ams",
        provider_name: "Equinix",
        speed_in_mbps: 1000,
        ip_address: `172.20.${bytes(index)}`,
        bgp: { asn: 65010, peering_address: `172.21.${bytes(index)}` },
      },
    ],
    ...PLACE,
  };
}

function connectionOf(name: string, index: number): object {
  return {
    name,
    vpn_gateway_id: `\${azurerm_vpn_gateway.hub${Math.floor(index / SITES_A_HUB)}.id}`,
    remote_vpn_site_id: `\${azurerm_vpn_site.${name}.id}`,
    vpn_link: [
      {
        name: "ams",
        vpn_site_link_id: `\${azurerm_vpn_site.${name}.link[0].id}`,
        bgp_enabled: true,
        local_azure_ip_address_enabled: true,
        protocol: "IKEv2",
        dpd_timeout_seconds: 45,
        ipsec_policy: {
          ike_encryption_algorithm: "AES256",
          ike_integrity_algorithm: "SHA384",
          dh_group: "ECP384",
          encryption_algorithm: "GCMAES256",
          integrity_algorithm: "GCMAES256",
          pfs_group: "ECP384",
          sa_lifetime_sec: 3600,
          sa_data_size_kb: 102400000,
        },
      },
    ],
  };
}

function intentOf(names: readonly string[], hubs: readonly number[]): object {
  return {
    version: 1,
    expressRoute: Object.fromEntries(
      hubs.map((hub) => [`azurerm_express_route_connection.hub${hub}`, { advertises: ["172.20.0.0/16"] }]),
    ),
    vpn: Object.fromEntries(
      names.map((name, index) => [`azurerm_vpn_site.${name}`, { ams: { advertises: [`10.${bytes(index)}.0/24`] } }]),
    ),
    onPremises: { prefersTunnelFor: "all" },
    onTunnelLoss: "cleartext",
  };
}
