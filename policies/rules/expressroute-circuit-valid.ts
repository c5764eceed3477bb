import { phrase } from "../../network/facts/called/phrase";
import { type Field, knownValue, type Unknown } from "../../network/field";
import { type Block, onlyBlock } from "../../network/fields/block";
import { numberField, textField } from "../../network/fields/typed-fields";
import type { Network } from "../../network/network";
import { at, violation } from "./judgement";
import { managedBlocks } from "./reasoning/resource-blocks";
import { type Target, targetOfBlock } from "./reasoning/targets";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

const MBPS = [50, 100, 200, 500, 1000, 2000, 5000, 10_000];
// 400 Gbps ports are new and not everywhere; where they are not, Azure says so (inf).
const GBPS = [1, 2, 5, 10, 40, 100, 400];
const PORT_GBPS = [10, 100, 400];
/** A circuit of no more than that fits any port. */
const SMALLEST_PORT = Math.min(...PORT_GBPS);

/** ExpressRoute circuits and ports are ones that Azure sells. */
export const expressrouteCircuitValid: Rule = {
  id: "expressroute-circuit-valid",
  level: "error",
  section: "Values",
  what: "The bandwidth of a circuit is one that Azure sells, a Local circuit has unlimited data, and a circuit fits its port.",
  why: "The provider takes any number, and any pair of tier and family: Azure refuses the others at apply.",
  page: "https://learn.microsoft.com/azure/expressroute/expressroute-faqs",
  *judge(network) {
    for (const circuit of managedBlocks(network, "azurerm_express_route_circuit")) {
      yield* judgeBandwidth(circuit, numberField(circuit, "bandwidth_in_mbps"), MBPS, "Mbps");
      yield* judgeBandwidth(circuit, numberField(circuit, "bandwidth_in_gbps"), GBPS, "Gbps");
      yield* judgeWhetherTold(network, circuit);
      yield* judgeTier(circuit);
      yield* judgePort(network, circuit);
    }
    for (const port of managedBlocks(network, "azurerm_express_route_port")) {
      yield* judgeBandwidth(port, numberField(port, "bandwidth_in_gbps"), PORT_GBPS, "Gbps");
    }
  },
};

function* judgeBandwidth(
  block: Block,
  field: Field<number>,
  sold: readonly number[],
  unit: string,
): Iterable<Judgement> {
  const place = at(block, field.path);
  if (field.state === "unknown") {
    yield cannotTell(
      place,
      field.unknown,
      phrase`the bandwidth of ${block} is unknown, so it may be one that Azure doesn't sell`,
    );
  } else if (field.state === "known" && !isUnset(block, field.value) && !sold.includes(field.value)) {
    yield violation(place, {
      message: phrase`the bandwidth of ${block} is ${field.value} ${unit}, which Azure doesn't sell`,
      remedy: `Use one of ${sold.join(", ")} ${unit}.`,
      evidence: { bandwidth: field.value },
    });
  }
}

/** A circuit has the one or the other, and one on a port of one's own is sold by the Gbps. */
function* judgeWhetherTold(network: Network, circuit: Block): Iterable<Judgement> {
  const [mbps, gbps] = [numberField(circuit, "bandwidth_in_mbps"), numberField(circuit, "bandwidth_in_gbps")];
  const isOnPort = targetOfBlock(network, circuit, "express_route_port_id").state !== "absent";
  if (gbps.state === "absent" && (isOnPort || mbps.state === "absent")) {
    const place = at(circuit, isOnPort ? gbps.path : mbps.path);
    const unknown = { decidedBy: [`${circuit.resource.address}.${place.path}`] };
    const what = phrase`no bandwidth of ${circuit} is told, so it may be one that Azure doesn't sell`;
    yield cannotTell(place, unknown, what);
  }
}

/** A circuit that exists already has 0 for the bandwidth that it isn't sold by. */
function isUnset({ resource }: Block, value: number): boolean {
  return value === 0 && typeof resource.attributes.id === "string";
}

function* judgeTier(circuit: Block): Iterable<Judgement> {
  const sku = onlyBlock(circuit, "sku").block;
  const [tier, family] = [textField(sku, "tier"), textField(sku, "family")];
  const local = knownValue(tier) === "Local";
  const metered = knownValue(family) === "MeteredData";
  if (local && metered) {
    yield violation(at(circuit, family.path), {
      message: phrase`${circuit} is Local with metered data`,
      remedy: "Set family to UnlimitedData, or choose another tier.",
      evidence: { tier: "Local", family: "MeteredData" },
    });
  } else if (
    (local && family.state === "unknown") ||
    (metered && tier.state === "unknown") ||
    bothUnknown(tier, family)
  ) {
    const unknowns = [tier, family].flatMap((one) => (one.state === "unknown" ? [one.unknown] : []));
    yield cannotTell(
      at(circuit, tier.path),
      unknowns,
      phrase`whether ${circuit} is Local with metered data can't be told`,
    );
  }
}

function bothUnknown(a: Field<string>, b: Field<string>): boolean {
  return a.state === "unknown" && b.state === "unknown";
}

function* judgePort(network: Network, circuit: Block): Iterable<Judgement> {
  const own = numberField(circuit, "bandwidth_in_gbps");
  const port = targetOfBlock(network, circuit, "express_route_port_id");
  if (own.state !== "known" || own.value <= SMALLEST_PORT || port.state === "absent") {
    return;
  }
  const place = at(circuit, own.path);
  const size = port.state === "block" ? numberField(port.block, "bandwidth_in_gbps") : undefined;
  const unknown = unknownOfPort(port) ?? (size?.state === "unknown" ? size.unknown : undefined);
  if (unknown !== undefined) {
    yield cannotTell(place, unknown, phrase`whether ${circuit} of ${own.value} Gbps fits its port can't be told`);
  } else if (size?.state === "known" && own.value > size.value) {
    yield violation(place, {
      message: phrase`${circuit} has ${own.value} Gbps, more than the ${size.value} Gbps of its port`,
      remedy: `Use at most ${size.value} Gbps, or a larger port.`,
      evidence: { circuit: own.value, port: size.value },
    });
  }
}

/** Why nothing can be told of a port: of one that no input describes, only its id is known. */
function unknownOfPort(port: Target): Unknown | undefined {
  return port.state === "unknown" ? port.unknown : port.state === "id" ? { decidedBy: [port.id] } : undefined;
}
