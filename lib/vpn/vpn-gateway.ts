import { VpnGateway as VpnGatewayResource } from "@cdktf/provider-azurerm/lib/vpn-gateway";
import { type IResolvable, type TerraformOutput, Token } from "cdktf";
import type { Construct } from "constructs";
import { VPN_GATEWAY_ASN } from "../../address/asn";
import { checkOnlyVpnGateway, gatewayLocation, registerVpnGateway } from "../hub/hub-gateways";
import { HubOrder } from "../hub/hub-order";
import type { IHubReference } from "../hub/hub-reference";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { once } from "../terraform/once";
import type { OrToken, Tags } from "../terraform/or-token";
import { GATEWAY_TIMEOUTS } from "../terraform/timeouts";
import { KnownVpnGateway, ReadVpnGateway, type VpnGatewayById, type VpnGatewayByName } from "./existing-vpn-gateway";
import { addressOutput, privateAddressesInside } from "./private-addresses";
import { checkVpnScaleUnits } from "./scale-units";
import { type IVpnGateway, VpnGatewayBase } from "./vpn-gateway-base";
import { VpnGatewayInstance } from "./vpn-gateway-instance";

/** How a gateway's public addresses are reached. Tunnels over ExpressRoute don't use them. */
export const GATEWAY_ROUTING_PREFERENCES = ["Microsoft Network", "Internet"] as const;
export type GatewayRoutingPreference = (typeof GATEWAY_ROUTING_PREFERENCES)[number];

export interface VpnGatewayOptions {
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
   * Scale units of 500 Mbps, 1 to 40.
   * https://learn.microsoft.com/azure/virtual-wan/gateway-settings
   * @default 1
   */
  readonly scaleUnits?: number;
  /**
   * How the gateway's public addresses are reached. It can't be changed later without replacing the gateway.
   * @default "Microsoft Network"
   */
  readonly routingPreference?: OrToken<GatewayRoutingPreference>;
  /**
   * BGP addresses beside the gateway's own, for connections that name them: 169.254.21.0 to 169.254.22.255.
   * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal
   * @default none
   */
  readonly customBgpAddresses?: GatewayBgpAddresses;
  /**
   * Weight that the gateway gives to routes that it learns over BGP, 0 to 100. It can't be changed later without
   * replacing the gateway.
   * @default 0
   */
  readonly bgpPeerWeight?: number;
  /**
   * Whether routes are translated by NAT rules too, for all connections of the gateway.
   * https://learn.microsoft.com/azure/virtual-wan/nat-rules-vpn-gateway
   * @default false
   */
  readonly bgpRouteTranslationForNat?: boolean | IResolvable;
  /** @default none */
  readonly tags?: Tags;
}

/** Additional BGP addresses of a gateway, for each of its instances. */
export interface GatewayBgpAddresses {
  readonly instance0: readonly string[];
  readonly instance1: readonly string[];
}

export interface VpnGatewayProps extends VpnGatewayOptions {
  readonly hub: IHubReference;
}

export type VpnGatewayAttributes = VpnGatewayById | VpnGatewayByName;

/**
 * The site-to-site VPN gateway of a hub. Its ASN is 65515, which is Azure's and can't be chosen.
 * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal
 */
export class VpnGateway extends VpnGatewayBase {
  /**
   * A VPN gateway that exists already: by id, or read by name.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(scope: Construct, id: string, attributes: VpnGatewayAttributes): IVpnGateway {
    return "vpnGatewayId" in attributes
      ? new KnownVpnGateway(scope, id, attributes)
      : new ReadVpnGateway(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: VpnGatewayResource;
  readonly hub: IHubReference;
  readonly instance0: VpnGatewayInstance;
  readonly instance1: VpnGatewayInstance;
  readonly scaleUnits: number;
  /** The Terraform output with the addresses of both instances. */
  readonly addresses: TerraformOutput;
  private readonly id = once(() => this.resource.id);

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: VpnGatewayProps) {
    super(scope, id);
    const complaints = checkGateway(props);
    const location = gatewayLocation(complaints, props);
    complaints.throwFor(this.node.path);
    this.hub = props.hub;
    this.scaleUnits = props.scaleUnits ?? 1;
    this.resource = new VpnGatewayResource(this, "Default", {
      name: props.name,
      resourceGroupName: props.resourceGroupName ?? props.hub.resourceGroupName,
      location,
      virtualHubId: props.hub.virtualHubId,
      scaleUnit: this.scaleUnits,
      timeouts: GATEWAY_TIMEOUTS,
      ...given({
        routingPreference: props.routingPreference && Token.asString(props.routingPreference),
        bgpRouteTranslationForNatEnabled: props.bgpRouteTranslationForNat,
        bgpSettings: bgpSettings(props),
        lifecycle:
          props.hub.addressPrefix === undefined
            ? undefined
            : { postcondition: [privateAddressesInside(props.hub.addressPrefix)] },
        tags: props.tags,
      }),
    });
    named(this.resource);
    registerVpnGateway(this.hub, this);
    HubOrder.of(this.hub).add("vpnGateway", this.resource);
    const address = () => `azurerm_vpn_gateway.${this.resource.friendlyUniqueId}`;
    this.instance0 = new VpnGatewayInstance("Instance0", this, address);
    this.instance1 = new VpnGatewayInstance("Instance1", this, address);
    this.addresses = addressOutput(this, this.instance0, this.instance1);
  }

  get vpnGatewayId(): string {
    return this.id();
  }
}

function checkGateway(props: VpnGatewayProps): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  complaints.notEmpty("resourceGroupName", props.resourceGroupName);
  checkVpnScaleUnits(complaints, props.scaleUnits);
  complaints.oneOf("routingPreference", props.routingPreference, GATEWAY_ROUTING_PREFERENCES);
  complaints.addresses("customBgpAddresses.instance0", props.customBgpAddresses?.instance0);
  complaints.addresses("customBgpAddresses.instance1", props.customBgpAddresses?.instance1);
  complaints.integer("bgpPeerWeight", props.bgpPeerWeight, 0, 100);
  checkOnlyVpnGateway(complaints, props.hub);
  return complaints;
}

/** Left to Azure, unless something in it is asked for: a block has to name ASN and weight, and replaces the gateway. */
function bgpSettings({ customBgpAddresses, bgpPeerWeight }: VpnGatewayProps) {
  if (customBgpAddresses === undefined && bgpPeerWeight === undefined) {
    return undefined;
  }
  return {
    asn: VPN_GATEWAY_ASN,
    peerWeight: bgpPeerWeight ?? 0,
    ...given({
      instance0BgpPeeringAddress: customBgpAddresses && { customIps: [...customBgpAddresses.instance0] },
      instance1BgpPeeringAddress: customBgpAddresses && { customIps: [...customBgpAddresses.instance1] },
    }),
  };
}
