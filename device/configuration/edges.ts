import { type Address, addressText } from "../../address/address";
import { containsPrefix, type Prefix } from "../../address/prefix";
import { onPremisesAt } from "../../network/facts/on-premises";
import { prefixesOf, prefixOfField } from "../../network/facts/prefixes";
import { expressRouteOf } from "../../network/facts/private-path";
import { tunnelLossAt } from "../../network/facts/tunnel-loss";
import { knownValue, targetOf, unknownsOf } from "../../network/field";
import type { CircuitPeering, ExpressRouteConnection, Network, VirtualHub } from "../../network/network";
import { distinct } from "./azure-ends";
import type { Accepted, EdgeConfiguration, EdgeSession } from "./device-configuration";
import { hubName, spokesBehind } from "./planned-links";

/** The routers at the customer's end of the circuits of some hubs, and of which of them not enough is known. */
export interface Edges {
  readonly edges: readonly EdgeConfiguration[];
  readonly notes: readonly string[];
}

/** What those routers announce and accept, for every circuit that hubs are connected to. */
export function edgesAt(network: Network, hubs: readonly VirtualHub[]): Edges {
  const byPeering = new Map<CircuitPeering, { hub: VirtualHub; connection: ExpressRouteConnection }[]>();
  const notes: string[] = [];
  for (const hub of hubs) {
    for (const connection of expressRouteOf(hub)) {
      const peering = targetOf(connection.peering);
      if (peering === undefined) {
        notes.push(
          `${connection.resource.address}: no input tells its circuit, so nothing is rendered for the router there.`,
        );
      } else {
        byPeering.set(peering, [...(byPeering.get(peering) ?? []), { hub, connection }]);
      }
    }
  }
  const edges = [...byPeering].flatMap(([peering, at]) => edgeOf(network, peering, at, notes) ?? []);
  return { edges: edges.sort((a, b) => (a.circuit < b.circuit ? -1 : 1)), notes };
}

function edgeOf(
  network: Network,
  peering: CircuitPeering,
  at: readonly { readonly hub: VirtualHub; readonly connection: ExpressRouteConnection }[],
  notes: string[],
): EdgeConfiguration | undefined {
  const { circuit: circuitRef } = peering;
  const circuit = targetOf(circuitRef);
  const name = (circuit && knownValue(circuit.name)) ?? peering.resource.address;
  const asn = knownValue(peering.peerAsn);
  const sessions = (["primary", "secondary"] as const).flatMap((which) => sessionOf(peering, which) ?? []);
  if (asn === undefined || sessions.length < 2) {
    notes.push(
      `Circuit ${name}: its AS number or its two subnets can't be told, so nothing is rendered for the router there.`,
    );
    return undefined;
  }
  const stated = at.map(({ connection }) => connection.advertised?.prefixes);
  if (stated.some((list) => list === undefined || unknownsOf(list).length > 0)) {
    notes.push(
      `Circuit ${name}: intent doesn't say all that is advertised over it; the router announces what is stated.`,
    );
  }
  const hubs = [...new Set(at.map(({ hub }) => hub))];
  return {
    circuit: name,
    asn,
    sessions,
    announces: distinct(stated.flatMap((list) => (list ? known(list) : []))),
    ...filterAt(network, hubs),
  };
}

type Listed = Parameters<typeof prefixesOf>[0];

function known(list: Listed): Prefix[] {
  return prefixesOf(list).flatMap(({ prefix }) => (prefix.family === 4 ? [prefix] : []));
}

/** What a router takes from Microsoft: hubs always, and spokes unless they are reached through tunnels alone. */
function filterAt(network: Network, hubs: readonly VirtualHub[]): Pick<EdgeConfiguration, "accepts" | "refuses"> {
  const accepts: Accepted[] = [];
  const refuses: Prefix[] = [];
  for (const hub of hubs) {
    const prefix = prefixOfField(hub.addressPrefix)?.prefix;
    const called = `Hub ${hubName({ network, hub })}`;
    accepts.push(...(prefix === undefined ? [] : [{ prefix, what: `${called}: the tunnels end in it.` }]));
    const loss = tunnelLossAt(network, hub);
    const mayFallBack = loss === undefined || (loss.state === "known" && loss.value === "cleartext");
    const filters = onPremisesAt(network, hub).filtersExpressRoute;
    const filtered = filters === undefined ? [] : known(filters);
    for (const spoke of spokesBehind({ network, hub }).prefixes) {
      const isRefused = !mayFallBack || filtered.some((one) => containsPrefix(one, spoke));
      if (isRefused) {
        refuses.push(spoke);
      } else {
        accepts.push({ prefix: spoke, what: "Spokes: where packets go when the tunnels are lost." });
      }
    }
  }
  return { accepts: eachOnce(accepts), refuses: distinct(refuses) };
}

function eachOnce(accepts: readonly Accepted[]): Accepted[] {
  const byText = new Map<string, Accepted>();
  for (const one of accepts) {
    byText.set(one.prefix.text, byText.get(one.prefix.text) ?? one);
  }
  return [...byText.values()];
}

/** The customer has the first usable address of a subnet, Microsoft the second one. */
function sessionOf(peering: CircuitPeering, name: EdgeSession["name"]): EdgeSession | undefined {
  const subnet = prefixOfField(name === "primary" ? peering.primaryPrefix : peering.secondaryPrefix)?.prefix;
  if (subnet === undefined || subnet.family !== 4 || subnet.length > 30) {
    return undefined;
  }
  return { name, subnet, own: nth(subnet, 1), microsoft: nth(subnet, 2) };
}

function nth({ first }: Prefix, index: number): Address {
  const value = Number(first) + index;
  return { family: 4, value, text: addressText(4, value) };
}
