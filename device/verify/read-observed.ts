import type { Field } from "../../network/field";
import type { Network } from "../../network/network";
import { type Complaint, InputError } from "../../text/complaint";
import type { Observation } from "../azure/observations";
import { readObservations } from "../azure/read-observations";
import { downloadedIn, hubWith } from "./unmatched";
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
  complaints.push(...strangers(network, observed));
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

/** Files that tell nothing of this network: whoever hands one over means to have it looked at. */
function strangers(network: Network, observed: readonly Observation[]): Complaint[] {
  const paths = [...new Set(observed.map(({ path }) => path))];
  return paths.flatMap((path) => {
    const own = observed.filter((one) => one.path === path);
    return own.some((one) => isOfNetwork(network, one))
      ? []
      : [
          {
            path,
            message: `tells only of what no input shows (${own.map(nameOf).join(", ")}); hand over the input that makes it`,
          },
        ];
  });
}

function isOfNetwork(network: Network, one: Observation): boolean {
  switch (one.kind) {
    case "download":
      return downloadedIn([one]).some(({ connection }) => hubWith(network, connection) !== undefined);
    case "gateway":
      return network.vpnGateways.some(({ name }) => mayBe(name, one.name));
    case "connection":
      return network.vpnConnections.some(({ name }) => mayBe(name, one.name));
    default:
      return true;
  }
}

// A name that can't be told may be any.
function mayBe(name: Field<string>, seen: string): boolean {
  return name.state !== "known" || name.value.toLowerCase() === seen.toLowerCase();
}

function nameOf(one: Observation): string {
  return one.kind === "gateway" || one.kind === "connection"
    ? `${one.kind} ${one.name}`
    : one.kind === "download"
      ? `sites ${[...new Set(one.links.map(({ site }) => site))].join(", ")}`
      : "routes";
}
