import type { RouteTable, SpokeConnection, VirtualHub } from "../network/network";
import { customTableOf, defaultTableOf, type HubTable } from "./hub-table";
import { type Inspection, UNINSPECTED } from "./inspection";
import { bothOf, isDoubtful, type Reach } from "./reach";
import type { RouteSource } from "./source";

/** One route table as packets follow it: a hub's own, or a spoke's. */
export interface View {
  readonly hub: VirtualHub;
  readonly table: HubTable;
  /** Whether it has 0.0.0.0/0, which a spoke hears only where its connection says so. */
  readonly hearsDefault: Reach;
  /** The spokes that follow it, where it isn't what their hub itself follows. */
  readonly spokes: readonly SpokeConnection[];
  readonly wan: WanViews;
}

/** What is known of a WAN beside its hubs; nothing of it need be. */
export interface WanFacts {
  readonly tables?: readonly RouteTable[];
  readonly inspections?: ReadonlyMap<VirtualHub, Inspection>;
}

/** The views of the hubs of one WAN. */
export class WanViews {
  /** Whether any hub may have a routing intent. */
  readonly anyInspection: boolean;
  private readonly own: ReadonlyMap<VirtualHub, View>;
  private readonly customs = new Map<RouteTable, HubTable>();
  private readonly inspections: ReadonlyMap<VirtualHub, Inspection>;

  constructor(
    readonly hubs: readonly VirtualHub[],
    { tables = [], inspections = new Map() }: WanFacts = {},
  ) {
    this.inspections = inspections;
    this.anyInspection = [...inspections.values()].some((one) => one !== UNINSPECTED);
    const described = tables.filter(({ isDefault }) => isDefault);
    this.own = new Map(
      hubs.map((hub) => [
        hub,
        { hub, table: defaultTableOf(hub, described), hearsDefault: "yes", spokes: [], wan: this } as const,
      ]),
    );
  }

  /** What a hub itself follows, and the spokes that are associated with its default table: that table. */
  of(hub: VirtualHub): View {
    const found = this.own.get(hub);
    return found ?? { hub, table: defaultTableOf(hub), hearsDefault: "yes", spokes: [], wan: this };
  }

  /** What spokes follow that are associated with a table of their hub, or don't hear its 0.0.0.0/0. */
  ofSpokes(
    hub: VirtualHub,
    table: RouteTable | undefined,
    hearsDefault: Reach,
    spokes: readonly SpokeConnection[],
  ): View {
    const followed = table === undefined ? this.of(hub).table : this.customTable(hub, table);
    return { hub, table: followed, hearsDefault, spokes, wan: this };
  }

  inspectionAt(hub: VirtualHub): Inspection {
    return this.inspections.get(hub) ?? UNINSPECTED;
  }

  private customTable(hub: VirtualHub, table: RouteTable): HubTable {
    const found = this.customs.get(table) ?? customTableOf(hub, table);
    this.customs.set(table, found);
    return found;
  }
}

/**
 * Whether a view has a route of a prefix. Everything about 0.0.0.0/0 stays in its hub, and static routes don't apply
 * where a next hop takes private traffic. https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing
 */
export function hears(view: View, source: RouteSource, length: number): Reach {
  if (length === 0 && source.hub !== view.hub) {
    return "no";
  }
  const { propagation } = source;
  const reach = propagation.everywhere && view.table.custom === undefined ? "yes" : propagation.into(view.table);
  const withDefault = length === 0 ? bothOf(reach, view.hearsDefault) : reach;
  const isInspected = source.kind === "static" && source.hub === view.hub && view.wan.anyInspection;
  return isInspected ? bothOf(withDefault, withoutInspection(view.wan.inspectionAt(view.hub).isPrivate)) : withDefault;
}

function withoutInspection(isPrivate: Reach): Reach {
  return isDoubtful(isPrivate)
    ? { name: `no ${isPrivate.name}`, unknowns: isPrivate.unknowns }
    : isPrivate === "yes"
      ? "no"
      : "yes";
}
