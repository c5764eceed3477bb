import { TerraformVariable } from "cdktf";
import { NatRule, type NatRuleOptions } from "../../../lib/vpn/nat-rule";
import { VpnGateway } from "../../../lib/vpn/vpn-gateway";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, reference, resourceOf } from "../terraform";

function natRule(options: NatRuleOptions) {
  const stack = emptyStack();
  new VpnGateway(stack, "vpn", { hub: hubIn(stack), name: "vpn" }).addNatRule("nat", options);
  return resourceOf(stack, "azurerm_vpn_gateway_nat_rule");
}

const MAPPINGS = {
  internalMappings: [{ addressSpace: "10.0.1.0/24" }],
  externalMappings: [{ addressSpace: "10.9.1.0/24" }],
};

test("a rule is static and for egress, on both instances", () => {
  expect(natRule({ name: "nat", ...MAPPINGS })).toEqual({
    name: "nat",
    vpn_gateway_id: reference("azurerm_vpn_gateway.vpn.id"),
    type: "Static",
    mode: "EgressSnat",
    internal_mapping: [{ address_space: "10.0.1.0/24" }],
    external_mapping: [{ address_space: "10.9.1.0/24" }],
    depends_on: ["azurerm_vpn_gateway.vpn"],
    timeouts: { create: "60m", update: "60m", delete: "60m" },
  });
});

test("a dynamic rule names its instance, and mappings may have ports", () => {
  const rule = natRule({
    name: "nat",
    type: "Dynamic",
    instance: "Instance1",
    mode: "IngressSnat",
    internalMappings: [{ addressSpace: "10.0.1.0/24", portRange: "100-200" }],
    externalMappings: [{ addressSpace: "10.9.1.0/30", portRange: "443" }],
  });
  expect(rule).toMatchObject({
    type: "Dynamic",
    ip_configuration_id: "Instance1",
    mode: "IngressSnat",
    internal_mapping: [{ address_space: "10.0.1.0/24", port_range: "100-200" }],
    external_mapping: [{ address_space: "10.9.1.0/30", port_range: "443" }],
  });
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  const gateway = VpnGateway.fromAttributes(stack, "vpn", { vpnGatewayId: variable.stringValue });
  const mappings = [{ addressSpace: variable.stringValue, portRange: variable.stringValue }];
  gateway.addNatRule("nat", {
    name: variable.stringValue,
    type: "Dynamic",
    instance: variable.value,
    mode: variable.value,
    internalMappings: mappings,
    externalMappings: mappings,
  });
  const v = reference("var.v");
  expect(resourceOf(stack, "azurerm_vpn_gateway_nat_rule")).toMatchObject({
    name: v,
    vpn_gateway_id: v,
    ip_configuration_id: v,
    mode: v,
    internal_mapping: [{ address_space: v, port_range: v }],
    external_mapping: [{ address_space: v, port_range: v }],
  });
});

test("all that is wrong with a rule is said at once", () => {
  const wrong: NatRuleOptions = {
    name: "",
    mode: JSON.parse('"Snat"'),
    internalMappings: [],
    externalMappings: [{ addressSpace: "10.9.1.0", portRange: "abc" }],
  };
  expect(complaintsOf(() => natRule(wrong))).toEqual([
    "name: it is empty",
    'mode: "Snat" is not one of "EgressSnat", "IngressSnat"',
    "internalMappings: a rule has at least one",
    'externalMappings[0].addressSpace: "10.9.1.0" is not a prefix: it has no mask',
    'externalMappings[0].portRange: "abc" is neither a port nor ports such as "2000-2999"',
  ]);
  const dynamic: NatRuleOptions = { ...MAPPINGS, name: "nat", type: "Dynamic", instance: JSON.parse('"Instance2"') };
  expect(complaintsOf(() => natRule(dynamic))).toEqual([
    'instance: "Instance2" is not one of "Instance0", "Instance1"',
  ]);
  const type: NatRuleOptions = { ...MAPPINGS, name: "nat", type: JSON.parse('"dynamic"') };
  expect(complaintsOf(() => natRule(type))).toEqual(['type: "dynamic" is not one of "Static", "Dynamic"']);
});

test("an existing rule is used by its id", () => {
  const stack = emptyStack();
  const natRuleId = `${NETWORK}/vpnGateways/vpn/natRules/nat`;
  expect(NatRule.fromAttributes(stack, "nat", { natRuleId })).toEqual({ natRuleId });
  expect(complaintsOf(() => NatRule.fromAttributes(stack, "nat", { natRuleId: `${NETWORK}/vpnGateways/vpn` }))).toEqual(
    [
      `natRuleId: "${NETWORK}/vpnGateways/vpn" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/vpnGateways/.../natRules/...`,
    ],
  );
});
