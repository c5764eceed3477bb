import { type Answer, anyOf } from "../network/facts/answer";
import { isPrivate } from "../network/facts/private-path";
import type { HubGroup } from "./wan-routes";

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
