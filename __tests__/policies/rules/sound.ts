import type { Configuration } from "../../support/network";

/** A network in which nothing is wrong: one hub, one circuit, one site with one link, one spoke. */
export const SOUND: Configuration = {
  variable: { psk: { type: "string", sensitive: true } },
  resource: {
    azurerm_virtual_wan: {
      wan: { name: "wan-nordics", location: "swedencentral", resource_group_name: "rg" },
    },
    azurerm_virtual_hub: {
      sdc: {
        name: "hub-sdc",
        resource_group_name: "rg",
        location: "swedencentral",
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        address_prefix: "10.100.0.0/23",
      },
    },
    azurerm_vpn_gateway: {
      sdc: {
        name: "vpngw-sdc",
        resource_group_name: "rg",
        location: "swedencentral",
        virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
      },
    },
    azurerm_express_route_gateway: {
      sdc: {
        name: "ergw-sdc",
        resource_group_name: "rg",
        location: "swedencentral",
        virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
        scale_units: 1,
      },
    },
    azurerm_express_route_circuit: {
      stockholm: {
        name: "erc-stockholm",
        resource_group_name: "rg",
        location: "swedencentral",
        service_provider_name: "Telia Carrier",
        peering_location: "Stockholm",
        bandwidth_in_mbps: 1000,
        sku: { tier: "Standard", family: "MeteredData" },
      },
    },
    azurerm_express_route_circuit_peering: {
      stockholm: {
        peering_type: "AzurePrivatePeering",
        express_route_circuit_name: "${azurerm_express_route_circuit.stockholm.name}",
        resource_group_name: "rg",
        peer_asn: 65020,
        primary_peer_address_prefix: "172.29.0.0/30",
        secondary_peer_address_prefix: "172.29.0.4/30",
        vlan_id: 77,
      },
    },
    azurerm_express_route_connection: {
      stockholm: {
        name: "stockholm",
        express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
        express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
      },
    },
    azurerm_vpn_site: {
      bergen: {
        name: "bergen",
        resource_group_name: "rg",
        location: "swedencentral",
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        link: [{ name: "a", ip_address: "10.31.0.4", bgp: { asn: 65032, peering_address: "10.31.255.1" } }],
      },
    },
    azurerm_vpn_gateway_connection: {
      bergen: {
        name: "con-bergen",
        vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
        remote_vpn_site_id: "${azurerm_vpn_site.bergen.id}",
        vpn_link: [
          {
            name: "a",
            vpn_site_link_id: "${azurerm_vpn_site.bergen.link[0].id}",
            bgp_enabled: true,
            local_azure_ip_address_enabled: true,
            dpd_timeout_seconds: 45,
            shared_key: "${var.psk}",
            ipsec_policy: [
              {
                ike_encryption_algorithm: "AES256",
                ike_integrity_algorithm: "SHA384",
                dh_group: "ECP384",
                encryption_algorithm: "GCMAES256",
                integrity_algorithm: "GCMAES256",
                pfs_group: "ECP384",
                sa_lifetime_sec: 3600,
                sa_data_size_kb: 102400000,
              },
            ],
          },
        ],
      },
    },
    azurerm_virtual_network: {
      app: {
        name: "vnet-app",
        resource_group_name: "rg",
        location: "swedencentral",
        address_space: ["10.110.0.0/22"],
      },
    },
    azurerm_subnet: {
      app: {
        name: "web",
        resource_group_name: "rg",
        virtual_network_name: "${azurerm_virtual_network.app.name}",
        address_prefixes: ["10.110.0.0/24"],
      },
    },
    azurerm_virtual_hub_connection: {
      app: {
        name: "app",
        virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
        remote_virtual_network_id: "${azurerm_virtual_network.app.id}",
      },
    },
  },
  output: {
    network_intent: {
      value: {
        version: 1,
        expressRoute: { "azurerm_express_route_connection.stockholm": { advertises: ["10.31.0.0/16"] } },
        vpn: { "azurerm_vpn_site.bergen": { a: { advertises: ["10.31.16.0/20"] } } },
        protected: ["10.31.16.0/20"],
        onPremises: { prefersTunnelFor: "all" },
        onTunnelLoss: "cleartext",
      },
    },
  },
};

/** A second link for the site: put it at `azurerm_vpn_site.bergen.link[1]`. */
export const SECOND_LINK = {
  name: "b",
  ip_address: "10.31.0.5",
  bgp: { asn: 65032, peering_address: "10.31.255.2" },
};

/** The second link, connected: put it at `azurerm_vpn_gateway_connection.bergen.vpn_link[1]`. */
export const SECOND_VPN_LINK = {
  name: "b",
  vpn_site_link_id: "${azurerm_vpn_site.bergen.link[1].id}",
  bgp_enabled: true,
  local_azure_ip_address_enabled: true,
  dpd_timeout_seconds: 45,
  ipsec_policy: {
    ike_encryption_algorithm: "AES256",
    ike_integrity_algorithm: "SHA256",
    dh_group: "DHGroup14",
    encryption_algorithm: "AES256",
    integrity_algorithm: "SHA256",
    pfs_group: "PFS14",
    sa_lifetime_sec: 3600,
    sa_data_size_kb: 102400000,
  },
};

/** A second site without a connection: put it at `azurerm_vpn_site.oslo`. */
export const SECOND_SITE = {
  name: "oslo",
  resource_group_name: "rg",
  location: "swedencentral",
  virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
  link: [{ name: "a", ip_address: "10.30.0.4", bgp: { asn: 65031, peering_address: "10.30.255.1" } }],
};

/** A second hub with a VPN gateway, and nothing at it: take them all. */
export const SECOND_HUB = {
  "azurerm_virtual_hub.osl": {
    name: "hub-osl",
    resource_group_name: "rg",
    location: "norwayeast",
    virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
    address_prefix: "10.102.0.0/23",
  },
  "azurerm_vpn_gateway.osl": {
    name: "vpngw-osl",
    resource_group_name: "rg",
    location: "norwayeast",
    virtual_hub_id: "${azurerm_virtual_hub.osl.id}",
  },
};

/** A second virtual network without a connection: put it at `azurerm_virtual_network.data`. */
export const SECOND_NETWORK = {
  name: "vnet-data",
  resource_group_name: "rg",
  location: "swedencentral",
  address_space: ["10.111.0.0/22"],
};

/** The second virtual network, connected: put it at `azurerm_virtual_hub_connection.data`. */
export const SECOND_SPOKE = {
  name: "data",
  virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
  remote_virtual_network_id: "${azurerm_virtual_network.data.id}",
};

/** An id of something that no input describes. */
export function idOf(type: string, name: string): string {
  return `/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/${type}/${name}`;
}
