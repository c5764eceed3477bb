import { type ArmShapes, as, list, object, routing, type Shape } from "./shape";

const ipsecPolicy: Shape = {
  saLifeTimeSeconds: as("sa_lifetime_sec"),
  saDataSizeKilobytes: as("sa_data_size_kb"),
  ipsecEncryption: as("encryption_algorithm"),
  ipsecIntegrity: as("integrity_algorithm"),
  ikeEncryption: as("ike_encryption_algorithm"),
  ikeIntegrity: as("ike_integrity_algorithm"),
  dhGroup: as("dh_group"),
  pfsGroup: as("pfs_group"),
};

const mapping: Shape = { addressSpace: as("address_space"), portRange: as("port_range") };

export const VPN_SHAPES: ArmShapes = {
  vpnsites: {
    type: "azurerm_vpn_site",
    parent: undefined,
    properties: {
      virtualWan: { idOf: "virtual_wan_id" },
      addressSpace: { open: { addressPrefixes: as("address_cidrs") } },
      deviceProperties: "without effect",
      isSecuritySite: "without effect",
      o365Policy: "without effect",
      vpnSiteLinks: list("link", {
        name: as("name"),
        properties: {
          open: {
            ipAddress: as("ip_address"),
            fqdn: as("fqdn"),
            linkProperties: {
              open: { linkProviderName: as("provider_name"), linkSpeedInMbps: as("speed_in_mbps") },
            },
            bgpProperties: object("bgp", { asn: as("asn"), bgpPeeringAddress: as("peering_address") }),
          },
        },
      }),
    },
  },
  vpngateways: {
    type: "azurerm_vpn_gateway",
    parent: undefined,
    properties: {
      virtualHub: { idOf: "virtual_hub_id" },
      vpnGatewayScaleUnit: as("scale_unit"),
      enableBgpRouteTranslationForNat: as("bgp_route_translation_for_nat_enabled"),
      isRoutingPreferenceInternet: "without effect",
      bgpSettings: object("bgp_settings", { asn: as("asn"), peerWeight: as("peer_weight") }),
    },
  },
  "vpngateways/natrules": {
    type: "azurerm_vpn_gateway_nat_rule",
    parent: "vpn_gateway_id",
    untold: ["mode", "type"],
    properties: {
      mode: as("mode"),
      type: as("type"),
      internalMappings: list("internal_mapping", mapping),
      externalMappings: list("external_mapping", mapping),
      ipConfigurationId: as("ip_configuration_id"),
    },
  },
  "vpngateways/vpnconnections": {
    type: "azurerm_vpn_gateway_connection",
    parent: "vpn_gateway_id",
    properties: {
      remoteVpnSite: { idOf: "remote_vpn_site_id" },
      enableInternetSecurity: "without effect",
      routingConfiguration: routing("associated_route_table"),
      trafficSelectorPolicies: list("traffic_selector_policy", {
        localAddressRanges: as("local_address_ranges"),
        remoteAddressRanges: as("remote_address_ranges"),
      }),
      vpnLinkConnections: list("vpn_link", {
        name: as("name"),
        properties: {
          open: {
            vpnSiteLink: { idOf: "vpn_site_link_id" },
            enableBgp: as("bgp_enabled"),
            useLocalAzureIpAddress: as("local_azure_ip_address_enabled"),
            usePolicyBasedTrafficSelectors: as("policy_based_traffic_selector_enabled"),
            vpnLinkConnectionMode: as("connection_mode"),
            vpnConnectionProtocolType: as("protocol"),
            connectionBandwidth: as("bandwidth_mbps"),
            routingWeight: as("route_weight"),
            dpdTimeoutSeconds: as("dpd_timeout_seconds"),
            sharedKey: as("shared_key"),
            enableRateLimiting: "without effect",
            ingressNatRules: { idsOf: "ingress_nat_rule_ids" },
            egressNatRules: { idsOf: "egress_nat_rule_ids" },
            ipsecPolicies: list("ipsec_policy", ipsecPolicy),
            vpnGatewayCustomBgpAddresses: list("custom_bgp_address", {
              customBgpIpAddress: as("ip_address"),
              ipConfigurationId: as("ip_configuration_id"),
            }),
          },
        },
      }),
    },
  },
};
