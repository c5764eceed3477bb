import type { IRouteTableReference } from "../hub/hub-reference";
import type { Complaints } from "../terraform/complaints";
import type { IRouteMap } from "./route-map";

/** How routes of one connection are learned, changed and handed on. The same for circuits, sites and spokes. */
export interface ConnectionRouting {
  /**
   * The route table that decides where traffic from this connection goes. Circuits and sites must use the default one.
   * https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing
   * @default the hub's default route table
   */
  readonly associatedRouteTable?: IRouteTableReference;
  /**
   * The route tables that learn this connection's routes.
   * @default the default route tables of all hubs: the label `default`
   */
  readonly propagateTo?: RoutePropagation;
  /**
   * Rules for routes that the hub learns from this connection.
   * @default none
   */
  readonly inboundRouteMap?: IRouteMap;
  /**
   * Rules for routes that the hub advertises to this connection.
   * @default none
   */
  readonly outboundRouteMap?: IRouteMap;
}

/** Route tables that learn routes: of this hub one by one, of all hubs by label. */
export interface RoutePropagation {
  /** At least one; the hub's `noneRouteTable` to propagate nowhere. */
  readonly routeTables: readonly IRouteTableReference[];
  /**
   * Labels of route tables, in every hub of the WAN.
   * @default none
   */
  readonly labels?: readonly string[];
}

/** The routing of a connection, in the words that the provider's `routing` blocks share. */
export interface RoutingIds {
  readonly associatedRouteTableId: string;
  readonly propagatedRouteTable: { readonly routeTableIds: string[]; readonly labels: string[] };
  readonly inboundRouteMapId?: string;
  readonly outboundRouteMapId?: string;
}

/**
 * Adds what is wrong with the routing to the complaints of its connection.
 * @param defaultRouteTableId the default route table of the hub, undefined where the hub isn't known
 */
export function checkRouting(
  complaints: Complaints,
  routing: ConnectionRouting | undefined,
  defaultRouteTableId: string | undefined,
): void {
  if (routing === undefined) {
    return;
  }
  const { associatedRouteTable, propagateTo } = routing;
  if (defaultRouteTableId === undefined && associatedRouteTable === undefined) {
    complaints.add("routing.associatedRouteTable: give it, since the gateway's hub isn't known here");
  }
  if (defaultRouteTableId === undefined && propagateTo === undefined) {
    complaints.add("routing.propagateTo: give it, since the gateway's hub isn't known here");
  }
  if (propagateTo?.routeTables.length === 0) {
    complaints.add("routing.propagateTo.routeTables: it is empty; to propagate nowhere, use the hub's noneRouteTable");
  }
}

/**
 * The `routing` block of a connection. The provider wants route tables beside a route map, so whatever isn't given is
 * what Azure does without a block.
 */
export function routingIds(routing: ConnectionRouting, defaultRouteTableId: string | undefined): RoutingIds {
  const { associatedRouteTable, propagateTo, inboundRouteMap, outboundRouteMap } = routing;
  const defaultTable = defaultRouteTableId === undefined ? [] : [defaultRouteTableId];
  return {
    associatedRouteTableId: associatedRouteTable?.routeTableId ?? defaultTable.join(""),
    propagatedRouteTable: {
      routeTableIds: propagateTo === undefined ? defaultTable : propagateTo.routeTables.map((t) => t.routeTableId),
      labels: propagateTo === undefined ? ["default"] : [...(propagateTo.labels ?? [])],
    },
    ...(inboundRouteMap === undefined ? {} : { inboundRouteMapId: inboundRouteMap.routeMapId }),
    ...(outboundRouteMap === undefined ? {} : { outboundRouteMapId: outboundRouteMap.routeMapId }),
  };
}
