import type { Monitored, MonitoredType } from "../../network/facts/monitored";
import { MONITORED } from "../../network/facts/monitored";
import type { IExpressRouteCircuit } from "../express-route/circuit-base";
import type { IExpressRouteGateway, IVpnGatewayReference } from "../hub/hub-reference";

/** What can be watched: a gateway of a hub, or a circuit. */
export type Watched = IVpnGatewayReference | IExpressRouteGateway | IExpressRouteCircuit;

/** Resource id of what is watched. */
export function idOf(target: Watched): string {
  if ("vpnGatewayId" in target) {
    return target.vpnGatewayId;
  }
  return "expressRouteGatewayId" in target ? target.expressRouteGatewayId : target.expressRouteCircuitId;
}

/** What Azure Monitor offers of it. */
export function offeredOf(target: Watched): Monitored {
  return MONITORED[typeOf(target)];
}

function typeOf(target: Watched): MonitoredType {
  if ("vpnGatewayId" in target) {
    return "azurerm_vpn_gateway";
  }
  return "expressRouteGatewayId" in target ? "azurerm_express_route_gateway" : "azurerm_express_route_circuit";
}
