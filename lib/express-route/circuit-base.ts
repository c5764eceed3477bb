import { Lazy } from "cdktf";
import { Construct } from "constructs";
import { CircuitAuthorization, type CircuitAuthorizationOptions } from "./circuit-authorization";
import type { ICircuitReference } from "./circuit-reference";
import { type IPrivatePeering, PrivatePeering, type PrivatePeeringOptions, peeringIdOf } from "./private-peering";

/** An ExpressRoute circuit: made here, or there already. */
export interface IExpressRouteCircuit extends ICircuitReference {
  /** Resource id of the circuit. */
  readonly expressRouteCircuitId: string;
  /** Its private peering: the one that is added here, whenever that happens, else the one that exists already. */
  readonly privatePeering: IPrivatePeering;
  /** Makes the circuit's private peering. Not for a peering that the provider manages. */
  addPrivatePeering(id: string, options: PrivatePeeringOptions): PrivatePeering;
  /**
   * The private peering that the provider manages: it runs layer 3, and makes the peering in Azure itself, so Terraform
   * refers to it only. It is there once the provider has provisioned the circuit.
   */
  providerManagedPeering(): IPrivatePeering;
  /** Makes an authorization, with which a gateway of another subscription can connect. */
  addAuthorization(id: string, options: CircuitAuthorizationOptions): CircuitAuthorization;
}

/** What made and existing circuits have in common. */
export abstract class CircuitBase extends Construct implements IExpressRouteCircuit {
  abstract readonly expressRouteCircuitId: string;
  abstract readonly expressRouteCircuitName: string;
  abstract readonly resourceGroupName: string;

  /** The private peering that was added here, if any. */
  protected addedPeering: PrivatePeering | undefined;

  get privatePeering(): IPrivatePeering {
    return {
      expressRouteCircuitPeeringId: Lazy.stringValue({
        produce: () => (this.addedPeering ?? this.providerManagedPeering()).expressRouteCircuitPeeringId,
      }),
    };
  }

  addPrivatePeering(id: string, options: PrivatePeeringOptions): PrivatePeering {
    this.addedPeering = new PrivatePeering(this, id, { ...options, circuit: this });
    return this.addedPeering;
  }

  providerManagedPeering(): IPrivatePeering {
    return { expressRouteCircuitPeeringId: peeringIdOf(this.expressRouteCircuitId) };
  }

  addAuthorization(id: string, options: CircuitAuthorizationOptions): CircuitAuthorization {
    return new CircuitAuthorization(this, id, { ...options, circuit: this });
  }
}
