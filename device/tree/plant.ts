import { InputError } from "../../text/complaint";
import type { DeviceConfiguration, DeviceSet, EdgeConfiguration } from "../configuration/device-configuration";
import { FileNames, faultOfText } from "./allowed-text";
import type { EdgeTree, Trees } from "./device-tree";
import { type NextHops, UNTOLD_NEXT_HOP } from "./next-hops";
import { plantDevice } from "./plant-device";

// https://learn.microsoft.com/azure/expressroute/expressroute-routing
const MICROSOFT_ASN = 12076;
/** What routes have that nobody prefers; those through tunnels have 200. */
const EXPRESSROUTE_PREFERENCE = 100;

/**
 * The trees of all devices, and of the routers at the circuits.
 * @param source the file that names come from, for complaints
 * @throws InputError where a text from Azure can't stand in a device's file
 */
export function plant({ devices, edges, notes }: DeviceSet, nextHops: NextHops, source: string): Trees {
  const faults = [
    ...devices.flatMap(textsOfDevice),
    ...edges.map(({ circuit }) => [circuit, "the name of the circuit"] as const),
  ]
    .flatMap(([text, what]) => faultOfText(text, what) ?? [])
    .map((message) => ({ path: source, message }));
  if (faults.length > 0) {
    throw new InputError(faults);
  }
  const names = new FileNames();
  return {
    devices: devices.map((device) =>
      plantDevice(device, names.nameOf(device.site, device.link), nextHopOf(device, nextHops) ?? UNTOLD_NEXT_HOP),
    ),
    edges: edges.map((edge) => plantEdge(edge, names.nameOf("expressroute", edge.circuit))),
    notes: [...notes, ...devices.flatMap((device) => [...device.notes, ...untold(device, nextHops)])],
  };
}

function textsOfDevice({ site, link, hubs }: DeviceConfiguration): (readonly [string, string])[] {
  return [
    [site, "the name of the site"],
    [link, "the name of the link"],
    ...hubs.map(({ hub }) => [hub, "the name of the hub"] as const),
  ];
}

function nextHopOf({ link }: DeviceConfiguration, { byLink, otherwise }: NextHops) {
  return byLink.get(link) ?? otherwise;
}

function untold(device: DeviceConfiguration, nextHops: NextHops): string[] {
  const { site, link } = device;
  return nextHopOf(device, nextHops) === undefined
    ? [
        `Link ${link} of site ${site}: no input tells the router through which it reaches ExpressRoute. ` +
          `${UNTOLD_NEXT_HOP.text} stands for it; --next-hop ${link}=ADDRESS tells it.`,
      ]
    : [];
}

function plantEdge(edge: EdgeConfiguration, name: string): EdgeTree {
  const { circuit, asn, sessions, announces, accepts, refuses } = edge;
  return {
    name,
    title: `Circuit ${circuit}`,
    asn,
    microsoftAsn: MICROSOFT_ASN,
    sessions: sessions.map(({ name: which, own, microsoft, subnet }) => ({
      peer: microsoft,
      asn: MICROSOFT_ASN,
      title: `${which} link of circuit ${circuit}`,
      own,
      length: subnet.length,
    })),
    announces,
    accepts: accepts.map(({ prefix, what }) => ({ prefix, orLonger: false, why: what })),
    refuses,
    preference: EXPRESSROUTE_PREFERENCE,
  };
}
