import { type TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { addressOf } from "../terraform/terraform-address";

/**
 * What changes a hub, in the order in which it happens. Spokes come before VPN connections because connecting a virtual
 * network may reconnect every tunnel: https://learn.microsoft.com/azure/virtual-wan/howto-connect-vnet-hub
 */
const STAGES = [
  "vpnGateway",
  "expressRouteGateway",
  "settings",
  "expressRouteConnection",
  "spokeConnection",
  "staticRoute",
  "vpnConnection",
  "routingIntent",
] as const;

/** A step in the making of a hub. `settings`: route tables, route maps and NAT rules. */
export type HubStage = (typeof STAGES)[number];

/**
 * Members of one stage wait for each other too, save VPN connections: azurerm itself makes those of a gateway one at a
 * time (it holds a lock by gateway), there may be a thousand, and one that fails must not keep the others from being made.
 */
const UNORDERED: ReadonlySet<HubStage> = new Set(["vpnConnection"]);

/**
 * The order of everything that changes one hub, as explicit dependencies: Azure fails on parallel changes.
 *
 * Dependencies are settled at synthesis, so the order in which methods are called doesn't matter. Each resource waits
 * for the last one before it only, which waits for the one before that: the lists stay short. Only routing intent, of
 * which a hub has one, lists every VPN connection.
 *
 * What constructs make has its place already. A firewall in the hub, say, gets one by
 * `HubOrder.of(hub).add("settings", firewall)`.
 */
export class HubOrder {
  private static readonly orders = new WeakMap<IConstruct, HubOrder>();

  /** The order of a hub, or of what was said to belong to one. */
  static of(construct: IConstruct): HubOrder {
    const known = HubOrder.orders.get(construct);
    if (known !== undefined) {
      return known;
    }
    const order = new HubOrder();
    HubOrder.orders.set(construct, order);
    return order;
  }

  /** Says that a gateway belongs to a hub, so that its connections are in that hub's order. */
  static join(gateway: IConstruct, hub: IConstruct): void {
    HubOrder.orders.set(gateway, HubOrder.of(hub));
  }

  // Terraform orders within one state only, so each stack has an order of its own.
  private readonly stacks = new Map<TerraformStack, Map<HubStage, TerraformResource[]>>();
  private readonly placed = new Set<TerraformResource>();

  private constructor() {}

  /** Gives a resource its place. Doing so twice changes nothing. */
  add(stage: HubStage, resource: TerraformResource): void {
    if (this.placed.has(resource)) {
      return;
    }
    this.placed.add(resource);
    const stack = TerraformStack.of(resource);
    const stages = this.stacks.get(stack) ?? new Map<HubStage, TerraformResource[]>();
    this.stacks.set(stack, stages);
    const members = stages.get(stage) ?? [];
    stages.set(stage, members);
    members.push(resource);
    const before = members[members.length - 2];
    dependLater(resource, () => (before === undefined || UNORDERED.has(stage) ? lastBefore(stages, stage) : [before]));
  }
}

/**
 * Adds dependencies to a resource that are told when somebody looks. A token would do that too, but would stand in the
 * way of a person who adds dependencies of his own.
 */
function dependLater(resource: TerraformResource, dependencies: () => readonly TerraformResource[]): void {
  let written = resource.dependsOn ?? [];
  Object.defineProperty(resource, "dependsOn", {
    enumerable: true,
    configurable: true,
    get: () => {
      const all = [...new Set([...written, ...dependencies().map(addressOf)])];
      return all.length === 0 ? undefined : all;
    },
    set: (value: string[] | undefined) => {
      written = value ?? [];
    },
  });
}

/** What a stage waits for: the end of the nearest stage before it that has any members. */
function lastBefore(stages: ReadonlyMap<HubStage, TerraformResource[]>, stage: HubStage): readonly TerraformResource[] {
  for (const earlier of STAGES.slice(0, STAGES.indexOf(stage)).reverse()) {
    const members = stages.get(earlier) ?? [];
    if (members.length > 0) {
      return UNORDERED.has(earlier) ? members : members.slice(-1);
    }
  }
  return [];
}
