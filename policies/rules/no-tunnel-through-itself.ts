import type { Address } from "../../address/address";
import type { LongestMatch } from "../../address/longest-match";
import { isOpen, openOf } from "../../network/facts/answer";
import { called, listed } from "../../network/facts/names";
import type { Network, VirtualHub, VirtualWan } from "../../network/network";
import { example } from "./examples/no-tunnel-through-itself";
import { violation } from "./judgement";
import { type AzurePrefix, azureSpace, prefixesNear } from "./reasoning/azure-space";
import { type Device, devices } from "./reasoning/devices";
import { oncePer } from "./reasoning/once";
import { cannotTell } from "./reasoning/unknowns";
import { shareWan, surestWan, wansOfHub } from "./reasoning/wans";
import { azureAt, type Way, type Ways, waysFrom, wayTo } from "./reasoning/way-to-device";
import type { Judgement, Rule } from "./rule";

/**
 * The way to a VPN device is neither a tunnel nor a hub or spoke. Judged among the routes that the device's hub learns itself, before route
 * maps. Where ExpressRoute and a tunnel have the same prefix, the hub's routing preference decides, save that a static
 * route (`address_cidrs`), which is the gateway's own, wins (inference).
 */
export const noTunnelThroughItself: Rule = {
  id: "no-tunnel-through-itself",
  level: "error",
  section: "Private path",
  what: "The longest prefix that holds the device address is an ExpressRoute one, not one reached through a tunnel, nor that of a hub or a connected virtual network.",
  why: "Azure takes the longest prefix. If that one leads into a tunnel, or to Azure itself, the packets of the tunnel go there, and it never comes up.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  undecided:
    "Where intent doesn't say what VPN devices advertise through the tunnels, or what is advertised over ExpressRoute.",
  example,
  *judge(network) {
    const byHub = new Map<VirtualHub, Device[]>();
    for (const device of devices(network)) {
      if (device.hub.state === "resolved") {
        byHub.set(device.hub.to, byHub.get(device.hub.to) ?? []);
        byHub.get(device.hub.to)?.push(device);
      } else if (device.hub.state === "unknown") {
        const message = `which hub ${device.name} connects to can't be told, nor whether the way to the device is a tunnel`;
        yield cannotTell(device.place, device.hub.unknown, message);
      }
    }
    const space = azureSpace(network);
    const nearTo = oncePer((wan: VirtualWan | undefined) => prefixesNear(network, space, wan));
    for (const [hub, atHub] of byHub) {
      const ways = waysFrom(network, hub);
      const near = nearTo(surestWan(wansOfHub(hub)));
      yield* atHub.flatMap((device) => judgeInAzure(network, device, ways, near) ?? [...judgeDevice(device, ways)]);
      yield* judgeUnknownRoutes(atHub, ways);
    }
  },
};

/** What to say of a device whose address is Azure's own; undefined where it isn't. */
function judgeInAzure(
  network: Network,
  { address, name, place, unknowns }: Device,
  ways: Ways,
  near: LongestMatch<AzurePrefix>,
): Judgement | undefined {
  const holder = address === undefined ? undefined : azureAt(address, ways, near);
  const shared = holder === undefined ? "no" : shareWan(network, wansOfHub(ways.hub), holder.owner.membership);
  if (address === undefined || holder === undefined || shared === "no") {
    return undefined;
  }
  const message = `device address ${address.text} of ${name} lies in ${holder.prefix.text} of ${holder.owner.name}, so what is sent to it stays in Azure`;
  const evidence = {
    deviceAddress: address.text,
    prefix: holder.prefix.text,
    owner: holder.place.part.resource.address,
    hub: ways.hub.resource.address,
  };
  const open = [...openOf(shared), ...unknowns];
  return open.length > 0
    ? cannotTell(place, open, `${message}; whether both are in one WAN and on the private path can't be told`, {
        evidence,
      })
    : violation(place, {
        message,
        remedy: "Write the address that the VPN device has on premises, outside every hub and spoke.",
        evidence,
      });
}

function* judgeDevice(device: Device, ways: Ways): Iterable<Judgement> {
  const { address, name, place, unknowns } = device;
  if (address === undefined) {
    if (ways.anyTunnelRoute) {
      yield cannotTell(place, unknowns, `the device address of ${name} is unknown, so the way to it may be a tunnel`);
    }
    return;
  }
  const way = wayTo(address, ways);
  const [tunnel] = way.tunnel?.values ?? [];
  if (way.intoTunnel === "no" || tunnel === undefined) {
    return;
  }
  const open = [...(isOpen(way.intoTunnel) ? way.intoTunnel : []), ...unknowns];
  const fact = `device address ${address.text} of ${name} lies in ${tunnel.prefix.text}, reached through a tunnel by ${tunnel.from}`;
  const evidence = evidenceOf(address, way, ways.hub);
  if (open.length > 0) {
    yield cannotTell(place, open, `${fact}; whether ${called("hub", ways.hub)} takes that way can't be told`, {
      evidence,
    });
  } else {
    yield violation(place, {
      message: `${fact}, which ${called("hub", ways.hub)} prefers to ExpressRoute`,
      remedy: `Advertise a longer prefix that holds the device over ExpressRoute, such as ${address.text}/32, or keep the device out of what is reached through the tunnel.`,
      evidence,
    });
  }
}

function evidenceOf(address: Address, way: Way, hub: VirtualHub) {
  return {
    deviceAddress: address.text,
    throughTunnel: way.tunnel?.prefix.text ?? "",
    overExpressRoute: way.overExpressRoute?.prefix.text ?? "none",
    hub: hub.resource.address,
  };
}

/** What may be reached through tunnels, beyond what is known: one judgement a source. */
function* judgeUnknownRoutes(atHub: readonly Device[], ways: Ways): Iterable<Judgement> {
  const exposed = atHub.flatMap(({ address, name }) =>
    address !== undefined && isExposed(address, ways) ? [{ address, name }] : [],
  );
  if (exposed.length === 0) {
    return;
  }
  const held = listed(exposed.map(({ address, name }) => `VPN device ${address.text} of ${name}`));
  for (const { place, unknowns, from } of ways.openThroughTunnels) {
    const message = `what ${called("hub", ways.hub)} reaches through tunnels by ${from} can't be told, so that may hold ${held}`;
    yield cannotTell(place, unknowns, message);
  }
}

/** Whether a further tunnel route could become the way to a device: no longer one can be than a host route. */
function isExposed(address: Address, ways: Ways): boolean {
  const way = wayTo(address, ways);
  const known = way.overExpressRoute?.prefix.length;
  return way.intoTunnel !== "yes" && (known !== undefined ? known < 32 : ways.openOverExpressRoute.length > 0);
}
