import { containsPrefix, type Prefix } from "../../address/prefix";
import { phrase } from "../../network/facts/called/phrase";
import { onPremisesAt } from "../../network/facts/on-premises";
import { prefixesOf } from "../../network/facts/prefixes";
import { expressRouteOf } from "../../network/facts/private-path";
import { tunnelLossAt } from "../../network/facts/tunnel-loss";
import { knownValue, targetOf, unknownsOf } from "../../network/field";
import type { Advertisement, ExpressRouteConnection, Network, Part } from "../../network/network";
import { at } from "../../network/place";
import type { Judgement } from "../../policies/rules/rule";
import { hubGroups } from "../../routes/hub-groups";
import { protectedFrom } from "../../routes/protected";
import type { Observation, ObservedRoute, ObservedRoutes } from "../azure/observations";
import { differs } from "./observed-rule";
import { whoseRoutes } from "./whose-routes";

/** AS numbers of Azure's own routers: what has one of them wasn't announced by a customer. */
const AZURE_ASNS: ReadonlySet<string> = new Set(["65515", "65520", "12076"]);

/** What Microsoft's edge and connections hear and tell, against what intent says is advertised. */
export function* judgeAdvertised(network: Network, observed: readonly Observation[]): Iterable<Judgement> {
  for (const one of observed) {
    if (one.kind === "circuit") {
      yield* atCircuit(network, one);
    } else if (one.kind === "inbound" || one.kind === "outbound") {
      const all = [...network.expressRouteConnections, ...network.vpnConnections];
      const connection = whoseRoutes(one, all, { noun: "connection" });
      yield* one.kind === "inbound" ? heard(network, connection, one) : told(network, connection, one);
    }
  }
}

function* atCircuit(network: Network, observed: ObservedRoutes): Iterable<Judgement> {
  const circuit = whoseRoutes(observed, network.circuits, { noun: "circuit" });
  const connections = network.expressRouteConnections.filter(
    ({ peering }) => targetOf(targetOf(peering)?.circuit ?? NOWHERE) === circuit,
  );
  const [first] = connections;
  const customers = observed.routes.filter(
    ({ asPath }) => asPath.length > 0 && !asPath.some((asn) => AZURE_ASNS.has(asn)),
  );
  if (first !== undefined) {
    yield* against(
      network,
      first,
      connections.map(({ advertised }) => advertised),
      { ...observed, routes: customers },
      true,
    );
  }
}

const NOWHERE = { state: "absent", path: "" } as const;

type Connection = Network["expressRouteConnections"][number] | Network["vpnConnections"][number];

function* heard(network: Network, connection: Connection, observed: ObservedRoutes): Iterable<Judgement> {
  const isWhole = connection.routing.inboundRouteMap.state === "absent";
  const stated =
    "links" in connection
      ? connection.links.items.map(({ siteLink }) => targetOf(siteLink)?.advertised)
      : [connection.advertised];
  yield* against(network, connection, stated, observed, isWhole);
}

/** @param isWhole whether all that is advertised has to be there: no route map takes any of it away */
function* against(
  network: Network,
  part: Part,
  stated: readonly (Advertisement | undefined)[],
  { routes, path: file }: ObservedRoutes,
  isWhole: boolean,
): Iterable<Judgement> {
  const isTold = stated.every((one) => one !== undefined && unknownsOf(one.prefixes).length === 0);
  const wanted = new Map(
    stated.flatMap((one) =>
      (one === undefined ? [] : prefixesOf(one.prefixes)).map(({ prefix }) => [prefix.text, prefix]),
    ),
  );
  const seen = new Set(routes.map(({ prefix }) => prefix.text));
  const missing = [...wanted.keys()].filter((text) => !seen.has(text));
  if (isWhole && missing.length > 0) {
    yield differs(at(part), {
      message: phrase`${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not announced over ${part}, and intent says so`,
      remedy: "See what the router announces, or correct intent.",
      evidence: { missing, file },
    });
  }
  for (const route of routes.filter(({ prefix }) => isTold && !wanted.has(prefix.text))) {
    yield unstated(network, part, route, file);
  }
}

function unstated(network: Network, part: Part, { prefix, asPath }: ObservedRoute, file: string): Judgement {
  const hidden =
    "gateway" in part && "advertised" in part
      ? protectedIn(network).find((one) => containsPrefix(one, prefix))
      : undefined;
  return differs(at(part), {
    message:
      hidden === undefined
        ? phrase`${prefix.text} is announced over ${part}, and intent doesn't say so`
        : phrase`${prefix.text} is announced over ${part}, and intent doesn't say so: packets to it go past the tunnels, though ${hidden.text} is protected`,
    remedy: "Stop announcing it there, or state it in intent.",
    evidence: { prefix: prefix.text, asPath: asPath.map(Number), file },
    ...(hidden === undefined ? { level: "note" as const } : {}),
  });
}

function protectedIn(network: Network): Prefix[] {
  const lists = hubGroups(network).flatMap((group) => protectedFrom(network, group).lists);
  return lists.flatMap(({ list }) => prefixesOf(list).map(({ prefix }) => prefix));
}

/** Where lost tunnels must drop their packets, on-premises must not hear of spokes over ExpressRoute. */
function* told(network: Network, connection: Connection, { routes, path: file }: ObservedRoutes): Iterable<Judgement> {
  const hub = network.hubs.find((one) => expressRouteOf(one).some((each) => isSame(each, connection)));
  const loss = hub === undefined ? undefined : tunnelLossAt(network, hub);
  if (hub === undefined || loss === undefined || knownValue(loss) !== "drop") {
    return;
  }
  const filters = onPremisesAt(network, hub).filtersExpressRoute;
  const filtered = filters === undefined ? [] : prefixesOf(filters).map(({ prefix }) => prefix);
  const spokes = network.spokeConnections.flatMap(({ virtualNetwork }) => {
    const space = targetOf(virtualNetwork)?.addressSpace;
    return space === undefined ? [] : prefixesOf(space).map(({ prefix }) => prefix);
  });
  for (const { prefix } of routes) {
    const isSpoke = spokes.some((spoke) => containsPrefix(spoke, prefix) || containsPrefix(prefix, spoke));
    if (isSpoke && !filtered.some((one) => containsPrefix(one, prefix))) {
      yield differs(at(connection), {
        message: phrase`${prefix.text}, a spoke, is announced to on-premises over ${connection}: packets to it go in the clear when tunnels are lost, and intent says that they are dropped`,
        remedy: "Drop it there by an outbound route map, or filter it on premises and say so in filtersExpressRoute.",
        evidence: { prefix: prefix.text, file },
      });
    }
  }
}

function isSame(one: ExpressRouteConnection, connection: Connection): boolean {
  return one.resource === connection.resource;
}
