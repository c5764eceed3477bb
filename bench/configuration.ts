/** A sound configuration in Terraform's JSON syntax with a number of sites on one hub, all different, and its intent. */
export function configurationOf(sites: number): object {
  const names = Array.from({ length: sites }, (_, index) => `site${index}`);
  return {
    resource: {
      azurerm_virtual_wan: { wan: { name: "wan", type: "Standard", ...PLACE } },
      azurerm_virtual_hub: {
        hub: {
          name: "hub",
          address_prefix: "172.16.0.0/23",
          virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
          ...PLACE,
        },
      },
      azurerm_vpn_gateway: { vpn: { name: "vpn", scale_unit: 40, virtual_hub_id: HUB, ...PLACE } },
      azurerm_express_route_gateway: { er: { name: "er", scale_units: 10, virtual_hub_id: HUB, ...PLACE } },
      azurerm_express_route_circuit: {
        ams: {
          name: "ams",
          service_provider_name: "Equinix",
          peering_location: "Amsterdam",
          bandwidth_in_mbps: 10000,
          sku: { tier: "Premium", family: "MeteredData" },
          ...PLACE,
        },
      },
      azurerm_express_route_circuit_peering: {
        ams: {
          peering_type: "AzurePrivatePeering",
          express_route_circuit_name: "${azurerm_express_route_circuit.ams.name}",
          resource_group_name: PLACE.resource_group_name,
          peer_asn: 65020,
          primary_peer_address_prefix: "172.31.0.0/30",
          secondary_peer_address_prefix: "172.31.0.4/30",
          vlan_id: 300,
        },
      },
      azurerm_express_route_connection: {
        ams: {
          name: "ams",
          express_route_gateway_id: "${azurerm_express_route_gateway.er.id}",
          express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.ams.id}",
        },
      },
      azurerm_vpn_site: Object.fromEntries(names.map((name, index) => [name, siteOf(name, index)])),
      azurerm_vpn_gateway_connection: Object.fromEntries(names.map((name) => [name, connectionOf(name)])),
    },
    output: { network_intent: { value: intentOf(names) } },
  };
}

const PLACE = { resource_group_name: "rg", location: "westeurope" };
const HUB = "${azurerm_virtual_hub.hub.id}";

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

function connectionOf(name: string): object {
  return {
    name,
    vpn_gateway_id: "${azurerm_vpn_gateway.vpn.id}",
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

function intentOf(names: readonly string[]): object {
  return {
    version: 1,
    expressRoute: { "azurerm_express_route_connection.ams": { advertises: ["172.20.0.0/16"] } },
    vpn: Object.fromEntries(
      names.map((name, index) => [`azurerm_vpn_site.${name}`, { ams: { advertises: [`10.${bytes(index)}.0/24`] } }]),
    ),
    onPremises: { prefersTunnelFor: "all" },
    onTunnelLoss: "cleartext",
  };
}
