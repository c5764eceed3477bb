import { ExpressRouteGateway as ExpressRouteGatewayResource } from "@cdktf/provider-azurerm/lib/express-route-gateway";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { checkOnlyExpressRouteGateway, gatewayLocation, registerExpressRouteGateway } from "../hub/hub-gateways";
import { HubOrder } from "../hub/hub-order";
import type { IExpressRouteGateway, IHubReference } from "../hub/hub-reference";
import { stateComplete } from "../intent/complete";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named, withoutKind } from "../terraform/names";
import { once } from "../terraform/once";
import type { Tags } from "../terraform/or-token";
import { GATEWAY_TIMEOUTS } from "../terraform/timeouts";
import { checkExpressRouteScaleUnits } from "./scale-units";

export interface ExpressRouteGatewayOptions {
  /** Name of the gateway. It can't be changed later without replacing it. */
  readonly name: string;
  /** @default the hub's resource group */
  readonly resourceGroupName?: string;
  /**
   * The hub's Azure region. Needed only where the hub is known by id.
   * @default the hub's
   */
  readonly location?: string;
  /**
   * Scale units of 2 Gbps, 1 to 10.
   * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-expressroute-about
   * @default 1
   */
  readonly scaleUnits?: number;
  /**
   * Whether circuits of the hub may reach virtual networks outside the WAN.
   * @default false
   */
  readonly allowNonVirtualWanTraffic?: boolean | IResolvable;
  /** @default none */
  readonly tags?: Tags;
}

export interface ExpressRouteGatewayProps extends ExpressRouteGatewayOptions {
  readonly hub: IHubReference;
}

/** An ExpressRoute gateway that exists already. Terraform can't read one by name. */
export interface ExpressRouteGatewayAttributes {
  readonly expressRouteGatewayId: string;
  /**
   * Its hub, whose gateway it then is.
   * @default unknown
   */
  readonly hub?: IHubReference;
  /**
   * States that it has no connections but what is made or read beside it, so that the gate can judge it as a whole.
   * @default not stated
   */
  readonly complete?: boolean;
}

/**
 * The ExpressRoute gateway of a hub, which tunnels over private peering need beside the VPN gateway.
 * https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute
 */
export class ExpressRouteGateway extends Construct implements IExpressRouteGateway {
  /**
   * An ExpressRoute gateway that exists already.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(scope: Construct, id: string, attributes: ExpressRouteGatewayAttributes): IExpressRouteGateway {
    return new KnownExpressRouteGateway(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: ExpressRouteGatewayResource;
  readonly hub: IHubReference;
  readonly scaleUnits: number;
  private readonly id = once(() => this.resource.id);

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: ExpressRouteGatewayProps) {
    super(scope, id);
    withoutKind(this, "express-route-gateway");
    const complaints = new Complaints();
    complaints.notEmpty("name", props.name);
    complaints.notEmpty("resourceGroupName", props.resourceGroupName);
    checkExpressRouteScaleUnits(complaints, props.scaleUnits);
    checkOnlyExpressRouteGateway(complaints, props.hub);
    const location = gatewayLocation(complaints, props);
    complaints.throwFor(this.node.path);
    this.hub = props.hub;
    this.scaleUnits = props.scaleUnits ?? 1;
    this.resource = new ExpressRouteGatewayResource(this, "Default", {
      name: props.name,
      resourceGroupName: props.resourceGroupName ?? props.hub.resourceGroupName,
      location,
      virtualHubId: props.hub.virtualHubId,
      scaleUnits: this.scaleUnits,
      timeouts: GATEWAY_TIMEOUTS,
      ...given({ allowNonVirtualWanTraffic: props.allowNonVirtualWanTraffic, tags: props.tags }),
    });
    named(this.resource);
    registerExpressRouteGateway(this.hub, this);
    HubOrder.of(this.hub).add("expressRouteGateway", this.resource);
  }

  get expressRouteGatewayId(): string {
    return this.id();
  }
}

/** An ExpressRoute gateway of which only the id is known, and perhaps the hub. */
class KnownExpressRouteGateway extends Construct implements IExpressRouteGateway {
  readonly expressRouteGatewayId: string;
  readonly hub: IHubReference | undefined;
  readonly scaleUnits = undefined;

  constructor(scope: Construct, id: string, { expressRouteGatewayId, hub, complete }: ExpressRouteGatewayAttributes) {
    super(scope, id);
    const complaints = new Complaints();
    checkResourceId(complaints, "expressRouteGatewayId", expressRouteGatewayId, "expressRouteGateways");
    checkOnlyExpressRouteGateway(complaints, hub);
    complaints.throwFor(this.node.path);
    this.expressRouteGatewayId = expressRouteGatewayId;
    this.hub = hub;
    if (hub !== undefined) {
      registerExpressRouteGateway(hub, this);
    }
    stateComplete(this, expressRouteGatewayId, complete);
  }
}
