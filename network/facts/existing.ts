import { targetOf, type Unknown } from "../field";
import type { ExpressRouteGateway, Network, Part, VirtualHub, VirtualWan, VpnGateway } from "../network";
import { isManaged } from "./standing";

// What exists already may have more than the inputs show, unless somebody states that it doesn't. Whoever states it of a
// WAN states it of all hubs and gateways in it, and whoever states it of a hub, of its gateways.

/** Why an existing gateway may have connections that no input shows; empty where it has none. */
export function unseenAtGateway(network: Network, gateway: VpnGateway | ExpressRouteGateway): Unknown[] {
  const hub = targetOf(gateway.hub);
  const around = hub === undefined ? [gateway] : [gateway, ...hubAndWan(hub)];
  return isManaged(gateway) || isComplete(network, around) ? [] : unstated(network, gateway);
}

/** Why an existing hub may have gateways that no input shows; empty where it has none. */
export function unseenGateways(network: Network, hub: VirtualHub): Unknown[] {
  const wan = targetOf(hub.wan);
  const wanted = wan === undefined || isManaged(wan) ? hub : wan;
  return isManaged(hub) || isComplete(network, hubAndWan(hub)) ? [] : unstated(network, wanted);
}

/** Why an existing WAN may have hubs that no input shows; empty where it has none. */
export function unseenHubs(network: Network, wan: VirtualWan): Unknown[] {
  return isManaged(wan) || isComplete(network, [wan]) ? [] : unstated(network, wan);
}

function hubAndWan(hub: VirtualHub): Part[] {
  const wan = targetOf(hub.wan);
  return wan === undefined ? [hub] : [hub, wan];
}

function isComplete({ intent }: Network, parts: readonly Part[]): boolean {
  return parts.some((part) => intent.existing.complete.has(part));
}

function unstated({ intent }: Network, { resource }: Part): Unknown[] {
  const { address, standing, attributes } = resource;
  // Of what goes by an expression it is first to be told which one it is.
  const isNamed = standing !== "outside" || typeof attributes.id === "string";
  return [...intent.existing.unknowns, { decidedBy: [isNamed ? `${EXISTING}[${JSON.stringify(address)}]` : address] }];
}

const EXISTING = "network_intent.existing";
