import type { ObservedRoute } from "./observations";
import type { Spot } from "./spot";

/** The routes of `az network vhub get-effective-routes`: several prefixes may share a next hop. */
export function effectiveRoutesIn(list: Spot): ObservedRoute[] {
  return list.items().flatMap((entry) => {
    const type = entry.at("nextHopType");
    const hopName = type.isThere ? (type.text() ?? "") : "";
    const hopIds = entry
      .at("nextHops")
      .anyItems()
      .flatMap((one) => one.text() ?? []);
    const asPath = asPathIn(entry.at("asPath"));
    const hop = hopOf(hopName, hopIds);
    return entry
      .at("addressPrefixes")
      .items()
      .flatMap((one): ObservedRoute[] => {
        const prefix = one.prefix();
        return prefix === undefined ? [] : [{ prefix, hop, hopName, hopIds, asPath }];
      });
  });
}

/** The routes of Microsoft's edge: what is in them with an empty path is the edge's own. */
export function edgeRoutesIn(list: Spot): ObservedRoute[] {
  return list.items().flatMap((entry) => plainRoute(entry.at("network"), entry.at("path")));
}

/** What a connection hears or tells. */
export function connectionRoutesIn(list: Spot): ObservedRoute[] {
  return list.items().flatMap((entry) => plainRoute(entry.at("prefix"), entry.at("asPath")));
}

function plainRoute(prefixSpot: Spot, pathSpot: Spot): ObservedRoute[] {
  const prefix = prefixSpot.prefix();
  return prefix === undefined ? [] : [{ prefix, hop: undefined, hopName: "", hopIds: [], asPath: asPathIn(pathSpot) }];
}

// `65010-65010`, `12076 65020`, and with the origin behind it: `65020 i`.
function asPathIn(spot: Spot): string[] {
  return spot.isThere ? ((spot.text() ?? "").match(/\d+/g) ?? []) : [];
}

// Azure calls next hops by words that differ from API to API; what stands in the id is the same everywhere.
function hopOf(type: string, ids: readonly string[]): ObservedRoute["hop"] {
  const text = [type, ...ids].join(" ").toLowerCase();
  if (/\/vpngateways\/|vpn_s2s|vpngateway/.test(text)) {
    return "tunnel";
  }
  if (/\/expressroutegateways\/|expressroutegateway/.test(text)) {
    return "expressroute";
  }
  if (/\/hubvirtualnetworkconnections\/|virtual network connection|virtualnetworkconnection/.test(text)) {
    return "spoke";
  }
  return /remote hub|remotehub|\/virtualhubs\/[^/ ]+( |$)/.test(text) ? "hub" : undefined;
}
