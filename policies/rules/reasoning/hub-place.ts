import { isDescribed } from "../../../network/facts/standing";
import type { VirtualHub } from "../../../network/network";
import { at } from "../judgement";
import type { Place } from "../rule";

/** Where a finding points that is about a hub: one that no input describes is spoken of where something refers to it. */
export function hubPlace(hub: VirtualHub): Place {
  const [needs] = [...hub.spokeConnections, ...hub.vpnGateways, ...hub.expressRouteGateways].filter(isDescribed);
  return isDescribed(hub) || needs === undefined ? at(hub) : at(needs, needs.hub.path);
}
