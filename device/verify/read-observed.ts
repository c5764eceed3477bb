import type { Network } from "../../network/network";
import { InputError } from "../../text/complaint";
import type { Observation } from "../azure/observations";
import { readObservations } from "../azure/read-observations";
import { hubOfRoutes, whoseRoutes } from "./whose-routes";

/**
 * Reads files of what Azure runs, and makes sure that it can be told whose routes they hold.
 *
 * @param given files as a person names them: `FILE`, `NAME=FILE`, `inbound:NAME=FILE`, `outbound:NAME=FILE`
 * @throws InputError with every complaint
 */
export function readObserved(network: Network, given: readonly string[]): readonly Observation[] {
  const observed = readObservations(given);
  const complaints = observed.flatMap((one) => {
    try {
      ownerOf(network, one);
      return [];
    } catch (error) {
      if (error instanceof InputError) {
        return error.complaints;
      }
      throw error;
    }
  });
  if (complaints.length > 0) {
    throw new InputError(complaints);
  }
  return observed;
}

function ownerOf(network: Network, one: Observation): unknown {
  switch (one.kind) {
    case "effective":
      return hubOfRoutes(one, network);
    case "circuit":
      return whoseRoutes(one, network.circuits, { noun: "circuit" });
    case "inbound":
    case "outbound":
      return whoseRoutes(one, [...network.expressRouteConnections, ...network.vpnConnections], { noun: "connection" });
    default:
      return undefined;
  }
}
