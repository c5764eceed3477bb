import { isPrivate } from "../../network/facts/private-path";
import { knownValue, targetOf } from "../../network/field";
import type { ConnectionRouting, Network, RouteMap, VirtualHub } from "../../network/network";
import type { Complaint } from "../../text/complaint";

/**
 * What a hub has that the lab's model of it doesn't do. Where there is any, the lab would show another network than the one
 * that is planned, so it doesn't run.
 */
export function unmodelledAt(network: Network, hub: VirtualHub): Complaint[] {
  return [
    ...preferenceAt(hub),
    ...extrasAt(network, hub),
    ...hub.vpnGateways.flatMap(({ connections }) =>
      connections.flatMap(({ resource, routing, links }) => [
        ...tablesOf(resource.address, routing),
        ...mapsOf(routing),
        ...links.items.flatMap((link) =>
          link.ingressNatRules.items.length + link.egressNatRules.items.length === 0
            ? []
            : [complaint(resource.address, `its ${link.path} has NAT rules, which the lab's gateways don't do`)],
        ),
      ]),
    ),
    ...hub.expressRouteGateways.flatMap(({ connections }) =>
      connections.flatMap(({ resource, routing }) => [...tablesOf(resource.address, routing), ...mapsOf(routing)]),
    ),
    ...hub.spokeConnections.flatMap(({ resource, routing, staticRoutes }) => [
      ...tablesOf(resource.address, routing),
      ...(routing.inboundRouteMap.state === "absent" && routing.outboundRouteMap.state === "absent"
        ? []
        : [complaint(resource.address, "it has a route map, and the lab does those of circuits and sites only")]),
      ...(staticRoutes.items.length === 0
        ? []
        : [complaint(resource.address, "it has static routes, which the lab's hub doesn't do")]),
    ]),
  ];
}

function preferenceAt({ routingPreference, resource }: VirtualHub): Complaint[] {
  return routingPreference.state === "known"
    ? []
    : [complaint(resource.address, "its routing preference can't be told; hand over the plan that tells it")];
}

function extrasAt(network: Network, hub: VirtualHub): Complaint[] {
  const isHere = (one: { readonly hub: VirtualHubRef }) => one.hub.state !== "resolved" || one.hub.to === hub;
  const tables = network.routeTables.filter(({ routes }) => routes.items.length > 0 || routes.unknown !== undefined);
  return [
    ...network.routingIntents.filter(isHere).map(({ resource }) => [resource.address, "routing intent"] as const),
    ...network.hubBgpConnections.filter(isHere).map(({ resource }) => [resource.address, "BGP peers"] as const),
    ...network.pointToSiteGateways.filter(isHere).map(({ resource }) => [resource.address, "user VPN"] as const),
    ...tables.filter(isHere).map(({ resource }) => [resource.address, "static routes in tables"] as const),
    ...network.strayRoutes.map(({ resource }) => [resource.address, "static routes in tables"] as const),
    ...(hub.routes.items.length === 0 ? [] : [[hub.resource.address, "static routes of its own"] as const]),
    ...network.userRouteTables.map(({ resource }) => [resource.address, "user-defined routes"] as const),
  ].map(([address, what]) => complaint(address, `the lab's hub has no ${what}`));
}

type VirtualHubRef = Network["vpnGateways"][number]["hub"];

/** Only the default table, which all hear of. */
function tablesOf(address: string, routing: ConnectionRouting): Complaint[] {
  const { associatedRouteTable, propagatedRouteTables, propagatedLabels } = routing;
  const tables = [
    ...(associatedRouteTable.state === "absent" ? [] : [associatedRouteTable]),
    ...propagatedRouteTables.items,
  ];
  const isDefault =
    tables.every((table) => targetOf(table)?.isDefault === true) &&
    propagatedLabels.items.every((label) => knownValue(label)?.toLowerCase() === "default") &&
    propagatedRouteTables.unknown === undefined &&
    propagatedLabels.unknown === undefined;
  return isDefault
    ? []
    : [complaint(address, "its routing names other tables than the default one, and the lab's hub has that alone")];
}

function mapsOf({ inboundRouteMap, outboundRouteMap }: ConnectionRouting): Complaint[] {
  return [inboundRouteMap, outboundRouteMap].flatMap((ref) => {
    const map = targetOf(ref);
    return map === undefined
      ? ref.state === "absent"
        ? []
        : [complaint(ref.path, "which route map it is can't be told; hand over the plan that tells it")]
      : isDone(map)
        ? []
        : [
            complaint(
              map.resource.address,
              "the lab does route maps that keep or drop by prefix, Equals or Contains, and no others",
            ),
          ];
  });
}

function isDone({ rules }: RouteMap): boolean {
  return (
    rules.unknown === undefined &&
    rules.items.every(({ matches, actions, nextStep }) => {
      const drops = actions.items.length === 1 && knownValue(actions.items[0]?.type ?? NO_TYPE) === "Drop";
      const keeps = actions.items.length === 0 && actions.unknown === undefined && knownValue(nextStep) === "Terminate";
      const [match, ...others] = matches.items;
      const isPlain =
        match === undefined ||
        (others.length === 0 &&
          ["Equals", "Contains"].includes(knownValue(match.condition) ?? "") &&
          match.asPath.items.length + match.communities.items.length === 0 &&
          match.prefixes.unknown === undefined &&
          match.prefixes.items.every(({ state }) => state === "known"));
      return (drops || keeps) && isPlain && matches.unknown === undefined;
    })
  );
}

const NO_TYPE = { state: "absent", path: "" } as const;

/** Links of a hub that don't run over ExpressRoute, and so aren't in the lab. */
export function internetLinks(hub: VirtualHub): string[] {
  return hub.vpnGateways.flatMap(({ connections }) =>
    connections.flatMap(({ links, resource }) =>
      links.items
        .filter((link) => isPrivate(link) !== "yes")
        .map(({ path, name }) => `${resource.address}, ${knownValue(name) ?? path}`),
    ),
  );
}

function complaint(path: string, message: string): Complaint {
  return { path, message };
}
