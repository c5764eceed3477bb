import { sameName } from "../network/arm-id";
import type { Answer } from "../network/facts/answer";
import { knownValues, targetOf, type Unknown, unknownsOf } from "../network/field";
import type { RouteTable, SpokeConnection, VirtualHub } from "../network/network";

const DEFAULT_LABEL = "default";

function isDefault(label: string): boolean {
  return label.toLowerCase() === DEFAULT_LABEL;
}

/**
 * Whether a spoke's prefixes come into the default table of a hub, and so are advertised to the branches there: by label
 * `default`, which every hub's bears, or by the table's id. To a spoke that names no label Azure itself adds that one.
 * `none` is a table that nobody follows. A label that can't be told is taken for `default`: {@link labelDoubts}.
 *
 * https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing
 */
export function reachOf(spoke: SpokeConnection, hub: VirtualHub): Answer {
  const { propagatedLabels: labels, propagatedRouteTables: tables } = spoke.routing;
  if (knownValues(labels).some(isDefault) || labelDoubts(spoke).length > 0) {
    return "yes";
  }
  const named = tables.items.flatMap((table) => targetOf(table) ?? []);
  if (named.some((table) => table.isDefault && targetOf(table.hub) === hub)) {
    return "yes";
  }
  const unknowns: Unknown[] = [
    ...tables.items.flatMap((table) => (table.state === "unknown" ? [table.unknown] : [])),
    ...named.flatMap((table) => (table.isDefault && table.hub.state === "unknown" ? [table.hub.unknown] : [])),
    ...(tables.unknown === undefined ? [] : [tables.unknown]),
  ];
  return labels.items.length === 0 ? "yes" : unknowns.length > 0 ? unknowns : "no";
}

/**
 * Why no branch of any hub may hear of a spoke: a label that can't be told reaches the default tables of all hubs or of
 * none. What Azure makes of the id of the table that nobody follows, without a label, no page says.
 */
export function labelDoubts({ routing, resource }: SpokeConnection): Unknown[] {
  const { propagatedLabels: labels, propagatedRouteTables: tables } = routing;
  if (knownValues(labels).some(isDefault)) {
    return [];
  }
  const isNone =
    labels.items.length === 0 && tables.items.some((table) => table.state === "resolved" && isNoneTable(table.to));
  return [...unknownsOf(labels), ...(isNone ? [{ decidedBy: [`${resource.address}.${labels.path}`] }] : [])];
}

/** Whether a spoke's prefixes come into the default table of every hub alike. */
export function reachesAll(spoke: SpokeConnection): boolean {
  const { propagatedLabels: labels } = spoke.routing;
  return labels.items.length === 0 || knownValues(labels).some(isDefault) || labelDoubts(spoke).length > 0;
}

function isNoneTable({ name }: RouteTable): boolean {
  return name.state === "known" && sameName(name.value, "noneRouteTable");
}
