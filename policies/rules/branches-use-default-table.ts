import { called } from "../../network/facts/names";
import { expressRouteOf } from "../../network/facts/private-path";
import { isDescribed } from "../../network/facts/standing";
import { type Items, type Ref, type Unknown, unknownsOf } from "../../network/field";
import type {
  ConnectionRouting,
  ExpressRouteConnection,
  RouteTable,
  VirtualHub,
  VpnConnection,
} from "../../network/network";
import { example } from "./examples/branches-use-default-table";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** VPN and ExpressRoute connections of a hub: associated with its default table, and propagating alike. */
export const branchesUseDefaultTable: Rule = {
  id: "branches-use-default-table",
  level: "error",
  section: "Routing",
  what: "VPN and ExpressRoute connections associate with the default route table, and all propagate to the same tables.",
  why: "Azure takes branches in the default table only, and connections that propagate differently give spokes one path and not the other.",
  page: "https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing",
  example,
  *judge(network) {
    const branches = [...network.vpnConnections, ...network.expressRouteConnections].filter(isDescribed);
    yield* branches.flatMap((one) => [...judgeAssociation(one)]);
    yield* network.hubs.flatMap((hub) => [...judgePropagation(branchesOf(hub))]);
  },
};

type Branch = VpnConnection | ExpressRouteConnection;

function branchesOf(hub: VirtualHub): Branch[] {
  return [...hub.vpnGateways.flatMap(({ connections }) => connections), ...expressRouteOf(hub)].filter(isDescribed);
}

function* judgeAssociation(branch: Branch): Iterable<Judgement> {
  const table = branch.routing.associatedRouteTable;
  const name = called("connection", branch);
  if (table.state === "unknown") {
    yield cannotTell(at(branch, table.path), table.unknown, `which route table ${name} associates with can't be told`);
  } else if (table.state === "resolved" && !table.to.isDefault) {
    yield violation(at(branch, table.path), {
      message: `${name} associates with ${table.to.resource.address}, which is not the default route table`,
      remedy: "Associate it with the default route table of its hub.",
      evidence: { routeTable: table.to.resource.address },
    });
  }
}

function* judgePropagation(branches: readonly Branch[]): Iterable<Judgement> {
  const known: { readonly branch: Branch; readonly tables: readonly string[] }[] = [];
  for (const branch of branches) {
    const tables = tablesOf(branch.routing);
    if (tables.unknowns.length > 0 && branches.length > 1) {
      const message = `to which route tables ${called("connection", branch)} propagates can't be told, nor whether others do alike`;
      yield cannotTell(at(branch, tables.path), tables.unknowns, message);
    } else if (tables.unknowns.length === 0) {
      known.push({ branch, tables: tables.names });
    }
  }
  const [first] = known;
  for (const { branch, tables } of known) {
    if (first !== undefined && tables.join("\n") !== first.tables.join("\n")) {
      yield violation(at(branch, branch.routing.path), {
        message: `${called("connection", branch)} propagates to ${tables.join(", ")}, and ${called("connection", first.branch)} to ${first.tables.join(", ")}`,
        remedy: "Let all VPN and ExpressRoute connections of the hub propagate to the same route tables.",
        evidence: { tables, others: first.tables },
      });
    }
  }
}

// The hub's default table bears the label `default`: both say the same of the connection's own hub.
function tablesOf({ propagatedRouteTables, propagatedLabels, path }: ConnectionRouting) {
  const unknowns = [...unknownRefs(propagatedRouteTables), ...unknownsOf(propagatedLabels)];
  const named = [
    ...propagatedRouteTables.items.flatMap((table) => (table.state === "resolved" ? [nameOf(table.to)] : [])),
    ...propagatedLabels.items.flatMap((label) => (label.state === "known" ? [label.value] : [])),
  ];
  const names = [...new Set(named.length > 0 ? named : ["default"])].sort();
  return { names, unknowns, path: propagatedRouteTables.path || path };
}

function nameOf(table: RouteTable): string {
  return table.isDefault ? "default" : table.resource.address;
}

function unknownRefs(list: Items<Ref<RouteTable>>): Unknown[] {
  const own = list.unknown === undefined ? [] : [list.unknown];
  return [...own, ...list.items.flatMap((table) => (table.state === "unknown" ? [table.unknown] : []))];
}
