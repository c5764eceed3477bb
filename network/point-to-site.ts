import type { Field, Items, Ref } from "./field";
import type { Part } from "./part";
import type { ConnectionRouting, VirtualHub } from "./parts";

/** A gateway of a hub that users dial in to: a point-to-site, or user VPN, gateway. */
export interface PointToSiteGateway extends Part {
  readonly name: Field<string>;
  readonly hub: Ref<VirtualHub>;
  readonly configurations: Items<UserConfiguration>;
}

/** A `connection_configuration` block: who dials in gets an address of its pool, and the hub has a route to that. */
export interface UserConfiguration {
  /** `connection_configuration[0]` */
  readonly path: string;
  readonly name: Field<string>;
  readonly pool: Items<Field<string>>;
  readonly routing: ConnectionRouting;
}
