import type { HubBgpConnection } from "../network";
import type { Block } from "./block";
import type { HubDraft } from "./drafts";
import { textField } from "./fields";
import { hubOfChild } from "./hub-child";
import type { Parts } from "./parts";

export function hubBgpConnection(block: Block, hubs: Parts<HubDraft>): HubBgpConnection {
  return {
    resource: block.resource,
    name: textField(block, "name"),
    hub: hubOfChild(block, hubs, "bgpConnections"),
    peerAddress: textField(block, "peer_ip"),
  };
}
