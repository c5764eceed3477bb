import { VpnGatewayNatRule } from "@cdktf/provider-azurerm/lib/vpn-gateway-nat-rule";
import { Token } from "cdktf";
import { Construct } from "constructs";
import { HubOrder } from "../hub/hub-order";
import type { IVpnGatewayReference } from "../hub/hub-reference";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints, isLiteral } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import type { OrToken } from "../terraform/or-token";
import { CONNECTION_TIMEOUTS } from "../terraform/timeouts";
import { GATEWAY_INSTANCES, type VpnGatewayInstanceId } from "./vpn-gateway-instance";

/** Which packets a rule translates: those to the site (egress) by source, those from it (ingress) by source. */
export const NAT_MODES = ["EgressSnat", "IngressSnat"] as const;
export type NatMode = (typeof NAT_MODES)[number];

/** A NAT rule of a VPN gateway, as connections use it. */
export interface INatRule {
  /** Resource id of the rule. */
  readonly natRuleId: string;
}

/** One address space of a NAT rule. */
export interface NatMapping {
  /** Prefix that is translated, or translated to. */
  readonly addressSpace: string;
  /**
   * Port, or ports from-to, such as `2000-2999`.
   * @default all ports
   */
  readonly portRange?: string;
}

interface AnyNatRuleOptions {
  /** Name of the rule. It can't be changed later without replacing it. */
  readonly name: string;
  /**
   * Which packets the rule translates. It can't be changed later without replacing the rule.
   * @default "EgressSnat"
   */
  readonly mode?: OrToken<NatMode>;
  /** Address spaces inside: on the Azure side for egress, on the site's for ingress. */
  readonly internalMappings: readonly NatMapping[];
  /** Address spaces outside. As large as those inside, in a static rule. */
  readonly externalMappings: readonly NatMapping[];
}

/** One address inside for each outside, on both instances of the gateway. */
export interface StaticNatRuleOptions extends AnyNatRuleOptions {
  /** @default "Static" */
  readonly type?: "Static";
  readonly instance?: never;
}

/** Addresses inside share those outside, on one instance of the gateway. */
export interface DynamicNatRuleOptions extends AnyNatRuleOptions {
  readonly type: "Dynamic";
  /** The instance of the gateway that the rule is for. */
  readonly instance: OrToken<VpnGatewayInstanceId>;
}

export type NatRuleOptions = StaticNatRuleOptions | DynamicNatRuleOptions;

export type NatRuleProps = NatRuleOptions & {
  readonly gateway: IVpnGatewayReference;
};

/** A NAT rule that exists already. */
export interface NatRuleAttributes {
  readonly natRuleId: string;
}

/**
 * A NAT rule of a hub's VPN gateway.
 * https://learn.microsoft.com/azure/virtual-wan/nat-rules-vpn-gateway
 */
export class NatRule extends Construct implements INatRule {
  /**
   * A NAT rule that exists already.
   * @throws InvalidConstructError where the id is none
   */
  static fromAttributes(scope: Construct, id: string, { natRuleId }: NatRuleAttributes): INatRule {
    const complaints = new Complaints();
    checkResourceId(complaints, "natRuleId", natRuleId, "vpnGateways/natRules");
    complaints.throwFor(`${scope.node.path}/${id}`);
    return { natRuleId };
  }

  /** The Terraform resource. */
  readonly resource: VpnGatewayNatRule;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: NatRuleProps) {
    super(scope, id);
    checkRule(props).throwFor(this.node.path);
    this.resource = new VpnGatewayNatRule(this, "Default", {
      name: props.name,
      vpnGatewayId: props.gateway.vpnGatewayId,
      type: props.type ?? "Static",
      mode: Token.asString(props.mode ?? "EgressSnat"),
      internalMapping: props.internalMappings.map(mappingBlock),
      externalMapping: props.externalMappings.map(mappingBlock),
      timeouts: CONNECTION_TIMEOUTS,
      ...given({ ipConfigurationId: props.instance && Token.asString(props.instance) }),
    });
    named(this.resource);
    HubOrder.of(props.gateway).add("settings", this.resource);
  }

  get natRuleId(): string {
    return this.resource.id;
  }
}

function checkRule(props: NatRuleProps): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  complaints.oneOf("mode", props.mode, NAT_MODES);
  complaints.oneOf<string>("type", props.type, ["Static", "Dynamic"]);
  complaints.oneOf("instance", props.instance, GATEWAY_INSTANCES);
  checkMappings(complaints, "internalMappings", props.internalMappings);
  checkMappings(complaints, "externalMappings", props.externalMappings);
  return complaints;
}

function checkMappings(complaints: Complaints, property: string, mappings: readonly NatMapping[]): void {
  if (mappings.length === 0) {
    complaints.add(`${property}: a rule has at least one`);
  }
  for (const [index, { addressSpace, portRange }] of mappings.entries()) {
    complaints.prefix(`${property}[${index}].addressSpace`, addressSpace);
    if (isLiteral(portRange) && !/^\d{1,5}(-\d{1,5})?$/.test(portRange)) {
      complaints.add(
        `${property}[${index}].portRange: ${JSON.stringify(portRange)} is neither a port nor ports such as "2000-2999"`,
      );
    }
  }
}

function mappingBlock({ addressSpace, portRange }: NatMapping) {
  return { addressSpace, ...given({ portRange }) };
}
