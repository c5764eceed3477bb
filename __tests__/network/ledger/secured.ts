import type { Changes } from "../../policies/rules/judging";

export const FIREWALL = "azurerm_firewall.sdc";
export const POLICY = "azurerm_firewall_policy.hubs";
export const GROUP = "azurerm_firewall_policy_rule_collection_group.tunnels";
const HUB = "${azurerm_virtual_hub.sdc.id}";

/** Private traffic goes through a firewall whose one rule lets the tunnel through. */
export const SECURED: Changes = {
  "azurerm_virtual_hub_routing_intent.sdc": {
    name: "all",
    virtual_hub_id: HUB,
    routing_policy: [{ name: "private", destinations: ["PrivateTraffic"], next_hop: "${azurerm_firewall.sdc.id}" }],
  },
  [FIREWALL]: {
    name: "afw-sdc",
    sku_name: "AZFW_Hub",
    sku_tier: "Premium",
    firewall_policy_id: "${azurerm_firewall_policy.hubs.id}",
    virtual_hub: { virtual_hub_id: HUB },
  },
  [POLICY]: { name: "afwp-hubs" },
  [GROUP]: {
    name: "tunnels",
    firewall_policy_id: "${azurerm_firewall_policy.hubs.id}",
    priority: 200,
    network_rule_collection: [
      {
        name: "tunnels",
        action: "Allow",
        priority: 100,
        rule: [
          {
            name: "bergen",
            protocols: ["Any"],
            source_addresses: ["10.100.0.0/23"],
            destination_addresses: ["10.31.0.4"],
            destination_ports: ["*"],
          },
        ],
      },
    ],
  },
};
const RULE = `${GROUP}.network_rule_collection[0].rule[0]`;
const DENYING = {
  name: "none",
  action: "Deny",
  priority: 150,
  rule: [
    {
      name: "all",
      protocols: ["Any"],
      source_addresses: ["*"],
      destination_addresses: ["*"],
      destination_ports: ["*"],
    },
  ],
};
/** Two policies and collections that say opposite things, so that their order and their parent count. */
export const OPPOSED: Changes = {
  ...SECURED,
  [`${GROUP}.network_rule_collection[1]`]: DENYING,
  "azurerm_firewall_policy.base": { name: "base" },
  "azurerm_firewall_policy_rule_collection_group.base": {
    name: "base",
    firewall_policy_id: "${azurerm_firewall_policy.base.id}",
    priority: 100,
    network_rule_collection: [DENYING],
  },
  "azurerm_firewall_policy_rule_collection_group.before": {
    name: "before",
    firewall_policy_id: "${azurerm_firewall_policy.hubs.id}",
    priority: 300,
    network_rule_collection: [DENYING],
  },
};
export const IP_GROUP: Changes = {
  ...SECURED,
  "azurerm_ip_group.hubs": { name: "hubs", cidrs: ["10.100.0.0/23"] },
  [`${RULE}.source_addresses`]: undefined,
  [`${RULE}.source_ip_groups`]: ["${azurerm_ip_group.hubs.id}"],
};
export const CIDR: Changes = {
  ...IP_GROUP,
  "azurerm_ip_group.hubs": { name: "hubs" },
  "azurerm_ip_group.others": { name: "others" },
  "azurerm_ip_group_cidr.hubs": { ip_group_id: "${azurerm_ip_group.hubs.id}", cidr: "10.100.0.0/23" },
};

/** What names a destination or source in another way stands in place of the addresses. */
export function inRule(name: string): Changes {
  switch (name) {
    case "destination_fqdns":
    case "destination_ip_groups":
      return { ...SECURED, [`${RULE}.destination_addresses`]: undefined };
    case "source_ip_groups":
      return { ...SECURED, [`${RULE}.source_addresses`]: undefined };
    default:
      return SECURED;
  }
}
