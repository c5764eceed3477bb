import type { Report } from "../../../policies";
import { type JsonObject, objectAt } from "../../../text/json";
import { type Change, change } from "../../network/readers/plan/plan-json";

export const GROUP = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";

/** A WAN that violates encryption-on, and nothing else. */
export function wan(name: string, disable_vpn_encryption = true): JsonObject {
  return { id: `${GROUP}/virtualWans/${name}`, name, location: "weu", disable_vpn_encryption };
}

export function hub(wanName: string): JsonObject {
  return {
    id: `${GROUP}/virtualHubs/h`,
    name: "h",
    address_prefix: "10.64.0.0/23",
    hub_routing_preference: "ExpressRoute",
    virtual_wan_id: `${GROUP}/virtualWans/${wanName}`,
  };
}

/** A site whose BGP peer is where it may not be. */
export function site(peering_address: string): JsonObject {
  const bgp = [{ asn: 65010, peering_address }];
  return {
    id: `${GROUP}/vpnSites/hq`,
    name: "hq",
    virtual_wan_id: `${GROUP}/virtualWans/x`,
    address_cidrs: ["10.0.1.0/24"],
    link: [{ id: `${GROUP}/vpnSites/hq/vpnSiteLinks/l`, name: "l", ip_address: "10.0.0.4", speed_in_mbps: 100, bgp }],
  };
}

/** A change of what the state holds. */
export function changed(base: string, before: JsonObject, more: Partial<Change> = {}): JsonObject {
  const entry = change({ base, actions: ["no-op"], after: before, ...more });
  return { ...entry, change: { ...objectAt(entry, "change"), before } };
}

/** The status of what is found of some rules. */
export function statuses({ findings, fixed }: Report, ...rules: readonly string[]): unknown {
  const ours = findings.filter(({ rule }) => rules.includes(rule));
  const gone = fixed.filter(({ rule }) => rules.includes(rule));
  return [
    ...ours.map(({ rule, outcome, address, status }) => [rule, outcome, address, status]),
    ...gone.map(({ rule, outcome, address }) => [rule, outcome, address, "fixed"]),
  ];
}
