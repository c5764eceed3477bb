import { literalPrefix } from "../../address/prefix";
import type { Network } from "../../network/network";
import { type RouteOutcome, routeTable } from "../../paths";
import { needsOf } from "../../routes/tunnel-routes";
import type { Flow } from "../course/flows";
import type { LabCircuit, LabDevice, LabPlan } from "../plan/lab-plan";

/** What the engine says of packets, in its own words. */
export interface Prediction {
  readonly outcome: RouteOutcome;
  readonly reason: string;
}

/** What is lost, as the engine names it: `circuit azurerm_express_route_circuit.ams`. */
export type LossName = string;

/** What the engine says of one flow, when something is lost or nothing is. */
export function predictionOf(network: Network, flow: Flow, lost: LossName | undefined): Prediction {
  const to = literalPrefix(`${flow.target}/32`);
  const rows = routeTable(network, { from: new Set([flow.place]), to }).routes;
  const row = rows.find(({ direction, from }) => direction === flow.direction && from === flow.place);
  if (row === undefined) {
    return { outcome: "undecided", reason: "no-route" };
  }
  // Where nothing that leads there is lost, all stays as it is.
  const loss = lost === undefined ? undefined : row.whenLost.find((one) => one.lost === lost);
  return { outcome: loss?.outcome ?? row.outcome, reason: row.reason };
}

/** The loss of a link: both its tunnels. */
export function lossOfLink({ connected }: LabDevice): LossName {
  const need = needsOf(connected).find(({ what }) => what === "link");
  return `${need?.what} ${need?.name}`;
}

/** The loss of a circuit. */
export function lossOfCircuit({ address }: LabCircuit): LossName {
  return `circuit ${address}`;
}

/** The loss of all tunnels: of the WAN where the lab has them all, else of the site. */
export function lossOfTunnels({ hasAllTunnels, devices }: LabPlan): LossName {
  return hasAllTunnels ? "all tunnels" : `all tunnels of ${devices[0]?.siteAddress}`;
}
