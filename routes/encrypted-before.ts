import { isSameResource } from "../network/facts/identity";
import { prefixOfField } from "../network/facts/prefixes";
import { expressRouteOf, isPrivate } from "../network/facts/private-path";
import { type Field, knownValue } from "../network/field";
import type { IntentStatement } from "../network/intent";
import type { Network, Part, VirtualWan, VpnConnection } from "../network/network";
import type { Addresses } from "./addresses";
import type { ProtectedDoubt, ProtectedList } from "./announced";
import { maximalPrefixes, type Range, rangesOf, without, withoutAll } from "./covering";
import { flowsOver } from "./flows-over";
import { type HubGroup, hasPrivatePath, hubGroups } from "./hub-groups";
import { isAlike, isOnPrivatePath } from "./outcome";
import { ownProtected, type Protected } from "./own-protected";
import { SpokeViews } from "./spoke-views";
import { connectedLinks } from "./tunnel-routes";
import { marked, routesOf, viewsOf } from "./wan-routes";

/**
 * What was protected and encrypted before the change, from anywhere, of which intent says nothing now, and that nothing
 * protects any more.
 */
export function encryptedBefore(network: Network, group: HubGroup, own: Protected): ProtectedList[] {
  const { before, wans } = network;
  if (before === undefined) {
    return [];
  }
  const isSpokenOf = speaking(own.statements);
  const groups = hubGroups(before).filter((other) => hasPrivatePath(other) && mayBeSame(other, group, wans));
  return groups.flatMap((other) => {
    const was = ownProtected(before, other);
    const gone = withoutThose(
      was.lists.filter(({ by }) => !isSpokenOf(by)),
      own.lists,
    );
    if (gone.length === 0) {
      return [];
    }
    const now = own.prefixes.flatMap(rangesOf);
    const left = withoutAll(encryptedRanges(before, other, gone, was.devices), now);
    return listsWithin(gone, left, was.devices);
  });
}

/**
 * Connections on the private path that were there before, of which nothing tells what they carried, where a WAN has no such path
 * left and ExpressRoute may take it all. Taking out the last tunnel decides nothing.
 */
export function untoldBefore(network: Network, group: HubGroup, own: Protected): ProtectedDoubt[] {
  const { before, wans } = network;
  if (before === undefined || hasPrivatePath(group) || !hasExpressRoute(group)) {
    return [];
  }
  const isSpokenOf = speaking(own.statements);
  return hubGroups(before)
    .filter((other) => mayBeSame(other, group, wans))
    .flatMap(({ hubs }) => hubs.flatMap(({ vpnGateways }) => vpnGateways.flatMap(({ connections }) => connections)))
    .filter((connection) => isUntold(connection) && !isSpokenOf(connection))
    .map((of) => ({ of, when: "before", unknowns: [{ decidedBy: ["network_intent.protected"] }] }));
}

function hasExpressRoute({ hubs }: HubGroup): boolean {
  return hubs.flatMap(expressRouteOf).some(({ advertised }) => {
    return (
      advertised === undefined || advertised.prefixes.items.length > 0 || advertised.prefixes.unknown !== undefined
    );
  });
}

function isUntold(connection: VpnConnection): boolean {
  const links = connectedLinks(connection).filter(({ link }) => isPrivate(link) !== "no");
  const isListed = connection.site.state === "resolved" && connection.site.to.addressCidrs.items.length > 0;
  return !isListed && links.some(({ siteLink }) => siteLink?.advertised === undefined);
}

/** Lists without what others hold in the same words. */
function withoutThose(lists: readonly ProtectedList[], others: readonly ProtectedList[]): ProtectedList[] {
  const kept = new Set(lists.length === 0 ? [] : others.flatMap(({ list }) => list.items.map(knownValue)));
  return lists.flatMap((one) => {
    const items = one.list.items.filter((field) => field.state === "known" && !kept.has(field.value));
    return items.length === 0 ? [] : [{ ...one, list: { path: one.list.path, items } }];
  });
}

function encryptedRanges(
  before: Network,
  group: HubGroup,
  lists: readonly ProtectedList[],
  devices: Addresses,
): Range[] {
  const { routes, openings } = routesOf(before, group);
  const marks = lists.flatMap(({ list }) => list.items.flatMap((field) => prefixesOf(field, devices)));
  const { alike } = flowsOver(marked(routes, marks), new SpokeViews(viewsOf(before, group)), openings);
  const safe = alike.filter(({ decision }) => isOnPrivatePath(decision) && !isAlike(decision));
  return withoutAll(
    safe.flatMap(({ ranges }) => ranges),
    [],
  );
}

/** What of lists is within some ranges: a prefix as it is written where all of it is. */
function listsWithin(lists: readonly ProtectedList[], ranges: readonly Range[], devices: Addresses): ProtectedList[] {
  return lists.flatMap(({ list: { path, items }, by }): ProtectedList[] => {
    const fields = items.flatMap((field): Field<string>[] => {
      const all = prefixesOf(field, devices).flatMap(rangesOf);
      const others = all.flatMap((range) => without(range, touching(ranges, range)));
      const pieces = others.length === 0 ? [] : maximalPrefixes(withoutAll(all, others));
      return others.length === 0
        ? [field]
        : pieces.map((value) => ({ ...field, state: "known", value, written: false }));
    });
    return fields.length === 0 ? [] : [{ list: { path, items: fields }, because: "before", by }];
  });
}

/** Those of disjoint ranges in address order that share an address with another. */
function touching(sorted: readonly Range[], { first, last }: Range): readonly Range[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.last ?? 0) < first) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  let end = low;
  while ((sorted[end]?.first ?? last + 1) <= last) {
    end += 1;
  }
  return sorted.slice(low, end);
}

function prefixesOf(field: Field<string>, devices: Addresses) {
  const prefix = prefixOfField(field)?.prefix;
  return prefix === undefined ? [] : devices.outOf(prefix);
}

/** Whether a WAN of before may be this one: it has its address or its id, or there is none such now. */
function mayBeSame({ wan: was }: HubGroup, { wan }: HubGroup, wans: readonly VirtualWan[]): boolean {
  const same = was === undefined ? undefined : wans.find((one) => isSameResource(one, was));
  return same === undefined || wan === undefined || same === wan;
}

/** Whether statements speak of what an input made, or of a part that has this address now. */
function speaking(statements: readonly IntentStatement[]): (part: Part) => boolean {
  const inputs = new Set(statements.map(({ resource }) => resource.input));
  const isAll = statements.some(({ scope }) => scope === "all");
  const parts = new Set(statements.flatMap(({ scope }) => (scope === "all" ? [] : [...scope].map(keyOf))));
  return (part) => isAll || inputs.has(part.resource.input) || parts.has(keyOf(part));
}

function keyOf({ resource }: Part): string {
  return `${resource.input}\n${resource.address}`;
}
