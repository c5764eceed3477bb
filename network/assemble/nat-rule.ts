import type { Field, Items } from "../field";
import { type Block, blocksOf } from "../fields/block";
import { textField } from "../fields/typed-fields";
import type { NatRule } from "../network";
import type { VpnGatewayDraft } from "./drafts";
import type { Kind, Parts } from "./parts";

export function natRulesOf(gateways: Parts<VpnGatewayDraft>): Kind<NatRule> {
  return {
    type: "azurerm_vpn_gateway_nat_rule",
    armType: "natRules",
    build: (block) => ({
      resource: block.resource,
      name: textField(block, "name"),
      gateway: gateways.refer(block, "vpn_gateway_id"),
      mode: textField(block, "mode", "EgressSnat"),
      type: textField(block, "type", "Static"),
      internal: mapping(block, "internal_mapping"),
      external: mapping(block, "external_mapping"),
    }),
  };
}

function mapping(block: Block, name: string): Items<Field<string>> {
  const { path, blocks, unknown } = blocksOf(block, name);
  const items = blocks.map((one) => textField(one, "address_space"));
  return unknown === undefined ? { path, items } : { path, items, unknown };
}
