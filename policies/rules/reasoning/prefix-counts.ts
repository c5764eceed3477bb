import { prefixesOf, prefixOfField } from "../../../network/facts/prefixes";
import { type Field, targetOf } from "../../../network/field";
import { blockOf, onlyBlock } from "../../../network/fields/block";
import { textField } from "../../../network/fields/typed-fields";
import type { ExpressRouteConnection, Network, VirtualHub } from "../../../network/network";
import { sourcesOf } from "./resource-blocks";
import { throughTunnelsOf } from "./tunnel-routes";

/** The tier of the circuit of an ExpressRoute connection. */
export function tierOf(network: Network, connection: ExpressRouteConnection): Field<string> {
  const peering = targetOf(connection.peering);
  const circuit = peering === undefined ? undefined : targetOf(peering.circuit);
  if (circuit === undefined) {
    const unknown = { decidedBy: [connection.resource.address] };
    return { state: "unknown", path: connection.peering.path, unknown };
  }
  return textField(onlyBlock(blockOf(sourcesOf(network), circuit.resource), "sku").block, "tier");
}

/**
 * How many prefixes each hub of a WAN advertises over ExpressRoute at least: those of all hubs and connected virtual
 * networks of its WAN, and, where branches reach each other, those that they reach through tunnels.
 */
export function advertisedOverExpressRoute(hubs: readonly VirtualHub[], branchToBranch: boolean): number {
  const prefixes = new Set(hubs.flatMap((one) => [...ownPrefixes(one), ...spokePrefixes(one)]));
  for (const hub of branchToBranch ? hubs : []) {
    for (const { prefix } of throughTunnelsOf(hub).routes) {
      prefixes.add(prefix.text);
    }
  }
  return prefixes.size;
}

function ownPrefixes({ addressPrefix }: VirtualHub): string[] {
  const stated = prefixOfField(addressPrefix);
  return stated === undefined ? [] : [stated.prefix.text];
}

function spokePrefixes({ spokeConnections }: VirtualHub): string[] {
  return spokeConnections.flatMap(({ virtualNetwork }) => {
    const space = targetOf(virtualNetwork)?.addressSpace;
    return space === undefined ? [] : prefixesOf(space).map(({ prefix }) => prefix.text);
  });
}
