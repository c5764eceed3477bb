import { isOpen } from "../network/facts/answer";
import { namesIn } from "../network/facts/called/names";
import { phrase } from "../network/facts/called/phrase";
import { told } from "../network/facts/called/teller";
import { inputLines } from "../network/facts/input-lines";
import { onPremisesAt } from "../network/facts/on-premises";
import { prefixesOf, type StatedPrefix } from "../network/facts/prefixes";
import { statedProtected, stating } from "../network/facts/said";
import type { IntentStatement } from "../network/intent";
import type { Network } from "../network/network";
import type { Range } from "../routes/covering";
import { hubGroups, isPrivateIn } from "../routes/hub-groups";
import { protectedFrom, protecting } from "../routes/protected";
import { towardsAzure } from "../routes/to-azure";
import type { Asked } from "./asked";
import { rowsToAzure } from "./azure-rows";
import { rowsToOnPremises } from "./onprem-rows";
import { deciders } from "./open";
import type { RoutesReport } from "./report";

/**
 * Where every packet goes between Azure and on-premises: from each hub and spoke to what must be encrypted and to all
 * that hubs learn from on-premises, and from each site to the hubs and spokes. Exact, in maximal prefixes.
 */
export function routeTable(network: Network, asked: Asked = {}): RoutesReport {
  const groups = hubGroups(network);
  const toOnPremises = groups.flatMap((group) => rowsToOnPremises(network, group, asked));
  const toAzure = towardsAzure(network).flatMap((towards) => rowsToAzure(network, towards, asked));
  const guarded = groups.flatMap((group) => protectedFrom(network, group).prefixes);
  return {
    version: 1,
    routes: [...toOnPremises, ...toAzure],
    protected: guarded.flatMap(({ family, first, last }): Range[] =>
      family === 4 ? [{ first: Number(first), last: Number(last) }] : [],
    ),
    notes: [...notesOnIntent(network), ...notesOnAddresses(network), ...notesOnInputs(network)],
  };
}

function notesOnInputs({ inputs }: Network): string[] {
  return inputs.flatMap((input) => inputLines(input).map((line) => `${input.path}: ${line}.`));
}

function notesOnIntent(network: Network): string[] {
  const { stated } = network.intent;
  const groups = hubGroups(network);
  if (groups.length === 0) {
    return ["No input holds a hub: there is nothing to route."];
  }
  const missing = [
    ...(network.expressRouteConnections.some(({ advertised }) => advertised === undefined)
      ? ["what each ExpressRoute connection advertises (expressRoute)"]
      : []),
    ...(network.sites.some(({ links }) => links.items.some(({ advertised }) => advertised === undefined))
      ? ["what each VPN link advertises (vpn)"]
      : []),
    ...(groups.some((group) => protecting(network, group).length === 0) ? ["what must be encrypted (protected)"] : []),
    ...(network.hubs.some((hub) => onPremisesAt(network, hub).prefersTunnelFor === undefined)
      ? ["what on-premises routers prefer (onPremises.prefersTunnelFor)"]
      : []),
  ];
  const nobody = stated.length === 0 ? "Nobody states what on-premises routers do. " : "";
  const nothing = groups.every((group) => protectedFrom(network, group).prefixes.length === 0)
    ? ["Nothing is known to be protected."]
    : [];
  const open = groups.map(isPrivateIn).filter(isOpen);
  const unsure = open.map(
    (unknowns) => `Whether tunnels use private peering can't be told; ${deciders(unknowns)} would tell.`,
  );
  const lines =
    missing.length === 0 ? [] : [`${nobody}These lines of network_intent would tell more: ${missing.join("; ")}.`];
  return [...nothing, ...lines, ...unsure];
}

/** Spokes and hubs whose addresses can't be told have no row. */
function notesOnAddresses(network: Network): string[] {
  const open = towardsAzure(network).flatMap(({ pieces }) => pieces.filter(({ range }) => range === undefined));
  const others = stating(network, statedProtected).flatMap(protectedBeyondIpv4);
  return [
    ...open.map(({ side: { kind, hub, spoke, unknowns } }) => {
      const whose = kind === "spoke" && spoke === undefined ? "spokes that the inputs may not show" : (spoke ?? hub);
      const note = phrase`Addresses of ${whose} can't all be told, so rows for them may be missing; ${deciders(unknowns)} would tell.`;
      return told(namesIn(network), note);
    }),
    ...others.map(({ text }) => `${text} is protected, and hubs carry IPv4 only: nothing leads there.`),
  ];
}

function protectedBeyondIpv4({ protected: list }: IntentStatement): StatedPrefix[] {
  return list === undefined ? [] : prefixesOf(list).filter(({ prefix }) => prefix.family !== 4);
}
