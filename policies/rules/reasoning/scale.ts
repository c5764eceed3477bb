import { phrase } from "../../../network/facts/called/phrase";
import { isManaged } from "../../../network/facts/standing";
import type { Field } from "../../../network/field";
import { blockOf } from "../../../network/fields/block";
import { numberField } from "../../../network/fields/typed-fields";
import type { Network, Part } from "../../../network/network";
import { at, violation } from "../judgement";
import type { Judgement } from "../rule";
import { judgeCount } from "./limit";
import { sourcesOf } from "./resource-blocks";
import { cannotTell } from "./unknowns";

/** A number of units that a gateway or router has. */
interface Scale {
  readonly what: string;
  readonly field: Field<number>;
  readonly least: number;
  readonly most: number;
}

/** Judges how large gateways and hub routers are. */
export function* judgeScale(network: Network): Iterable<Judgement> {
  for (const gateway of network.vpnGateways.filter(isManaged)) {
    // 20 Gbps in all at 500 Mbps a unit (inf: the page tells no number of units).
    yield* judgeOne(gateway, { what: "scale units", field: gateway.scaleUnit, least: 1, most: 40 });
  }
  for (const gateway of network.expressRouteGateways.filter(isManaged)) {
    yield* judgeOne(gateway, { what: "scale units", field: gateway.scaleUnits, least: 1, most: 10 });
  }
  for (const hub of network.hubs.filter(isManaged)) {
    const block = blockOf(sourcesOf(network), hub.resource);
    const field = numberField(block, "virtual_router_auto_scale_min_capacity", 2);
    yield* judgeOne(hub, { what: "routing units", field, least: 2, most: 50 });
  }
}

function* judgeOne(part: Part, { what, field, least, most }: Scale): Iterable<Judgement> {
  const place = at(part, field.path);
  if (field.state === "unknown") {
    yield cannotTell(
      place,
      field.unknown,
      phrase`how many ${what} ${part} has is unknown, so it may be none of ${least} to ${most}`,
    );
  } else if (field.state === "known" && (field.value < least || !Number.isInteger(field.value))) {
    yield violation(place, {
      message: phrase`${part} has ${field.value} ${what}; Azure takes ${least} to ${most}`,
      remedy: `Write a whole number from ${least} to ${most}.`,
      evidence: { count: field.value, limit: most },
    });
  } else if (field.state === "known") {
    const remedy = `Stay within ${most}.`;
    yield* judgeCount({ place, holder: phrase`${part} has`, what, count: field.value, limit: most, remedy });
  }
}
