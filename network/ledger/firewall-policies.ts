import { BY_AZURE, LABEL, PLACE, type TypeLedger, WATCHING } from "./attributes";

const TUNNELS = "rule secured-hub-lets-tunnels-pass";
const OTHER_TRAFFIC = "it looks into other traffic than tunnels between private addresses";

/** What a firewall of a hub lets through. */
export const FIREWALL_POLICIES: Readonly<Record<string, TypeLedger>> = {
  azurerm_firewall_policy: {
    resource: {
      read: { base_policy_id: TUNNELS, id: "who it is" },
      withoutEffect: [
        [LABEL, "name", "tags"],
        [PLACE, "location", "resource_group_name", "sku"],
        [BY_AZURE, "child_policies", "firewalls", "rule_collection_groups"],
        [WATCHING, "insights"],
        ["who may read its certificates", "identity"],
        [
          "which sources it translates on the way to the internet",
          "auto_learn_private_ranges_enabled",
          "private_ip_ranges",
        ],
        [
          OTHER_TRAFFIC,
          "dns",
          "explicit_proxy",
          "intrusion_detection",
          "sql_redirect_allowed",
          "threat_intelligence_allowlist",
          "threat_intelligence_mode",
          "tls_certificate",
        ],
      ],
    },
    data: {
      read: { base_policy_id: TUNNELS, id: "who it is" },
      withoutEffect: [
        [LABEL, "name", "tags"],
        [PLACE, "location", "resource_group_name"],
        [BY_AZURE, "child_policies", "firewalls", "rule_collection_groups"],
        [OTHER_TRAFFIC, "dns", "threat_intelligence_allowlist", "threat_intelligence_mode"],
      ],
    },
  },
  azurerm_firewall_policy_rule_collection_group: {
    resource: {
      read: {
        firewall_policy_id: TUNNELS,
        "network_rule_collection.action": TUNNELS,
        "network_rule_collection.priority": TUNNELS,
        "network_rule_collection.rule.destination_addresses": TUNNELS,
        "network_rule_collection.rule.destination_fqdns": TUNNELS,
        "network_rule_collection.rule.destination_ip_groups": TUNNELS,
        "network_rule_collection.rule.destination_ports": TUNNELS,
        "network_rule_collection.rule.protocols": TUNNELS,
        "network_rule_collection.rule.source_addresses": TUNNELS,
        "network_rule_collection.rule.source_ip_groups": TUNNELS,
        priority: TUNNELS,
      },
      withoutEffect: [
        [
          LABEL,
          "id",
          "name",
          "network_rule_collection.name",
          "network_rule_collection.rule.description",
          "network_rule_collection.rule.name",
        ],
        [OTHER_TRAFFIC, "application_rule_collection", "nat_rule_collection"],
      ],
    },
  },
  azurerm_ip_group: {
    resource: {
      read: { cidrs: TUNNELS, id: "who it is" },
      withoutEffect: [
        [LABEL, "name", "tags"],
        [PLACE, "location", "resource_group_name"],
        [BY_AZURE, "firewall_ids", "firewall_policy_ids"],
      ],
    },
    data: {
      read: { cidrs: TUNNELS, id: "who it is" },
      withoutEffect: [
        [LABEL, "name", "tags"],
        [PLACE, "location", "resource_group_name"],
      ],
    },
  },
  azurerm_ip_group_cidr: {
    resource: { read: { cidr: TUNNELS, ip_group_id: TUNNELS }, withoutEffect: [[LABEL, "id"]] },
  },
};
