import { type Answer, anyOf } from "../network/facts/answer";
import { isPrivate } from "../network/facts/private-path";
import type { Network, VirtualHub, VirtualWan } from "../network/network";

/** Hubs that tell each other their routes: those of one WAN. */
export interface HubGroup {
  readonly wan: VirtualWan | undefined;
  readonly hubs: readonly VirtualHub[];
}

/** The hubs, WAN by WAN. Where the inputs show no more than one WAN, every hub is taken to be in it. */
export function hubGroups(network: Network): HubGroup[] {
  if (network.wans.length < 2) {
    return network.hubs.length === 0 ? [] : [{ wan: network.wans[0], hubs: network.hubs }];
  }
  const byWan = network.wans.map((wan) => ({ wan, hubs: wan.hubs })).filter(({ hubs }) => hubs.length > 0);
  const strays = network.hubs.filter(({ wan }) => wan.state !== "resolved");
  return [...byWan, ...strays.map((hub) => ({ wan: undefined, hubs: [hub] }))];
}

/** Whether any link of a WAN uses, or may use, the gateway's private addresses. */
export function hasPrivatePath(group: HubGroup): boolean {
  return isPrivateIn(group) !== "no";
}

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
