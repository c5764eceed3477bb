import type { Block } from "../fields/block";
import { textField } from "../fields/typed-fields";
import type { HubBgpConnectionDraft, HubDraft } from "./drafts";
import { hubOfChild } from "./hub-child";
import type { Parts } from "./parts";

export function hubBgpConnection(block: Block, hubs: Parts<HubDraft>): HubBgpConnectionDraft {
  return {
    resource: block.resource,
    name: textField(block, "name"),
    hub: hubOfChild(block, hubs, "bgpConnections"),
    peerAddress: textField(block, "peer_ip"),
    advertised: undefined,
  };
}
