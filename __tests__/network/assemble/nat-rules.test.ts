import { changed } from "../../policies/rules/judging";
import { SOUND } from "../../policies/rules/sound";
import { networkOf } from "../../support/network";
import { noted } from "../../support/noted";

const LINK = "azurerm_vpn_gateway_connection.bergen.vpn_link[0]";
const ID = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/vpngw-sdc/natRules/elsewhere";

const RULES = {
  "azurerm_vpn_gateway_nat_rule.in": {
    name: "in",
    vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
    mode: "IngressSnat",
    internal_mapping: [{ address_space: "10.31.16.0/20" }],
    external_mapping: [{ address_space: "100.64.0.0/20" }],
  },
  "azurerm_vpn_gateway_nat_rule.out": {
    name: "out",
    vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
    type: "Dynamic",
    internal_mapping: [{ address_space: "10.110.0.0/24" }, { address_space: "${var.more}" }],
    external_mapping: [{ address_space: "100.65.0.0/28" }],
  },
};

function linkWith(changes: object) {
  const network = networkOf(changed(SOUND, { ...RULES, ...changes }));
  const [link] = network.vpnConnections.flatMap(({ links }) => links.items);
  return { network, named: noted({ in: link?.ingressNatRules, out: link?.egressNatRules }) };
}

describe("NAT rules of a VPN gateway", () => {
  test("are read with their mappings, and what the provider fills in", () => {
    const { network } = linkWith({ "azurerm_vpn_gateway.sdc.bgp_route_translation_for_nat_enabled": true });
    expect(network.natRules.map(noted)).toEqual([
      {
        resource: "azurerm_vpn_gateway_nat_rule.in",
        name: "in",
        gateway: "-> azurerm_vpn_gateway.sdc",
        mode: "IngressSnat",
        type: { default: "Static" },
        internal: ["10.31.16.0/20"],
        external: ["100.64.0.0/20"],
      },
      {
        resource: "azurerm_vpn_gateway_nat_rule.out",
        name: "out",
        gateway: "-> azurerm_vpn_gateway.sdc",
        mode: { default: "EgressSnat" },
        type: "Dynamic",
        internal: ["10.110.0.0/24", { unknown: ["var.more"] }],
        external: ["100.65.0.0/28"],
      },
    ]);
    expect(network.vpnGateways.map(({ bgpRouteTranslation }) => bgpRouteTranslation)).toMatchObject([
      { state: "known", value: true },
    ]);
  });

  test("are those that a link names, by reference or by id", () => {
    const { named } = linkWith({
      [`${LINK}.ingress_nat_rule_ids`]: ["${azurerm_vpn_gateway_nat_rule.in.id}", ID],
      [`${LINK}.egress_nat_rule_ids`]: ["${azurerm_vpn_gateway_nat_rule.out.id}"],
    });
    expect(named).toMatchObject({
      in: ["-> azurerm_vpn_gateway_nat_rule.in", `-> ${ID}`],
      out: ["-> azurerm_vpn_gateway_nat_rule.out"],
    });
  });

  test("are unknown at a link whose rules can't be told, one or all", () => {
    const { named } = linkWith({
      [`${LINK}.ingress_nat_rule_ids`]: ["${local.rules[each.value]}"],
      [`${LINK}.egress_nat_rule_ids`]: "${var.rules}",
    });
    expect(named).toMatchObject({
      in: [{ unknown: ["each.value", "local.rules"] }],
      out: { items: [], unknown: ["var.rules"] },
    });
  });
});
