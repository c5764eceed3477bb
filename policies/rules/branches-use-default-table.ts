import { listed, type Phrase, phrase } from "../../network/facts/called/phrase";
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
  if (table.state === "unknown") {
    yield cannotTell(
      at(branch, table.path),
      table.unknown,
      phrase`the route table that ${branch} associates with can't be told`,
    );
  } else if (table.state === "resolved" && !table.to.isDefault) {
    yield violation(at(branch, table.path), {
      message: phrase`${branch} associates with ${table.to}, which is not the default route table`,
      remedy: "Associate it with the default route table of its hub.",
      evidence: { routeTable: table.to.resource.address },
    });
  }
}

function* judgePropagation(branches: readonly Branch[]): Iterable<Judgement> {
  const known: { readonly branch: Branch; readonly tables: Tables }[] = [];
  for (const branch of branches) {
    const tables = tablesOf(branch.routing);
    if (tables.unknowns.length > 0 && branches.length > 1) {
      const message = phrase`the route tables that ${branch} propagates to can't be told, nor whether others do alike`;
      yield cannotTell(at(branch, tables.path), tables.unknowns, message);
    } else if (tables.unknowns.length === 0) {
      known.push({ branch, tables });
    }
  }
  const [first] = known;
  for (const { branch, tables } of known) {
    if (first !== undefined && tables.names.join("\n") !== first.tables.names.join("\n")) {
      yield violation(at(branch, branch.routing.path), {
        message: phrase`${branch} propagates to ${listed(tables.said)}, and ${first.branch} to ${listed(first.tables.said)}`,
        remedy: "Let all VPN and ExpressRoute connections of the hub propagate to the same route tables.",
        evidence: { tables: tables.names, others: first.tables.names },
      });
    }
  }
}

/** The tables and labels that a connection propagates to. */
interface Tables {
  readonly names: readonly string[];
  readonly said: readonly Phrase[];
  readonly unknowns: readonly Unknown[];
  readonly path: string;
}

// The hub's default table bears the label `default`: both say the same of the connection's own hub.
function tablesOf({ propagatedRouteTables, propagatedLabels, path }: ConnectionRouting): Tables {
  const unknowns = [...unknownRefs(propagatedRouteTables), ...unknownsOf(propagatedLabels)];
  const all = [
    ...propagatedRouteTables.items.flatMap((table) => (table.state === "resolved" ? [named(table.to)] : [])),
    ...propagatedLabels.items.flatMap((label) =>
      label.state === "known" ? [[label.value, label.value] as const] : [],
    ),
  ];
  const said = new Map<string, Phrase>(all.length > 0 ? all : [["default", "default"]]);
  const names = [...said.keys()].sort();
  return {
    names,
    said: names.map((name) => said.get(name) ?? name),
    unknowns,
    path: propagatedRouteTables.path || path,
  };
}

function named(table: RouteTable): readonly [name: string, said: Phrase] {
  return table.isDefault ? ["default", "default"] : [table.resource.address, table];
}

function unknownRefs(list: Items<Ref<RouteTable>>): Unknown[] {
  const own = list.unknown === undefined ? [] : [list.unknown];
  return [...own, ...list.items.flatMap((table) => (table.state === "unknown" ? [table.unknown] : []))];
}
