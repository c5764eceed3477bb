import { DataAzurermVirtualHubRouteTable } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-hub-route-table";
import { VirtualHubRouteTable } from "@cdktf/provider-azurerm/lib/virtual-hub-route-table";
import { Construct } from "constructs";
import { HubOrder } from "../hub/hub-order";
import type { IHubReference, IRouteTableReference } from "../hub/hub-reference";
import { checkResourceId, nameOf } from "../terraform/arm-id";
import { Complaints, literalItems } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { CONNECTION_TIMEOUTS } from "../terraform/timeouts";
import { StaticRoute, type StaticRouteOptions } from "./static-route";

/** A route table of a hub: made here, there already, or one of the two that every hub has. */
export interface IRouteTable extends IRouteTableReference {
  /** Makes a static route in the table. */
  addRoute(id: string, options: StaticRouteOptions): StaticRoute;
}

export interface RouteTableOptions {
  /** Name of the route table. It can't be changed later without replacing it. */
  readonly name: string;
  /**
   * Labels by which connections of all hubs propagate to it.
   * @default none
   */
  readonly labels?: readonly string[];
}

export interface RouteTableProps extends RouteTableOptions {
  readonly hub: IHubReference;
}

/** A route table that exists already, by id. */
export interface RouteTableById {
  readonly routeTableId: string;
  /**
   * Its hub.
   * @default unknown
   */
  readonly hub?: IHubReference;
}

/** A route table that exists already, read by name. */
export interface RouteTableByName {
  readonly name: string;
  readonly hub: IHubReference;
}

export type RouteTableAttributes = RouteTableById | RouteTableByName;

abstract class RouteTableBase extends Construct implements IRouteTable {
  abstract readonly routeTableId: string;
  abstract readonly hub: IHubReference | undefined;

  addRoute(id: string, options: StaticRouteOptions): StaticRoute {
    return new StaticRoute(this, id, { ...options, routeTable: this });
  }
}

/**
 * A route table of a hub, for spokes: circuits and sites have to use the hub's default one.
 * https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing
 */
export class RouteTable extends RouteTableBase {
  /**
   * A route table that exists already: by id, or read by name.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(scope: Construct, id: string, attributes: RouteTableAttributes): IRouteTable {
    return "routeTableId" in attributes
      ? new KnownRouteTable(scope, id, attributes)
      : new ReadRouteTable(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: VirtualHubRouteTable;
  readonly hub: IHubReference;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, { hub, name, labels }: RouteTableProps) {
    super(scope, id);
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    for (const [index, label] of literalItems(labels)) {
      complaints.notEmpty(`labels[${index}]`, label);
    }
    complaints.throwFor(this.node.path);
    this.hub = hub;
    this.resource = new VirtualHubRouteTable(this, "Default", {
      name,
      virtualHubId: hub.virtualHubId,
      timeouts: CONNECTION_TIMEOUTS,
      ...given({ labels: labels && [...labels] }),
    });
    named(this.resource);
    HubOrder.of(hub).add("settings", this.resource);
  }

  get routeTableId(): string {
    return this.resource.id;
  }
}

/** A route table of which only the id is known, and perhaps the hub. */
class KnownRouteTable extends RouteTableBase {
  readonly routeTableId: string;
  readonly hub: IHubReference | undefined;

  constructor(scope: Construct, id: string, { routeTableId, hub }: RouteTableById) {
    super(scope, id);
    const complaints = new Complaints();
    checkResourceId(complaints, "routeTableId", routeTableId, "virtualHubs/hubRouteTables");
    complaints.throwFor(this.node.path);
    this.routeTableId = routeTableId;
    this.hub = hub;
  }
}

/** A route table that Terraform reads. */
class ReadRouteTable extends RouteTableBase {
  /** The Terraform data source. */
  readonly resource: DataAzurermVirtualHubRouteTable;
  readonly hub: IHubReference;

  constructor(scope: Construct, id: string, { name, hub }: RouteTableByName) {
    super(scope, id);
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    complaints.throwFor(this.node.path);
    this.hub = hub;
    this.resource = new DataAzurermVirtualHubRouteTable(this, "Default", {
      name,
      virtualHubName: nameOf(hub.virtualHubId),
      resourceGroupName: hub.resourceGroupName,
    });
    named(this.resource);
  }

  get routeTableId(): string {
    return this.resource.id;
  }
}

/** One of the two route tables that Azure makes with every hub. */
export class BuiltInRouteTable implements IRouteTable {
  /** @param tableId resource id of the table, asked for when it is needed */
  constructor(
    readonly hub: IHubReference,
    private readonly tableId: () => string,
  ) {}

  get routeTableId(): string {
    return this.tableId();
  }

  addRoute(id: string, options: StaticRouteOptions): StaticRoute {
    return new StaticRoute(this.hub, id, { ...options, routeTable: this });
  }
}
