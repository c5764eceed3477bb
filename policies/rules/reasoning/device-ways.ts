import type { Address } from "../../../address/address";
import { inAddresses } from "../../../network/facts/called/phrase";
import { groupsBy } from "../../../network/facts/groups";
import { targetOf, type Unknown } from "../../../network/field";
import type { Network, VirtualHub } from "../../../network/network";
import type { PrefixRoutes } from "../../../routes/decision";
import { expressRouteRoutes } from "../../../routes/expressroute-routes";
import { type HubGroup, hubGroups } from "../../../routes/hub-groups";
import type { Opening, RouteSource } from "../../../routes/source";
import type { View } from "../../../routes/view";
import { type Way, type Ways, wayFrom, waysTo } from "../../../routes/ways";
import { type Device, devices } from "./devices";
import { oncePer } from "./once";

/** The VPN devices whose tunnels end at a hub, and how it reaches them. */
export interface HubDevices {
  readonly hub: VirtualHub;
  /** What the hub itself follows. */
  readonly view: View;
  readonly devices: readonly Device[];
  /** Whether any route at all leads through a tunnel. */
  readonly anyTunnel: boolean;
  /** Why there may be more over ExpressRoute. */
  readonly openOverExpressRoute: readonly Unknown[];
  /** What may lead into tunnels, of this hub and of others. */
  readonly openTunnels: readonly Opening[];
  /** @param address an IPv4 address of one of the devices */
  readonly wayTo: (address: number) => DeviceWay;
}

/** The way to a device, with the routes of all prefixes that hold it. */
export interface DeviceWay extends Way {
  readonly chain: readonly PrefixRoutes[];
  /** The longest prefix that its hub itself learns over ExpressRoute. */
  readonly underlay: { readonly length: number; readonly sources: readonly RouteSource[] } | undefined;
}

const known = new WeakMap<Network, readonly HubDevices[]>();

/** The devices at all hubs. Those of which the hub can't be told are in {@link devices} alone. */
export function hubDevices(network: Network): readonly HubDevices[] {
  const found = known.get(network) ?? allHubDevices(network);
  known.set(network, found);
  return found;
}

function allHubDevices(network: Network): HubDevices[] {
  const byHub = groupsBy(devices(network), ({ hub }) => targetOf(hub));
  return hubGroups(network).flatMap((group) => {
    const here = group.hubs.flatMap((hub) => {
      const atHub = byHub.get(hub);
      return atHub === undefined ? [] : [{ hub, devices: atHub }];
    });
    return here.length === 0 ? [] : inGroup(network, group, here);
  });
}

type AtHub = Pick<HubDevices, "hub" | "devices">;

function inGroup(network: Network, group: HubGroup, here: readonly AtHub[]): HubDevices[] {
  const addresses = here.flatMap((one) => one.devices.flatMap(({ address }) => ipv4Of(address)));
  const ways = waysTo(network, group, addresses);
  const openTunnels = uniqueOpenings(ways.openings.filter(isOfTunnels));
  return here.map(({ hub, devices: atHub }) => ({
    hub,
    view: ways.views.of(hub),
    devices: atHub,
    anyTunnel: ways.anyTunnel,
    openOverExpressRoute: expressRouteRoutes(network, hub).openings.flatMap(({ unknowns }) => unknowns),
    openTunnels,
    wayTo: oncePer((address) => deviceWay(hub, address, ways)),
  }));
}

function deviceWay(hub: VirtualHub, address: number, ways: Ways): DeviceWay {
  const chain = ways.chainOf(address);
  const overExpressRoute = chain
    .map(({ length, sources }) => ({
      length,
      sources: sources.filter((source) => source.kind === "expressroute" && source.hub === hub),
    }))
    .filter(({ sources }) => sources.length > 0);
  return { ...wayFrom(ways.views.of(hub), address, chain), chain, underlay: overExpressRoute.at(-1) };
}

function ipv4Of(address: Address | undefined): number[] {
  return address?.family === 4 ? [Number(address.value)] : [];
}

function isOfTunnels({ part }: Opening): boolean {
  return part.resource.type === "azurerm_vpn_gateway_connection";
}

// A connection that may end at any hub leaves each of them open.
function uniqueOpenings(openings: readonly Opening[]): Opening[] {
  return [
    ...new Map(
      openings.map((one) => [`${one.part.resource.address}\n${one.path}\n${inAddresses(one.what)}`, one]),
    ).values(),
  ];
}
