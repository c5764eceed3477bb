import { parseArmId, sameName } from "../arm-id";
import { Sources } from "../fields/sources";
import type { Reading } from "../input/reading";
import { azurermOf } from "../ledger/arm-types";
import { isAzapi } from "../ledger/kept";
import { topLevelNames } from "../ledger/ledger";
import { type Attribute, type Resource, UnknownAttribute } from "../resource";

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
 * The resources of all inputs, where azapi changes what azurerm manages: all that it may change is unknown, for what
 * azurerm's own attributes say is not what will exist.
 */
export function withOverrides(readings: readonly Reading[]): readonly Pick<Reading, "resources">[] {
  const changers = readings.flatMap(({ resources }) => resources.filter(changesAnother));
  if (changers.length === 0) {
    return readings;
  }
  const sources = new Sources(readings);
  const changed = new Map(
    changers.flatMap((changer) => targetsOf(changer, sources).map((one) => [one, overridden(one, changer)] as const)),
  );
  return readings.map(({ resources }) => ({ resources: resources.map((one) => changed.get(one) ?? one) }));
}

function changesAnother({ type }: Resource): boolean {
  return isAzapi(type) && type !== "azapi_resource";
}

/** What is changed: what the id leads to, or where that can't be told, everything of the type that may be meant. */
function targetsOf({ attributes }: Resource, sources: Sources): readonly Resource[] {
  const lead = sources.target(attributes.resource_id);
  if (lead.kind === "resource") {
    return [sources.same(lead.resource)];
  }
  const id = lead.kind === "value" && typeof lead.value === "string" ? lead.value : undefined;
  const known = id === undefined ? undefined : sources.withId(id);
  if (known !== undefined && known !== "ambiguous") {
    return [sources.same(known)];
  }
  const name = id === undefined ? attributes.name : parseArmId(id)?.segments.at(-1)?.name;
  return sources.resources.filter(
    (one) =>
      one.standing === "managed" &&
      isOfType(one, attributes.type) &&
      (id === undefined || typeof one.attributes.id !== "string") &&
      (typeof name !== "string" || typeof one.attributes.name !== "string" || sameName(one.attributes.name, name)),
  );
}

function isOfType({ type }: Resource, made: Attribute | undefined): boolean {
  return typeof made !== "string" || azurermOf(made) === type;
}

function overridden(resource: Resource, changer: Resource): Resource {
  const untold = new UnknownAttribute({ decidedBy: [changer.address] });
  const isKept = (name: string) =>
    IN_THE_ID.has(name) || (name === "virtual_hub_id" && INSIDE_A_HUB.has(resource.type));
  const names = [...Object.keys(resource.attributes), ...topLevelNames(resource.type)];
  const attributes = names.map((name): [string, Attribute] => [
    name,
    isKept(name) ? (resource.attributes[name] ?? null) : untold,
  ]);
  return { ...resource, attributes: Object.fromEntries(attributes) };
}
