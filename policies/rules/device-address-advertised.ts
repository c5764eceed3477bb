import { LongestMatch } from "../../address/longest-match";
import { type ExpressRouteRoute, overExpressRoute } from "../../network/facts/advertised";
import { called } from "../../network/facts/names";
import { expressRouteOf } from "../../network/facts/private-path";
import type { Network, VirtualHub } from "../../network/network";
import { example } from "./examples/device-address-advertised";
import { violation } from "./judgement";
import { type Device, devices } from "./reasoning/devices";
import { oncePer } from "./reasoning/once";
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
  what: "The device address of a private-IP link lies in a prefix that is advertised to the hub over ExpressRoute.",
  why: "Without a route over ExpressRoute the hub's gateway can't reach the device, and the tunnel never comes up.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  undecided: "Where intent doesn't say what is advertised over ExpressRoute.",
  example,
  *judge(network) {
    const advertisedTo = oncePer((hub: VirtualHub) => advertisedToHub(network, hub));
    for (const device of devices(network)) {
      if (device.hub.state === "resolved") {
        yield* judgeDevice(device, device.hub.to, advertisedTo(device.hub.to));
      } else if (device.hub.state === "unknown") {
        const message = `which hub ${device.name} connects to can't be told, nor what is advertised to it over ExpressRoute`;
        yield cannotTell(device.place, device.hub.unknown, message);
      }
    }
  },
};

type Advertised = ReturnType<typeof advertisedToHub>;

function advertisedToHub(network: Network, hub: VirtualHub) {
  const { routes, unknowns, unstated } = overExpressRoute(network, hub);
  const byPrefix = new LongestMatch<ExpressRouteRoute>(routes.map((route) => ({ prefix: route.prefix, value: route })));
  const prefixes = [...new Set(routes.map(({ prefix }) => prefix.text))];
  return { byPrefix, prefixes, open: [...unknowns, ...unstated], any: expressRouteOf(hub).length > 0 };
}

function* judgeDevice(device: Device, hub: VirtualHub, advertised: Advertised): Iterable<Judgement> {
  const { address, place, name } = device;
  const match = address === undefined ? undefined : advertised.byPrefix.lookup(address);
  const open = [...device.unknowns, ...(match === undefined ? advertised.open : [])];
  if ((match !== undefined && match.prefix.length > 0) || (!advertised.any && advertised.open.length === 0)) {
    return;
  }
  const level: Level = match === undefined ? "error" : "warning";
  const text = address === undefined ? `the device address of ${name}` : `device address ${address.text} of ${name}`;
  if (open.length > 0) {
    const message = `whether ${text} is advertised to ${called("hub", hub)} over ExpressRoute can't be told`;
    yield cannotTell(place, open, message, { level });
    return;
  }
  const fault = match === undefined ? "in no prefix that is" : "in no prefix but the default route that is";
  yield violation(place, {
    level,
    message: `${text} is ${fault} advertised to ${called("hub", hub)} over ExpressRoute`,
    remedy: "Advertise a prefix that holds the device over ExpressRoute, and state it in the intent.",
    evidence: {
      deviceAddress: address?.text ?? "",
      hub: hub.resource.address,
      advertised: advertised.prefixes.slice(0, 10),
    },
  });
}
