import { idKey, sameName, splitChildId } from "../arm-id";
import type { Ref, Unknown } from "../field";
import { type Block, blockOf, itself, pathOf, reasonOf } from "../fields/block";
import { type Sources, unknownOf } from "../fields/sources";
import { find } from "../fields/typed-fields";
import type { SubnetTable, UserRouteTable } from "../network";
import { type Resource, UnknownAttribute } from "../resource";
import type { SubnetDraft, UserRouteTableDraft, VirtualNetworkDraft } from "./drafts";
import type { Parts } from "./parts";

/** The subnets that an id may mean, and why it may mean another one; nothing where it surely means one. */
interface Meant {
  readonly subnets: readonly SubnetDraft[];
  readonly doubts: readonly Unknown[];
}

/**
 * Gives subnets the tables of user-defined routes that associations name. An association whose subnet can't be told
 * gives its table, in doubt, to every subnet that it may mean.
 */
export function joinSubnetTables(
  sources: Sources,
  networks: Parts<VirtualNetworkDraft>,
  tables: Parts<UserRouteTableDraft>,
): void {
  const subnets = new Subnets(networks);
  for (const resource of sources.ofType("azurerm_subnet_route_table_association")) {
    const block = blockOf(sources, resource);
    const { subnets: meant, doubts } = subnets.meantBy(block);
    const table = tables.refer(block, "route_table_id");
    for (const { routeTables } of meant) {
      routeTables.push({ part: { resource }, table, doubts });
    }
  }
}

/** The table that the block of a subnet, or a data source that reads one, tells. */
export function ownTables(block: Block, tables: Parts<UserRouteTableDraft>): SubnetTable[] {
  const table = tableOf(block, tables);
  return table.state === "absent" ? [] : [{ part: { resource: block.resource }, table, doubts: [] }];
}

function tableOf(block: Block, tables: Parts<UserRouteTableDraft>): Ref<UserRouteTable> {
  if (block.path !== "" || block.resource.standing === "data") {
    return tables.refer(block, "route_table_id");
  }
  // azurerm 5.x: what is written is never told again, only its version; what is told is what Azure had.
  const written = tables.refer(block, "route_table_id_wo");
  if (written.state !== "absent") {
    return written;
  }
  const path = "route_table_id_wo";
  if (find(block, "route_table_id_wo_version").state !== "absent") {
    return { state: "unknown", path, unknown: itself(block, path) };
  }
  return typeof block.attributes.route_table_id === "string"
    ? tables.refer(block, "route_table_id")
    : { state: "absent", path };
}

/** All subnets of all networks, by what an id may say. */
class Subnets {
  private readonly byResource = new Map<Resource, SubnetDraft[]>();

  constructor(private readonly networks: Parts<VirtualNetworkDraft>) {
    for (const subnet of networks.all.flatMap(({ subnets }) => subnets.items)) {
      this.byResource.set(subnet.resource, [...(this.byResource.get(subnet.resource) ?? []), subnet]);
    }
  }

  meantBy(block: Block): Meant {
    const path = pathOf(block, "subnet_id");
    const lead = block.sources.target(block.attributes.subnet_id);
    if (lead.kind === "resource") {
      // A block of a virtual network has no number: it may be any of them.
      const found = this.byResource.get(block.sources.same(lead.resource)) ?? [];
      return { subnets: found, doubts: found.length > 1 ? [unknownOf(lead.reference)] : [] };
    }
    const value = lead.kind === "value" ? lead.value : undefined;
    if (typeof value === "string") {
      return this.withId(value);
    }
    const reason = value instanceof UnknownAttribute ? reasonOf(block, path, value) : undefined;
    const unknown = lead.kind === "elsewhere" ? unknownOf(lead.reference) : (reason ?? itself(block, path));
    return { subnets: [...this.byResource.values()].flat(), doubts: [unknown] };
  }

  private withId(id: string): Meant {
    const split = splitChildId(id, "subnets");
    const found = split === undefined ? [] : this.networks.all.flatMap((network) => subnetsIn(network, id, split));
    const doubts = found.some(({ isSure }) => isSure) ? [] : [{ decidedBy: [id] }];
    return { subnets: found.filter(({ isSure }) => isSure || doubts.length > 0).map(({ subnet }) => subnet), doubts };
  }
}

interface Found {
  readonly subnet: SubnetDraft;
  readonly isSure: boolean;
}

/** The subnets of a network that an id means, or may mean where no id of either is known. */
function subnetsIn(
  { resource, name, subnets }: VirtualNetworkDraft,
  id: string,
  split: { readonly parent: string; readonly name: string },
): Found[] {
  const networkId = resource.attributes.id;
  const isNetwork = typeof networkId === "string" ? idKey(networkId) === idKey(split.parent) : undefined;
  const networkName = split.parent.split("/").at(-1) ?? "";
  if (isNetwork === false || (name.state === "known" && !sameName(name.value, networkName))) {
    return [];
  }
  return subnets.items.flatMap((subnet): Found[] => {
    const own = subnet.resource === resource ? undefined : subnet.resource.attributes.id;
    if (typeof own === "string") {
      return idKey(own) === idKey(id) ? [{ subnet, isSure: true }] : [];
    }
    const isNamed = subnet.name.state === "known" ? sameName(subnet.name.value, split.name) : undefined;
    return isNamed === false ? [] : [{ subnet, isSure: isNamed === true && isNetwork === true }];
  });
}
