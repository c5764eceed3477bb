import { listed, phrase } from "../../network/facts/called/phrase";
import { expressRouteOf, hubOf } from "../../network/facts/private-path";
import { isDescribed } from "../../network/facts/standing";
import { type Ref, targetOf } from "../../network/field";
import type { ExpressRouteConnection, Network, VirtualHub, VpnConnection } from "../../network/network";
import { type HubGroup, hubGroups } from "../../routes/hub-groups";
import type { HubTable } from "../../routes/hub-table";
import { type Propagation, propagationOf } from "../../routes/propagation";
import { at, violation } from "./judgement";
import { propagateAlike, type StatedTables, statedTables, tablesOfWan } from "./reasoning/propagated-tables";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** VPN and ExpressRoute connections of a hub: associated with its default table, and propagating alike. */
export const branchesUseDefaultTable: Rule = {
  id: "branches-use-default-table",
  level: "error",
  section: "Routing",
  what: "VPN and ExpressRoute connections associate with the default route table of their hub, and all propagate to the same tables.",
  why: "Azure takes branches in the default table only, and connections that propagate differently give spokes one path and not the other.",
  page: "https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing",
  *judge(network) {
    const branches = [...network.vpnConnections, ...network.expressRouteConnections].filter(isDescribed);
    yield* branches.flatMap((one) => [...judgeAssociation(one)]);
    yield* hubGroups(network).flatMap((group) => [...judgeWan(network, group)]);
  },
};

type Connection = VpnConnection | ExpressRouteConnection;

function* judgeAssociation(branch: Connection): Iterable<Judgement> {
  const table = branch.routing.associatedRouteTable;
  const place = at(branch, table.path);
  if (table.state === "unknown") {
    yield cannotTell(place, table.unknown, phrase`the route table that ${branch} associates with can't be told`);
  } else if (table.state === "resolved" && !table.to.isDefault) {
    yield violation(place, {
      message: phrase`${branch} associates with ${table.to}, which is not the default route table`,
      remedy: "Associate it with the default route table of its hub.",
      evidence: { routeTable: table.to.resource.address },
    });
  } else if (table.state === "resolved" && isElsewhere(table.to.hub, endOf(branch))) {
    yield violation(place, {
      message: phrase`${branch} associates with ${table.to}, which is another hub's`,
      remedy: "Associate it with the default route table of its own hub.",
      evidence: { routeTable: table.to.resource.address },
    });
  }
}

function endOf(branch: Connection): VirtualHub | undefined {
  if ("links" in branch) {
    return targetOf(hubOf(branch));
  }
  const gateway = targetOf(branch.gateway);
  return gateway === undefined ? undefined : targetOf(gateway.hub);
}

function isElsewhere(hub: Ref<VirtualHub>, own: VirtualHub | undefined): boolean {
  const other = targetOf(hub);
  return other !== undefined && own !== undefined && other !== own;
}

function* judgeWan(network: Network, group: HubGroup): Iterable<Judgement> {
  const tables = tablesOfWan(network, group);
  for (const hub of group.hubs) {
    const connections = hub.vpnGateways.flatMap((gateway) => gateway.connections);
    const branches = [
      ...connections.map((one) => branchOf(one, "vpn", hub)),
      ...expressRouteOf(hub).map((one) => branchOf(one, "expressroute", hub)),
    ];
    yield* judgePropagation(
      branches.filter(({ connection }) => isDescribed(connection)),
      tables,
    );
  }
}

interface Branch {
  readonly connection: Connection;
  readonly stated: StatedTables;
  readonly propagation: Propagation;
}

function branchOf(connection: Connection, kind: "vpn" | "expressroute", hub: VirtualHub): Branch {
  const { routing, resource } = connection;
  return { connection, stated: statedTables(routing, hub), propagation: propagationOf(routing, kind, resource) };
}

function* judgePropagation(branches: readonly Branch[], tables: readonly HubTable[]): Iterable<Judgement> {
  const first = branches.find(({ stated }) => stated.unknowns.length === 0) ?? branches[0];
  for (const branch of first === undefined || branches.length < 2 ? [] : branches) {
    yield* judgePair(branch, first ?? branch, tables);
  }
}

function* judgePair(branch: Branch, first: Branch, tables: readonly HubTable[]): Iterable<Judgement> {
  const { connection, stated } = branch;
  const unknowns = [...stated.unknowns, ...first.stated.unknowns];
  const isWritten = unknowns.length === 0 && stated.names.join("\n") === first.stated.names.join("\n");
  const isSame = isWritten && branch.propagation.everywhere === first.propagation.everywhere;
  // What Azure adds to tables without a label it adds to both.
  const isByIds = stated.byIdAlone && first.stated.byIdAlone;
  const alike = isSame ? "yes" : isByIds ? "no" : propagateAlike(branch.propagation, first.propagation, tables);
  if (branch !== first && (alike === "no" || (stated.none !== first.stated.none && isNoneCertain(branch, first)))) {
    yield violation(at(connection, connection.routing.path), {
      message: phrase`${connection} propagates to ${saidOf(stated)}, and ${first.connection} to ${saidOf(first.stated)}`,
      remedy: "Let all VPN and ExpressRoute connections of the hub propagate to the same route tables.",
      evidence: { tables: stated.names, others: first.stated.names },
    });
  } else if (stated.unknowns.length > 0) {
    const message = phrase`the route tables that ${connection} propagates to can't be told, nor whether others do alike`;
    yield cannotTell(at(connection, stated.path), stated.unknowns, message);
  } else if (typeof alike !== "string" && first.stated.unknowns.length === 0) {
    const message = phrase`whether ${connection} propagates to the same route tables as ${first.connection} can't be told`;
    yield cannotTell(at(connection, stated.path), alike, message);
  }
}

/** One of them surely propagates to the table that nobody follows, and the other surely doesn't. */
function isNoneCertain(a: Branch, b: Branch): boolean {
  return [a, b].every(({ stated }) => stated.none || stated.unknowns.length === 0);
}

function saidOf({ said, unknowns }: StatedTables) {
  return listed(unknowns.length === 0 ? said : [...said, "tables that can't be told"]);
}
