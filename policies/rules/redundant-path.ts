import { listed, phrase } from "../../network/facts/called/phrase";
import { expressRouteOf, hubOf, unseenExpressRoute } from "../../network/facts/private-path";
import { addressOfField, inSite } from "../../network/facts/site-links";
import { isDescribed } from "../../network/facts/standing";
import { targetOf, type Unknown } from "../../network/field";
import type { ExpressRouteConnection, Part, SiteLink, VirtualHub, VpnSite } from "../../network/network";
import { at, violation } from "./judgement";
import { oncePer } from "./reasoning/once";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** A site stays connected when a device or a circuit fails. */
export const redundantPath: Rule = {
  id: "redundant-path",
  level: "note",
  section: "Topology and limits",
  what: "A site has two links, to two devices, and its hub two circuits to carry them.",
  why: "With one device or one circuit, a single fault or maintenance cuts the site off; two links to one address look redundant and are not. Which circuit carries a link is decided by routing on premises, so the circuits of the hub are counted (inference).",
  page: "https://learn.microsoft.com/azure/expressroute/designing-for-high-availability-with-expressroute",
  *judge(network) {
    const unseenAt = oncePer((hub: VirtualHub) => unseenExpressRoute(network, hub));
    for (const site of network.sites.filter(isDescribed)) {
      yield* judgeLinks(site);
      yield* judgeDevices(site);
      yield* judgeCircuits(site, unseenAt);
    }
  },
};

function* judgeLinks(site: VpnSite): Iterable<Judgement> {
  const { items, path, unknown } = site.links;
  if (items.length > 1) {
    return;
  }
  if (unknown !== undefined) {
    yield cannotTell(at(site, path), unknown, phrase`whether ${site} has two links can't be told`);
  } else {
    yield violation(at(site, path), {
      message: phrase`${site} has ${items.length === 0 ? "no link" : "one link only"}`,
      remedy: "Add a link to a second VPN device, and connect it.",
      evidence: { links: items.length },
    });
  }
}

/** Two links to one address end at one device. One that is unknown is most likely its own. */
function* judgeDevices(site: VpnSite): Iterable<Judgement> {
  const devices = new Map<string, SiteLink>();
  for (const link of site.links.items) {
    const address = addressOfField(link.address)?.text;
    const other = address === undefined ? undefined : devices.get(address);
    if (address !== undefined && other !== undefined) {
      yield violation(inSite(link, link.address), {
        level: "warning",
        message: phrase`${link} has the device address ${address}, and so has ${other}`,
        remedy: "Give each link a VPN device of its own, or another address of the device at least.",
        evidence: { deviceAddress: address, other: other.path },
      });
    } else if (address !== undefined) {
      devices.set(address, link);
    }
  }
}

function* judgeCircuits(site: VpnSite, unseenAt: (hub: VirtualHub) => readonly Unknown[]): Iterable<Judgement> {
  const hubs = [...new Set(site.connections.flatMap((connection) => targetOf(hubOf(connection)) ?? []))];
  const [hub] = hubs;
  const connections = hubs.flatMap(expressRouteOf);
  const circuits = [...new Set(connections.flatMap((connection) => circuitOf(connection) ?? []))];
  if (hub === undefined || circuits.length > 1) {
    return;
  }
  const open = [...connections.flatMap(unknownCircuit), ...hubs.flatMap(unseenAt)];
  const where = listed(hubs);
  if (open.length > 0) {
    yield cannotTell(at(site), open, phrase`whether ${site} is reached over two circuits at ${where} can't be told`);
  } else {
    yield violation(at(site), {
      message: phrase`${site} is reached over ${circuits.length === 0 ? "no circuit" : "one circuit only"} at ${where}`,
      remedy: "Connect a second circuit, of another peering location, to the hub's ExpressRoute gateway.",
      evidence: { circuits: circuits.map(({ resource }) => resource.address) },
    });
  }
}

function circuitOf({ peering }: ExpressRouteConnection): Part | undefined {
  const to = targetOf(peering);
  return to === undefined ? undefined : targetOf(to.circuit);
}

function unknownCircuit(connection: ExpressRouteConnection): Unknown[] {
  const { peering } = connection;
  const lost = peering.state === "resolved" ? peering.to.circuit : peering;
  return lost.state === "unknown" ? [lost.unknown] : [];
}
