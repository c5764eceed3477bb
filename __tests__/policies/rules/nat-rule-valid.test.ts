import { natRuleValid } from "../../../policies/rules/nat-rule-valid";
import { type Changes, said } from "./judging";

const RULE = "azurerm_vpn_gateway_nat_rule.out";
const NAME = "NAT rule out";
const LINK = "azurerm_vpn_gateway_connection.bergen.vpn_link[0]";
const STATIC = {
  name: "out",
  vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
  external_mapping: [{ address_space: "192.0.2.0/26" }],
  internal_mapping: [{ address_space: "10.110.0.0/26" }],
};

function messages(changes: Changes): unknown[] {
  return said(natRuleValid, { [RULE]: STATIC, ...changes }).map(({ outcome, address, path, message }) => [
    outcome,
    address,
    path,
    message,
  ]);
}

describe("nat-rule-valid", () => {
  test("takes a static rule of equal sizes, and a dynamic one with its IP configuration", () => {
    expect(messages({})).toEqual([]);
    const dynamic = { [`${RULE}.type`]: "Dynamic", [`${RULE}.ip_configuration_id`]: "Instance0" };
    expect(messages({ ...dynamic, [`${RULE}.external_mapping[0].address_space`]: "192.0.2.1/32" })).toEqual([]);
  });

  test("refuses a static rule whose mappings differ in size", () => {
    expect(
      said(natRuleValid, { [RULE]: STATIC, [`${RULE}.external_mapping[0].address_space`]: "192.0.2.0/27" }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: RULE,
        path: "external_mapping[0]",
        message: "NAT rule out is static, but maps an internal /26 to an external /27",
        remedy: "Give both mappings prefixes of one length, or make the rule dynamic.",
        evidence: { external: 27, internal: 26 },
      },
    ]);
    expect(messages({ [`${RULE}.internal_mapping[1].address_space`]: "10.110.1.0/26" })).toEqual([
      ["violation", RULE, "external_mapping", "NAT rule out is static, but has 1 external and 2 internal mappings"],
    ]);
  });

  test("refuses a rule without mappings", () => {
    expect(messages({ [`${RULE}.external_mapping`]: undefined })).toEqual([
      ["violation", RULE, "external_mapping", "NAT rule out has no external_mapping"],
    ]);
  });

  test("refuses a dynamic rule without an IP configuration", () => {
    expect(messages({ [`${RULE}.type`]: "Dynamic" })).toEqual([
      ["violation", RULE, "ip_configuration_id", "NAT rule out is dynamic, but names no IP configuration"],
    ]);
  });

  test.each(["abc", "0", "65536", "200-100", "1-2-3", "80,443"])("refuses port range %s", (text) => {
    expect(messages({ [`${RULE}.internal_mapping[0].port_range`]: text })).toEqual([
      ["violation", RULE, "internal_mapping[0].port_range", `port range "${text}" of ${NAME} is none`],
    ]);
  });

  test.each(["1", "65535", "100-200"])("takes port range %s", (text) => {
    expect(messages({ [`${RULE}.internal_mapping[0].port_range`]: text })).toEqual([]);
  });

  test("refuses an address space that is no prefix", () => {
    expect(messages({ [`${RULE}.internal_mapping[0].address_space`]: "10.110.0.1/26" })).toHaveLength(1);
  });

  test("refuses NAT beside policy-based selectors, and takes either alone", () => {
    const nat = { [`${LINK}.egress_nat_rule_ids`]: [`\${${RULE}.id}`] };
    const selectors = { [`${LINK}.policy_based_traffic_selector_enabled`]: true };
    expect(messages(nat)).toEqual([]);
    expect(messages(selectors)).toEqual([]);
    expect(messages({ ...nat, ...selectors })).toEqual([
      [
        "violation",
        "azurerm_vpn_gateway_connection.bergen",
        "vpn_link[0].policy_based_traffic_selector_enabled",
        "site bergen, link a has NAT rules and policy-based selectors",
      ],
    ]);
  });

  test("can't tell of a port range that is unknown", () => {
    expect(messages({ [`${RULE}.internal_mapping[0].port_range`]: "${var.ports}" })).toContainEqual([
      "undecided",
      RULE,
      "internal_mapping[0].port_range",
      `a port range of ${NAME} is unknown`,
    ]);
  });

  test("can't tell of unknown types, mappings, instances and selectors", () => {
    expect(messages({ [`${RULE}.type`]: "${var.type}" }).map((one) => JSON.stringify(one))).toEqual([
      expect.stringContaining("whether NAT rule out is static or dynamic can't be told"),
    ]);
    expect(messages({ [`${RULE}.internal_mapping`]: "${var.mappings}" })).toEqual([
      ["undecided", RULE, "internal_mapping", `which internal_mapping ${NAME} has can't be told`],
    ]);
    expect(messages({ [`${RULE}.internal_mapping[0].address_space`]: "${var.space}" })).toEqual([
      ["undecided", RULE, "internal_mapping[0].address_space", `an address space of ${NAME} is unknown`],
    ]);
    const nat = { [`${LINK}.egress_nat_rule_ids`]: [`\${${RULE}.id}`] };
    const selectors = { [`${LINK}.policy_based_traffic_selector_enabled`]: "${var.selectors}" };
    expect(messages({ ...nat, ...selectors })).toEqual([
      [
        "undecided",
        "azurerm_vpn_gateway_connection.bergen",
        "vpn_link[0]",
        "whether site bergen, link a has NAT rules beside policy-based selectors can't be told",
      ],
    ]);
  });
});
