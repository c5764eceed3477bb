import type { ExpressRouteRoute } from "../../../network/facts/advertised";
import type { Answer } from "../../../network/facts/answer";
import type { Unknown } from "../../../network/field";
import type { Advertisement, VirtualHub } from "../../../network/network";
import { type RoutingPreference, select } from "../../../routes/selection";
import type { TunnelRoute } from "./tunnel-routes";

const PREFERENCES: readonly RoutingPreference[] = ["ExpressRoute", "VpnGateway", "ASPath"];

/**
 * Whether a hub sends traffic into a tunnel where ExpressRoute and tunnels have the same prefix. A static route of the
 * gateway wins over what any neighbour advertises (inference); else the hub's routing preference decides.
 */
export function tunnelWinsAtEqualPrefix(
  hub: VirtualHub,
  overExpressRoute: readonly ExpressRouteRoute[],
  throughTunnels: readonly TunnelRoute[],
): Answer {
  if (throughTunnels.some(({ advertised }) => advertised === undefined)) {
    return "yes";
  }
  const learned = throughTunnels.flatMap(({ advertised }) =>
    advertised === undefined ? [] : [advertised.advertisement],
  );
  const answers = possiblePreferences(hub).map((preference) => winnerOf(preference, overExpressRoute, learned));
  const [first] = answers;
  const agreed = first !== undefined && answers.every((answer) => answer === first);
  const { routingPreference } = hub;
  if (agreed || routingPreference.state !== "unknown") {
    return first ?? "no";
  }
  return [routingPreference.unknown];
}

function possiblePreferences(hub: VirtualHub): readonly RoutingPreference[] {
  const { routingPreference } = hub;
  if (routingPreference.state === "unknown") {
    return PREFERENCES;
  }
  const stated = routingPreference.state === "known" ? routingPreference.value : "ExpressRoute";
  return PREFERENCES.filter((preference) => preference === stated);
}

function winnerOf(
  preference: RoutingPreference,
  overExpressRoute: readonly ExpressRouteRoute[],
  learned: readonly Advertisement[],
): Answer {
  const candidates = [
    ...overExpressRoute.map(({ advertisement }) => candidateOf("expressroute", advertisement)),
    ...learned.map((advertisement) => candidateOf("vpn", advertisement)),
  ];
  const { winners } = select(candidates, preference);
  if (winners.every(({ kind }) => kind === "expressroute")) {
    return "no";
  }
  if (winners.every(({ kind }) => kind === "vpn")) {
    return "yes";
  }
  return winners.flatMap(({ asPathUnknown }) => (asPathUnknown === undefined ? [] : [asPathUnknown]));
}

function candidateOf(kind: "vpn" | "expressroute", { asPath }: Advertisement) {
  const known = asPath.state === "known" ? asPath.value.length : undefined;
  const asPathUnknown: Unknown | undefined =
    asPath.state === "unknown"
      ? asPath.unknown
      : asPath.state === "absent"
        ? { decidedBy: [`network_intent.${asPath.path}`] }
        : undefined;
  return { kind, local: true, asPathLength: known, asPathUnknown };
}
