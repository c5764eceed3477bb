import type { Unknown } from "../field";
import { type Block, blockOf, together } from "../fields/block";
import type { Sources } from "../fields/sources";
import { blockItems, flagField, optionalTextField, textField } from "../fields/typed-fields";
import type { UserRoute } from "../network";
import type { UserRouteTableDraft } from "./drafts";
import type { NamedParts } from "./names";
import type { Kind, Parts } from "./parts";

export const USER_ROUTE_TABLES: Kind<UserRouteTableDraft> = {
  type: "azurerm_route_table",
  armType: "routeTables",
  build: (block) => {
    const { path, items, unknown } = blockItems(block, "route", userRoute);
    return {
      resource: block.resource,
      name: textField(block, "name"),
      routes: unknown === undefined ? { path, items: [...items] } : { path, items: [...items], unknown },
      propagatesHubRoutes: flagField(block, "bgp_route_propagation_enabled", true),
    };
  },
};

function userRoute(block: Block): UserRoute {
  return {
    resource: block.resource,
    path: block.path,
    name: textField(block, "name"),
    destination: textField(block, "address_prefix"),
    nextHopType: textField(block, "next_hop_type"),
    nextHopAddress: optionalTextField(block, "next_hop_in_ip_address"),
  };
}

/**
 * Enters routes that are resources of their own at their table. A table that may have one more, because names can't be
 * told, says so.
 */
export function joinUserRoutes(
  sources: Sources,
  tables: Parts<UserRouteTableDraft>,
  named: NamedParts<UserRouteTableDraft>,
): void {
  for (const resource of sources.ofType("azurerm_route")) {
    const block = blockOf(sources, resource);
    const found = named.find(block, "route_table_name");
    if (found.state === "found") {
      enter(found.part, userRoute(block));
    } else if (found.state === "maybe") {
      doubt(found.parts.length > 0 ? found.parts : ofInput(tables, resource.input), [found.unknown]);
    } else if (found.state === "none") {
      for (const table of ofInput(tables, resource.input)) {
        doubt([table], table.name.state === "unknown" ? [table.name.unknown] : []);
      }
      doubt(named.elsewhere(block, "route_table_name"), [{ decidedBy: [`${resource.address}.route_table_name`] }]);
    }
  }
}

function ofInput(tables: Parts<UserRouteTableDraft>, input: string): readonly UserRouteTableDraft[] {
  return tables.all.filter(({ resource }) => resource.input === input);
}

// A table that was read back from Azure lists its routes too: the same one, spoken of twice.
function enter({ routes }: UserRouteTableDraft, route: UserRoute): void {
  const twin = routes.items.findIndex((other) => other.path !== "" && sameName(other, route));
  routes.items.splice(twin < 0 ? routes.items.length : twin, twin < 0 ? 0 : 1, route);
}

function sameName({ name: a }: UserRoute, { name: b }: UserRoute): boolean {
  return a.state === "known" && b.state === "known" && a.value.toLowerCase() === b.value.toLowerCase();
}

function doubt(tables: readonly UserRouteTableDraft[], unknowns: readonly Unknown[]): void {
  for (const { routes } of tables) {
    const unknown = together([...(routes.unknown === undefined ? [] : [routes.unknown]), ...unknowns]);
    if (unknown !== undefined) {
      routes.unknown = unknown;
    }
  }
}
