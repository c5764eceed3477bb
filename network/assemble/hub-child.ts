import { splitChildId } from "../arm-id";
import type { Ref } from "../field";
import { type Block, pathOf } from "../fields/block";
import type { HubDraft } from "./drafts";
import type { Parts } from "./parts";

/** The hub of something that lives inside one: from its attribute, or from an id that holds the hub's. */
export function hubOfChild(block: Block, hubs: Parts<HubDraft>, armType: string): Ref<HubDraft> {
  const hub = hubs.refer(block, "virtual_hub_id");
  const id = block.sources.idOf(block.resource);
  const split = hub.state === "resolved" || id === undefined ? undefined : splitChildId(id, armType);
  return split === undefined ? hub : hubs.byId(block, pathOf(block, "virtual_hub_id"), split.parent);
}
