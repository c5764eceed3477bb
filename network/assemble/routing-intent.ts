import type { Block } from "../fields/block";
import { blockItems, textField, textItems } from "../fields/typed-fields";
import type { RoutingIntent } from "../network";
import type { AnyParts } from "./any-parts";
import type { HubDraft } from "./drafts";
import type { Parts } from "./parts";

export function routingIntent(block: Block, hubs: Parts<HubDraft>, parts: AnyParts): RoutingIntent {
  return {
    resource: block.resource,
    hub: hubs.refer(block, "virtual_hub_id"),
    policies: blockItems(block, "routing_policy", (policy) => ({
      path: policy.path,
      name: textField(policy, "name"),
      destinations: textItems(policy, "destinations"),
      nextHop: parts.refer(policy, "next_hop"),
    })),
  };
}
