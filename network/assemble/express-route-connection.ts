import { targetOf } from "../field";
import type { Block } from "../fields/block";
import { flagField, numberField, textField } from "../fields/typed-fields";
import type { CircuitPeering } from "../network";
import type { ExpressRouteConnectionDraft, ExpressRouteGatewayDraft } from "./drafts";
import type { Parts } from "./parts";
import { type RoutingTargets, routingOf } from "./routing";

/** azurerm's name of it, or its old one where somebody still writes that. */
function nameOfFlag({ attributes }: Block): string {
  const old = attributes.enable_internet_security;
  return old === undefined || old === null ? "internet_security_enabled" : "enable_internet_security";
}

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
    announcesDefault: flagField(block, nameOfFlag(block), false),
    routingWeight: numberField(block, "routing_weight", 0),
    routing: routingOf(block, "associated_route_table_id", targets),
    advertised: undefined,
  };
  targetOf(gateway)?.connections.push(part);
  return part;
}
