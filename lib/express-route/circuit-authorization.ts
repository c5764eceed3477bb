import { ExpressRouteCircuitAuthorization } from "@cdktf/provider-azurerm/lib/express-route-circuit-authorization";
import { Construct } from "constructs";
import { Complaints } from "../terraform/complaints";
import { named } from "../terraform/names";
import type { ICircuitReference } from "./circuit-reference";

export interface CircuitAuthorizationOptions {
  /** Name of the authorization. It can't be changed later without replacing it. */
  readonly name: string;
}

export interface CircuitAuthorizationProps extends CircuitAuthorizationOptions {
  readonly circuit: ICircuitReference;
}

/**
 * An authorization of a circuit, with which one gateway of another subscription can connect.
 * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-expressroute-about
 */
export class CircuitAuthorization extends Construct {
  /** The Terraform resource. */
  readonly resource: ExpressRouteCircuitAuthorization;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, { circuit, name }: CircuitAuthorizationProps) {
    super(scope, id);
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    complaints.throwFor(this.node.path);
    this.resource = new ExpressRouteCircuitAuthorization(this, "Default", {
      name,
      expressRouteCircuitName: circuit.expressRouteCircuitName,
      resourceGroupName: circuit.resourceGroupName,
    });
    named(this.resource);
  }

  /** The key, which Terraform treats as sensitive. For `connectCircuit`, in whichever app that is. */
  get authorizationKey(): string {
    return this.resource.authorizationKey;
  }
}
