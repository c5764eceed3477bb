import { expressRouteOf, privatePathHubs } from "../../network/facts/private-path";
import { tunnelLossAt } from "../../network/facts/tunnel-loss";
import type { CircuitPeering, ExpressRouteConnection, Network } from "../../network/network";
import { type Assertion, flag } from "./assertion";

/** What must hold for circuits, their peerings, and their connections to hubs with tunnels over them. */
export function circuitAssertions(network: Network): Assertion[] {
  return [
    ...network.peerings.map(twoSubnets),
    ...privatePathHubs(network)
      .filter(({ inUse }) => inUse === "yes")
      .flatMap(({ hub }) => {
        const loss = tunnelLossAt(network, hub);
        const drops = loss?.state === "known" && loss.value === "drop";
        return expressRouteOf(hub).flatMap((connection) => [
          notPastTheGateway(connection),
          ...(drops ? droppedOnLoss(connection) : []),
        ]);
      }),
  ];
}

function twoSubnets({ resource: { address } }: CircuitPeering): Assertion {
  const primary = `${address}.primary_peer_address_prefix`;
  return {
    rule: "expressroute-peering-valid",
    address,
    condition: `coalesce(${primary}, "none") == "none" || ${primary} != ${address}.secondary_peer_address_prefix`,
    message: "both subnets of the peering are the same",
  };
}

function notPastTheGateway({ resource: { address } }: ExpressRouteConnection): Assertion {
  return {
    rule: "fast-path-off",
    address,
    condition: `!${flag(`${address}.express_route_gateway_bypass_enabled`)}`,
    message: "FastPath sends packets past the gateways, where tunnels end",
  };
}

/** Where the map of a connection drops the rest, it has to go on doing so. */
function droppedOnLoss({ routing, resource }: ExpressRouteConnection): Assertion[] {
  const maps = [routing.inboundRouteMap, routing.outboundRouteMap].flatMap((map) =>
    map.state === "resolved" && map.to.resource.input === resource.input ? [map.to.resource.address] : [],
  );
  return maps.map((address) => ({
    rule: "fails-closed",
    address,
    condition: `anytrue([for r in ${address}.rule : length(r.match_criterion) == 0 && anytrue([for a in r.action : a.type == "Drop"])])`,
    message: `the route map of ${resource.address} doesn't drop what no other rule of it keeps`,
  }));
}
