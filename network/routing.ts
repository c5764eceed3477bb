import type { Field, Items, Ref } from "./field";
import type { Part, VirtualHub } from "./network";

/** The `routing` block of a VPN, ExpressRoute or spoke connection. Absent parts mean the default route table. */
export interface ConnectionRouting {
  readonly path: string;
  /** False where nobody wrote the block. */
  readonly written: boolean;
  readonly associatedRouteTable: Ref<RouteTable>;
  readonly propagatedRouteTables: Items<Ref<RouteTable>>;
  readonly propagatedLabels: Items<Field<string>>;
  readonly inboundRouteMap: Ref<RouteMap>;
  readonly outboundRouteMap: Ref<RouteMap>;
}

/** A route table of a hub. The default one has standing `outside` and no resource of its own in Terraform. */
export interface RouteTable extends Part {
  readonly hub: Ref<VirtualHub>;
  readonly name: Field<string>;
  readonly isDefault: boolean;
  readonly labels: Items<Field<string>>;
  readonly routes: Items<StaticRoute>;
}

export interface StaticRoute {
  readonly path: string;
  readonly name: Field<string>;
  readonly destinationsType: Field<string>;
  readonly destinations: Items<Field<string>>;
  readonly nextHop: Ref<Part>;
}

export interface RouteMap extends Part {
  readonly hub: Ref<VirtualHub>;
  readonly name: Field<string>;
  readonly rules: Items<RouteMapRule>;
}

export interface RouteMapRule {
  readonly path: string;
  readonly name: Field<string>;
  readonly matches: Items<RouteMapMatch>;
  readonly actions: Items<RouteMapAction>;
  /** `Continue`, `Terminate` or `Unknown` (the provider's default). */
  readonly nextStep: Field<string>;
}

export interface RouteMapMatch {
  readonly path: string;
  readonly condition: Field<string>;
  readonly prefixes: Items<Field<string>>;
  readonly asPath: Items<Field<string>>;
  readonly communities: Items<Field<string>>;
}

export interface RouteMapAction {
  readonly path: string;
  readonly type: Field<string>;
  readonly parameters: Items<RouteMapParameter>;
}

export interface RouteMapParameter {
  readonly path: string;
  readonly prefixes: Items<Field<string>>;
  readonly asPath: Items<Field<string>>;
  readonly communities: Items<Field<string>>;
}

export interface RoutingIntent extends Part {
  readonly hub: Ref<VirtualHub>;
  readonly policies: Items<RoutingPolicy>;
}

/** A BGP session of the hub's router with an appliance in a spoke, which may tell the hub any route. */
export interface HubBgpConnection extends Part {
  readonly name: Field<string>;
  readonly hub: Ref<VirtualHub>;
  /** The address of the appliance. */
  readonly peerAddress: Field<string>;
}

export interface RoutingPolicy {
  readonly path: string;
  readonly name: Field<string>;
  readonly destinations: Items<Field<string>>;
  readonly nextHop: Ref<Part>;
}
