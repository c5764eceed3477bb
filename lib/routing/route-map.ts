import { RouteMap as RouteMapResource } from "@cdktf/provider-azurerm/lib/route-map";
import { Construct } from "constructs";
import { HubOrder } from "../hub/hub-order";
import type { IHubReference } from "../hub/hub-reference";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints } from "../terraform/complaints";
import { named } from "../terraform/names";
import { CONNECTION_TIMEOUTS } from "../terraform/timeouts";
import { checkRule, type RouteMapRule, ruleBlock } from "./route-map-rule";

/** A route map of a hub, as connections use it. */
export interface IRouteMap {
  /** Resource id of the route map. */
  readonly routeMapId: string;
}

export interface RouteMapOptions {
  /** Name of the route map: letters, digits, `_`, `.`, `-`. It can't be changed later without replacing it. */
  readonly name: string;
  /** Its rules, in the order in which they are tried. A route that no rule matches passes as it is. */
  readonly rules: readonly RouteMapRule[];
}

export interface RouteMapProps extends RouteMapOptions {
  readonly hub: IHubReference;
}

/** A route map that exists already. */
export interface RouteMapAttributes {
  readonly routeMapId: string;
}

/**
 * Rules for the routes of a connection, in one direction. The hub's own prefix is exempt. The first route map of a hub
 * upgrades its router, which takes about half an hour.
 * https://learn.microsoft.com/azure/virtual-wan/route-maps-about
 */
export class RouteMap extends Construct implements IRouteMap {
  /**
   * A route map that exists already. Terraform can't read one by name.
   * @throws InvalidConstructError where the id is none
   */
  static fromAttributes(scope: Construct, id: string, { routeMapId }: RouteMapAttributes): IRouteMap {
    const complaints = new Complaints();
    checkResourceId(complaints, "routeMapId", routeMapId, "virtualHubs/routeMaps");
    complaints.throwFor(`${scope.node.path}/${id}`);
    return { routeMapId };
  }

  /** The Terraform resource. */
  readonly resource: RouteMapResource;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, { hub, name, rules }: RouteMapProps) {
    super(scope, id);
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    if (rules.length === 0) {
      complaints.add("rules: a route map has at least one");
    }
    for (const [index, rule] of rules.entries()) {
      checkRule(complaints, `rules[${index}]`, rule);
    }
    complaints.throwFor(this.node.path);
    this.resource = new RouteMapResource(this, "Default", {
      name,
      virtualHubId: hub.virtualHubId,
      rule: rules.map(ruleBlock),
      timeouts: CONNECTION_TIMEOUTS,
    });
    named(this.resource);
    HubOrder.of(hub).add("settings", this.resource);
  }

  get routeMapId(): string {
    return this.resource.id;
  }
}
