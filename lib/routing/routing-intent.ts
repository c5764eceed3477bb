import { VirtualHubRoutingIntent } from "@cdktf/provider-azurerm/lib/virtual-hub-routing-intent";
import { Construct } from "constructs";
import { HubOrder } from "../hub/hub-order";
import type { IHubReference } from "../hub/hub-reference";
import { checkRoutingIntent, registerRoutingIntent } from "../hub/hub-routing";
import { Complaints } from "../terraform/complaints";
import { named, withoutKind } from "../terraform/names";
import { CONNECTION_TIMEOUTS } from "../terraform/timeouts";
import type { NextHop } from "./next-hop";

export interface RoutingIntentOptions {
  /** Name of the routing intent. It can't be changed later without replacing it. */
  readonly name: string;
  /**
   * The firewall in the hub that internet traffic goes through.
   * @default internet traffic goes through none
   */
  readonly internetTraffic?: NextHop;
  /**
   * The firewall in the hub that traffic among virtual networks, sites and circuits goes through. It must let the VPN
   * gateway's private addresses reach the VPN devices, on any port and uninspected: the tunnels cross it.
   * https://learn.microsoft.com/azure/virtual-wan/how-to-routing-policies
   * @default private traffic goes through none
   */
  readonly privateTraffic?: NextHop;
}

export interface RoutingIntentProps extends RoutingIntentOptions {
  readonly hub: IHubReference;
}

/**
 * What a hub sends through a firewall in it. Not beside custom route tables, nor beside `onTunnelLoss` on an ExpressRoute
 * connection of the hub.
 * https://learn.microsoft.com/azure/virtual-wan/how-to-routing-policies
 */
export class RoutingIntent extends Construct {
  /** The Terraform resource. */
  readonly resource: VirtualHubRoutingIntent;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: RoutingIntentProps) {
    super(scope, id);
    withoutKind(this, "routing-intent");
    checkIntent(props).throwFor(this.node.path);
    this.resource = new VirtualHubRoutingIntent(this, "Default", {
      name: props.name,
      virtualHubId: props.hub.virtualHubId,
      routingPolicy: [
        ...policy("InternetTraffic", "Internet", props.internetTraffic),
        ...policy("PrivateTraffic", "PrivateTraffic", props.privateTraffic),
      ],
      timeouts: CONNECTION_TIMEOUTS,
    });
    named(this.resource);
    registerRoutingIntent(props.hub, this);
    HubOrder.of(props.hub).add("routingIntent", this.resource);
  }
}

function checkIntent({ hub, name, internetTraffic, privateTraffic }: RoutingIntentProps): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", name);
  if (internetTraffic === undefined && privateTraffic === undefined) {
    complaints.add("internetTraffic, privateTraffic: give one of them, or both");
  }
  internetTraffic?.check(complaints, "internetTraffic");
  privateTraffic?.check(complaints, "privateTraffic");
  checkRoutingIntent(complaints, hub);
  return complaints;
}

function policy(name: string, destination: string, nextHop: NextHop | undefined) {
  return nextHop === undefined ? [] : [{ name, destinations: [destination], nextHop: nextHop.resourceId }];
}
