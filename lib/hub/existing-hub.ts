import { DataAzurermVirtualHub } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-hub";
import type { Construct } from "constructs";
import { stateComplete } from "../intent/complete";
import { checkResourceId, resourceGroupOf } from "../terraform/arm-id";
import { Complaints } from "../terraform/complaints";
import { lifecycleOf, statedFacts } from "../terraform/existing";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { once } from "../terraform/once";
import type { IWanReference } from "./hub-reference";
import { VirtualHubBase } from "./virtual-hub-base";

/** A virtual hub that exists already, by id. The gate knows nothing else of it. */
export interface VirtualHubById {
  readonly virtualHubId: string;
  /**
   * States that it has no gateways and connections but what is made or read beside it, so that the gate can judge it as a whole.
   * @default not stated
   */
  readonly complete?: boolean;
}

/** A virtual hub that exists already, read by name. Terraform refuses to plan where what is stated is wrong. */
export interface VirtualHubByName {
  readonly name: string;
  readonly resourceGroupName: string;
  /**
   * States its address prefix, without which the gate can't say whether it overlaps anything.
   * @default not stated
   */
  readonly addressPrefix?: string;
  /**
   * States the WAN that it belongs to.
   * @default not stated
   */
  readonly wan?: IWanReference;
  /**
   * States that it has no gateways and connections but what is made or read beside it, so that the gate can judge it as a whole.
   * @default not stated
   */
  readonly complete?: boolean;
}

/** A virtual hub of which only the id is known. */
export class KnownVirtualHub extends VirtualHubBase {
  readonly virtualHubId: string;
  readonly location = undefined;
  readonly addressPrefix = undefined;

  constructor(scope: Construct, id: string, { virtualHubId, complete }: VirtualHubById) {
    super(scope, id);
    const complaints = new Complaints();
    checkResourceId(complaints, "virtualHubId", virtualHubId, "virtualHubs");
    complaints.throwFor(this.node.path);
    this.virtualHubId = virtualHubId;
    stateComplete(this, virtualHubId, complete);
  }

  get resourceGroupName(): string {
    return resourceGroupOf(this.virtualHubId);
  }

  get defaultRouteTableId(): string {
    return `${this.virtualHubId}/hubRouteTables/defaultRouteTable`;
  }
}

/** A virtual hub that Terraform reads. */
export class ReadVirtualHub extends VirtualHubBase {
  /** The Terraform data source. */
  readonly resource: DataAzurermVirtualHub;
  readonly resourceGroupName: string;
  private readonly id = once(() => this.resource.id);
  private readonly tableId = once(() => this.resource.defaultRouteTableId);

  constructor(scope: Construct, id: string, attributes: VirtualHubByName) {
    super(scope, id);
    const { name, resourceGroupName, addressPrefix, wan, complete } = attributes;
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    complaints.prefix("addressPrefix", addressPrefix);
    complaints.throwFor(this.node.path);
    this.resourceGroupName = resourceGroupName;
    this.resource = new DataAzurermVirtualHub(this, "Default", {
      name,
      resourceGroupName,
      ...given({
        lifecycle: lifecycleOf(
          statedFacts(`virtual hub ${name}`, { address_prefix: addressPrefix }, { virtual_wan_id: wan?.virtualWanId }),
        ),
      }),
    });
    named(this.resource);
    stateComplete(this, this.resource, complete);
  }

  get virtualHubId(): string {
    return this.id();
  }

  get location(): string {
    return this.resource.location;
  }

  get addressPrefix(): string {
    return this.resource.addressPrefix;
  }

  get defaultRouteTableId(): string {
    return this.tableId();
  }
}
