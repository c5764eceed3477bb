import type { Answer } from "../network/facts/answer";
import { knownValues, type Unknown, unknownsOf } from "../network/field";
import type { SpokeConnection } from "../network/network";
import { DEFAULT_LABEL, type HubTable } from "./hub-table";
import { isNoneTable, propagationOf } from "./propagation";
import { isDoubtful } from "./reach";

/**
 * Whether a spoke's prefixes come into the default table of a hub, and so are advertised to the branches there. A label
 * that can't be told is taken for one that every such table bears: {@link labelDoubts}.
 */
export function reachOf(spoke: SpokeConnection, table: HubTable): Answer {
  if (labelDoubts(spoke).length > 0) {
    return "yes";
  }
  const reach = propagationOf(spoke.routing, "vnet", spoke.resource).into(table);
  return isDoubtful(reach) ? reach.unknowns : reach;
}

/**
 * Why no branch of any hub may hear of a spoke: a label that can't be told reaches the default tables of all hubs or of
 * none. What Azure makes of the id of the table that nobody follows, without a label, no page says.
 */
export function labelDoubts({ routing, resource }: SpokeConnection): Unknown[] {
  const { propagatedLabels: labels, propagatedRouteTables: tables } = routing;
  if (knownValues(labels).some((label) => label.toLowerCase() === DEFAULT_LABEL)) {
    return [];
  }
  const isUnlabelled = labels.items.length === 0 && labels.unknown === undefined;
  const namesNone = tables.items.some((table) => table.state === "resolved" && isNoneTable(table.to));
  return isUnlabelled && namesNone ? [{ decidedBy: [`${resource.address}.${labels.path}`] }] : unknownsOf(labels);
}

/** Whether a spoke's prefixes come into the default table of every hub alike. */
export function reachesAll(spoke: SpokeConnection): boolean {
  return propagationOf(spoke.routing, "vnet", spoke.resource).everywhere || labelDoubts(spoke).length > 0;
}
