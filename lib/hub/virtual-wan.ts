import { DataAzurermVirtualWan } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-wan";
import { VirtualWan as VirtualWanResource } from "@cdktf/provider-azurerm/lib/virtual-wan";
import { type IResolvable, Token } from "cdktf";
import { Construct } from "constructs";
import { stateComplete } from "../intent/complete";
import { checkResourceId, resourceGroupOf } from "../terraform/arm-id";
import { Complaints } from "../terraform/complaints";
import { lifecycleOf, statedFacts } from "../terraform/existing";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { once } from "../terraform/once";
import type { OrToken, Tags } from "../terraform/or-token";
import { HUB_TIMEOUTS } from "../terraform/timeouts";
import type { IWanReference } from "./hub-reference";
import { VirtualHub, type VirtualHubOptions } from "./virtual-hub";

/** Which Microsoft 365 traffic sites may let out to the internet themselves. */
export const OFFICE365_BREAKOUTS = ["None", "Optimize", "OptimizeAndAllow", "All"] as const;
export type Office365BreakoutCategory = (typeof OFFICE365_BREAKOUTS)[number];

/** A virtual WAN: made here, or there already. */
export interface IVirtualWan extends IWanReference {
  /** Makes a hub in this WAN, as a child of it. */
  addHub(id: string, options: VirtualHubOptions): VirtualHub;
}

export interface VirtualWanProps {
  /** Name of the WAN. It can't be changed later without replacing it and all that is in it. */
  readonly name: string;
  readonly resourceGroupName: string;
  /** Azure region that holds the WAN's record, such as `westeurope`. The WAN itself is global. */
  readonly location: string;
  /**
   * Whether sites and circuits reach each other through the WAN.
   * @default true
   */
  readonly allowBranchToBranch?: boolean | IResolvable;
  /**
   * Which Microsoft 365 traffic sites may let out to the internet themselves.
   * @default "None"
   */
  readonly office365Breakout?: OrToken<Office365BreakoutCategory>;
  /** @default none */
  readonly tags?: Tags;
}

/** A virtual WAN that exists already, by id. The gate knows nothing else of it. */
export interface VirtualWanById {
  readonly virtualWanId: string;
  /**
   * States that it has no hubs, gateways and connections but what is made or read beside it, so that the gate can judge it as a whole.
   * @default not stated
   */
  readonly complete?: boolean;
}

/** A virtual WAN that exists already, read by name. Terraform refuses to plan where what is stated is wrong. */
export interface VirtualWanByName {
  readonly name: string;
  readonly resourceGroupName: string;
  /**
   * States whether sites and circuits reach each other through it.
   * @default not stated
   */
  readonly allowBranchToBranch?: boolean;
  /**
   * States that it has no hubs, gateways and connections but what is made or read beside it, so that the gate can judge it as a whole.
   * @default not stated
   */
  readonly complete?: boolean;
}

export type VirtualWanAttributes = VirtualWanById | VirtualWanByName;

abstract class VirtualWanBase extends Construct implements IVirtualWan {
  abstract readonly virtualWanId: string;
  abstract readonly resourceGroupName: string;

  /** Makes a hub in this WAN, as a child of it. */
  addHub(id: string, options: VirtualHubOptions): VirtualHub {
    return new VirtualHub(this, id, { ...options, wan: this });
  }
}

/**
 * A virtual WAN: Standard, since ExpressRoute needs it, and with VPN encryption on, which can't be turned off here.
 * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-about
 */
export class VirtualWan extends VirtualWanBase {
  /**
   * A virtual WAN that exists already: by id, or read by name. One that is read must be Standard and have VPN
   * encryption on, else Terraform refuses to plan.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(scope: Construct, id: string, attributes: VirtualWanAttributes): IVirtualWan {
    return "virtualWanId" in attributes
      ? new KnownVirtualWan(scope, id, attributes)
      : new ReadVirtualWan(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: VirtualWanResource;
  readonly resourceGroupName: string;
  private readonly id = once(() => this.resource.id);

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: VirtualWanProps) {
    super(scope, id);
    const complaints = new Complaints();
    complaints.notEmpty("name", props.name);
    complaints.notEmpty("resourceGroupName", props.resourceGroupName);
    complaints.notEmpty("location", props.location);
    complaints.oneOf("office365Breakout", props.office365Breakout, OFFICE365_BREAKOUTS);
    complaints.throwFor(this.node.path);
    this.resourceGroupName = props.resourceGroupName;
    this.resource = new VirtualWanResource(this, "Default", {
      name: props.name,
      resourceGroupName: props.resourceGroupName,
      location: props.location,
      type: "Standard",
      allowBranchToBranchTraffic: props.allowBranchToBranch ?? true,
      timeouts: HUB_TIMEOUTS,
      ...given({
        office365LocalBreakoutCategory: props.office365Breakout && Token.asString(props.office365Breakout),
        tags: props.tags,
      }),
    });
    named(this.resource);
  }

  get virtualWanId(): string {
    return this.id();
  }
}

/** A virtual WAN of which only the id is known. */
class KnownVirtualWan extends VirtualWanBase {
  readonly virtualWanId: string;

  constructor(scope: Construct, id: string, { virtualWanId, complete }: VirtualWanById) {
    super(scope, id);
    const complaints = new Complaints();
    checkResourceId(complaints, "virtualWanId", virtualWanId, "virtualWans");
    complaints.throwFor(this.node.path);
    this.virtualWanId = virtualWanId;
    stateComplete(this, virtualWanId, complete);
  }

  get resourceGroupName(): string {
    return resourceGroupOf(this.virtualWanId);
  }
}

/** A virtual WAN that Terraform reads. */
class ReadVirtualWan extends VirtualWanBase {
  /** The Terraform data source. */
  readonly resource: DataAzurermVirtualWan;
  readonly resourceGroupName: string;
  private readonly id = once(() => this.resource.id);

  constructor(scope: Construct, id: string, attributes: VirtualWanByName) {
    super(scope, id);
    const { name, resourceGroupName, allowBranchToBranch, complete } = attributes;
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    complaints.throwFor(this.node.path);
    this.resourceGroupName = resourceGroupName;
    this.resource = new DataAzurermVirtualWan(this, "Default", {
      name,
      resourceGroupName,
      ...given({
        lifecycle: lifecycleOf(
          statedFacts(`virtual WAN ${name}`, {
            // The data source has another name for what the resource calls type.
            sku: "Standard",
            disable_vpn_encryption: false,
            allow_branch_to_branch_traffic: allowBranchToBranch,
          }),
        ),
      }),
    });
    named(this.resource);
    stateComplete(this, this.resource, complete);
  }

  get virtualWanId(): string {
    return this.id();
  }
}
