import { DataAzurermExpressRouteCircuit } from "@cdktf/provider-azurerm/lib/data-azurerm-express-route-circuit";
import type { Construct } from "constructs";
import { checkResourceId, nameOf, resourceGroupOf } from "../terraform/arm-id";
import { Complaints } from "../terraform/complaints";
import { lifecycleOf, statedFacts } from "../terraform/existing";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { once } from "../terraform/once";
import { CircuitBase } from "./circuit-base";

/** A circuit that exists already, by id. The gate knows nothing else of it. */
export interface ExpressRouteCircuitById {
  readonly expressRouteCircuitId: string;
}

/** A circuit that exists already, read by name. Terraform refuses to plan where what is stated is wrong. */
export interface ExpressRouteCircuitByName {
  readonly name: string;
  readonly resourceGroupName: string;
  /**
   * States that the provider has provisioned the circuit, without which it carries nothing.
   * @default not stated
   */
  readonly provisioned?: true;
}

/** A circuit of which only the id is known. */
export class KnownExpressRouteCircuit extends CircuitBase {
  readonly expressRouteCircuitId: string;

  constructor(scope: Construct, id: string, { expressRouteCircuitId }: ExpressRouteCircuitById) {
    super(scope, id);
    const complaints = new Complaints();
    checkResourceId(complaints, "expressRouteCircuitId", expressRouteCircuitId, "expressRouteCircuits");
    complaints.throwFor(this.node.path);
    this.expressRouteCircuitId = expressRouteCircuitId;
  }

  get expressRouteCircuitName(): string {
    return nameOf(this.expressRouteCircuitId);
  }

  get resourceGroupName(): string {
    return resourceGroupOf(this.expressRouteCircuitId);
  }
}

/** A circuit that Terraform reads. */
export class ReadExpressRouteCircuit extends CircuitBase {
  /** The Terraform data source. */
  readonly resource: DataAzurermExpressRouteCircuit;
  readonly resourceGroupName: string;
  private readonly id = once(() => this.resource.id);

  constructor(scope: Construct, id: string, { name, resourceGroupName, provisioned }: ExpressRouteCircuitByName) {
    super(scope, id);
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    complaints.throwFor(this.node.path);
    this.resourceGroupName = resourceGroupName;
    this.resource = new DataAzurermExpressRouteCircuit(this, "Default", {
      name,
      resourceGroupName,
      ...given({
        lifecycle: lifecycleOf(
          statedFacts(`ExpressRoute circuit ${name}`, {
            service_provider_provisioning_state: provisioned === true ? "Provisioned" : undefined,
          }),
        ),
      }),
    });
    named(this.resource);
  }

  get expressRouteCircuitId(): string {
    return this.id();
  }

  get expressRouteCircuitName(): string {
    return this.resource.name;
  }
}
