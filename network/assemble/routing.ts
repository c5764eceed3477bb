import { type Block, onlyBlock } from "../fields/block";
import { textItems } from "../fields/typed-fields";
import type { ConnectionRouting, RouteMap } from "../network";
import type { Parts } from "./parts";
import type { RouteTables } from "./route-table";

/** What a `routing` block leads to. */
export interface RoutingTargets {
  readonly routeTables: RouteTables;
  readonly routeMaps: Parts<RouteMap>;
}

/** Reads the `routing` block of a connection; the attribute that names the route table differs between them. */
export function routingOf(block: Block, tableAttribute: string, targets: RoutingTargets): ConnectionRouting {
  const { block: routing, written } = onlyBlock(block, "routing");
  const { block: propagated } = onlyBlock(routing, "propagated_route_table");
  return {
    path: routing.path,
    written,
    associatedRouteTable: targets.routeTables.refer(routing, tableAttribute),
    propagatedRouteTables: targets.routeTables.referAll(propagated, "route_table_ids"),
    propagatedLabels: textItems(propagated, "labels"),
    inboundRouteMap: targets.routeMaps.refer(routing, "inbound_route_map_id"),
    outboundRouteMap: targets.routeMaps.refer(routing, "outbound_route_map_id"),
  };
}
