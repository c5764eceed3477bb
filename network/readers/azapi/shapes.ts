/** What becomes of a property of ARM: an attribute of azurerm, blocks of it, or nothing. */
export type To =
  /** The value as it is. */
  | { readonly attribute: string }
  /** An object with an id, or a list of such: the id or ids. */
  | { readonly idOf: string }
  | { readonly idsOf: string }
  /** An object or a list of objects, each of which becomes a block. */
  | { readonly block: string; readonly inside: Shape }
  /** An object whose properties belong to what holds it. */
  | { readonly open: Shape }
  | "without effect";

/** Properties of ARM by name, and what becomes of each. One that isn't here could change something that nobody reads. */
export interface Shape {
  readonly [property: string]: To;
}

/** A type of ARM that is read as the type of azurerm that makes the same. */
export interface ArmShape {
  readonly type: string;
  /** What azurerm calls the id of the parent; undefined where that is a resource group. */
  readonly parent: string | undefined;
  readonly properties: Shape;
  /** Attributes of which no page says what they are where nobody writes them. */
  readonly untold?: readonly string[];
  /** Beside `properties`: `sku`, say. */
  readonly beside?: Shape;
}

const as = (attribute: string): To => ({ attribute });

const parameters: Shape = {
  routePrefix: as("route_prefix"),
  community: as("community"),
  asPath: as("as_path"),
};

/** azurerm calls the table of a VPN connection otherwise than that of the others. */
const routing = (table: string, more: Shape = {}): To => ({
  block: "routing",
  inside: {
    associatedRouteTable: { idOf: table },
    propagatedRouteTables: {
      block: "propagated_route_table",
      inside: { labels: as("labels"), ids: { idsOf: "route_table_ids" } },
    },
    inboundRouteMap: { idOf: "inbound_route_map_id" },
    outboundRouteMap: { idOf: "outbound_route_map_id" },
    ...more,
  },
});

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

/** By the path of the type below Microsoft.Network in small letters. ARM's names of API 2025-01-01. */
export const ARM_SHAPES: Readonly<Record<string, ArmShape>> = {
  "expressroutegateways/expressrouteconnections": {
    type: "azurerm_express_route_connection",
    parent: "express_route_gateway_id",
    properties: {
      expressRouteCircuitPeering: { idOf: "express_route_circuit_peering_id" },
      routingWeight: as("routing_weight"),
      enableInternetSecurity: as("internet_security_enabled"),
      expressRouteGatewayBypass: as("express_route_gateway_bypass_enabled"),
      // It needs FastPath, which is judged.
      enablePrivateLinkFastPath: "without effect",
      authorizationKey: "without effect",
      routingConfiguration: routing("associated_route_table_id"),
    },
  },
  "virtualhubs/hubvirtualnetworkconnections": {
    type: "azurerm_virtual_hub_connection",
    parent: "virtual_hub_id",
    untold: ["internet_security_enabled"],
    properties: {
      remoteVirtualNetwork: { idOf: "remote_virtual_network_id" },
      enableInternetSecurity: as("internet_security_enabled"),
      // Both are of old, and Azure takes no notice.
      allowHubToRemoteVnetTransit: "without effect",
      allowRemoteVnetToUseHubVnetGateways: "without effect",
      routingConfiguration: routing("associated_route_table_id", {
        vnetRoutes: {
          open: {
            staticRoutes: {
              block: "static_vnet_route",
              inside: {
                name: as("name"),
                addressPrefixes: as("address_prefixes"),
                nextHopIpAddress: as("next_hop_ip_address"),
              },
            },
            staticRoutesConfig: {
              open: {
                propagateStaticRoutes: as("static_vnet_propagate_static_routes_enabled"),
                vnetLocalRouteOverrideCriteria: as("static_vnet_local_route_override_criteria"),
              },
            },
            bgpConnections: "without effect",
          },
        },
      }),
    },
  },
  "virtualhubs/routemaps": {
    type: "azurerm_route_map",
    parent: "virtual_hub_id",
    properties: {
      // Azure tells both and takes neither: a map acts where a connection's own routing names it.
      associatedInboundConnections: "without effect",
      associatedOutboundConnections: "without effect",
      rules: {
        block: "rule",
        inside: {
          name: as("name"),
          matchCriteria: {
            block: "match_criterion",
            inside: { matchCondition: as("match_condition"), ...parameters },
          },
          actions: {
            block: "action",
            inside: { type: as("type"), parameters: { block: "parameter", inside: parameters } },
          },
          nextStepIfMatched: as("next_step_if_matched"),
        },
      },
    },
  },
  virtualwans: {
    type: "azurerm_virtual_wan",
    parent: undefined,
    untold: ["type"],
    properties: {
      type: as("type"),
      disableVpnEncryption: as("disable_vpn_encryption"),
      allowBranchToBranchTraffic: as("allow_branch_to_branch_traffic"),
      allowVnetToVnetTraffic: "without effect",
      office365LocalBreakoutCategory: "without effect",
    },
  },
  virtualhubs: {
    type: "azurerm_virtual_hub",
    parent: undefined,
    properties: {
      virtualWan: { idOf: "virtual_wan_id" },
      addressPrefix: as("address_prefix"),
      sku: as("sku"),
      hubRoutingPreference: as("hub_routing_preference"),
      allowBranchToBranchTraffic: as("branch_to_branch_traffic_enabled"),
      virtualRouterAutoScaleConfiguration: {
        open: { minCapacity: as("virtual_router_auto_scale_min_capacity") },
      },
      routeTable: {
        open: {
          routes: {
            block: "route",
            inside: { addressPrefixes: as("address_prefixes"), nextHopIpAddress: as("next_hop_ip_address") },
          },
        },
      },
    },
    beside: { kind: "without effect" },
  },
  expressroutegateways: {
    type: "azurerm_express_route_gateway",
    parent: undefined,
    properties: {
      virtualHub: { idOf: "virtual_hub_id" },
      allowNonVirtualWanTraffic: as("allow_non_virtual_wan_traffic"),
      autoScaleConfiguration: { open: { bounds: { open: { min: as("scale_units"), max: "without effect" } } } },
    },
  },
  vpnsites: {
    type: "azurerm_vpn_site",
    parent: undefined,
    properties: {
      virtualWan: { idOf: "virtual_wan_id" },
      addressSpace: { open: { addressPrefixes: as("address_cidrs") } },
      deviceProperties: "without effect",
      isSecuritySite: "without effect",
      o365Policy: "without effect",
      vpnSiteLinks: {
        block: "link",
        inside: {
          name: as("name"),
          properties: {
            open: {
              ipAddress: as("ip_address"),
              fqdn: as("fqdn"),
              linkProperties: {
                open: { linkProviderName: as("provider_name"), linkSpeedInMbps: as("speed_in_mbps") },
              },
              bgpProperties: {
                block: "bgp",
                inside: { asn: as("asn"), bgpPeeringAddress: as("peering_address") },
              },
            },
          },
        },
      },
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
      bgpSettings: { block: "bgp_settings", inside: { asn: as("asn"), peerWeight: as("peer_weight") } },
    },
  },
  "vpngateways/vpnconnections": {
    type: "azurerm_vpn_gateway_connection",
    parent: "vpn_gateway_id",
    properties: {
      remoteVpnSite: { idOf: "remote_vpn_site_id" },
      enableInternetSecurity: "without effect",
      routingConfiguration: routing("associated_route_table"),
      vpnLinkConnections: {
        block: "vpn_link",
        inside: {
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
              ipsecPolicies: { block: "ipsec_policy", inside: ipsecPolicy },
            },
          },
        },
      },
    },
  },
};
