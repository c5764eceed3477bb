import { DEFAULT_TABLE } from "../built-in-tables";
import { Sources } from "../fields/sources";
import type { Reading, Unread } from "../input/reading";
import { azurermOf } from "../ledger/arm-types";
import { isAzapi } from "../ledger/kept";
import { topLevelNames } from "../ledger/ledger";
import { type Attribute, type AttributeObject, isRecord, type Resource, UnknownAttribute } from "../resource";
import { type Aim, Aims } from "./aims";
import { merged } from "./merged";

/** What of a resource is in its ARM id, so that whoever changes the resource can't change it. */
const IN_THE_ID: ReadonlySet<string> = new Set([
  "express_route_circuit_name",
  "express_route_gateway_id",
  "id",
  "name",
  "resource_group_name",
  "route_table_name",
  "virtual_network_name",
  "vpn_gateway_id",
]);

/** What lives inside a hub has the hub in its id; a gateway's hub is no part of its id. */
const INSIDE_A_HUB: ReadonlySet<string> = new Set([
  "azurerm_route_map",
  "azurerm_virtual_hub_bgp_connection",
  "azurerm_virtual_hub_connection",
  "azurerm_virtual_hub_route_table",
  "azurerm_virtual_hub_routing_intent",
]);

/**
 * The inputs as azapi leaves them. What `azapi_update_resource` sets is set over what it updates, where both can be told. Else
 * all that may be changed is unknown, for what its own attributes say is not what will exist.
 */
export function withOverrides(readings: readonly Reading[]): readonly Reading[] {
  const changers = readings.flatMap(({ resources }) => resources.filter(changesAnother));
  return changers.length === 0 ? readings : new Overrides(readings).after(changers);
}

function changesAnother({ type }: Resource): boolean {
  return isAzapi(type) && type !== "azapi_resource";
}

/** A changer, and what it sets in azurerm's names. */
interface Update {
  readonly changer: Resource;
  readonly sets: AttributeObject;
}

class Overrides {
  private readonly sources: Sources;
  private readonly aims: Aims;
  private readonly resources: Resource[];
  /** What azapi has set already, by the first resource as which the thing was read. */
  private readonly taken = new Map<string, Map<string, string>>();
  private readonly open: Resource[] = [];

  constructor(private readonly readings: readonly Reading[]) {
    this.sources = new Sources(readings);
    this.resources = readings.flatMap(({ resources }) => [...resources]);
    this.aims = new Aims(this.sources, () => this.resources);
  }

  after(changers: readonly Resource[]): readonly Reading[] {
    for (const changer of changers) {
      const { sets } = changer.attributes;
      const aim = this.aims.of(changer);
      if (isRecord(sets)) {
        this.update({ changer, sets }, aim);
      } else {
        const may = aim.kind === "one" ? [aim.resource] : aim.kind === "any" ? aim.resources : [];
        for (const resource of may) {
          this.replace(resource, overridden(resource, changer));
        }
      }
    }
    return this.readings.map((reading) => ({
      ...reading,
      resources: this.resources.filter(({ input }) => input === reading.path),
      unread: [...reading.unread, ...this.open.filter(({ input }) => input === reading.path).map(unplaced)],
    }));
  }

  private update(update: Update, aim: Aim): void {
    const { changer, sets } = update;
    if (aim.kind === "one") {
      const attributes = merged(aim.resource.attributes, this.undisputed(update, aim.resource), why(changer));
      this.replace(aim.resource, { ...aim.resource, attributes });
      if (aim.resource.standing !== "managed") {
        // Nobody tells what else is there.
        this.open.push(changer);
      }
      return;
    }
    const isDefaultTable = aim.kind === "unseen" && this.isDefaultOfManaged(changer, aim.name, aim.parent);
    if (aim.kind === "unseen" && isDefaultTable) {
      const own = { name: DEFAULT_TABLE, virtual_hub_id: aim.parent ?? null, labels: ["default"] };
      this.replace(changer, {
        ...changer,
        type: "azurerm_virtual_hub_route_table",
        attributes: { ...own, ...sets, ...(aim.id === undefined ? {} : { id: aim.id }) },
      });
      return;
    }
    this.open.push(changer);
    for (const resource of aim.kind === "any" ? aim.resources : []) {
      const untold = new UnknownAttribute(why(changer));
      const names = Object.keys(sets).map((name): [string, Attribute] => [name, untold]);
      this.replace(resource, { ...resource, attributes: { ...resource.attributes, ...Object.fromEntries(names) } });
    }
  }

  /** The default table of a hub that is made here has no routes but those that inputs tell. */
  private isDefaultOfManaged(changer: Resource, name: string, parent: Attribute | undefined): boolean {
    const { type } = changer.attributes;
    const isTable = typeof type === "string" && azurermOf(type) === "azurerm_virtual_hub_route_table";
    if (!isTable || name.toLowerCase() !== DEFAULT_TABLE.toLowerCase()) {
      return false;
    }
    const lead = this.sources.target(parent);
    const byId = lead.kind === "value" && typeof lead.value === "string" ? this.sources.withId(lead.value) : undefined;
    const hub = lead.kind === "resource" ? this.sources.same(lead.resource) : byId;
    return hub !== undefined && hub !== "ambiguous" && hub.standing === "managed";
  }

  /** What two of azapi's set differently is open: nobody tells which of them comes last. */
  private undisputed({ changer, sets }: Update, resource: Resource): AttributeObject {
    const key = `${resource.input}\n${resource.address}`;
    const before = this.taken.get(key) ?? new Map<string, string>();
    this.taken.set(key, before);
    const entries = Object.entries(sets).map(([name, value]): [string, Attribute] => {
      const other = before.get(name);
      before.set(name, changer.address);
      return [name, other === undefined ? value : new UnknownAttribute({ decidedBy: [other, changer.address] })];
    });
    return Object.fromEntries(entries);
  }

  private replace(resource: Resource, by: Resource): void {
    const at = this.resources.findIndex(
      ({ address, input }) => address === resource.address && input === resource.input,
    );
    if (at >= 0) {
      this.resources[at] = by;
    }
  }
}

function why(changer: Resource) {
  return { decidedBy: [changer.address] };
}

function unplaced({ address }: Resource): Unread {
  return {
    address,
    reason: "changes something that no input makes, or of which can't be told what it is",
    unknown: { decidedBy: [address] },
  };
}

function overridden(resource: Resource, changer: Resource): Resource {
  const untold = new UnknownAttribute(why(changer));
  const isKept = (name: string) =>
    IN_THE_ID.has(name) || (name === "virtual_hub_id" && INSIDE_A_HUB.has(resource.type));
  const names = [...Object.keys(resource.attributes), ...topLevelNames(resource.type)];
  const attributes = names.map((name): [string, Attribute] => [
    name,
    isKept(name) ? (resource.attributes[name] ?? null) : untold,
  ]);
  return { ...resource, attributes: Object.fromEntries(attributes) };
}
