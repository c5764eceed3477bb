import type { Address } from "../../address/address";
import { containsAddress } from "../../address/prefix";
import { type ExpressRouteRoute, overExpressRoute } from "../../network/facts/advertised";
import { phrase } from "../../network/facts/called/phrase";
import { expressRouteOf } from "../../network/facts/private-path";
import type { Network, VirtualHub } from "../../network/network";
import { violation } from "./judgement";
import { type HubDevices, hubDevices } from "./reasoning/device-ways";
import { type Device, devices } from "./reasoning/devices";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Level, Rule } from "./rule";

/**
 * Azure finds the VPN device over ExpressRoute. A default route holds every address, but whether the hub's gateway uses
 * one for its own tunnels is documented nowhere: a device that it alone holds is a warning (inference). A hub without
 * any ExpressRoute is left to `private-ip-needs-expressroute`.
 */
export const deviceAddressAdvertised: Rule = {
  id: "device-address-advertised",
  level: "error",
  section: "Private path",
  what: "The device address of a private-IP link lies in a prefix that is advertised to the hub over ExpressRoute, and that no inbound route map drops.",
  why: "Without a route over ExpressRoute the hub's gateway can't reach the device, and the tunnel never comes up.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  undecided: "Where intent doesn't say what is advertised over ExpressRoute.",
  *judge(network) {
    for (const { hub, name, place } of devices(network)) {
      if (hub.state === "unknown") {
        const message = phrase`the hub of ${name} can't be told, nor what is advertised to it over ExpressRoute`;
        yield cannotTell(place, hub.unknown, message);
      }
    }
    for (const atHub of hubDevices(network)) {
      yield* atHub.devices.flatMap((device) => [...judgeDevice(network, device, atHub)]);
    }
  },
};

function* judgeDevice(
  network: Network,
  device: Device,
  { hub, openOverExpressRoute, wayTo }: HubDevices,
): Iterable<Judgement> {
  const { address, place, name } = device;
  const length = address === undefined ? undefined : wayTo(Number(address.value)).underlay?.length;
  const open = [...device.unknowns, ...(length === undefined ? openOverExpressRoute : [])];
  const hasNone = expressRouteOf(hub).length === 0 && openOverExpressRoute.length === 0;
  if ((length !== undefined && length > 0) || hasNone) {
    return;
  }
  const level: Level = length === undefined ? "error" : "warning";
  const text =
    address === undefined ? phrase`the device address of ${name}` : phrase`device address ${address.text} of ${name}`;
  if (open.length > 0) {
    const message = phrase`whether ${text} is advertised to ${hub} over ExpressRoute can't be told`;
    yield cannotTell(place, open, message, { level });
    return;
  }
  const fault = length === undefined ? "in no prefix that is" : "in no prefix but the default route that is";
  const dropped = address === undefined ? [] : droppedBy(network, hub, address);
  const [first] = dropped;
  yield violation(place, {
    level,
    message:
      first === undefined
        ? phrase`${text} is ${fault} advertised to ${hub} over ExpressRoute`
        : phrase`${text} is in ${first.prefix.text}, which inbound route maps keep from ${hub}`,
    remedy:
      first === undefined
        ? "Advertise a prefix that holds the device over ExpressRoute, and state it in the intent."
        : "Let the inbound route map on the ExpressRoute connection keep the prefixes that hold VPN devices.",
    evidence: {
      deviceAddress: address?.text ?? "",
      hub: hub.resource.address,
      advertised: textsOf(overExpressRoute(network, hub).routes).slice(0, 10),
    },
  });
}

/** What is advertised and holds the device, the longest prefix first: route maps drop it, for the hub has no such route. */
function droppedBy(network: Network, hub: VirtualHub, address: Address): ExpressRouteRoute[] {
  const holding = overExpressRoute(network, hub).routes.filter(
    ({ prefix }) => prefix.length > 0 && containsAddress(prefix, address),
  );
  return holding.sort((a, b) => b.prefix.length - a.prefix.length);
}

function textsOf(routes: readonly ExpressRouteRoute[]): string[] {
  return [...new Set(routes.map(({ prefix }) => prefix.text))];
}
