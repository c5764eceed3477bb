import { VirtualHub as VirtualHubResource } from "@cdktf/provider-azurerm/lib/virtual-hub";
import { type IResolvable, Token } from "cdktf";
import type { Construct } from "constructs";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { once } from "../terraform/once";
import type { OrToken, Tags } from "../terraform/or-token";
import { HUB_TIMEOUTS } from "../terraform/timeouts";
import { KnownVirtualHub, ReadVirtualHub, type VirtualHubById, type VirtualHubByName } from "./existing-hub";
import type { IWanReference } from "./hub-reference";
import { type IVirtualHub, VirtualHubBase } from "./virtual-hub-base";

/**
 * Which path a hub takes to one prefix that it learns over several.
 * https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing-preference
 */
export const HUB_ROUTING_PREFERENCES = ["ExpressRoute", "VpnGateway", "ASPath"] as const;
export type HubRoutingPreference = (typeof HUB_ROUTING_PREFERENCES)[number];

export interface VirtualHubOptions {
  /** Name of the hub. It can't be changed later without replacing it and all that is in it. */
  readonly name: string;
  /** @default the WAN's resource group */
  readonly resourceGroupName?: string;
  /** Azure region of the hub, such as `westeurope`. It can't be changed later without replacing it. */
  readonly location: string;
  /**
   * Address prefix of the hub: /24 or larger, /23 recommended. It can't be changed later without replacing the hub and
   * all that is in it.
   * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq
   */
  readonly addressPrefix: string;
  /**
   * Which path the hub takes to one prefix that it learns over several. The longest prefix always comes first.
   * @default "ExpressRoute"
   */
  readonly routingPreference?: OrToken<HubRoutingPreference>;
  /**
   * Routing infrastructure units that the hub always keeps, 2 to 50.
   * https://learn.microsoft.com/azure/virtual-wan/hub-settings
   * @default 2
   */
  readonly minimumCapacity?: number;
  /**
   * Whether sites and circuits of this hub reach each other through it.
   * @default false, as azurerm has it
   */
  readonly branchToBranch?: boolean | IResolvable;
  /** @default none */
  readonly tags?: Tags;
}

export interface VirtualHubProps extends VirtualHubOptions {
  /** The WAN that the hub belongs to. */
  readonly wan: IWanReference;
}

export type VirtualHubAttributes = VirtualHubById | VirtualHubByName;

/**
 * A virtual hub: Standard, since ExpressRoute needs it.
 * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-about
 */
export class VirtualHub extends VirtualHubBase {
  /**
   * A virtual hub that exists already: by id, or read by name.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(scope: Construct, id: string, attributes: VirtualHubAttributes): IVirtualHub {
    return "virtualHubId" in attributes
      ? new KnownVirtualHub(scope, id, attributes)
      : new ReadVirtualHub(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: VirtualHubResource;
  readonly resourceGroupName: string;
  readonly location: string;
  readonly addressPrefix: string;
  private readonly id = once(() => this.resource.id);
  private readonly tableId = once(() => this.resource.defaultRouteTableId);

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: VirtualHubProps) {
    super(scope, id);
    checkHub(props).throwFor(this.node.path);
    this.resourceGroupName = props.resourceGroupName ?? props.wan.resourceGroupName;
    this.location = props.location;
    this.addressPrefix = props.addressPrefix;
    this.resource = new VirtualHubResource(this, "Default", {
      name: props.name,
      resourceGroupName: this.resourceGroupName,
      location: props.location,
      virtualWanId: props.wan.virtualWanId,
      addressPrefix: props.addressPrefix,
      sku: "Standard",
      hubRoutingPreference: Token.asString(props.routingPreference ?? "ExpressRoute"),
      timeouts: HUB_TIMEOUTS,
      ...given({
        virtualRouterAutoScaleMinCapacity: props.minimumCapacity,
        branchToBranchTrafficEnabled: props.branchToBranch,
        tags: props.tags,
      }),
    });
    named(this.resource);
  }

  get virtualHubId(): string {
    return this.id();
  }

  get defaultRouteTableId(): string {
    return this.tableId();
  }
}

function checkHub(props: VirtualHubProps): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  complaints.notEmpty("resourceGroupName", props.resourceGroupName);
  complaints.notEmpty("location", props.location);
  complaints.prefix("addressPrefix", props.addressPrefix);
  complaints.oneOf("routingPreference", props.routingPreference, HUB_ROUTING_PREFERENCES);
  complaints.integer(
    "minimumCapacity",
    props.minimumCapacity,
    2,
    50,
    "https://learn.microsoft.com/azure/virtual-wan/hub-settings",
  );
  return complaints;
}
