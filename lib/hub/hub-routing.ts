import type { IConstruct } from "constructs";
import type { Complaints } from "../terraform/complaints";
import type { IHubReference } from "./hub-reference";

const intents = new WeakMap<IHubReference, IConstruct>();
const droppers = new WeakMap<IHubReference, IConstruct>();

const WHY =
  "azurerm demands route tables beside a route map, which Azure refuses beside routing intent (inference; https://github.com/hashicorp/terraform-provider-azurerm/issues/32724)";

/** Makes a routing intent that of its hub. */
export function registerRoutingIntent(hub: IHubReference, intent: IConstruct): void {
  intents.set(hub, intent);
}

/** Says that a connection of a hub drops what tunnels carry, which takes route maps. */
export function registerDrop(hub: IHubReference, connection: IConstruct): void {
  droppers.set(hub, connection);
}

/** A hub has one routing intent, and none beside a connection with `onTunnelLoss`. */
export function checkRoutingIntent(complaints: Complaints, hub: IHubReference): void {
  const first = intents.get(hub);
  if (first !== undefined) {
    complaints.add(`hub: it has a routing intent already, ${first.node.path}, and can have one only`);
  }
  const connection = droppers.get(hub);
  if (connection !== undefined) {
    complaints.add(
      `hub: ${connection.node.path} has onTunnelLoss, whose route maps can't be had beside routing intent: ${WHY}; leave one of the two out`,
    );
  }
}

/** A hub with routing intent takes no route maps on an ExpressRoute connection. */
export function checkNoRoutingIntent(complaints: Complaints, hub: IHubReference): void {
  const intent = intents.get(hub);
  if (intent !== undefined) {
    complaints.add(
      `onTunnelLoss: its route maps can't be had beside the hub's routing intent, ${intent.node.path}: ${WHY}; leave one of the two out, and filter on premises instead`,
    );
  }
}
