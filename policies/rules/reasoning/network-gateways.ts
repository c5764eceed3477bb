import { sameName, splitChildId } from "../../../network/arm-id";
import type { Unknown } from "../../../network/field";
import { type Block, blocksOf, itself, pathOf, reasonOf } from "../../../network/fields/block";
import { unknownOf } from "../../../network/fields/sources";
import type { Network, Part, VirtualNetwork } from "../../../network/network";
import { type Resource, UnknownAttribute } from "../../../network/resource";
import { at } from "../judgement";
import type { Place } from "../rule";
import { blocksOfType } from "./resource-blocks";

/** A gateway or route server that stands in a virtual network, as Azure has them outside Virtual WAN. */
export interface NetworkGateway extends Part {
  /** The attribute that names its subnet. */
  readonly place: Place;
  readonly where: Whereabouts;
}

/** The virtual network that holds it, those that may, or neither: then it is in none that an input shows. */
export type Whereabouts =
  | { readonly state: "in"; readonly network: VirtualNetwork }
  /** `networks` undefined: it may be any. */
  | { readonly state: "maybe"; readonly networks?: readonly VirtualNetwork[]; readonly unknowns: readonly Unknown[] }
  | { readonly state: "elsewhere" };

/** Every virtual network gateway and route server, with the network that it stands in. */
export function networkGateways(network: Network): NetworkGateway[] {
  const holders = new Holders(network);
  return [
    ...blocksOfType(network, "azurerm_virtual_network_gateway").map((gateway) =>
      inSubnet(holders, gateway, blocksOf(gateway, "ip_configuration")),
    ),
    ...blocksOfType(network, "azurerm_route_server").map((server) =>
      inSubnet(holders, server, { path: "subnet_id", blocks: [server], unknown: undefined }),
    ),
  ];
}

function inSubnet(holders: Holders, { resource }: Block, configurations: ReturnType<typeof blocksOf>): NetworkGateway {
  const found = configurations.blocks.map((configuration) => holders.of(configuration));
  const [first] = configurations.blocks;
  const place = at({ resource }, first === undefined ? configurations.path : pathOf(first, "subnet_id"));
  const settled = found.find(({ state }) => state === "in") ?? found.find(({ state }) => state === "elsewhere");
  const open: Whereabouts = { state: "maybe", unknowns: [configurations.unknown ?? { decidedBy: [resource.address] }] };
  return { resource, place, where: settled ?? found[0] ?? open };
}

/** Finds the virtual network of a subnet. */
class Holders {
  private readonly bySubnet = new Map<Resource, VirtualNetwork>();

  constructor(private readonly network: Network) {
    for (const holder of network.virtualNetworks) {
      this.bySubnet.set(holder.resource, holder);
      for (const { resource } of holder.subnets.items) {
        this.bySubnet.set(resource, holder);
      }
    }
  }

  of(block: Block): Whereabouts {
    const path = pathOf(block, "subnet_id");
    const lead = block.sources.target(block.attributes.subnet_id);
    switch (lead.kind) {
      case "resource":
        return this.ofResource(block.sources.same(lead.resource));
      case "elsewhere":
        return { state: "maybe", unknowns: [unknownOf(lead.reference)] };
      case "value": {
        const { value } = lead;
        if (typeof value === "string") {
          return this.ofId(value);
        }
        const reason = value instanceof UnknownAttribute ? reasonOf(block, path, value) : undefined;
        return { state: "maybe", unknowns: [reason ?? itself(block, path)] };
      }
    }
  }

  private ofResource(subnet: Resource): Whereabouts {
    const holder = this.bySubnet.get(subnet);
    if (holder !== undefined) {
      return { state: "in", network: holder };
    }
    const { id } = subnet.attributes;
    if (typeof id === "string") {
      return this.ofId(id);
    }
    // A network that may have a subnet more, because names can't be told, says so.
    const networks = this.network.virtualNetworks.filter(({ subnets }) => subnets.unknown !== undefined);
    const unknowns = networks.flatMap(({ subnets }) => subnets.unknown ?? []);
    return networks.length === 0 ? { state: "elsewhere" } : { state: "maybe", networks, unknowns };
  }

  private ofId(subnet: string): Whereabouts {
    const parent = splitChildId(subnet, "subnets");
    if (parent === undefined) {
      return { state: "elsewhere" };
    }
    const holder = this.network.virtualNetworks.find(({ resource }) => hasId(resource, parent.parent));
    if (holder !== undefined) {
      return { state: "in", network: holder };
    }
    const name = parent.parent.split("/").at(-1) ?? "";
    const networks = this.network.virtualNetworks.filter(
      (one) => typeof one.resource.attributes.id !== "string" && mayBeNamed(one, name),
    );
    return networks.length === 0
      ? { state: "elsewhere" }
      : { state: "maybe", networks, unknowns: [{ decidedBy: networks.map(idOf) }] };
  }
}

function hasId({ attributes }: Resource, id: string): boolean {
  return typeof attributes.id === "string" && sameName(attributes.id, id);
}

function mayBeNamed({ name }: VirtualNetwork, text: string): boolean {
  return name.state !== "known" || sameName(name.value, text);
}

function idOf({ resource }: VirtualNetwork): string {
  return resource.standing === "outside" ? resource.address : `${resource.address}.id`;
}
