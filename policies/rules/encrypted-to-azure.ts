import { isOpen } from "../../network/facts/answer";
import { inAddresses, listed, type Phrase, phrase } from "../../network/facts/called/phrase";
import { groupsBy } from "../../network/facts/groups";
import { targetOf, type Unknown } from "../../network/field";
import type { SpokeConnection, VirtualHub } from "../../network/network";
import { type BranchesChoice, choicesOf, sitesOf } from "../../routes/alike-branches";
import { isSpoke } from "../../routes/azure-sides";
import type { Branch } from "../../routes/branches";
import { maximalPrefixes } from "../../routes/covering";
import { hasPrivatePath, isPrivateIn } from "../../routes/hub-groups";
import { withoutNeedless } from "../../routes/onprem-routers";
import { type Piece, type TowardsAzure, towardsAzure } from "../../routes/to-azure";
import { eachOnce } from "../../routes/ways-in";
import { at, violation } from "./judgement";
import { hubPlace } from "./reasoning/hub-place";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/**
 * On-premises routers reach every hub and spoke through the tunnel. They take the longest prefix that they hear. Azure
 * advertises the same prefixes on both paths, save for route maps, so of equal ones what the routers prefer or filter
 * decides.
 */
export const encryptedToAzure: Rule = {
  id: "encrypted-to-azure",
  level: "error",
  section: "Routing",
  what: "On-premises routers prefer the tunnel for every hub and spoke prefix, save the gateway's own tunnel addresses, and tunnels carry what ExpressRoute does.",
  why: "Azure advertises hub and spoke prefixes on both paths alike, so prefix length can't help: without a preference on-premises, traffic to Azure may go unencrypted. What a route map keeps out of the tunnel, no preference brings back.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  undecided: "Where intent doesn't say for which prefixes on-premises routers prefer the tunnel.",
  *judge(network) {
    for (const towards of towardsAzure(network).filter(({ group }) => hasPrivatePath(group))) {
      yield* judgeWan(towards);
    }
  },
};

function* judgeWan(towards: TowardsAzure): Iterable<Judgement> {
  const left = [...choicesOf(towards)].filter(isLeft);
  const inUse = isPrivateIn(towards.group);
  const unsure = isOpen(inUse) ? inUse : [];
  const judged = left.map((one) => ({ ...one, open: [...openOf(one, towards), ...unsure] }));
  const certain = judged.filter(({ open }) => open.length === 0);
  const byHub = groupsBy(certain.filter(isCarried), ({ piece }) => piece.side.hub);
  for (const [hub, alike] of byHub) {
    yield* notPreferred(hub, alike);
  }
  const kept = certain
    .filter((one) => !isCarried(one))
    .flatMap((one) => one.branches.map(({ branch }) => ({ ...one, branch })));
  for (const [branch, alike] of groupsBy(kept, (one) => one.branch)) {
    yield* notCarried(
      branch,
      alike.filter((one) => !isPlain(one)),
    );
    yield* notEncrypted(branch, alike.filter(isPlain));
  }
  const open = judged.filter(({ open: unknowns }) => unknowns.length > 0);
  for (const [holder, alike] of groupsBy(open, ({ piece }) => strayOf(piece) ?? piece.side.hub)) {
    yield* untold(
      holder,
      alike,
      alike.flatMap((one) => one.open),
    );
  }
}

/** A spoke of which can't be told to which hub it is connected. */
function strayOf({ side: { spoke, hub } }: Piece): SpokeConnection | undefined {
  return spoke !== undefined && targetOf(spoke.hub) !== hub ? spoke : undefined;
}

/** What goes in the clear, or may: a hub's own prefix, in which the tunnels end, is left there where it has to be. */
function isLeft({ choice: { outcome, reason } }: BranchesChoice): boolean {
  return (outcome === "clear" || outcome === "undecided") && reason !== "hub-prefix";
}

function openOf({ piece, choice }: BranchesChoice, { spokesKeptOff }: TowardsAzure): readonly Unknown[] {
  const mayHaveToStay = !isSpoke(piece.side) && isOpen(spokesKeptOff) ? spokesKeptOff : [];
  return [...choice.unknowns, ...mayHaveToStay];
}

function isCarried({ choice: { reason } }: BranchesChoice): boolean {
  return reason === "equal-prefix";
}

function isPlain({ choice: { reason } }: BranchesChoice): boolean {
  return reason === "encryption-off";
}

function prefixesOf(alike: readonly BranchesChoice[]): string[] {
  return maximalPrefixes(alike.flatMap(({ piece }) => piece.range ?? []));
}

