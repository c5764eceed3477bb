import { targetOf } from "../field";
import type { Block } from "../fields/block";
import { flagField, numberField, textField } from "../fields/typed-fields";
import type { CircuitPeering } from "../network";
import type { ExpressRouteConnectionDraft, ExpressRouteGatewayDraft } from "./drafts";
import type { Parts } from "./parts";
import { type RoutingTargets, routingOf } from "./routing";

/** Builds an ExpressRoute connection, and enters it at its gateway. */
export function expressRouteConnection(
  block: Block,
  gateways: Parts<ExpressRouteGatewayDraft>,
  peerings: Parts<CircuitPeering>,
  targets: RoutingTargets,
): ExpressRouteConnectionDraft {
  const gateway = gateways.refer(block, "express_route_gateway_id");
  const part: ExpressRouteConnectionDraft = {
    resource: block.resource,
    name: textField(block, "name"),
    gateway,
    peering: peerings.refer(block, "express_route_circuit_peering_id"),
    gatewayBypass: flagField(block, "express_route_gateway_bypass_enabled", false),
    routingWeight: numberField(block, "routing_weight", 0),
    routing: routingOf(block, "associated_route_table_id", targets),
    advertised: undefined,
  };
  targetOf(gateway)?.connections.push(part);
  return part;
}
