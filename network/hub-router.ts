import type { Field, Items, Ref } from "./field";
import type { Advertisement, Part } from "./part";
import type { RouteTable, StaticRoute, VirtualHub } from "./parts";

export interface RoutingIntent extends Part {
  readonly hub: Ref<VirtualHub>;
  readonly policies: Items<RoutingPolicy>;
}

/** An Azure Firewall: of a hub, or of a virtual network. */
export interface Firewall extends Part {
  readonly skuName: Field<string>;
  /** Absent where it stands in a virtual network. */
  readonly hub: Ref<VirtualHub>;
}

export interface RoutingPolicy {
  readonly path: string;
  readonly name: Field<string>;
  readonly destinations: Items<Field<string>>;
  readonly nextHop: Ref<Part>;
}

/** A static route that is a resource of its own, and of which can't be told in which table it is: it may be in any. */
export interface StrayRoute extends Part {
  readonly table: Ref<RouteTable>;
  readonly route: StaticRoute;
}

/** A BGP session of the hub's router with an appliance in a spoke, which may tell the hub any route. */
export interface HubBgpConnection extends Part {
  readonly name: Field<string>;
  readonly hub: Ref<VirtualHub>;
  /** The address of the appliance. */
  readonly peerAddress: Field<string>;
  /** What the appliance tells the hub, from intent; undefined where intent doesn't say. */
  readonly advertised: Advertisement | undefined;
}
