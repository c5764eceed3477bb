import type { HubGroup } from "../../routes/wan-routes";
import { type Answer, anyOf } from "./answer";
import { isPrivate } from "./private-path";

/** Whether any link of a WAN uses the private addresses of its gateway. */
export function isPrivateIn({ hubs }: HubGroup): Answer {
  const connections = hubs.flatMap(({ vpnGateways }) => vpnGateways.flatMap((gateway) => gateway.connections));
  return anyOf(
    connections.flatMap(({ links }): Answer[] => [
      ...links.items.map(isPrivate),
      links.unknown === undefined ? "no" : [links.unknown],
    ]),
  );
}
