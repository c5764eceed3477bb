import { DataAzurermVpnGateway } from "@cdktf/provider-azurerm/lib/data-azurerm-vpn-gateway";
import type { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { checkOnlyVpnGateway, registerVpnGateway } from "../hub/hub-gateways";
import type { IHubReference } from "../hub/hub-reference";
import { stateComplete } from "../intent/complete";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints } from "../terraform/complaints";
import { lifecycleOf, statedFacts } from "../terraform/existing";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { once } from "../terraform/once";
import { addressOutput, privateAddressesInside } from "./private-addresses";
import { VpnGatewayBase } from "./vpn-gateway-base";
import { VpnGatewayInstance } from "./vpn-gateway-instance";

/** A VPN gateway that exists already, by id. The gate knows nothing else of it. */
export interface VpnGatewayById {
  readonly vpnGatewayId: string;
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

/** A VPN gateway that exists already, read by name. Terraform refuses to plan where what is stated is wrong. */
export interface VpnGatewayByName {
  readonly name: string;
  /** @default the hub's resource group */
  readonly resourceGroupName?: string;
  /** Its hub, whose gateway it then is. */
  readonly hub: IHubReference;
  /**
   * States its scale units.
   * @default not stated
   */
  readonly scaleUnits?: number;
  /**
   * States that it has no connections but what is made or read beside it, so that the gate can judge it as a whole.
   * @default not stated
   */
  readonly complete?: boolean;
}

/** A VPN gateway of which only the id is known, and perhaps the hub. */
export class KnownVpnGateway extends VpnGatewayBase {
  readonly vpnGatewayId: string;
  readonly hub: IHubReference | undefined;
  readonly instance0 = undefined;
  readonly instance1 = undefined;
  readonly scaleUnits = undefined;

  constructor(scope: Construct, id: string, { vpnGatewayId, hub, complete }: VpnGatewayById) {
    super(scope, id);
    const complaints = new Complaints();
    checkResourceId(complaints, "vpnGatewayId", vpnGatewayId, "vpnGateways");
    checkOnlyVpnGateway(complaints, hub);
    complaints.throwFor(this.node.path);
    this.vpnGatewayId = vpnGatewayId;
    this.hub = hub;
    if (hub !== undefined) {
      registerVpnGateway(hub, this);
    }
    stateComplete(this, vpnGatewayId, complete);
  }
}

/** A VPN gateway that Terraform reads, with its addresses. */
export class ReadVpnGateway extends VpnGatewayBase {
  /** The Terraform data source. */
  readonly resource: DataAzurermVpnGateway;
  readonly hub: IHubReference;
  readonly instance0: VpnGatewayInstance;
  readonly instance1: VpnGatewayInstance;
  /** The Terraform output with the addresses of both instances. */
  readonly addresses: TerraformOutput;
  private readonly id = once(() => this.resource.id);

  constructor(scope: Construct, id: string, attributes: VpnGatewayByName) {
    super(scope, id);
    const { name, resourceGroupName, hub, scaleUnits, complete } = attributes;
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    checkOnlyVpnGateway(complaints, hub);
    complaints.throwFor(this.node.path);
    this.hub = hub;
    const stated = statedFacts(`VPN gateway ${name}`, { scale_unit: scaleUnits }, { virtual_hub_id: hub.virtualHubId });
    const inside = hub.addressPrefix === undefined ? [] : [privateAddressesInside(hub.addressPrefix)];
    this.resource = new DataAzurermVpnGateway(this, "Default", {
      name,
      resourceGroupName: resourceGroupName ?? hub.resourceGroupName,
      ...given({ lifecycle: lifecycleOf([...stated, ...inside]) }),
    });
    named(this.resource);
    stateComplete(this, this.resource, complete);
    registerVpnGateway(hub, this);
    const address = () => `data.azurerm_vpn_gateway.${this.resource.friendlyUniqueId}`;
    this.instance0 = new VpnGatewayInstance("Instance0", this, address);
    this.instance1 = new VpnGatewayInstance("Instance1", this, address);
    this.addresses = addressOutput(this, this.instance0, this.instance1);
  }

  get vpnGatewayId(): string {
    return this.id();
  }

  get scaleUnits(): number {
    return this.resource.scaleUnit;
  }
}
