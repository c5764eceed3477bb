import { targetOf, type Unknown, unknownsOf } from "../network/field";
import type { RouteTable, VirtualHub } from "../network/network";

/** A route table of a hub: its default one, or one of its own making. One object a table. */
export interface HubTable {
  readonly hub: VirtualHub;
  /** Undefined: the default table. */
  readonly custom: RouteTable | undefined;
  /** Differs from every other table's. */
  readonly name: string;
  /** In lower case; the default table bears `default`. */
  readonly labels: ReadonlySet<string>;
  /** Why it may bear others. */
  readonly labelUnknowns: readonly Unknown[];
}

/** The built-in label of the default table of every hub. */
export const DEFAULT_LABEL = "default";

/** The default table of a hub, with what inputs say of it. */
export function defaultTableOf(hub: VirtualHub, described: readonly RouteTable[] = []): HubTable {
  const own = described.filter((table) => table.isDefault && targetOf(table.hub) === hub);
  return {
    hub,
    custom: undefined,
    name: `${hub.resource.input}\n${hub.resource.address}`,
    labels: new Set([DEFAULT_LABEL, ...own.flatMap(labelsOf)]),
    labelUnknowns: own.flatMap(({ labels }) => unknownsOf(labels)),
  };
}

/** A table of a hub's own making. */
export function customTableOf(hub: VirtualHub, custom: RouteTable): HubTable {
  return {
    hub,
    custom,
    name: `${custom.resource.input}\n${custom.resource.address}`,
    labels: new Set(labelsOf(custom)),
    labelUnknowns: unknownsOf(custom.labels),
  };
}

function labelsOf({ labels }: RouteTable): string[] {
  return labels.items.flatMap((label) => (label.state === "known" ? [label.value.toLowerCase()] : []));
}
