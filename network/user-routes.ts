import type { Field, Items, Ref, Unknown } from "./field";
import type { Part } from "./part";

/** A table of user-defined routes, `azurerm_route_table`: what a subnet follows before what its hub tells it. */
export interface UserRouteTable extends Part {
  readonly name: Field<string>;
  /** Blocks and `azurerm_route` resources alike. */
  readonly routes: Items<UserRoute>;
  /** Whether subnets with this table hear what the hub has learned, too; default true. */
  readonly propagatesHubRoutes: Field<boolean>;
}

/** A user-defined route: a block of its table, or a resource of its own. */
export interface UserRoute extends Part {
  /** `route[0]`; empty for a resource of its own. */
  readonly path: string;
  readonly name: Field<string>;
  readonly destination: Field<string>;
  /** `Internet`, `None` (`NoNextHop` to a network manager), `VirtualAppliance`, `VirtualNetworkGateway` or `VnetLocal`. */
  readonly nextHopType: Field<string>;
  readonly nextHopAddress: Field<string>;
}

/** The table that a subnet has, or may have. */
export interface SubnetTable {
  /** Where it is said: the association, or the subnet itself. */
  readonly part: Part;
  readonly table: Ref<UserRouteTable>;
  /** Why it may be another subnet's; empty where it is surely this one's. */
  readonly doubts: readonly Unknown[];
}
