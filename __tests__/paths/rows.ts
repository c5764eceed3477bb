import type { Told } from "../../network/facts/called/names";
import type { PathRoute, RoutesReport } from "../../paths/report";

export const HUB = "azurerm_virtual_hub.hub";
export const LINK = "azurerm_vpn_gateway_connection.hq#a";
export const CIRCUIT = "azurerm_express_route_connection.ams";

/** Something that people call by a name. */
export function called(name: string, address: string): Told {
  return { name, address, plain: address, holder: undefined };
}

/** A row of the table: from a hub, encrypted through a tunnel; or something else. */
export function row(destination: string, other: Partial<PathRoute> = {}): PathRoute {
  return {
    direction: "to-onprem",
    from: HUB,
    place: called("hub weu", HUB),
    destination,
    outcome: "encrypted",
    via: [LINK],
    over: [called("site hq, link a", LINK)],
    reason: "only-candidate",
    sentence: "It is the only route of the longest prefix.",
    alternatives: [],
    whenLost: [],
    ...other,
  };
}

/** What of a row is another where it goes over ExpressRoute. */
export const CLEAR: Partial<PathRoute> = {
  outcome: "clear",
  via: [CIRCUIT],
  over: [called("circuit ams", CIRCUIT)],
  reason: "not-advertised-over-vpn",
  sentence: "No tunnel on the private path has a route.",
};

export function reportOf(routes: readonly PathRoute[], other: Partial<RoutesReport> = {}): RoutesReport {
  return { version: 1, routes, protected: [], notes: [], ...other };
}
