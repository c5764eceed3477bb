import { securedHubLetsTunnelsPass } from "../../../policies/rules/secured-hub-lets-tunnels-pass";
import { type Changes, said } from "./judging";
import { idOf, SECOND_HUB } from "./sound";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const INTENT = "azurerm_virtual_hub_routing_intent.sdc";
const FIREWALL = "azurerm_firewall.sdc";
const POLICY = "azurerm_firewall_policy.hubs";
const GROUP = "azurerm_firewall_policy_rule_collection_group.tunnels";
const RULE = `${GROUP}.network_rule_collection[0].rule[0]`;

/** Private traffic goes through a firewall whose one rule lets the tunnels of the sound network through. */
const SECURED: Changes = {
  [INTENT]: {
    name: "all",
    virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
    routing_policy: [
      { name: "private", destinations: ["PrivateTraffic"], next_hop: "${azurerm_firewall.sdc.id}" },
      { name: "internet", destinations: ["Internet"], next_hop: "${azurerm_firewall.sdc.id}" },
    ],
  },
  [FIREWALL]: {
    name: "afw-sdc",
    sku_name: "AZFW_Hub",
    sku_tier: "Premium",
    firewall_policy_id: "${azurerm_firewall_policy.hubs.id}",
    virtual_hub: { virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" },
  },
  [POLICY]: { name: "afwp-hubs" },
  [GROUP]: {
    name: "tunnels",
    firewall_policy_id: "${azurerm_firewall_policy.hubs.id}",
    priority: 200,
    network_rule_collection: [collection("tunnels", "Allow", 100, {})],
  },
};

function collection(name: string, action: string, priority: number, rule: object): object {
  const all = {
    name: "bergen",
    protocols: ["Any"],
    source_addresses: ["10.100.0.0/23"],
    destination_addresses: ["10.31.0.4"],
    destination_ports: ["*"],
  };
  return { name, action, priority, rule: [{ ...all, ...rule }] };
}

function found(changes: Changes): unknown[] {
  return said(securedHubLetsTunnelsPass, { ...SECURED, ...changes });
}

function messages(changes: Changes): unknown[] {
  return said(securedHubLetsTunnelsPass, { ...SECURED, ...changes }).map(({ outcome, message, decidedBy }) =>
    outcome === "violation" ? message : [message, decidedBy],
  );
}

function behind(group: string, priority: number, ...collections: readonly object[]): Changes {
  const policy = "${azurerm_firewall_policy.hubs.id}";
  const address = `azurerm_firewall_policy_rule_collection_group.${group}`;
  return { [address]: { name: group, firewall_policy_id: policy, priority, network_rule_collection: collections } };
}

const THROUGH = "the tunnel of site bergen, link a goes through firewall afw-sdc (azurerm_firewall.sdc), and";
const NO_RULE = `${THROUGH} no network rule of firewall policy afwp-hubs (azurerm_firewall_policy.hubs) allows any protocol and port from 10.100.0.0/23 to 10.31.0.4`;
const OPEN =
  "whether firewall afw-sdc (azurerm_firewall.sdc) lets the tunnels of hub hub-sdc (azurerm_virtual_hub.sdc) through can't be told";

describe("secured-hub-lets-tunnels-pass", () => {
  test("takes a hub without routing intent, and one whose firewall lets the gateway's addresses through to the device", () => {
    expect(said(securedHubLetsTunnelsPass, {})).toEqual([]);
    expect(found({})).toEqual([]);
  });

  test("warns where only UDP 500 and 4500 get through, for ESP is neither UDP nor TCP", () => {
    const ike = { [`${RULE}.protocols`]: ["UDP"], [`${RULE}.destination_ports`]: ["500", "4500"] };
    expect(found(ike)).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: CONNECTION,
        path: "vpn_link[0].local_azure_ip_address_enabled",
        message: NO_RULE,
        remedy:
          "Allow any protocol and any port from 10.100.0.0/23, the prefix of hub hub-sdc (azurerm_virtual_hub.sdc), to 10.31.0.4 in a network rule of firewall policy afwp-hubs.",
        evidence: { firewall: FIREWALL, from: "10.100.0.0/23", device: "10.31.0.4" },
      },
    ]);
  });

  test.each([
    ["another device", { [`${RULE}.destination_addresses`]: ["10.31.0.5"] }],
    ["another hub's prefix", { [`${RULE}.source_addresses`]: ["10.102.0.0/23"] }],
    ["one port", { [`${RULE}.destination_ports`]: ["500"] }],
  ])("warns where the one rule is for %s", (_, change) => {
    expect(messages(change)).toEqual([NO_RULE]);
  });

  test("says nothing of a policy for the internet alone, nor of tunnels on the internet", () => {
    const stopped = { [`${RULE}.protocols`]: ["UDP"] };
    expect(found({ ...stopped, [`${INTENT}.routing_policy[0].destinations`]: ["Internet"] })).toEqual([]);
    const internet = { [`${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`]: false };
    expect(found({ ...stopped, ...internet })).toEqual([]);
  });

  test("takes ranges, stars and IP groups that hold the prefix and the device together", () => {
    const groups = {
      [`${RULE}.source_addresses`]: ["10.100.0.0-10.100.0.255"],
      [`${RULE}.source_ip_groups`]: ["${azurerm_ip_group.hubs.id}"],
      "azurerm_ip_group.hubs": { name: "hubs", cidrs: [] },
      "azurerm_ip_group_cidr.upper": { ip_group_id: "${azurerm_ip_group.hubs.id}", cidr: "10.100.1.0/24" },
    };
    expect(found(groups)).toEqual([]);
    expect(found({ [`${RULE}.source_addresses`]: ["*"], [`${RULE}.destination_addresses`]: ["10.0.0.0/8"] })).toEqual(
      [],
    );
  });

  test("takes no part of another IP group for one of its own, and asks about one that may be", () => {
    const part = (group: string) => ({
      [`${RULE}.source_addresses`]: [],
      [`${RULE}.source_ip_groups`]: ["${azurerm_ip_group.hubs.id}"],
      "azurerm_ip_group.hubs": { name: "hubs", cidrs: [] },
      "azurerm_ip_group.others": { name: "others", cidrs: [] },
      "azurerm_ip_group_cidr.all": { ip_group_id: group, cidr: "10.100.0.0/23" },
    });
    expect(messages(part("${azurerm_ip_group.others.id}"))).toEqual([NO_RULE]);
    expect(messages(part("${var.group}"))).toEqual([[OPEN, ["var.group"]]]);
  });

  test("names the rule that denies first, whether by priority or in the policy below", () => {
    const denied = `${THROUGH} rule bergen of rule collection group deny (azurerm_firewall_policy_rule_collection_group.deny) denies what comes from 10.100.0.0/23 to 10.31.0.4`;
    const deny = collection("deny", "Deny", 100, { protocols: ["UDP"], destination_ports: ["4000-5000"] });
    expect(messages(behind("deny", 100, deny))).toEqual([denied]);
    expect(messages(behind("deny", 300, deny))).toEqual([]);
    const base = {
      [`${POLICY}.base_policy_id`]: "${azurerm_firewall_policy.base.id}",
      "azurerm_firewall_policy.base": { name: "base" },
      ...behind("deny", 900, deny),
      "azurerm_firewall_policy_rule_collection_group.deny.firewall_policy_id": "${azurerm_firewall_policy.base.id}",
    };
    expect(messages(base)).toEqual([denied]);
  });

  test("passes over a rule that denies other traffic", () => {
    const web = collection("web", "Deny", 100, { protocols: ["TCP"] });
    const dns = collection("dns", "Deny", 101, { protocols: ["UDP"], destination_ports: ["53"] });
    expect(found(behind("deny", 100, web, dns))).toEqual([]);
    const beside = collection("beside", "Deny", 100, { destination_ports: ["1-499", "501-4499", "4501-65535"] });
    expect(found(behind("deny", 100, beside))).toEqual([]);
  });

  test.each(["500", "400-500", "4500-4600", "*"])("names a rule that denies port %s, for IKE needs it", (port) => {
    const deny = collection("deny", "Deny", 100, { protocols: ["UDP"], destination_ports: [port] });
    expect(messages(behind("deny", 100, deny))).toEqual([
      `${THROUGH} rule bergen of rule collection group deny (azurerm_firewall_policy_rule_collection_group.deny) denies what comes from 10.100.0.0/23 to 10.31.0.4`,
    ]);
  });

  test("is a note where one rule denies some of the hub's addresses and another lets the rest through", () => {
    const deny = collection("deny", "Deny", 100, { source_addresses: ["10.100.1.0/24"] });
    expect(messages(behind("deny", 100, deny))).toEqual([[OPEN, ["azurerm_vpn_gateway.sdc"]]]);
  });

  test("is a note where the order of a rule that denies can't be told", () => {
    const deny = collection("deny", "Deny", 100, {});
    const group = "azurerm_firewall_policy_rule_collection_group.deny";
    expect(messages({ ...behind("deny", 300, deny), [`${group}.priority`]: "${var.priority}" })).toEqual([
      [OPEN, ["var.priority"]],
    ]);
  });

  test("is a note where a rule stops a tunnel that may not be one on the private path", () => {
    const open = { [`${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`]: "${var.private}" };
    expect(messages({ ...open, [`${RULE}.protocols`]: ["UDP"] })).toEqual([[OPEN, ["var.private"]]]);
  });

  test("asks nothing about rules behind the one that lets all of it through", () => {
    const later = collection("later", "Deny", 300, { source_addresses: [], source_ip_groups: ["${var.groups}"] });
    expect(found(behind("later", 300, later))).toEqual([]);
  });

  test("is a note where a policy, or the rules of one, are in no input", () => {
    const note = (decidedBy: string) => [
      {
        outcome: "undecided",
        level: "note",
        address: INTENT,
        path: "routing_policy[0].next_hop",
        message: OPEN,
        evidence: { devices: ["10.31.0.4"] },
        decidedBy: [decidedBy],
      },
    ];
    const elsewhere = idOf("firewallPolicies", "afwp-central");
    expect(found({ [`${FIREWALL}.firewall_policy_id`]: elsewhere })).toEqual(note(elsewhere));
    expect(found({ [`${FIREWALL}.firewall_policy_id`]: undefined })).toEqual(note(`${FIREWALL}.firewall_policy_id`));
    expect(found({ [GROUP]: undefined })).toEqual(note(POLICY));
    expect(found({ [`${POLICY}.base_policy_id`]: elsewhere })).toEqual(note(elsewhere));
    expect(found({ [`${RULE}.source_addresses`]: ["VirtualNetwork"] })).toEqual(
      note(`${GROUP}.network_rule_collection[0].rule[0].source_addresses[0]`),
    );
    expect(found({ [`${RULE}.source_ip_groups`]: ["${var.groups}"], [`${RULE}.source_addresses`]: [] })).toEqual(
      note("var.groups"),
    );
    const group = idOf("ipGroups", "hubs");
    expect(found({ [`${RULE}.source_ip_groups`]: [group], [`${RULE}.source_addresses`]: [] })).toEqual(note(group));
    expect(found({ [`${RULE}.source_addresses`]: ["${var.hub}"] })).toEqual(note("var.hub"));
    expect(found({ [`${RULE}.destination_addresses`]: "${var.devices}" })).toEqual(note("var.devices"));
    const byName = { [`${RULE}.destination_addresses`]: undefined, [`${RULE}.destination_fqdns`]: ["vpn.example.com"] };
    expect(found(byName)).toEqual(note(`${GROUP}.network_rule_collection[0].rule[0].destination_fqdns`));
    expect(found({ [`${POLICY}.base_policy_id`]: "${var.base}" })).toEqual(note("var.base"));
    expect(found({ [`${GROUP}.firewall_policy_id`]: "${var.policy}" })).toEqual(note("var.policy"));
    expect(found({ [`${RULE}.destination_ports`]: ["${var.port}"] })).toEqual(note("var.port"));
    expect(found({ [`${GROUP}.network_rule_collection`]: "${var.collections}" })).toEqual(note("var.collections"));
    expect(found({ [`${GROUP}.network_rule_collection[0].rule`]: "${var.rules}" })).toEqual(note("var.rules"));
  });

  test("is a note where the rule lets some of the hub's addresses through, for Azure picks the gateway's", () => {
    expect(messages({ [`${RULE}.source_addresses`]: ["10.100.0.0/26"] })).toEqual([
      [OPEN, ["azurerm_vpn_gateway.sdc"]],
    ]);
  });

  test("is a note where an unknown rule comes first, and judges all the same where it comes last", () => {
    const unknown = collection("more", "${var.action}", 100, {});
    expect(messages(behind("more", 100, unknown))).toEqual([[OPEN, ["var.action"]]]);
    expect(messages(behind("more", 300, unknown))).toEqual([]);
    expect(messages({ [`${GROUP}.priority`]: "${var.priority}" })).toEqual([]);
  });

  test("is a note where an appliance inspects, or where the policy itself can't be told", () => {
    const nva = idOf("networkVirtualAppliances", "nva");
    const hop = { [`${INTENT}.routing_policy[0].next_hop`]: nva };
    expect(messages(hop)).toEqual([[expect.stringContaining("lets the tunnels of hub hub-sdc"), [nva]]]);
    const policies = { [`${INTENT}.routing_policy`]: "${var.policies}" };
    expect(messages(policies)).toEqual([
      [
        expect.stringContaining("can't be told"),
        ["azurerm_virtual_hub_routing_intent.sdc.routing_policy", "var.policies"],
      ],
    ]);
  });

  test("looks at the firewall of the hub where the circuits are, too", () => {
    const atOther = {
      ...SECOND_HUB,
      "azurerm_express_route_gateway.sdc.virtual_hub_id": "${azurerm_virtual_hub.osl.id}",
      [`${INTENT}.virtual_hub_id`]: "${azurerm_virtual_hub.osl.id}",
    };
    expect(found(atOther)).toEqual([]);
    expect(messages({ ...atOther, [`${RULE}.protocols`]: ["UDP"] })).toEqual([NO_RULE]);
  });

  test("says before which rule to allow it, and which that is", () => {
    const deny = collection("deny", "Deny", 100, {});
    const group = "azurerm_firewall_policy_rule_collection_group.deny";
    expect(said(securedHubLetsTunnelsPass, { ...SECURED, ...behind("deny", 100, deny) })).toMatchObject([
      {
        remedy:
          "Allow any protocol and any port from 10.100.0.0/23, the prefix of hub hub-sdc (azurerm_virtual_hub.sdc), to 10.31.0.4 in a network rule of firewall policy afwp-hubs (azurerm_firewall_policy.hubs), before the rule that denies it.",
        evidence: {
          firewall: FIREWALL,
          from: "10.100.0.0/23",
          device: "10.31.0.4",
          rule: `${group}.network_rule_collection[0].rule[0]`,
        },
      },
    ]);
  });
});
