import type { RouteMap } from "../../network/network";
import { networkOf } from "../support/network";

/** A rule of a route map in Terraform's names. */
export interface Rule {
  readonly next?: string;
  readonly match?: readonly object[];
  readonly action?: readonly object[];
}

/** The route map of a hub, with these rules. */
export function mapOf(rules: readonly Rule[]): RouteMap {
  const rule = rules.map(({ next, match, action }, index) => ({
    name: `rule-${index}`,
    ...(next === undefined ? {} : { next_step_if_matched: next }),
    match_criterion: match ?? [],
    action: action ?? [],
  }));
  const hub = { name: "hub", address_prefix: "10.100.0.0/23", resource_group_name: "rg", location: "westeurope" };
  const network = networkOf({
    resource: {
      azurerm_virtual_hub: { hub },
      azurerm_route_map: { map: { name: "map", virtual_hub_id: "${azurerm_virtual_hub.hub.id}", rule } },
    },
  });
  const [map] = network.routeMaps;
  if (map === undefined) {
    throw new Error("no route map was read");
  }
  return map;
}
