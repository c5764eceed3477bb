import { type Block, onlyBlock } from "../fields/block";
import { textField } from "../fields/typed-fields";
import type { Firewall } from "../network";
import type { HubDraft } from "./drafts";
import type { Parts } from "./parts";

export function firewall(block: Block, hubs: Parts<HubDraft>): Firewall {
  return {
    resource: block.resource,
    skuName: textField(block, "sku_name"),
    hub: hubs.refer(onlyBlock(block, "virtual_hub").block, "virtual_hub_id"),
  };
}
