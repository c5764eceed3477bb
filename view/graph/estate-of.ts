import { targetOf } from "../../network/field";
import type { Network } from "../../network/network";
import { Circuits } from "./circuits";
import type { Estate } from "./estate";
import { detail } from "./field-text";
import { Hubs } from "./hubs";
import { Items } from "./items";
import { Sites } from "./sites";

/** The things of a network as pictures show them. Nothing is left out: what can't be told has a place that says so. */
export function estateOf(network: Network): Estate {
  const items = new Items(network);
  const wans = network.wans.map((wan) => items.of(wan, "wan", detail("type ", wan.type)));
  const hubs = new Hubs(network, items);
  const circuits = new Circuits(network, items, hubs);
  const sites = new Sites(network, items, hubs, circuits);
  tellOfParts(network, items, hubs);
  return {
    wans,
    hubs: hubs.places,
    sites: sites.all,
    circuits: circuits.all,
    tunnels: sites.tunnels,
    attachments: circuits.attachments,
    byAddress: items.byAddress(),
    items: items.all,
  };
}

/** Parts that have no place of their own are told of where they act. */
function tellOfParts(network: Network, items: Items, hubs: Hubs): void {
  for (const part of [
    ...network.routeTables,
    ...network.routingIntents,
    ...network.routeMaps,
    ...network.hubBgpConnections,
  ]) {
    items.tellOf(part, hubs.of(targetOf(part.hub)).item);
  }
  for (const rule of network.natRules) {
    const gateway = targetOf(rule.gateway);
    items.tellOf(rule, gateway === undefined ? hubs.of(undefined).item : hubs.vpnGateway(gateway));
  }
  for (const { virtualNetwork, resource } of network.spokeConnections) {
    const to = targetOf(virtualNetwork);
    const spoke = items.byResource(resource);
    if (to !== undefined && spoke !== undefined) {
      items.tellOf(to, spoke);
    }
  }
}
