import { BY_AZURE, LABEL, PLACE, RATE, type TypeLedger } from "./attributes";

const INSTANCES = ["instance_0_bgp_peering_address", "instance_1_bgp_peering_address"] as const;
const OWN_ADDRESSES = INSTANCES.flatMap((instance) =>
  ["default_ips", "ip_configuration_id", "tunnel_ips"].map((name) => `bgp_settings.${instance}.${name}`),
);

export const VPN: Readonly<Record<string, TypeLedger>> = {
  azurerm_vpn_gateway: {
    resource: {
      read: {
        "bgp_settings.asn": "VpnGateway.asn",
        "bgp_settings.instance_0_bgp_peering_address.custom_ips": "rule gateway-custom-address",
        "bgp_settings.instance_1_bgp_peering_address.custom_ips": "rule gateway-custom-address",
        "bgp_settings.peer_weight": "rule value-accepted",
        bgp_route_translation_for_nat_enabled: "VpnGateway.bgpRouteTranslation",
        id: "who it is",
        ip_configuration: "VpnGateway.privateAddresses",
        name: "VpnGateway.name",
        routing_preference: "rule value-accepted",
        scale_unit: "VpnGateway.scaleUnit",
        virtual_hub_id: "VpnGateway.hub",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location", "resource_group_name"],
        [BY_AZURE, "bgp_settings.bgp_peering_address", ...OWN_ADDRESSES],
      ],
    },
    data: {
      read: {
        "bgp_settings.asn": "VpnGateway.asn",
        "bgp_settings.instance_0_bgp_peering_address.custom_ips": "rule gateway-custom-address",
        "bgp_settings.instance_1_bgp_peering_address.custom_ips": "rule gateway-custom-address",
        id: "who it is",
        ip_configuration: "VpnGateway.privateAddresses",
        name: "VpnGateway.name",
        scale_unit: "VpnGateway.scaleUnit",
        virtual_hub_id: "VpnGateway.hub",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location", "resource_group_name"],
        [BY_AZURE, "bgp_settings.bgp_peering_address", ...OWN_ADDRESSES],
        ["no page tells what it does in Virtual WAN", "bgp_settings.peer_weight"],
      ],
    },
  },
  azurerm_vpn_gateway_connection: {
    resource: {
      read: {
        id: "who it is",
        name: "VpnConnection.name",
        remote_vpn_site_id: "VpnConnection.site",
        "routing.associated_route_table": "ConnectionRouting.associatedRouteTable",
        "routing.inbound_route_map_id": "ConnectionRouting.inboundRouteMap",
        "routing.outbound_route_map_id": "ConnectionRouting.outboundRouteMap",
        "routing.propagated_route_table.labels": "ConnectionRouting.propagatedLabels",
        "routing.propagated_route_table.route_table_ids": "ConnectionRouting.propagatedRouteTables",
        traffic_selector_policy: "VpnConnection.trafficSelectorPolicies",
        vpn_gateway_id: "VpnConnection.gateway",
        "vpn_link.bandwidth_mbps": "LinkConnection.bandwidthMbps",
        "vpn_link.bgp_enabled": "LinkConnection.bgpEnabled",
        "vpn_link.connection_mode": "LinkConnection.mode",
        "vpn_link.custom_bgp_address.ip_address": "rule gateway-custom-address",
        "vpn_link.custom_bgp_address.ip_configuration_id": "rule gateway-custom-address",
        "vpn_link.dpd_timeout_seconds": "LinkConnection.dpdTimeoutSeconds",
        "vpn_link.egress_nat_rule_ids": "LinkConnection.egressNatRules",
        "vpn_link.ingress_nat_rule_ids": "LinkConnection.ingressNatRules",
        "vpn_link.ipsec_policy.dh_group": "IpsecPolicy.dhGroup",
        "vpn_link.ipsec_policy.encryption_algorithm": "IpsecPolicy.ipsecEncryption",
        "vpn_link.ipsec_policy.ike_encryption_algorithm": "IpsecPolicy.ikeEncryption",
        "vpn_link.ipsec_policy.ike_integrity_algorithm": "IpsecPolicy.ikeIntegrity",
        "vpn_link.ipsec_policy.integrity_algorithm": "IpsecPolicy.ipsecIntegrity",
        "vpn_link.ipsec_policy.pfs_group": "IpsecPolicy.pfsGroup",
        "vpn_link.ipsec_policy.sa_data_size_kb": "IpsecPolicy.saDataSizeKilobytes",
        "vpn_link.ipsec_policy.sa_lifetime_sec": "IpsecPolicy.saLifetimeSeconds",
        "vpn_link.local_azure_ip_address_enabled": "LinkConnection.useAzurePrivateIp",
        "vpn_link.name": "LinkConnection.name",
        "vpn_link.policy_based_traffic_selector_enabled": "LinkConnection.policyBasedTrafficSelectors",
        "vpn_link.protocol": "LinkConnection.protocol",
        "vpn_link.route_weight": "rule value-accepted",
        "vpn_link.shared_key": "LinkConnection.sharedKey",
        "vpn_link.vpn_site_link_id": "LinkConnection.siteLink",
      },
      withoutEffect: [
        ["it announces 0.0.0.0/0 through the tunnel, encrypted", "internet_security_enabled"],
        [RATE, "vpn_link.ratelimit_enabled"],
      ],
    },
  },
  azurerm_vpn_gateway_nat_rule: {
    resource: {
      read: {
        "external_mapping.address_space": "NatRule.external",
        "external_mapping.port_range": "rule nat-rule-valid",
        id: "who it is",
        "internal_mapping.address_space": "NatRule.internal",
        "internal_mapping.port_range": "rule nat-rule-valid",
        ip_configuration_id: "rule nat-rule-valid",
        mode: "NatRule.mode",
        name: "NatRule.name",
        type: "NatRule.type",
      },
      withoutEffect: [
        ["a rule acts where a link names it, and Azure takes those of the link's own gateway alone", "vpn_gateway_id"],
      ],
    },
  },
  azurerm_vpn_site: {
    resource: {
      read: {
        address_cidrs: "VpnSite.addressCidrs",
        id: "who it is",
        "link.bgp.asn": "LinkBgp.asn",
        "link.bgp.peering_address": "LinkBgp.peeringAddress",
        "link.fqdn": "SiteLink.fqdn",
        "link.id": "who it is",
        "link.ip_address": "SiteLink.address",
        "link.name": "SiteLink.name",
        "link.speed_in_mbps": "SiteLink.speedMbps",
        name: "VpnSite.name",
        virtual_wan_id: "VpnSite.wan",
      },
      withoutEffect: [
        [LABEL, "device_model", "device_vendor", "link.provider_name", "tags"],
        [PLACE, "location", "resource_group_name"],
        ["what branches do with Office 365 is theirs", "o365_policy"],
      ],
    },
  },
};
