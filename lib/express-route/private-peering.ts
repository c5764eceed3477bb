import { DataAzurermExpressRouteCircuitPeering } from "@cdktf/provider-azurerm/lib/data-azurerm-express-route-circuit-peering";
import { ExpressRouteCircuitPeering } from "@cdktf/provider-azurerm/lib/express-route-circuit-peering";
import { Construct } from "constructs";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints } from "../terraform/complaints";
import { lifecycleOf, statedFacts } from "../terraform/existing";
import { given } from "../terraform/given";
import { named, withoutKind } from "../terraform/names";
import { once } from "../terraform/once";
import { checkSecret, type Secret, secretText } from "../terraform/secret";
import type { ICircuitReference } from "./circuit-reference";

const PRIVATE_PEERING = "AzurePrivatePeering";
const KINDS = ["peering", "private-peering"];

/** The private peering of a circuit. */
export interface IPrivatePeering {
  /** Resource id of the peering. */
  readonly expressRouteCircuitPeeringId: string;
}

/** The two subnets between the customer's or provider's routers and Microsoft's. */
export interface PeeringSubnets {
  /** A /30. Its first usable address is the customer's router, its second Microsoft's. */
  readonly primary: string;
  /** Another /30, of the second path. */
  readonly secondary: string;
}

export interface PrivatePeeringOptions {
  /**
   * ASN on the customer's side, 1 to 4294967295, other than 65515 to 65520.
   * https://learn.microsoft.com/azure/expressroute/expressroute-howto-routing-portal-resource-manager
   */
  readonly peerAsn: number;
  /** VLAN of both paths, 1 to 4094, unique on the circuit. */
  readonly vlanId: number;
  /**
   * The two subnets of the peering. They overlap nothing in Azure.
   * @default none: for a peering that the provider made and that is imported
   */
  readonly subnets?: PeeringSubnets;
  /**
   * MD5 key of the BGP sessions, at most 25 letters and digits: a sensitive Terraform variable.
   * @default none
   */
  readonly sharedKey?: Secret;
}

export interface PrivatePeeringProps extends PrivatePeeringOptions {
  readonly circuit: ICircuitReference;
}

/** A private peering that exists already, by id: that of a circuit elsewhere, say. */
export interface PrivatePeeringById {
  readonly expressRouteCircuitPeeringId: string;
}

/** A private peering that exists already, read by its circuit. Terraform refuses to plan where what is stated is wrong. */
export interface PrivatePeeringByCircuit {
  /** Name of the circuit. */
  readonly circuitName: string;
  readonly resourceGroupName: string;
  /**
   * States its subnets.
   * @default not stated
   */
  readonly subnets?: PeeringSubnets;
  /**
   * States the ASN on the customer's side.
   * @default not stated
   */
  readonly peerAsn?: number;
  /**
   * States its VLAN.
   * @default not stated
   */
  readonly vlanId?: number;
}

export type PrivatePeeringAttributes = PrivatePeeringById | PrivatePeeringByCircuit;

/** Resource id of the private peering of a circuit. */
export function peeringIdOf(circuitId: string): string {
  return `${circuitId}/peerings/${PRIVATE_PEERING}`;
}

/**
 * The private peering of a circuit, set up from Azure: where the customer runs layer 3.
 * https://learn.microsoft.com/azure/expressroute/expressroute-routing
 */
export class PrivatePeering extends Construct implements IPrivatePeering {
  /**
   * A private peering that exists already: by id, or read by its circuit.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(scope: Construct, id: string, attributes: PrivatePeeringAttributes): IPrivatePeering {
    return "expressRouteCircuitPeeringId" in attributes
      ? new KnownPrivatePeering(scope, id, attributes)
      : new ReadPrivatePeering(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: ExpressRouteCircuitPeering;
  private readonly id = once(() => this.resource.id);

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: PrivatePeeringProps) {
    super(scope, id);
    withoutKind(this, ...KINDS);
    const complaints = new Complaints();
    checkPeering(complaints, props);
    checkSecret(complaints, this, "sharedKey", props.sharedKey);
    complaints.throwFor(this.node.path);
    this.resource = new ExpressRouteCircuitPeering(this, "Default", {
      expressRouteCircuitName: props.circuit.expressRouteCircuitName,
      resourceGroupName: props.circuit.resourceGroupName,
      peeringType: PRIVATE_PEERING,
      peerAsn: props.peerAsn,
      vlanId: props.vlanId,
      ...given({
        primaryPeerAddressPrefix: props.subnets?.primary,
        secondaryPeerAddressPrefix: props.subnets?.secondary,
        sharedKey: props.sharedKey && secretText(props.sharedKey),
      }),
    });
    named(this.resource);
  }

  get expressRouteCircuitPeeringId(): string {
    return this.id();
  }
}

/** A private peering of which only the id is known. */
class KnownPrivatePeering extends Construct implements IPrivatePeering {
  readonly expressRouteCircuitPeeringId: string;

  constructor(scope: Construct, id: string, { expressRouteCircuitPeeringId }: PrivatePeeringById) {
    super(scope, id);
    const complaints = new Complaints();
    const property = "expressRouteCircuitPeeringId";
    checkResourceId(complaints, property, expressRouteCircuitPeeringId, "expressRouteCircuits/peerings");
    complaints.throwFor(this.node.path);
    this.expressRouteCircuitPeeringId = expressRouteCircuitPeeringId;
  }
}

/** A private peering that Terraform reads. */
class ReadPrivatePeering extends Construct implements IPrivatePeering {
  readonly resource: DataAzurermExpressRouteCircuitPeering;
  private readonly id = once(() => this.resource.id);

  constructor(scope: Construct, id: string, attributes: PrivatePeeringByCircuit) {
    super(scope, id);
    withoutKind(this, ...KINDS);
    const { circuitName, resourceGroupName, subnets, peerAsn, vlanId } = attributes;
    const complaints = new Complaints();
    complaints.notEmpty("circuitName", circuitName);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    checkPeering(complaints, attributes);
    complaints.throwFor(this.node.path);
    this.resource = new DataAzurermExpressRouteCircuitPeering(this, "Default", {
      expressRouteCircuitName: circuitName,
      resourceGroupName,
      peeringType: PRIVATE_PEERING,
      ...given({
        lifecycle: lifecycleOf(
          statedFacts(`the private peering of circuit ${circuitName}`, {
            primary_peer_address_prefix: subnets?.primary,
            secondary_peer_address_prefix: subnets?.secondary,
            peer_asn: peerAsn,
            vlan_id: vlanId,
          }),
        ),
      }),
    });
    named(this.resource);
  }

  get expressRouteCircuitPeeringId(): string {
    return this.id();
  }
}

function checkPeering(complaints: Complaints, { subnets, peerAsn, vlanId }: Partial<PrivatePeeringOptions>): void {
  complaints.asn("peerAsn", peerAsn);
  complaints.integer("vlanId", vlanId, 1, 4094, "802.1Q");
  complaints.prefix("subnets.primary", subnets?.primary);
  complaints.prefix("subnets.secondary", subnets?.secondary);
}
