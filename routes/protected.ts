import { mayBeOne } from "../network/facts/identity";
import { prefixOfField } from "../network/facts/prefixes";
import type { Network } from "../network/network";
import { encryptedBefore, untoldBefore } from "./encrypted-before";
import { type HubGroup, hasPrivatePath, hubGroups } from "./hub-groups";
import type { LearnedRoutes } from "./learned-routes";
import { ownProtected, type Protected, withMore } from "./own-protected";

export { type Protected, protecting } from "./own-protected";

/** WANs with something to protect: those with a private-IP link, and others that may reach what is protected. */
export function protectedGroups(network: Network): readonly HubGroup[] {
  const groups = hubGroups(network);
  const inUse = groups.filter(hasPrivatePath);
  return groups.filter((group) => {
    return inUse.includes(group) || (!mayBeOneOf(group, inUse) && mayProtect(protectedFrom(network, group)));
  });
}

function mayProtect(wanted: Protected): boolean {
  return protectsAnything(wanted) || wanted.doubts.length > 0;
}

// Hubs of which can't be told in which WAN they are leave those open that they may be in.
function mayBeOneOf({ wan }: HubGroup, others: readonly HubGroup[]): boolean {
  return others.some((other) => wan === undefined || other.wan === undefined || mayBeOne(wan, other.wan));
}

/** What must be reached encrypted from the hubs of a WAN: by what is stated and announced now, and by what was before. */
export function protectedFrom(network: Network, group: HubGroup): Protected {
  const found = known.get(group) ?? foundFor(network, group);
  known.set(group, found);
  return found;
}

const known = new WeakMap<HubGroup, Protected>();

function foundFor(network: Network, group: HubGroup): Protected {
  const own = ownProtected(network, group);
  const before = encryptedBefore(network, group, own);
  const untold = untoldBefore(network, group, own);
  return before.length === 0 && untold.length === 0 ? own : withMore(own, before, untold);
}

/** Marks the prefixes of all lists among routes, without the addresses of devices. IPv4 only, as hubs are. */
export function markProtected({ lists, devices }: Protected, routes: LearnedRoutes): void {
  for (const { list } of lists) {
    routes.markListed(list, devices);
  }
}

/** Whether anything is protected at all. */
export function protectsAnything({ lists }: Protected): boolean {
  return lists.some(({ list }) => list.items.some((field) => prefixOfField(field) !== undefined));
}