function nameOf(hub: VirtualHub, prefixes: readonly string[]): Phrase {
  return prefixes.length > 0 ? listed(prefixes) : phrase`all of ${hub} and its spokes`;
}

function flowTo(hub: VirtualHub, prefixes: readonly string[]): string {
  return `on-premises -> ${prefixes[0] ?? hub.resource.address}`;
}

const ALIKE = "Azure advertises the prefix over ExpressRoute and through tunnels alike";

function* notPreferred(hub: VirtualHub, alike: readonly BranchesChoice[]): Iterable<Judgement> {
  const prefixes = prefixesOf(alike);
  yield violation(hubPlace(hub), {
    message: phrase`on-premises routers prefer no tunnel for ${nameOf(hub, prefixes)}, which Azure advertises over ExpressRoute too`,
    remedy:
      "Prefer the tunnel on premises for every hub and spoke prefix and state it in the intent, or keep the spokes off ExpressRoute by an outbound route map.",
    evidence: {
      prefixes,
      hub: hub.resource.address,
      sites: sitesOf(alike),
      flow: flowTo(hub, prefixes),
      trace: [
        ALIKE,
        "on-premises routers neither prefer the tunnel for it nor refuse it over ExpressRoute",
        "no outbound route map keeps it off ExpressRoute",
      ],
    },
  });
}

function* notCarried(branch: Branch, alike: readonly BranchesChoice[]): Iterable<Judgement> {
  const shorter = alike.every(({ choice }) => choice.reason === "more-specific-on-expressroute");
  const fault = shorter ? "carries a prefix as long as ExpressRoute's for" : "carries";
  for (const { connection, from, what, taken, evidence } of leakOf(branch, alike)) {
    yield violation(at(connection, connection.routing.outboundRouteMap.path), {
      message: phrase`no tunnel of ${from} ${fault} ${what}, so it is reached unencrypted over ${listed(taken.map(({ over }) => over))}`,
      remedy:
        "Let the outbound route map of the VPN connection announce the prefix as it is, or keep it off ExpressRoute as well.",
      evidence: {
        ...evidence,
        trace: [
          `Azure advertises the prefix over ${inAddresses(listed(evidence.via))}`,
          `no tunnel of ${from.resource.address} ${fault} it`,
          "on-premises routers take the longest prefix before any preference",
        ],
      },
    });
  }
}

function* notEncrypted(branch: Branch, alike: readonly BranchesChoice[]): Iterable<Judgement> {
  for (const { connection, what, taken, evidence } of leakOf(branch, alike)) {
    yield violation(at(connection), {
      message: phrase`${what} is reached through ${listed(taken.map(({ over }) => over))}, a tunnel that encrypts nothing`,
      remedy: "Switch encryption on: in the WAN, and in the IPsec policy of the link.",
      evidence: { ...evidence, trace: [`${inAddresses(listed(evidence.via))} takes it, and its encryption is off`] },
    });
  }
}

/** What a finding says of addresses that leave a branch unencrypted; nothing where there are none. */
function leakOf({ site, connections }: Branch, alike: readonly BranchesChoice[]) {
  const [first] = connections;
  const [one] = alike;
  if (first === undefined || one === undefined) {
    return [];
  }
  const { connection } = first;
  const { hub } = one.piece.side;
  const prefixes = prefixesOf(alike);
  const taken = eachOnce(alike.flatMap(({ choice }) => choice.via));
  const via = taken.map((way) => way.via);
  const evidence = { prefixes, via, hub: hub.resource.address, flow: flowTo(hub, prefixes) };
  return [{ connection, from: site ?? connection, what: nameOf(hub, prefixes), taken, evidence }];
}

function* untold(
  holder: VirtualHub | SpokeConnection,
  alike: readonly BranchesChoice[],
  unknowns: readonly Unknown[],
): Iterable<Judgement> {
  const [one] = alike;
  if (one === undefined) {
    return;
  }
  const prefixes = prefixesOf(alike);
  const { hub } = one.piece.side;
  const place = "virtualNetwork" in holder ? at(holder, holder.hub.path) : hubPlace(holder);
  const message = phrase`whether on-premises routers reach ${nameOf(hub, prefixes)} through the tunnel can't be told`;
  const trace = [ALIKE, "what on-premises routers prefer or refuse, or what route maps keep off, can't be told"];
  const evidence = { prefixes, flow: flowTo(hub, prefixes), trace };
  yield cannotTell(place, withoutNeedless(unknowns), message, { evidence });
}
