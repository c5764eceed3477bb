import { idKey, parseArmId } from "../arm-id";
import type { Resource } from "../resource";

/** What is known of a resource that Azure finds by name. */
export interface Named {
  readonly resource: Resource;
  /** Undefined where it isn't told. */
  readonly id: string | undefined;
  readonly name: unknown;
  readonly group: unknown;
  /** Managed, and not about to leave. */
  readonly isKept: boolean;
}

/** What ARM calls the types that data sources find by name and resource group. */
const ARM_TYPES: ReadonlyMap<string, string> = new Map([
  ["azurerm_express_route_circuit", "expressroutecircuits"],
  ["azurerm_firewall", "azurefirewalls"],
  ["azurerm_firewall_policy", "firewallpolicies"],
  ["azurerm_route_table", "routetables"],
  ["azurerm_virtual_hub", "virtualhubs"],
  ["azurerm_virtual_network", "virtualnetworks"],
  ["azurerm_virtual_wan", "virtualwans"],
  ["azurerm_vpn_gateway", "vpngateways"],
]);

/** Whether data sources find a Terraform type by name and resource group. */
export function isFoundByName(type: string): boolean {
  return ARM_TYPES.has(type);
}

/**
 * What reads by name reads what has that name in that resource group. Where an id is missing on one side, that joins a
 * data source to what another input makes or reads. Two that can be meant are joined to neither: subscriptions may use
 * the same names.
 */
export class ByName {
  private readonly standing = new Map<string, Resource>();

  constructor(all: readonly Named[]) {
    const groups = new Map<string, Named[]>();
    for (const one of all) {
      const key = keyOf(one);
      if (key !== undefined) {
        const group = groups.get(key);
        if (group === undefined) {
          groups.set(key, [one]);
        } else {
          group.push(one);
        }
      }
    }
    for (const [key, group] of groups) {
      const resource = theOne(group);
      if (resource !== undefined) {
        this.standing.set(key, resource);
      }
    }
  }

  /** The resource that stands for all of one name; undefined where none does, or two may. */
  of(named: Named): Resource | undefined {
    const key = keyOf(named);
    return key === undefined ? undefined : this.standing.get(key);
  }
}

function theOne(group: readonly Named[]): Resource | undefined {
  const kept = group.filter(({ isKept }) => isKept);
  const read = group.filter(({ isKept }) => !isKept);
  const ids = new Set(group.flatMap(({ id }) => (id === undefined ? [] : [idKey(id)])));
  const withoutId = read.filter(({ id }) => id === undefined).map(({ resource }) => resource.input);
  const isTwiceInOne = new Set(withoutId).size < withoutId.length;
  if (kept.length > 1 || ids.size > 1 || isTwiceInOne) {
    return undefined;
  }
  const [best] = [...read].sort((a, b) => toldOf(b) - toldOf(a));
  return (kept[0] ?? best)?.resource;
}

/** How much is told of what is read: who knows its id knows all. */
function toldOf({ id, resource }: Named): number {
  const told = Object.values(resource.attributes).filter((value) => value !== null).length;
  return id === undefined ? told : Number.MAX_SAFE_INTEGER;
}

function keyOf({ resource, id, name, group }: Named): string | undefined {
  const armType = ARM_TYPES.get(resource.type);
  const parsed = id === undefined ? undefined : parseArmId(id);
  const called = parsed?.segments.at(-1)?.name ?? name;
  const placed = parsed?.resourceGroup ?? group;
  return armType === undefined || typeof called !== "string" || typeof placed !== "string"
    ? undefined
    : [armType, called, placed].join("\n").toLowerCase();
}
