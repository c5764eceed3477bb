import type { VirtualHub } from "../../network/network";
import { defaultTableOf } from "../../routes/hub-table";
import { EVERYWHERE, onlyInto } from "../../routes/propagation";
import type { Carriage, RouteSource } from "../../routes/source";
import { SpokeViews } from "../../routes/spoke-views";
import { WanViews } from "../../routes/view";

/** A hub with a routing preference, and nothing else that routing looks at; undefined: it can't be told. */
export function hubOf(name: string, preference: string | undefined): VirtualHub {
  const resource = {
    address: `azurerm_virtual_hub.${name}`,
    type: "azurerm_virtual_hub",
    standing: "managed",
    input: "cdk.tf.json",
    attributes: {},
  } as const;
  const text = (path: string) => ({ state: "absent", path }) as const;
  return {
    resource,
    name: { state: "known", path: "name", value: name, written: true },
    location: text("location"),
    wan: { state: "absent", path: "virtual_wan_id" },
    addressPrefix: text("address_prefix"),
    sku: text("sku"),
    routingPreference:
      preference === undefined
        ? { state: "unknown", path: "hub_routing_preference", unknown: { decidedBy: ["var.preference"] } }
        : { state: "known", path: "hub_routing_preference", value: preference, written: true },
    routes: { path: "route", items: [] },
    vpnGateways: [],
    expressRouteGateways: [],
    spokeConnections: [],
  };
}

const CARRIAGES: { readonly [kind in RouteSource["kind"]]: Carriage } = {
  spoke: "azure",
  static: "unknown",
  vpn: "private-tunnel",
  expressroute: "clear",
  appliance: "unknown",
};

/** What hubs of one WAN follow, of which nothing else is known. */
export function plainViews(hubs: readonly VirtualHub[]): SpokeViews {
  return new SpokeViews(new WanViews(hubs));
}

/** A source of routes at a hub. */
export function sourceOf(
  hub: VirtualHub,
  via: string,
  kind: RouteSource["kind"],
  asPathLength: number | undefined,
  carriage: Carriage = CARRIAGES[kind],
): RouteSource {
  return {
    kind,
    hub,
    propagation: kind === "static" ? onlyInto(defaultTableOf(hub)) : EVERYWHERE,
    carriage,
    weight: 0,
    asPathLength,
    asPathUnknowns: [],
    carriageUnknowns: [],
    via,
    part: hub,
    over: hub,
    needs: [{ what: "link", name: via, thing: hub }],
  };
}
