import { isPrivate } from "../../network/facts/private-path";
import { knownValue } from "../../network/field";
import type { Network } from "../../network/network";
import { at, type Place } from "../../network/place";
import type { Observation, ObservedConnection, ObservedGateway, ObservedLink } from "../azure/observations";
import type { DownloadedConnection, DownloadedLink } from "../azure/vpn-download";
import { isCalled, type PlannedLink, plannedLinks } from "../configuration/planned-links";

/** A planned link over ExpressRoute, with all that files tell of it. */
export interface Matched {
  readonly planned: PlannedLink;
  readonly place: Place;
  /** Whether the inputs tell the names that Azure's files know it by. */
  readonly isNamed: boolean;
  readonly downloads: readonly {
    readonly path: string;
    readonly link: DownloadedLink;
    readonly at: DownloadedConnection;
  }[];
  readonly connections: readonly { readonly connection: ObservedConnection; readonly link: ObservedLink | undefined }[];
  readonly gateways: readonly ObservedGateway[];
}

/** Every planned link that runs, or may run, over ExpressRoute. */
export function matchedLinks(network: Network, observed: readonly Observation[]): Matched[] {
  return plannedLinks(network)
    .filter(({ connected }) => isPrivate(connected) !== "no")
    .map((planned) => {
      const { connected, siteLink, gateway } = planned;
      const names = [siteLink.site.name, siteLink.name, connected.connection.name, gateway.name];
      return {
        planned,
        place: at(connected.connection, connected.path),
        isNamed: names.every((name) => name.state === "known"),
        downloads: downloadsOf(planned, observed),
        connections: connectionsOf(planned, observed),
        gateways: observed.filter((one) => one.kind === "gateway").filter((one) => isSame(one.name, gateway.name)),
      };
    });
}

function downloadsOf(planned: PlannedLink, observed: readonly Observation[]): Matched["downloads"] {
  return observed
    .filter((one) => one.kind === "download")
    .flatMap(({ path, links }) =>
      links.flatMap((link) =>
        link.connections
          .filter(({ hubPrefix }) => isCalled(planned, { site: link.site, link: link.link, hubPrefix }))
          .map((connection) => ({ path, link, at: connection })),
      ),
    );
}

function connectionsOf(
  { connected, gateway, link }: PlannedLink,
  observed: readonly Observation[],
): Matched["connections"] {
  return observed
    .filter((one) => one.kind === "connection")
    .filter((one) => isSame(one.name, connected.connection.name))
    .filter((one) => one.gateway === undefined || isSame(one.gateway, gateway.name))
    .map((connection) => ({ connection, link: linkOf(connection, link, knownValue(connected.name)) }));
}

function linkOf({ links }: ObservedConnection, siteLink: string, name: string | undefined): ObservedLink | undefined {
  return (
    links.find((one) => one.siteLink === siteLink) ??
    links.find((one) => one.siteLink === undefined && one.name === name)
  );
}

// Azure keeps the case of a name and compares without it.
function isSame(name: string, field: PlannedLink["gateway"]["name"]): boolean {
  return knownValue(field)?.toLowerCase() === name.toLowerCase();
}
