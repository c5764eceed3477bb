import { sameName } from "../network/arm-id";
import { NONE_TABLE } from "../network/built-in-tables";
import { knownValue, targetOf, type Unknown, unknownsOf } from "../network/field";
import type { ConnectionRouting, RouteTable, VirtualHub } from "../network/network";
import type { Resource } from "../network/resource";
import { DEFAULT_LABEL, type HubTable } from "./hub-table";
import { bothOf, type Doubt, type Reach } from "./reach";

/** Into which route tables of a WAN the routes of a connection come. */
export interface Propagation {
  /** Whether every default table holds them for certain: then nothing more need be asked of those. */
  readonly everywhere: boolean;
  /** The hubs of whose default tables it names some; only where it is not {@link everywhere}. */
  readonly named: ReadonlySet<VirtualHub>;
  into(table: HubTable): Reach;
}

const NO_HUBS: ReadonlySet<VirtualHub> = new Set();

/** Where nobody wrote anything: the default table, whose label every hub's bears, so that hubs tell each other. */
export const EVERYWHERE: Propagation = {
  everywhere: true,
  named: NO_HUBS,
  into: ({ labels }) => (labels.has(DEFAULT_LABEL) ? "yes" : "no"),
};

/** Where nobody can tell: into any table whatever. */
export const ANYWHERE: Propagation = { everywhere: true, named: NO_HUBS, into: () => "yes" };

export const NOWHERE: Propagation = { everywhere: false, named: NO_HUBS, into: () => "no" };

/** What stands in one table stays there. */
export function onlyInto({ name, hub, custom }: HubTable): Propagation {
  const named = custom === undefined ? new Set([hub]) : NO_HUBS;
  return { everywhere: false, named, into: (table) => (table.name === name ? "yes" : "no") };
}

/** All tables of one hub. */
export function atHub(hub: VirtualHub): Propagation {
  return { everywhere: false, named: new Set([hub]), into: (table) => (table.hub === hub ? "yes" : "no") };
}

/** The same, where something else has to hold too. */
export function under(condition: Reach, propagation: Propagation): Propagation {
  if (condition === "yes") {
    return propagation;
  }
  const { named } = propagation;
  return { everywhere: false, named, into: (table) => bothOf(condition, propagation.into(table)) };
}

/** What kind of connection propagates: Azure adds a label to a VNet connection that names none. */
export type PropagatingKind = "vnet" | "vpn" | "expressroute";

/**
 * Into which tables a connection propagates: those that it names by id, of whichever hub, and those that bear one of its
 * labels, in every hub of the WAN.
 *
 * - A VNet connection that names no label propagates to label `default` too: Azure adds it.
 * - Of a VPN or ExpressRoute connection that names a table and no label no page says that: its own table for certain,
 *   any other default table in doubt (inference).
 * - `none` is a table that nobody follows. Whether a connection that names it beside others propagates to those no page says
 *   (inference: that can't be told).
 *
 * https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing
 */
export function propagationOf(routing: ConnectionRouting, kind: PropagatingKind, resource: Resource): Propagation {
  const { propagatedRouteTables: tables, propagatedLabels: labels } = routing;
  const stated = tables.items.length + labels.items.length > 0;
  return stated || tables.unknown !== undefined || labels.unknown !== undefined
    ? new StatedPropagation(routing, kind, resource)
    : EVERYWHERE;
}

class StatedPropagation implements Propagation {
  readonly everywhere: boolean;
  readonly named: ReadonlySet<VirtualHub>;
  private readonly customs: ReadonlySet<RouteTable>;
  private readonly labels: ReadonlySet<string>;
  /** Why there may be other tables and labels. */
  private readonly unknowns: readonly Unknown[];
  /** Whether Azure adds label `default`, where that can't be told. */
  private readonly added: Doubt | undefined;
  /** Whether what it names counts, beside `none`. */
  private readonly counts: Reach;

  constructor(
    routing: ConnectionRouting,
    kind: PropagatingKind,
    private readonly resource: Resource,
  ) {
    const { propagatedRouteTables: tables, propagatedLabels } = routing;
    const known = tables.items.flatMap((table) => targetOf(table) ?? []);
    this.named = new Set(known.flatMap((table) => (table.isDefault ? (targetOf(table.hub) ?? []) : [])));
    this.customs = new Set(known.filter(({ isDefault }) => !isDefault));
    this.unknowns = [...unknownTables(routing), ...unknownsOf(propagatedLabels)];
    const names = propagatedLabels.items.flatMap((label) => knownValue(label)?.toLowerCase() ?? []);
    const namesLabels = propagatedLabels.items.length > 0 || propagatedLabels.unknown !== undefined;
    const onlyNone = known.length === tables.items.length && known.length > 0 && known.every(isNoneTable);
    const adds = namesLabels ? "no" : kind === "vnet" && !onlyNone ? "yes" : "perhaps";
    this.labels = new Set(adds === "yes" ? [DEFAULT_LABEL] : names.filter((name) => name !== NONE_LABEL));
    this.added = adds === "perhaps" ? { name: `label of ${kind}`, unknowns: [labelsAt(resource, routing)] } : undefined;
    const namesNone = names.includes(NONE_LABEL) || known.some(isNoneTable);
    this.counts = namesNone ? { name: "what is named beside none", unknowns: [labelsAt(resource, routing)] } : "yes";
    this.everywhere = !namesNone && this.labels.has(DEFAULT_LABEL);
  }

  into(table: HubTable): Reach {
    const isNamed = table.custom === undefined ? this.named.has(table.hub) : this.customs.has(table.custom);
    if (isNamed || [...this.labels].some((label) => table.labels.has(label))) {
      return this.counts;
    }
    const unknowns = [...this.unknowns, ...(this.labels.size > 0 ? table.labelUnknowns : [])];
    const added = table.labels.has(DEFAULT_LABEL) ? this.added : undefined;
    if (unknowns.length > 0) {
      const { input, address } = this.resource;
      const name = `${input}\n${address} into ${table.name}`;
      return { name, unknowns: [...unknowns, ...(added?.unknowns ?? [])] };
    }
    return added ?? "no";
  }
}

const NONE_LABEL = "none";

/** The table of every hub that nobody follows: to propagate there is to propagate nowhere. */
export function isNoneTable({ name }: RouteTable): boolean {
  return name.state === "known" && sameName(name.value, NONE_TABLE);
}

/** Whether a label is that of the table that nobody follows. */
export function isNoneLabel(label: string): boolean {
  return label.toLowerCase() === NONE_LABEL;
}

function unknownTables({ propagatedRouteTables: { items, unknown } }: ConnectionRouting): Unknown[] {
  const lost = items.flatMap((table): Unknown[] => {
    if (table.state === "unknown") {
      return [table.unknown];
    }
    const hub = table.state === "resolved" && table.to.isDefault ? table.to.hub : undefined;
    return hub?.state === "unknown" ? [hub.unknown] : [];
  });
  return unknown === undefined ? lost : [...lost, unknown];
}

function labelsAt({ address }: Resource, { propagatedLabels }: ConnectionRouting): Unknown {
  return { decidedBy: [`${address}.${propagatedLabels.path}`] };
}
