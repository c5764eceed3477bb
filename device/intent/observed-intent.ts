import type { Prefix } from "../../address/prefix";
import { bgpConnectionsAt } from "../../network/facts/at-hub";
import { namesIn } from "../../network/facts/called/names";
import { expressRouteOf } from "../../network/facts/private-path";
import { isDescribed } from "../../network/facts/standing";
import { knownValue, targetOf } from "../../network/field";
import type { ExpressRouteConnection, Network, VirtualHub } from "../../network/network";
import type { Observation, ObservedRoute, ObservedRoutes } from "../azure/observations";
import { distinct } from "../configuration/azure-ends";
import { type PlannedLink, plannedLinks } from "../configuration/planned-links";
import { hubOfRoutes, whoseRoutes } from "../verify/whose-routes";
import { intentAddress } from "./addresses";

/** What one connection or link announces, as files tell it. */
export interface ObservedAnnouncement {
  /** `["vpn", "azurerm_vpn_site.hq", "over-ams"]` */
  readonly path: readonly string[];
  readonly advertises: readonly string[];
  /** Undefined where prefixes have different ones, or none is told. */
  readonly asPath: readonly number[] | undefined;
  /** Whether the files tell all that is announced there: effective routes hold winners only. */
  readonly isWhole: boolean;
}

/** What files tell of announcements, and what they don't, as sentences. */
export interface ObservedIntent {
  readonly announcements: readonly ObservedAnnouncement[];
  readonly notes: readonly string[];
}

/** Azure's own AS numbers, which stand before what a customer's router said. */
const AZURE_ASNS: ReadonlySet<string> = new Set(["12076", "65515", "65520"]);

/** Turns what Azure hears into intent. */
export function observedIntent(network: Network, observed: readonly Observation[]): ObservedIntent {
  const found = new Found(network);
  for (const one of observed) {
    if (one.kind === "circuit") {
      atCircuit(network, one, found);
    } else if (one.kind === "inbound") {
      heard(network, one, found);
    } else if (one.kind === "effective") {
      effective(network, one, found);
    }
  }
  return { announcements: found.announcements(), notes: [...found.notes, ...found.untold(), ...unseen()] };
}

/** What is gathered: routes by the connection or link that announces them. */
class Found {
  readonly notes: string[] = [];
  private readonly byPath = new Map<
    string,
    { readonly path: readonly string[]; readonly routes: ObservedRoute[]; isWhole: boolean }
  >();

  constructor(private readonly network: Network) {}

  overExpressRoute(connection: ExpressRouteConnection, routes: readonly ObservedRoute[], isWhole: boolean): void {
    this.add(["expressRoute", intentAddress(this.network, connection)], routes, isWhole);
  }

  overTunnel({ siteLink, link }: PlannedLink, routes: readonly ObservedRoute[], isWhole: boolean): void {
    this.add(["vpn", intentAddress(this.network, siteLink.site), link], routes, isWhole);
  }

  announcements(): ObservedAnnouncement[] {
    return [...this.byPath.values()].map(({ path, routes, isWhole }) => {
      const asPaths = new Set(routes.map(({ asPath }) => JSON.stringify(customers(asPath))));
      const [first] = routes;
      const asPath = asPaths.size === 1 && first !== undefined ? customers(first.asPath) : [];
      return {
        path,
        advertises: distinct(routes.map(({ prefix }): Prefix => prefix)).map(({ text }) => text),
        asPath: asPath.length === 0 ? undefined : asPath,
        isWhole,
      };
    });
  }

  /** The connections and links of which no file tells anything. */
  untold(): string[] {
    const names = namesIn(this.network);
    const circuits = this.network.expressRouteConnections
      .filter(isDescribed)
      .filter((one) => !this.has(["expressRoute", intentAddress(this.network, one)]))
      .map((one) => `No file tells what is announced over ${names.of(one).name}.`);
    const links = new Map(
      plannedLinks(this.network)
        .filter(({ siteLink, link }) => !this.has(["vpn", intentAddress(this.network, siteLink.site), link]))
        .map(({ siteLink }) => [siteLink, `No file tells what is announced over ${names.of(siteLink).name}.`]),
    );
    return [...circuits, ...links.values()];
  }

  private has(path: readonly string[]): boolean {
    return this.byPath.has(JSON.stringify(path));
  }

