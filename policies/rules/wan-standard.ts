import { type Phrase, phrase } from "../../network/facts/called/phrase";
import { isDescribed, isManaged } from "../../network/facts/standing";
import type { Field, Unknown } from "../../network/field";
import type { ExpressRouteGateway, Network, SpokeConnection, VirtualHub, VirtualWan } from "../../network/network";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Place, Rule } from "./rule";

/** What needs a Standard WAN. */
interface Need {
  /** `ExpressRoute gateway sdc needs Standard` */
  readonly reason: Phrase;
  /** Where a person's own resource needs it. */
  readonly place: Place;
  /** Why it may not be needed here after all. */
  readonly unknowns: readonly Unknown[];
}

/** ExpressRoute and transit between virtual networks have a WAN and hubs of the type that offers them. */
export const wanStandard: Rule = {
  id: "wan-standard",
  level: "error",
  section: "Topology and limits",
  what: "The WAN and hub are Standard where an ExpressRoute gateway or VNet-to-VNet transit is used.",
  why: "A Basic WAN has site-to-site VPN only: Azure refuses an ExpressRoute gateway there, and connects no virtual network to another.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-about",
  *judge(network) {
    for (const wan of network.wans) {
      const need = needAt(network, wan.hubs);
      if (need !== undefined) {
        const place = isDescribed(wan) ? at(wan, wan.type.path) : placeOfWan(wan, need);
        yield* judgeTier(wan, wan.type, place, need, "type");
      }
    }
    for (const hub of network.hubs) {
      const need = needAt(network, [hub]);
      if (need !== undefined) {
        yield* judgeHub(hub, need);
      }
    }
    yield* judgeHubless(network);
  },
};

function placeOfWan({ hubs }: VirtualWan, need: Need): Place {
  const hub = hubs.find(isDescribed);
  return hub === undefined ? need.place : at(hub, hub.wan.path);
}

function* judgeHub(hub: VirtualHub, need: Need): Iterable<Judgement> {
  if (isManaged(hub)) {
    yield* judgeTier(hub, hub.sku, at(hub, hub.sku.path), need, "sku");
  }
  // No data source tells the SKU of a hub: that of one which exists follows from its WAN.
  if (hub.wan.state === "unknown") {
    const place = isDescribed(hub) ? at(hub, hub.wan.path) : need.place;
    const message = phrase`the WAN of ${hub} can't be told, nor whether it is Standard, as ${need.reason}`;
    yield cannotTell(place, hub.wan.unknown, message);
  }
}

function* judgeTier(
  tiered: VirtualWan | VirtualHub,
  tier: Field<string>,
  place: Place,
  need: Need,
  attribute: string,
): Iterable<Judgement> {
  if (tier.state === "unknown") {
    yield cannotTell(
      place,
      [tier.unknown, ...need.unknowns],
      phrase`whether ${tiered} is Standard can't be told; ${need.reason}`,
    );
  }
  if (tier.state !== "known" || tier.value.toLowerCase() === "standard") {
    return;
  }
  const evidence = { [attribute]: tier.value };
  const message = phrase`${tiered} is ${tier.value}, but ${need.reason}`;
  if (need.unknowns.length > 0) {
    yield cannotTell(place, need.unknowns, phrase`${tiered} is ${tier.value}; whether ${need.reason} can't be told`, {
      evidence,
    });
  } else {
    yield violation(place, { message, remedy: attribute === "sku" ? HUB_REMEDY : WAN_REMEDY, evidence });
  }
}

const WAN_REMEDY = "Set type to Standard, or leave it out.";

// Of a hub that exists, Terraform can't change the SKU: it would make a new hub, and all in it.
const HUB_REMEDY =
  "Make the hub with sku Standard. Where it exists, upgrade its WAN in Azure first, so that Terraform has nothing to change.";

/** What needs Standard at some hubs: an ExpressRoute gateway, or else two virtual networks that reach each other. */
function needAt(network: Network, hubs: readonly VirtualHub[]): Need | undefined {
  const [gateway] = hubs.flatMap(({ expressRouteGateways }) => expressRouteGateways).filter(isDescribed);
  if (gateway !== undefined) {
    return byGateway(gateway, []);
  }
  const spokes = hubs.flatMap(({ spokeConnections }) => spokeConnections).filter(isDescribed);
  const strays = network.spokeConnections.filter(({ hub }) => hub.state === "unknown");
  return spokes.length === 0 ? undefined : bySpokes(spokes, strays);
}

function byGateway(gateway: ExpressRouteGateway, unknowns: readonly Unknown[]): Need {
  return { reason: phrase`${gateway} needs Standard`, place: at(gateway, gateway.hub.path), unknowns };
}

function bySpokes(spokes: readonly SpokeConnection[], strays: readonly SpokeConnection[]): Need | undefined {
  const [first, second] = [...spokes, ...strays];
  if (first === undefined || second === undefined) {
    return undefined;
  }
  const reason = phrase`transit between ${first} and ${second} needs Standard`;
  const unknowns = second.hub.state === "unknown" ? [second.hub.unknown] : [];
  return { reason, place: at(first, first.hub.path), unknowns };
}

/** ExpressRoute gateways of which can't be told at what hub they are. */
function* judgeHubless({ expressRouteGateways }: Network): Iterable<Judgement> {
  for (const gateway of expressRouteGateways.filter(isDescribed)) {
    if (gateway.hub.state === "unknown") {
      const message = phrase`the hub of ${gateway} can't be told, nor whether it is Standard`;
      yield cannotTell(at(gateway, gateway.hub.path), gateway.hub.unknown, message);
    }
  }
}
