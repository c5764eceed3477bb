import { isOpen } from "../../network/facts/answer";
import { listed, phrase } from "../../network/facts/called/phrase";
import { type OnPremises, onPremisesAt, PREFERS } from "../../network/facts/on-premises";
import { type Unknown, unknownsOf } from "../../network/field";
import type { Network, VirtualHub } from "../../network/network";
import { maximalPrefixes } from "../../routes/covering";
import { type HubGroup, hasPrivatePath, hubGroups, isPrivateIn } from "../../routes/hub-groups";
import {
  type AzureSide,
  azureSidesOf,
  keptOff,
  outside,
  type StraySide,
  spokesKeptOff,
  straySidesOf,
} from "../../routes/to-azure";
import { example } from "./examples/encrypted-to-azure";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/**
 * On-premises routers reach every hub and spoke through the tunnel. Azure advertises the same prefixes on both paths, so
 * only what the routers prefer or filter decides, or route maps that keep spokes off ExpressRoute.
 */
export const encryptedToAzure: Rule = {
  id: "encrypted-to-azure",
  level: "error",
  section: "Routing",
  what: "On-premises routers prefer the tunnel for every hub and spoke prefix, save the gateway's own tunnel addresses.",
  why: "Azure advertises hub and spoke prefixes on both paths alike, so prefix length can't help: without a preference on-premises, traffic to Azure may go unencrypted.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  undecided: "Where intent doesn't say for which prefixes on-premises routers prefer the tunnel.",
  example,
  *judge(network) {
    for (const group of hubGroups(network).filter(hasPrivatePath)) {
      for (const hub of group.hubs) {
        yield* judgeHub(network, group, hub);
      }
      for (const stray of straySidesOf(group)) {
        yield* judgeStray(network, group, stray);
      }
    }
  },
};

function* judgeHub(network: Network, group: HubGroup, hub: VirtualHub): Iterable<Judgement> {
  const onPremises = onPremisesAt(network, hub);
  if (onPremises.prefersTunnelFor?.kind === "all") {
    return;
  }
  const sides = azureSidesOf(hub).map((side) => missing(network, group, side, onPremises));
  const ranges = sides.flatMap(({ left }) => left);
  const open = sides.flatMap((side) => side.open);
  if (ranges.length === 0 && open.length === 0) {
    return;
  }
  const prefixes = maximalPrefixes(ranges);
  const name = prefixes.length > 0 ? listed(prefixes) : phrase`all of ${hub} and its spokes`;
  const inUse = isPrivateIn(group);
  const unknowns = [...open, ...whyPreference(onPremises), ...(isOpen(inUse) ? inUse : [])];
  if (unknowns.length > 0) {
    const message = phrase`whether on-premises routers reach ${name} through the tunnel can't be told`;
    yield cannotTell(at(hub), unknowns, message, { evidence: { prefixes, ...undecidedFlow(hub, prefixes) } });
  } else {
    yield violation(at(hub), {
      message: phrase`on-premises routers prefer no tunnel for ${name}, which Azure advertises over ExpressRoute too`,
      remedy:
        "Prefer the tunnel on premises for every hub and spoke prefix and state it in the intent, or keep the spokes off ExpressRoute by an outbound route map.",
      evidence: {
        prefixes,
        hub: hub.resource.address,
        flow: `on-premises -> ${prefixes[0] ?? hub.resource.address}`,
        trace: [
          "Azure advertises the prefix over ExpressRoute and through tunnels alike",
          "on-premises routers neither prefer the tunnel for it nor refuse it over ExpressRoute",
          "no outbound route map keeps it off ExpressRoute",
        ],
      },
    });
  }
}

/** A spoke of which can't be told to what hub it is connected. */
function* judgeStray(network: Network, group: HubGroup, { side, spoke, doubts }: StraySide): Iterable<Judgement> {
  const found = group.hubs
    .map((hub) => onPremisesAt(network, hub))
    .filter(({ prefersTunnelFor }) => prefersTunnelFor?.kind !== "all")
    .map((onPremises) => ({ onPremises, ...missing(network, group, side, onPremises) }))
    .filter(({ left, open }) => left.length > 0 || open.length > 0);
  if (found.length === 0) {
    return;
  }
  const prefixes = maximalPrefixes(found.flatMap(({ left }) => left));
  const name = prefixes.length > 0 ? listed(prefixes) : "all prefixes";
  const message = phrase`on-premises routers prefer no tunnel for ${name} of ${spoke}, and whether a hub of this WAN has it can't be told`;
  const open = found.flatMap((one) => [...one.open, ...whyPreference(one.onPremises)]);
  yield cannotTell(at(spoke, spoke.hub.path), [...doubts, ...open], message, { evidence: { prefixes } });
}

function undecidedFlow(hub: VirtualHub, prefixes: readonly string[]) {
  const trace = [
    "Azure advertises the prefix over ExpressRoute and through tunnels alike",
    "what on-premises routers prefer or refuse, or what route maps keep off, can't be told",
  ];
  return { flow: `on-premises -> ${prefixes[0] ?? hub.resource.address}`, trace };
}

function missing(
  network: Network,
  group: HubGroup,
  side: AzureSide,
  { prefersTunnelFor, filtersExpressRoute }: OnPremises,
) {
  const preferred = prefersTunnelFor?.kind === "prefixes" ? prefersTunnelFor.prefixes : undefined;
  const left = outside(side.prefixes, [preferred, filtersExpressRoute]);
  if (left.length === 0 && side.unknowns.length === 0) {
    return { left, open: [] };
  }
  const kept = side.spoke === undefined ? spokesKeptOff(network, group) : keptOff(network, group, side);
  return kept === "yes" ? { left: [], open: [] } : { left, open: [...side.unknowns, ...(isOpen(kept) ? kept : [])] };
}

/** What of the intent would tell more. */
function whyPreference({ prefersTunnelFor, filtersExpressRoute }: OnPremises): Unknown[] {
  const filters = filtersExpressRoute === undefined ? [] : unknownsOf(filtersExpressRoute);
  if (prefersTunnelFor === undefined) {
    return [{ decidedBy: [PREFERS] }, ...filters];
  }
  if (prefersTunnelFor.kind === "all") {
    return filters;
  }
  const own = prefersTunnelFor.kind === "unknown" ? [prefersTunnelFor.unknown] : unknownsOf(prefersTunnelFor.prefixes);
  return [...own, ...filters];
}
