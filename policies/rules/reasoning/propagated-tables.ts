import type { Phrase } from "../../../network/facts/called/phrase";
import { targetOf, type Unknown, unknownsOf } from "../../../network/field";
import type { ConnectionRouting, Network, RouteTable, VirtualHub } from "../../../network/network";
import type { HubGroup } from "../../../routes/hub-groups";
import { customTableOf, type HubTable } from "../../../routes/hub-table";
import { isNoneLabel, isNoneTable, type Propagation } from "../../../routes/propagation";
import { isDoubtful } from "../../../routes/reach";
import { viewsOf } from "../../../routes/wan-routes";

/** The route tables of a WAN to which connections may propagate. */
export function tablesOfWan(network: Network, group: HubGroup): HubTable[] {
  const views = viewsOf(network, group);
  const customs = network.routeTables.filter(({ isDefault }) => !isDefault);
  return [
    ...group.hubs.map((hub) => views.of(hub).table),
    ...customs.flatMap((table) => {
      const hub = targetOf(table.hub);
      return hub !== undefined && group.hubs.includes(hub) ? [customTableOf(hub, table)] : [];
    }),
  ];
}

/** What a connection says that it propagates to. */
export interface StatedTables {
  readonly names: readonly string[];
  /** The same for people. */
  readonly said: readonly Phrase[];
  readonly unknowns: readonly Unknown[];
  readonly path: string;
  /** Whether it names tables, and no label. */
  readonly byIdAlone: boolean;
  /** Whether the table that nobody follows is among them. */
  readonly none: boolean;
}

/** The tables and labels of a branch connection; the default table of its own hub is called by its label, `default`. */
export function statedTables(
  { propagatedRouteTables: tables, propagatedLabels: labels, path }: ConnectionRouting,
  hub: VirtualHub,
): StatedTables {
  const known = tables.items.flatMap((table) => targetOf(table) ?? []);
  const named = labels.items.flatMap((label) => (label.state === "known" ? [label.value] : []));
  const said = new Map<string, Phrase>([
    ...known.map((table) => sayingOf(table, hub)),
    ...named.map((label) => [label.toLowerCase(), label] as const),
  ]);
  const unknowns = [...unknownTables(tables), ...unknownsOf(labels)];
  if (said.size + unknowns.length === 0) {
    said.set("default", "default");
  }
  const names = [...said.keys()].sort();
  return {
    names,
    said: names.map((name) => said.get(name) ?? name),
    unknowns,
    path: tables.path || path,
    byIdAlone: tables.items.length > 0 && labels.items.length === 0 && unknowns.length === 0,
    none: known.some(isNoneTable) || named.some(isNoneLabel),
  };
}

function sayingOf(table: RouteTable, hub: VirtualHub): readonly [name: string, said: Phrase] {
  return table.isDefault && targetOf(table.hub) === hub ? ["default", "default"] : [table.resource.address, table];
}

function unknownTables({ items, unknown }: ConnectionRouting["propagatedRouteTables"]): Unknown[] {
  const lost = items.flatMap((table) => (table.state === "unknown" ? [table.unknown] : []));
  return unknown === undefined ? lost : [...lost, unknown];
}

/** Whether two connections propagate to the same tables: for certain, for certain not, or why that can't be told. */
export function propagateAlike(
  a: Propagation,
  b: Propagation,
  tables: readonly HubTable[],
): "yes" | "no" | readonly Unknown[] {
  const reaches = tables.map((table) => [a.into(table), b.into(table)] as const);
  if (reaches.some(([one, other]) => !isDoubtful(one) && !isDoubtful(other) && one !== other)) {
    return "no";
  }
  const open = reaches.flatMap(([one, other]) =>
    [one, other].flatMap((reach) => (isDoubtful(reach) ? reach.unknowns : [])),
  );
  return open.length > 0 ? [...new Set(open)] : "yes";
}
