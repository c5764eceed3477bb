import type { Construct } from "constructs";
import type { IHubReference } from "../hub/hub-reference";
import { checkNoRoutingIntent } from "../hub/hub-routing";
import type { ConnectionRouting } from "../routing/connection-routing";
import { RouteMap } from "../routing/route-map";
import { RouteAction, type RouteMapRule, RouteMatch } from "../routing/route-map-rule";
import { type Complaints, isLiteral, literalItems } from "../terraform/complaints";
import { ownId } from "../terraform/names";

/** The longest name of a route map, by the provider. */
const LONGEST_NAME = 80;
const LONGEST_SUFFIX = "-outbound".length;

/**
 * What an ExpressRoute connection still carries outside of tunnels, by two route maps on it. Azure refuses the rest, in
 * both directions, whatever on-premises routers advertise. That this makes a lost tunnel drop its traffic follows from
 * what Azure's page says of route maps (inference: no test of the whole is published).
 *
 * Maps are per connection: every ExpressRoute connection of every hub in the WAN needs them. What the hub learns through
 * tunnels is no longer advertised over the connection either. The hub's own prefix, where the tunnels end, is exempt. The
 * first route map of a hub upgrades its router, about half an hour. Routing intent on the hub and further route maps on
 * the connection can't be had beside them.
 * https://learn.microsoft.com/azure/virtual-wan/route-maps-about
 */
export interface DropOnTunnelLoss {
  /** What happens to the traffic of a lost tunnel. */
  readonly action: "drop";
  /**
   * Prefixes that the hub still learns over the connection, exactly as on-premises routers advertise them: those that
   * hold VPN devices, without which there are no tunnels, and those that are reached over ExpressRoute alone. Other
   * routes are dropped, more specific and less specific ones too. Empty: all are.
   */
  readonly keepInbound: readonly string[];
  /**
   * Azure prefixes that the hub still advertises over the connection beside its own prefix, exactly as the spokes have
   * them: those of spokes that are reached over ExpressRoute alone.
   * @default none
   */
  readonly keepOutbound?: readonly string[];
}

/** What a connection has that drops. */
interface Dropping {
  readonly name: string;
  readonly advertises?: readonly string[];
  readonly routing?: ConnectionRouting;
  readonly onTunnelLoss?: DropOnTunnelLoss;
}

/** Adds what is wrong with dropping to the complaints of its connection. */
export function checkDrop(complaints: Complaints, props: Dropping, hub: IHubReference | undefined): void {
  const { name, advertises, routing = {}, onTunnelLoss } = props;
  if (onTunnelLoss === undefined) {
    return;
  }
  const { action, keepInbound, keepOutbound } = onTunnelLoss;
  complaints.oneOf("onTunnelLoss.action", action, ["drop"]);
  complaints.prefixes("onTunnelLoss.keepInbound", keepInbound);
  complaints.prefixes("onTunnelLoss.keepOutbound", keepOutbound);
  checkKept(complaints, "onTunnelLoss.keepInbound", keepInbound, advertises);
  for (const map of ["inboundRouteMap", "outboundRouteMap"] as const) {
    if (routing[map] !== undefined) {
      complaints.add(
        `routing.${map}: onTunnelLoss makes a route map of its own, and a connection takes one in each direction; leave one of the two out`,
      );
    }
  }
  if (isLiteral(name) && name.length > LONGEST_NAME - LONGEST_SUFFIX) {
    complaints.add(
      `name: with onTunnelLoss it has ${LONGEST_NAME - LONGEST_SUFFIX} characters at most, for route maps are named after it`,
    );
  }
  if (hub === undefined) {
    complaints.add("onTunnelLoss: the gateway's hub isn't known here, so no route map can be made in it");
    return;
  }
  checkNoRoutingIntent(complaints, hub);
}

/** A route is kept by its exact prefix only, so keeping what nobody advertises would cut the tunnels off. */
export function checkKept(
  complaints: Complaints,
  property: string,
  keepInbound: readonly string[] | undefined,
  advertises: readonly string[] | undefined,
): void {
  if (!isLiteral(advertises) || !advertises.every(isLiteral)) {
    return;
  }
  for (const [index, kept] of literalItems(keepInbound)) {
    if (!advertises.includes(kept)) {
      complaints.add(
        `${property}[${index}]: ${kept} is not among what is advertised (${advertises.join(", ") || "nothing"}); a route is kept by its exact prefix only`,
      );
    }
  }
}

/** Makes both route maps in a hub. */
export function dropMaps(
  scope: Construct,
  hub: IHubReference,
  name: string,
  { keepInbound, keepOutbound = [] }: DropOnTunnelLoss,
): Required<Pick<ConnectionRouting, "inboundRouteMap" | "outboundRouteMap">> {
  const map = (direction: "inbound" | "outbound", kept: readonly string[]) =>
    new RouteMap(scope, ownId(scope, `${direction}-route-map`, direction), {
      hub,
      name: `${name}-${direction}`,
      rules: onlyThese(kept),
    });
  return { inboundRouteMap: map("inbound", keepInbound), outboundRouteMap: map("outbound", keepOutbound) };
}

/** A route that nothing matches passes, so a last rule has to drop all that is left. */
function onlyThese(prefixes: readonly string[]): readonly RouteMapRule[] {
  const keep: RouteMapRule = {
    name: "keep",
    matches: [RouteMatch.prefixes("Equals", prefixes)],
    nextStep: "Terminate",
  };
  const drop: RouteMapRule = { name: "drop-the-rest", actions: [RouteAction.drop()], nextStep: "Terminate" };
  return prefixes.length === 0 ? [drop] : [keep, drop];
}
