import { isDescribed } from "../../../network/facts/standing";
import type { Unknown } from "../../../network/field";
import type { VirtualWan, VpnConnection } from "../../../network/network";
import { at } from "../judgement";
import type { Place } from "../rule";

/** The WAN that a connection is in. */
export interface WanOfConnection {
  readonly wan?: VirtualWan;
  /** Where a person's own resource leads to the WAN. */
  readonly place: Place;
  readonly unknowns: readonly Unknown[];
}

/** Follows a connection to its WAN: by gateway and hub, else by its site, which is in the same one. */
export function wanOfConnection(connection: VpnConnection): WanOfConnection {
  return byGateway(connection) ?? bySite(connection) ?? nowhere(connection);
}

function byGateway({ gateway }: VpnConnection): WanOfConnection | undefined {
  const hub = gateway.state === "resolved" ? gateway.to.hub : undefined;
  if (hub?.state !== "resolved" || hub.to.wan.state !== "resolved") {
    return undefined;
  }
  return { wan: hub.to.wan.to, place: at(hub.to, hub.to.wan.path), unknowns: [] };
}

function bySite({ site }: VpnConnection): WanOfConnection | undefined {
  return site.state === "resolved" && site.to.wan.state === "resolved"
    ? { wan: site.to.wan.to, place: at(site.to, site.to.wan.path), unknowns: [] }
    : undefined;
}

function nowhere(connection: VpnConnection): WanOfConnection {
  const { gateway } = connection;
  if (gateway.state !== "resolved") {
    const unknowns = gateway.state === "unknown" ? [gateway.unknown] : [];
    return { place: at(connection, gateway.path), unknowns };
  }
  const { hub } = gateway.to;
  const lost = hub.state === "resolved" ? hub.to.wan : hub;
  const unknowns = lost.state === "unknown" ? [lost.unknown] : [];
  return isDescribed(gateway.to)
    ? { place: at(gateway.to, hub.path), unknowns }
    : { place: at(connection, gateway.path), unknowns };
}
