import type { IConstruct } from "constructs";

/** A circuit, as its peerings and authorizations see it. No construct is imported here: the circuit's own file makes them. */
export interface ICircuitReference extends IConstruct {
  /** Name of the circuit, which its peerings and authorizations are made with. */
  readonly expressRouteCircuitName: string;
  readonly resourceGroupName: string;
}
