import { expressRouteOf, isPrivate } from "../network/facts/private-path";
import type { VirtualHub } from "../network/network";
import { type Decision, decide, type PrefixRoutes } from "./decision";
import { linkDevicesOf } from "./device-addresses";
import type { Loss, Need, Route, RouteSource } from "./source";
import { linkNameOf } from "./tunnel-routes";
import type { View } from "./view";

/** Everything that can be lost and that some route needs: each link, connection, circuit and site once. */
export function lossesOf(routes: readonly Route[]): Need[] {
  const sources = new Set(routes.map(({ source }) => source));
  const losses = new Map([...sources].flatMap(({ needs }) => needs.map((loss) => [keyOf(loss), loss] as const)));
  return [...losses.values()];
}

function keyOf({ what, name }: Loss): string {
  return `${what} ${name}`;
}

/**
 * What is gone when something is lost: a circuit, or its connection to a hub, takes the tunnels with it whose VPN device
 * no other ExpressRoute connection of the hub leads to. Whether the hub's gateway would use a default route to a device is documented nowhere: here it does (inference).
 */
export function goneWith(loss: Loss, routes: readonly Route[], hubs: readonly VirtualHub[]): Loss[] {
  if (loss.what !== "circuit" && !isOverExpressRoute(loss, hubs)) {
    return [loss];
  }
  const underlay = routes.filter(({ source }) => source.kind === "expressroute" && !isGone(source, [loss]));
  const before = routes.filter(({ source }) => source.kind === "expressroute");
  const stranded = hubs.flatMap((hub) =>
    devicesOf(hub).filter(({ value }) => holds(before, hub, value) && !holds(underlay, hub, value)),
  );
  return [loss, ...stranded.map(({ link }): Loss => ({ what: "link", name: link }))];
}

function isOverExpressRoute({ what, name }: Loss, hubs: readonly VirtualHub[]): boolean {
  const connections = what === "connection" ? hubs.flatMap(expressRouteOf) : [];
  return connections.some(({ resource }) => resource.address === name);
}

function devicesOf(hub: VirtualHub) {
  const certain = linkDevicesOf(hub).filter(({ link }) => isPrivate(link) === "yes");
  return certain.map(({ link, value }) => ({ link: linkNameOf(link), value }));
}

function holds(routes: readonly Route[], hub: VirtualHub, value: number): boolean {
  return routes.some(({ first, length, source }) => {
    return source.hub === hub && first <= value && value < first + 2 ** (32 - length);
  });
}

/** Whether a route is gone when some things are lost. */
export function isGone({ needs }: RouteSource, lost: readonly Loss[]): boolean {
  return needs.some((need) => lost.some(({ what, name }) => what === need.what && name === need.name));
}

/** What a view decides when some things are lost: the routes that need them are passed over. */
export function decideWithout(lost: readonly Loss[], view: View, chain: readonly PrefixRoutes[]): Decision {
  const left = chain.map(({ length, sources }) => ({ length, sources: sources.filter((one) => !isGone(one, lost)) }));
  return decide(
    view,
    left.filter(({ sources }) => sources.length > 0),
  );
}
