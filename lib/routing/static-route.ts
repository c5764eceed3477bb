import { VirtualHubRouteTableRouteA } from "@cdktf/provider-azurerm/lib/virtual-hub-route-table-route";
import { Construct } from "constructs";
import { HubOrder } from "../hub/hub-order";
import type { IRouteTableReference } from "../hub/hub-reference";
import { Complaints } from "../terraform/complaints";
import { named } from "../terraform/names";
import { CONNECTION_TIMEOUTS } from "../terraform/timeouts";
import type { NextHop } from "./next-hop";

export interface StaticRouteOptions {
  /** Name of the route, unique in its table. */
  readonly name: string;
  /** Prefixes that the route is for. */
  readonly destinations: readonly string[];
  readonly nextHop: NextHop;
}

export interface StaticRouteProps extends StaticRouteOptions {
  readonly routeTable: IRouteTableReference;
}

/**
 * A static route of a hub's route table. It is a resource of its own, since it may lead to a spoke whose connection
 * needs the table before.
 * https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing
 */
export class StaticRoute extends Construct {
  /** The Terraform resource. */
  readonly resource: VirtualHubRouteTableRouteA;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: StaticRouteProps) {
    super(scope, id);
    const complaints = new Complaints();
    complaints.notEmpty("name", props.name);
    complaints.prefixes("destinations", props.destinations);
    if (props.destinations.length === 0) {
      complaints.add("destinations: a route has at least one prefix");
    }
    props.nextHop.check(complaints, "nextHop");
    complaints.throwFor(this.node.path);
    this.resource = new VirtualHubRouteTableRouteA(this, "Default", {
      routeTableId: props.routeTable.routeTableId,
      name: props.name,
      destinationsType: "CIDR",
      destinations: [...props.destinations],
      nextHopType: "ResourceId",
      nextHop: props.nextHop.resourceId,
      timeouts: CONNECTION_TIMEOUTS,
    });
    named(this.resource);
    if (props.routeTable.hub !== undefined) {
      HubOrder.of(props.routeTable.hub).add("staticRoute", this.resource);
    }
  }
}
