import { Construct } from "constructs";
import type { IHubReference, IVpnGatewayReference } from "../hub/hub-reference";
import { withoutKind } from "../terraform/names";
import { NatRule, type NatRuleOptions } from "./nat-rule";
import type { VpnGatewayInstance } from "./vpn-gateway-instance";

/** The site-to-site VPN gateway of a hub: made here, or there already. */
export interface IVpnGateway extends IVpnGatewayReference {
  /** Its first instance; undefined for a gateway that is known by id only. */
  readonly instance0: VpnGatewayInstance | undefined;
  /** Its second instance; undefined for a gateway that is known by id only. */
  readonly instance1: VpnGatewayInstance | undefined;
  /** Its scale units; undefined for a gateway that is known by id only. */
  readonly scaleUnits: number | undefined;
  /** Makes a NAT rule of the gateway, for connections to use. */
  addNatRule(id: string, options: NatRuleOptions): NatRule;
}

/** What made and existing VPN gateways have in common. */
export abstract class VpnGatewayBase extends Construct implements IVpnGateway {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    withoutKind(this, "vpn-gateway");
  }

  abstract readonly vpnGatewayId: string;
  abstract readonly hub: IHubReference | undefined;
  abstract readonly instance0: VpnGatewayInstance | undefined;
  abstract readonly instance1: VpnGatewayInstance | undefined;
  abstract readonly scaleUnits: number | undefined;

  /** Makes a NAT rule of the gateway, for connections to use. */
  addNatRule(id: string, options: NatRuleOptions): NatRule {
    return new NatRule(this, id, { ...options, gateway: this });
  }
}
