import { idKey, sameName, splitChildId } from "../../../network/arm-id";
import type { Ref, Unknown } from "../../../network/field";
import { type Block, itself } from "../../../network/fields/block";
import { textField } from "../../../network/fields/typed-fields";
import type { Network, Part, UserRouteTable, VirtualNetwork } from "../../../network/network";
import { blocksOfType } from "./resource-blocks";
import { type Target, targetOfBlock } from "./targets";

/** A table of user-defined routes that a subnet of a virtual network follows, or may follow. */
export interface FollowedTable {
  /** Where that is said. */
  readonly by: Part;
  readonly table: Ref<UserRouteTable>;
  /** Why it may be the table of another network's subnet. */
  readonly doubts: readonly Unknown[];
}

/** The tables of a network's subnets, those of subnets that no input shows among them. */
export class UserTables {
  private readonly strays: readonly Block[];
  private readonly byResource: ReadonlyMap<unknown, UserRouteTable>;

  constructor(network: Network) {
    const subnets = network.virtualNetworks.flatMap((one) => one.subnets.items);
    const certain = subnets.flatMap(({ routeTables }) => routeTables.filter(({ doubts }) => doubts.length === 0));
    const joined = new Set(certain.map(({ part }) => part.resource));
    this.strays = blocksOfType(network, "azurerm_subnet_route_table_association").filter(
      ({ resource }) => !joined.has(resource),
    );
    this.byResource = new Map(network.userRouteTables.map((table) => [table.resource, table]));
    this.targetOf = (block) => targetOfBlock(network, block, "route_table_id");
  }

  private readonly targetOf: (block: Block) => Target;

  of(virtualNetwork: VirtualNetwork): FollowedTable[] {
    const own = virtualNetwork.subnets.items.flatMap(({ routeTables }) => routeTables);
    const known = new Set(own.map(({ part }) => part.resource));
    const others = this.strays.flatMap((stray) => {
      const doubts = known.has(stray.resource) ? undefined : mayBeOf(stray, virtualNetwork);
      return doubts === undefined ? [] : [{ by: stray, table: this.tableOf(stray), doubts }];
    });
    return [...own.map(({ part, table, doubts }) => ({ by: part, table, doubts })), ...others];
  }

  private tableOf(stray: Block): Ref<UserRouteTable> {
    const path = "route_table_id";
    const target = this.targetOf(stray);
    const table = target.state === "block" ? this.byResource.get(target.block.resource) : undefined;
    if (table !== undefined) {
      return { state: "resolved", path, to: table };
    }
    const unknown =
      target.state === "unknown"
        ? target.unknown
        : target.state === "id"
          ? { decidedBy: [target.id] }
          : itself(stray, path);
    return { state: "unknown", path, unknown };
  }
}

/**
 * Why an association that names no subnet of any input may be about one of a network: nothing where it surely is,
 * undefined where it isn't.
 */
function mayBeOf(association: Block, { resource, name, subnets }: VirtualNetwork): readonly Unknown[] | undefined {
  const subnet = textField(association, "subnet_id");
  const split = subnet.state === "known" ? splitChildId(subnet.value, "subnets") : undefined;
  if (split === undefined) {
    // Of a network whose subnets are all known, it would have found the subnet.
    const isHidden = subnets.items.length === 0 || subnets.unknown !== undefined;
    return isHidden ? [subnet.state === "unknown" ? subnet.unknown : itself(association, subnet.path)] : undefined;
  }
  const { id } = resource.attributes;
  if (typeof id === "string") {
    return idKey(id) === idKey(split.parent) ? [] : undefined;
  }
  const isOther = name.state === "known" && !sameName(name.value, split.parent.split("/").at(-1) ?? "");
  return isOther ? undefined : [{ decidedBy: [resource.address] }];
}
