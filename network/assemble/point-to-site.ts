import { type Block, onlyBlock } from "../fields/block";
import { blockItems, textField, textItems } from "../fields/typed-fields";
import type { ConnectionRouting, PointToSiteGateway, UserConfiguration } from "../network";
import type { HubDraft } from "./drafts";
import type { Parts } from "./parts";
import type { RoutingTargets } from "./routing";

export function pointToSiteGateway(block: Block, hubs: Parts<HubDraft>, targets: RoutingTargets): PointToSiteGateway {
  return {
    resource: block.resource,
    name: textField(block, "name"),
    hub: hubs.refer(block, "virtual_hub_id"),
    configurations: blockItems(block, "connection_configuration", (one) => configuration(one, targets)),
  };
}

function configuration(block: Block, targets: RoutingTargets): UserConfiguration {
  return {
    path: block.path,
    name: textField(block, "name"),
    pool: textItems(onlyBlock(block, "vpn_client_address_pool").block, "address_prefixes"),
    routing: routingOf(block, targets),
  };
}

/** What other connections call `routing` is a `route` block here, and its tables are `ids`. */
function routingOf(block: Block, { routeTables, routeMaps }: RoutingTargets): ConnectionRouting {
  const { block: routing, written } = onlyBlock(block, "route");
  const { block: propagated } = onlyBlock(routing, "propagated_route_table");
  return {
    path: routing.path,
    written,
    associatedRouteTable: routeTables.refer(routing, "associated_route_table_id"),
    propagatedRouteTables: routeTables.referAll(propagated, "ids"),
    propagatedLabels: textItems(propagated, "labels"),
    inboundRouteMap: routeMaps.refer(routing, "inbound_route_map_id"),
    outboundRouteMap: routeMaps.refer(routing, "outbound_route_map_id"),
  };
}
