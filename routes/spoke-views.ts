import { knownValue, targetOf, type Unknown } from "../network/field";
import type { RouteMap, RouteTable, SpokeConnection, VirtualHub } from "../network/network";
import type { HubTable } from "./hub-table";
import { isDoubtful, type Reach } from "./reach";
import type { View, WanViews } from "./view";

/**
 * Why it can't be told which route table a spoke follows; empty where it can. Azure takes no table of another hub, so
 * nobody says what a spoke does that names one.
 */
export function whichTable({ routing, hub }: SpokeConnection): Unknown[] {
  const table = routing.associatedRouteTable;
  if (table.state === "unknown") {
    return [table.unknown];
  }
  const isElsewhere = table.state === "resolved" && targetOf(table.to.hub) !== targetOf(hub);
  return isElsewhere ? [{ decidedBy: [table.to.resource.address] }] : [];
}

/**
 * Why it can't be told which routes a spoke hears: its outbound map drops or replaces some, or may. What it does to AS paths
 * changes nothing, since a spoke has no other way than its hub.
 */
export function hiddenByMap({ resource, routing: { outboundRouteMap: map } }: SpokeConnection): Unknown[] {
  if (map.state === "unknown") {
    return [map.unknown];
  }
  const takesAway = map.state === "resolved" && mayTakeAway(map.to);
  return takesAway ? [{ decidedBy: [`${resource.address}.${map.path}`] }] : [];
}

function mayTakeAway({ rules }: RouteMap): boolean {
  return (
    rules.unknown !== undefined ||
    rules.items.some(
      ({ actions }) =>
        actions.unknown !== undefined ||
        actions.items.some(({ type, parameters }) => {
          const touchesPrefixes =
            parameters.unknown !== undefined ||
            parameters.items.some(({ prefixes }) => prefixes.items.length > 0 || prefixes.unknown !== undefined);
          return type.state !== "known" || type.value === "Drop" || touchesPrefixes;
        }),
    )
  );
}

/** Why it can't be told what a spoke hears; empty where it can. */
export function whatItHears(spoke: SpokeConnection): Unknown[] {
  return [...whichTable(spoke), ...hiddenByMap(spoke)];
}

/** What the spokes of a WAN follow: each the table of its hub that it is associated with, with or without 0.0.0.0/0. */
export class SpokeViews {
  /** Those that aren't what a hub itself follows, each once. */
  readonly others: readonly View[];
  private readonly bySpoke = new Map<SpokeConnection, View>();

  constructor(readonly views: WanViews) {
    this.others = views.hubs.flatMap((hub) => this.viewsAt(hub));
  }

  /** What a spoke follows; undefined where that can't be told. */
  of(spoke: SpokeConnection): View | undefined {
    return this.bySpoke.get(spoke);
  }

  /** The tables of hubs' own making that any spoke follows. A table that nobody follows has no effect. */
  get customTables(): HubTable[] {
    return [...new Set(this.others.map(({ table }) => table))].filter(({ custom }) => custom !== undefined);
  }

  private viewsAt(hub: VirtualHub): View[] {
    const found = new Map<RouteTable | undefined, Map<string, { view: View; spokes: SpokeConnection[] }>>();
    for (const spoke of hub.spokeConnections.filter((one) => whatItHears(one).length === 0)) {
      const table = customOf(spoke);
      const hearsDefault = this.hearsDefault(spoke, hub);
      if (table === undefined && hearsDefault === "yes") {
        this.bySpoke.set(spoke, this.views.of(hub));
        continue;
      }
      const ofTable = found.get(table) ?? new Map<string, { view: View; spokes: SpokeConnection[] }>();
      found.set(table, ofTable);
      const key = isDoubtful(hearsDefault) ? hearsDefault.name : hearsDefault;
      const same = ofTable.get(key) ?? this.made(hub, table, hearsDefault);
      ofTable.set(key, same);
      same.spokes.push(spoke);
      this.bySpoke.set(spoke, same.view);
    }
    return [...found.values()].flatMap((ofTable) => [...ofTable.values()].map(({ view }) => view));
  }

  private made(hub: VirtualHub, table: RouteTable | undefined, hearsDefault: Reach) {
    const spokes: SpokeConnection[] = [];
    return { view: this.views.ofSpokes(hub, table, hearsDefault, spokes), spokes };
  }

  // Where private traffic goes through a next hop, that has to know where 0.0.0.0/0 leads, and the spoke needn't.
  private hearsDefault({ internetSecurity, resource }: SpokeConnection, hub: VirtualHub): Reach {
    if (internetSecurity.state === "unknown") {
      return { name: `default route of ${resource.input}\n${resource.address}`, unknowns: [internetSecurity.unknown] };
    }
    return knownValue(internetSecurity) === true ? "yes" : this.views.inspectionAt(hub).isPrivate;
  }
}

function customOf({ routing }: SpokeConnection): RouteTable | undefined {
  const table = targetOf(routing.associatedRouteTable);
  return table === undefined || table.isDefault ? undefined : table;
}
