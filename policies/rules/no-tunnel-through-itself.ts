import type { Address } from "../../address/address";
import type { LongestMatch } from "../../address/longest-match";
import { isOpen } from "../../network/facts/answer";
import { listed, phrase } from "../../network/facts/called/phrase";
import type { Network, VirtualHub, VirtualWan } from "../../network/network";
import { thingsOver, viasOf } from "../../routes/over";
import { whyUndecided } from "../../routes/why-undecided";
import { at, violation } from "./judgement";
import { type AzurePrefix, azureSpace, prefixesNear } from "./reasoning/azure-space";
import { type DeviceWay, type HubDevices, hubDevices } from "./reasoning/device-ways";
import { type Device, devices } from "./reasoning/devices";
import { oncePer } from "./reasoning/once";
import { cannotTell } from "./reasoning/unknowns";
import { shareWan, surestWan, wansOfHub } from "./reasoning/wans";
import type { Judgement, Rule } from "./rule";

/**
 * The way to a VPN device is neither a tunnel, of its own hub or of another, nor a hub or spoke: judged by what the hub
 * decides for the device's address among all that it has learned, after route maps.
 */
export const noTunnelThroughItself: Rule = {
  id: "no-tunnel-through-itself",
  level: "error",
  section: "Private path",
  what: "The longest prefix that holds the device address is an ExpressRoute one, not one reached through a tunnel of this or another hub, nor that of a hub or a connected virtual network.",
  why: "Azure takes the longest prefix. If that one leads into a tunnel, or to Azure itself, the packets of the tunnel go there, and it never comes up.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  undecided:
    "Where intent doesn't say what VPN devices advertise through the tunnels, or what is advertised over ExpressRoute.",
  *judge(network) {
    for (const { hub, name, place } of devices(network)) {
      if (hub.state === "unknown") {
        const message = phrase`the hub of ${name} can't be told, nor whether the way to the device is a tunnel`;
        yield cannotTell(place, hub.unknown, message);
      }
    }
    const space = azureSpace(network);
    const nearTo = oncePer((wan: VirtualWan | undefined) => prefixesNear(network, space, wan));
    for (const atHub of hubDevices(network)) {
      const near = nearTo(surestWan(wansOfHub(atHub.hub)));
      for (const device of atHub.devices) {
        const inAzure = judgeInAzure(network, device, atHub, near);
        yield* inAzure === undefined ? judgeDevice(device, atHub) : [inAzure];
      }
      yield* judgeUnknownRoutes(atHub);
    }
  },
};

/** What to say of a device whose address is Azure's own; undefined where it isn't. */
function judgeInAzure(
  network: Network,
  { address, name, place, unknowns }: Device,
  atHub: HubDevices,
  near: LongestMatch<AzurePrefix>,
): Judgement | undefined {
  const { hub } = atHub;
  const holder = address === undefined ? undefined : holderOf(address, atHub, near);
  const shared = holder === undefined ? "no" : shareWan(network, wansOfHub(hub), holder.owner.membership);
  if (address === undefined || holder === undefined || shared === "no") {
    return undefined;
  }
  const message = phrase`device address ${address.text} of ${name} lies in ${holder.prefix.text} of ${holder.owner.name}, so what is sent to it stays in Azure`;
  const evidence = {
    deviceAddress: address.text,
    prefix: holder.prefix.text,
    owner: holder.place.part.resource.address,
    hub: hub.resource.address,
  };
  const open = [...(isOpen(shared) ? shared : []), ...unknowns];
  return open.length > 0
    ? cannotTell(place, open, phrase`${message}; whether both are in one WAN and on the private path can't be told`, {
        evidence,
      })
    : violation(place, {
        message,
        remedy: "Write the address that the VPN device has on premises, outside every hub and spoke.",
        evidence,
      });
}

/**
 * The prefix of Azure's own that holds an address, where it is the way there: no route to on-premises has a longer one.
 * An address that nothing but Azure holds is not looked for, unless something unstated over ExpressRoute may hold it too.
 */
