import { type AcceptedValues, demandedByAzure, oneOf, optional, whole } from "./accepted";

export const VPN_GATEWAY: AcceptedValues = {
  "bgp_settings.peer_weight": demandedByAzure(whole(0, 100)),
  routing_preference: oneOf("Microsoft Network", "Internet"),
  scale_unit: whole(0),
};

export const VPN_GATEWAY_CONNECTION: AcceptedValues = {
  "vpn_link.bandwidth_mbps": whole(1),
  "vpn_link.connection_mode": oneOf("Default", "InitiatorOnly", "ResponderOnly"),
  "vpn_link.dpd_timeout_seconds": optional(whole(9, 3600)),
  "vpn_link.protocol": oneOf("IKEv1", "IKEv2"),
  "vpn_link.route_weight": whole(0),
  "vpn_link.ipsec_policy.dh_group": oneOf(
    "DHGroup1",
    "DHGroup14",
    "DHGroup2",
    "DHGroup24",
    "DHGroup2048",
    "ECP384",
    "ECP256",
    "None",
  ),
  "vpn_link.ipsec_policy.encryption_algorithm": oneOf(
    "AES192",
    "AES128",
    "AES256",
    "DES",
    "DES3",
    "GCMAES192",
    "GCMAES128",
    "GCMAES256",
    "None",
  ),
  "vpn_link.ipsec_policy.ike_encryption_algorithm": oneOf(
    "AES192",
    "AES128",
    "AES256",
    "DES",
    "DES3",
    "GCMAES128",
    "GCMAES256",
  ),
  "vpn_link.ipsec_policy.ike_integrity_algorithm": oneOf("GCMAES128", "GCMAES256", "MD5", "SHA1", "SHA384", "SHA256"),
  "vpn_link.ipsec_policy.integrity_algorithm": oneOf("GCMAES192", "GCMAES128", "GCMAES256", "MD5", "SHA1", "SHA256"),
  "vpn_link.ipsec_policy.pfs_group": oneOf(
    "ECP384",
    "ECP256",
    "None",
    "PFSMM",
    "PFS1",
    "PFS14",
    "PFS2",
    "PFS24",
    "PFS2048",
  ),
  // The provider takes 0 to 1023 too.
  "vpn_link.ipsec_policy.sa_data_size_kb": demandedByAzure(whole(1024, 2147483647)),
  "vpn_link.ipsec_policy.sa_lifetime_sec": whole(300, 172799),
};

export const VPN_GATEWAY_NAT_RULE: AcceptedValues = {
  ip_configuration_id: optional(oneOf("Instance0", "Instance1")),
  mode: oneOf("EgressSnat", "IngressSnat"),
  type: oneOf("Static", "Dynamic"),
};

export const VPN_SITE: AcceptedValues = {
  "link.speed_in_mbps": whole(0),
};
