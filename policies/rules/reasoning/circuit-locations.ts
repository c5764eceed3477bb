import { type Phrase, phrase } from "../../../network/facts/called/phrase";
import { groupedBy } from "../../../network/facts/groups";
import type { Field, Unknown } from "../../../network/field";
import type { ExpressRouteConnection } from "../../../network/network";
import type { Judgement, Place } from "../rule";
import { judgeCount } from "./limit";
import { cannotTell } from "./unknowns";

const CIRCUITS_A_LOCATION = 4;

/** A hub and where to speak of it. */
interface Holder {
  readonly place: Place;
  /** `hub sdc` */
  readonly name: Phrase;
  readonly remedy: string;
}

/** Judges how many circuits of one peering location a hub has. */
export function* judgeLocations(
  { place, name, remedy }: Holder,
  connections: readonly ExpressRouteConnection[],
): Iterable<Judgement> {
  const locations = connections.map(locationOf);
  const known = locations.flatMap((location) => (location.state === "known" ? [location.value] : []));
  const unknowns = locations.flatMap((location): Unknown[] => (location.state === "unknown" ? [location.unknown] : []));
  // Azure writes a peering location in whatever letters.
  const groups = groupedBy(known, (location) => location.toLowerCase());
  for (const group of groups) {
    const what = `ExpressRoute circuits of ${group[0]}`;
    yield* judgeCount({
      place,
      holder: phrase`${name} has`,
      remedy,
      what,
      count: group.length,
      limit: CIRCUITS_A_LOCATION,
    });
  }
  const most = Math.max(0, ...groups.map((group) => group.length));
  if (unknowns.length > 0 && most <= CIRCUITS_A_LOCATION && most + unknowns.length > CIRCUITS_A_LOCATION) {
    const message = phrase`whether ${name} has more than ${CIRCUITS_A_LOCATION} ExpressRoute circuits of one peering location can't be told`;
    yield cannotTell(place, unknowns, message);
  }
}

function locationOf({ peering }: ExpressRouteConnection): Field<string> {
  const circuit = peering.state === "resolved" ? peering.to.circuit : peering;
  return circuit.state === "resolved" ? circuit.to.peeringLocation : circuit;
}