function holderOf(
  address: Address,
  { wayTo, openOverExpressRoute }: HubDevices,
  near: LongestMatch<AzurePrefix>,
): AzurePrefix | undefined {
  const holder = near.lookup(address);
  const { chain, overExpressRoute } = wayTo(Number(address.value));
  const outward = chain.findLast(({ sources }) => sources.some(({ carriage }) => carriage !== "azure"));
  const isReached = overExpressRoute !== undefined || openOverExpressRoute.length > 0;
  return holder !== undefined && isReached && holder.prefix.length >= (outward?.length ?? -1)
    ? holder.values[0]
    : undefined;
}

function* judgeDevice(device: Device, atHub: HubDevices): Iterable<Judgement> {
  const { address, name, place, unknowns } = device;
  if (address === undefined) {
    if (atHub.anyTunnel || atHub.openTunnels.length > 0) {
      yield cannotTell(
        place,
        unknowns,
        phrase`the device address of ${name} is unknown, so the way to it may be a tunnel`,
      );
    }
    return;
  }
  const way = atHub.wayTo(Number(address.value));
  const open =
    way.decision.outcome === "undecided"
      ? whyUndecided(atHub.view, way.chain, way.decision)
      : atHub.openOverExpressRoute;
  if (way.tunnels.length === 0 && way.decision.outcome !== "undecided") {
    return;
  }
  const taken = way.tunnels.length > 0 ? way.tunnels : way.decision.via;
  const over = listed(thingsOver(taken));
  const through = way.tunnels.length > 0 ? phrase`, reached through a tunnel over ${over}` : phrase` by way of ${over}`;
  const fact = phrase`device address ${address.text} of ${name} lies in ${way.prefix ?? "no prefix"}${through}`;
  const evidence = evidenceOf(address.text, way, atHub.hub, viasOf(taken));
  if (open.length + unknowns.length > 0) {
    yield cannotTell(
      place,
      [...open, ...unknowns],
      phrase`${fact}; whether ${atHub.hub} takes that way can't be told`,
      {
        evidence,
      },
    );
  } else {
    yield violation(place, {
      message: phrase`${fact}, which ${atHub.hub} prefers to ExpressRoute`,
      remedy: `Advertise a longer prefix that holds the device over ExpressRoute, such as ${address.text}/32, or keep the device out of what is reached through the tunnel.`,
      evidence,
    });
  }
}

function evidenceOf(deviceAddress: string, way: DeviceWay, hub: VirtualHub, via: readonly string[]) {
  return {
    deviceAddress,
    throughTunnel: way.tunnels.length > 0 ? (way.prefix ?? "") : "",
    overExpressRoute: way.overExpressRoute ?? "none",
    via,
    hub: hub.resource.address,
  };
}

/** What may be reached through tunnels, beyond what is known: one judgement a source. */
function* judgeUnknownRoutes(atHub: HubDevices): Iterable<Judgement> {
  const exposed = atHub.devices.flatMap(({ address, name }) =>
    address !== undefined && isExposed(atHub.wayTo(Number(address.value)), atHub) ? [{ address, name }] : [],
  );
  if (exposed.length === 0) {
    return;
  }
  const held = listed(exposed.map(({ address, name }) => phrase`VPN device ${address.text} of ${name}`));
  for (const { part, path, what, unknowns } of atHub.openTunnels) {
    const message = phrase`${what} can't be told, and ${atHub.hub} may reach ${held} that way, through a tunnel`;
    yield cannotTell(at(part, path), unknowns, message);
  }
}

/** Whether a further tunnel route could become the way to a device: no longer one can be than a host route. */
function isExposed({ tunnels, decision }: DeviceWay, { openOverExpressRoute }: HubDevices): boolean {
  const { outcome, length } = decision;
  return tunnels.length === 0 && (outcome === "clear" ? (length ?? 0) < 32 : openOverExpressRoute.length > 0);
}