  // That nothing is announced, nobody says by being down.
  private add(path: readonly string[], routes: readonly ObservedRoute[], isWhole: boolean): void {
    if (routes.length === 0) {
      return;
    }
    const key = JSON.stringify(path);
    const known = this.byPath.get(key) ?? { path, routes: [], isWhole: false };
    known.routes.push(...routes);
    known.isWhole ||= isWhole;
    this.byPath.set(key, known);
  }
}

function customers(asPath: readonly string[]): number[] {
  return asPath.filter((asn) => !AZURE_ASNS.has(asn)).map(Number);
}

function isCustomers({ asPath }: ObservedRoute): boolean {
  return asPath.length > 0 && !asPath.some((asn) => asn === "65515" || asn === "65520");
}

/** Microsoft's edge hears all that the customer's routers announce, for every connection of the circuit. */
function atCircuit(network: Network, observed: ObservedRoutes, found: Found): void {
  const circuit = whoseRoutes(observed, network.circuits, { noun: "circuit" });
  const routes = observed.routes.filter(isCustomers);
  for (const connection of network.expressRouteConnections) {
    const peering = targetOf(connection.peering);
    if (peering !== undefined && targetOf(peering.circuit) === circuit) {
      found.overExpressRoute(connection, routes, true);
    }
  }
}

function heard(network: Network, observed: ObservedRoutes, found: Found): void {
  const { expressRouteConnections, vpnConnections } = network;
  const connection = whoseRoutes(observed, [...expressRouteConnections, ...vpnConnections], { noun: "connection" });
  if (!("links" in connection)) {
    found.overExpressRoute(connection, observed.routes, true);
    return;
  }
  const links = plannedLinks(network).filter(({ connected }) => connected.connection === connection);
  byLink(links, observed.routes, true, found, observed.path);
}

/** Of a hub's effective routes. What lost against another route isn't among them. */
function effective(network: Network, observed: ObservedRoutes, found: Found): void {
  const hub = hubOfRoutes(observed, network);
  const over = (hop: ObservedRoute["hop"]) => observed.routes.filter((route) => route.hop === hop);
  const circuits = expressRouteOf(hub);
  const [only, ...others] = circuits;
  const routes = over("expressroute").filter(isCustomers);
  if (only !== undefined && others.length === 0) {
    found.overExpressRoute(only, routes, false);
  } else if (routes.length > 0) {
    found.notes.push(
      `${observed.path}: ${nameOf(hub)} has ${circuits.length} ExpressRoute connections, and its routes don't say which of them they came over; ` +
        "az network express-route list-route-tables tells that of each circuit.",
    );
  }
  const links = plannedLinks(network).filter((link) => link.hub === hub);
  byLink(links, over("tunnel"), false, found, observed.path);
  if (bgpConnectionsAt(network, hub).certain.length > 0) {
    found.notes.push(
      `${observed.path}: what BGP peers of ${nameOf(hub)} announce is not told apart from other routes.`,
    );
  }
}

/** Which link announces a route, its AS number tells where only one link has that. */
function byLink(
  links: readonly PlannedLink[],
  routes: readonly ObservedRoute[],
  isWhole: boolean,
  found: Found,
  file: string,
): void {
  const [only, ...others] = links;
  if (only !== undefined && others.length === 0) {
    found.overTunnel(only, routes, isWhole);
    return;
  }
  const open: string[] = [];
  const mine = new Map<PlannedLink, ObservedRoute[]>();
  for (const route of routes) {
    const asn = customers(route.asPath)[0];
    const fitting = links.filter(({ siteLink }) => {
      const bgp = knownValue(siteLink.bgp);
      return asn !== undefined && bgp !== undefined && knownValue(bgp.asn) === asn;
    });
    const [link, ...more] = fitting;
    if (link === undefined || more.length > 0) {
      open.push(route.prefix.text);
    } else {
      mine.set(link, [...(mine.get(link) ?? []), route]);
    }
  }
  for (const [link, own] of mine) {
    found.overTunnel(link, own, isWhole);
  }
  if (open.length > 0) {
    found.notes.push(
      `${file}: which link announces ${open.join(", ")} can't be told: no link, or several, have its AS number.`,
    );
  }
}

function nameOf(hub: VirtualHub): string {
  return `hub ${knownValue(hub.name) ?? hub.resource.address}`;
}

function unseen(): string[] {
  return [
    "Azure doesn't know what on-premises routers prefer (prefersTunnelFor) and filter (filtersExpressRoute), which prefixes have to " +
      "be encrypted (protected), and what should become of packets when tunnels are lost (onTunnelLoss): state them by hand.",
  ];
}
