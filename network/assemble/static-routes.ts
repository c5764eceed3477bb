import { type Block, blockOf } from "../fields/block";
import type { Sources } from "../fields/sources";
import { blockItems, textField, textItems } from "../fields/typed-fields";
import type { StaticRoute, StrayRoute } from "../network";
import type { AnyParts } from "./any-parts";
import type { RouteTableDraft } from "./drafts";
import type { RouteTables } from "./route-table";

/**
 * Fills in the static routes of all tables: blocks of a table, and routes that are resources of their own.
 * @returns those of which can't be told in which table they are
 */
export function fillStaticRoutes(sources: Sources, tables: RouteTables, parts: AnyParts): StrayRoute[] {
  const alone = sources
    .ofType("azurerm_virtual_hub_route_table_route")
    .map((resource) => blockOf(sources, resource))
    .map((block) => ({ block, table: tables.refer(block, "route_table_id") }));
  for (const table of tables.all) {
    fillFromBlocks(sources, table, parts);
  }
  const strays: StrayRoute[] = [];
  for (const { block, table } of alone) {
    const route = staticRoute(block, parts);
    if (table.state === "resolved") {
      table.to.routes.items.push(route);
    } else {
      strays.push({ resource: block.resource, table, route });
    }
  }
  return strays;
}

function fillFromBlocks(sources: Sources, table: RouteTableDraft, parts: AnyParts): void {
  if (table.isDefault && table.resource.standing === "outside") {
    return; // Known by its hub alone: there are no blocks to read.
  }
  const found = blockItems(blockOf(sources, table.resource), "route", (block) => staticRoute(block, parts));
  table.routes.items.push(...found.items);
  if (found.unknown !== undefined) {
    table.routes.unknown = found.unknown;
  }
}

function staticRoute(block: Block, parts: AnyParts): StaticRoute {
  return {
    holder: { resource: block.resource },
    path: block.path,
    name: textField(block, "name"),
    destinationsType: textField(block, "destinations_type"),
    destinations: textItems(block, "destinations"),
    nextHop: parts.refer(block, "next_hop"),
  };
}
