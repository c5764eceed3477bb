import { type Names, namesIn, type Told } from "../network/facts/called/names";
import type { Phrase } from "../network/facts/called/phrase";
import { targetOf } from "../network/field";
import type { Network } from "../network/network";
import type { HubGroup } from "../routes/hub-groups";
import { goneWith, lossesOf } from "../routes/losses";
import type { Loss, Need, Route } from "../routes/source";
import { connectedLinks, needsOf } from "../routes/tunnel-routes";
import type { LossKind } from "./report";

/** Something that is lost, with all that goes with it. */
export interface LostThing {
  readonly kind: LossKind;
  readonly lost: string;
  /** The same, as people say it. */
  readonly thing: Phrase<Told>;
  readonly gone: readonly Loss[];
  /** Its place among all. */
  readonly place: number;
  /** All tunnels on the private path are gone, whatever they need. */
  readonly allTunnels: boolean;
}

/** Everything of a WAN that can be lost: each link, connection, circuit, all tunnels of each site, and all tunnels. */
export function lostThings(network: Network, group: HubGroup, routes: readonly Route[]): LostThing[] {
  const names = namesIn(network);
  const vpn = new Set(network.vpnConnections.map(({ resource }) => resource.address));
  const losses = unique([...lossesOf(routes), ...ofSites(group)]);
  const single = losses.map((loss, place): LostThing => {
    const gone = goneWith(loss, routes, group.hubs);
    return { kind: kindOf(loss, vpn), lost: nameOf(loss), thing: said(loss, names), place, gone, allTunnels: false };
  });
  const all = { kind: "tunnel", lost: ALL, thing: ALL, place: losses.length, gone: [], allTunnels: true } as const;
  return [...single, all];
}

const indexes = new WeakMap<readonly LostThing[], ReadonlyMap<string, readonly LostThing[]>>();

/** Those that something can lose which needs these, in their order; and all that take every tunnel. */
export function losing(lost: readonly LostThing[], needs: Iterable<Loss>): LostThing[] {
  const index = indexes.get(lost) ?? indexOf(lost);
  indexes.set(lost, index);
  const found = new Set<LostThing>(index.get(EVERY_TUNNEL));
  for (const need of needs) {
    for (const thing of index.get(keyOf(need)) ?? []) {
      found.add(thing);
    }
  }
  return [...found].sort((a, b) => a.place - b.place);
}

const taken = new WeakMap<LostThing, ReadonlySet<string>>();

/** Whether one of these goes with it: a circuit may take thousands of tunnels with it. */
export function takesAway(thing: LostThing, needs: readonly Loss[]): boolean {
  const keys = taken.get(thing) ?? new Set(thing.gone.map(keyOf));
  taken.set(thing, keys);
  return needs.some((need) => keys.has(keyOf(need)));
}

const EVERY_TUNNEL = "";

function indexOf(lost: readonly LostThing[]): ReadonlyMap<string, readonly LostThing[]> {
  const index = new Map<string, LostThing[]>();
  for (const thing of lost) {
    for (const key of thing.allTunnels ? [EVERY_TUNNEL] : thing.gone.map(keyOf)) {
      const same = index.get(key) ?? [];
      index.set(key, same);
      same.push(thing);
    }
  }
  return index;
}

function keyOf({ what, name }: Loss): string {
  return `${what} ${name}`;
}

// A tunnel may have no route to on-premises, and carry traffic towards Azure all the same.
function ofSites({ hubs }: HubGroup): Need[] {
  const connections = hubs.flatMap(({ vpnGateways }) => vpnGateways.flatMap((gateway) => gateway.connections));
  return connections.flatMap((connection) => {
    const site = targetOf(connection.site);
    return [
      ...connectedLinks(connection).flatMap(({ link }) => needsOf(link).filter(({ what }) => what === "link")),
      { what: "connection", name: connection.resource.address, thing: connection } as const,
      ...(site === undefined ? [] : [{ what: "site", name: site.resource.address, thing: site } as const]),
    ];
  });
}

function unique(losses: readonly Need[]): Need[] {
  return [...new Map(losses.map((loss) => [keyOf(loss), loss])).values()];
}

function kindOf({ what, name }: Loss, vpn: ReadonlySet<string>): LossKind {
  if (what === "link") {
    return "link";
  }
  return what === "site" || vpn.has(name) ? "tunnel" : "circuit";
}

function nameOf({ what, name }: Loss): string {
  return what === "site" ? `all tunnels of ${name}` : `${what} ${name}`;
}

function said({ what, thing }: Need, names: Names): Phrase<Told> {
  const told = names.of(thing);
  if (what === "site") {
    return ["all tunnels of ", told];
  }
  // What has no name is called a connection already.
  return what === "connection" && told.address !== undefined ? ["the connection of ", told] : told;
}

const ALL = "all tunnels";
