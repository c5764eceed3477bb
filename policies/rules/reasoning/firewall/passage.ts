import type { Address } from "../../../../address/address";
import { type AddressRange, rangesMeet, withoutRange } from "../../../../address/range";
import { type Answer, allOf, isOpen } from "../../../../network/facts/answer";
import { type Field, type Items, knownValue, type Unknown, unknownsOf } from "../../../../network/field";
import { holdsAddress } from "./address-set";
import type { NetworkRule, PolicyRules, Step } from "./policy-rules";

/** Whether a firewall lets a tunnel through. */
export type Passage =
  | { readonly outcome: "passes" }
  /** By the rule that denies it; undefined where none allows it. */
  | { readonly outcome: "stopped"; readonly by: NetworkRule | undefined }
  /** Empty `unknowns`: it lets through, or stops, some of the addresses that the gateway may have. */
  | { readonly outcome: "open"; readonly unknowns: readonly Unknown[] };

/**
 * Whether a firewall lets the tunnels of a gateway through to a device, whichever addresses of the hub's prefix the
 * gateway has. A tunnel is IKE on UDP 500 and 4500 and ESP, which only a rule for any protocol lets through.
 */
export function passageOf({ steps, order }: PolicyRules, from: AddressRange, to: Address): Passage {
  let left: AddressRange[] = [from];
  const unknowns: Unknown[] = [];
  const deciding: NetworkRule[] = [];
  for (const step of steps) {
    const effect = effectOf(step, left, to);
    unknowns.push(...effect.unknowns);
    deciding.push(...(effect.by === undefined ? [] : [effect.by]));
    left = effect.taken.reduce<AddressRange[]>(withoutRange, left);
    if (left.length === 0) {
      break;
    }
  }
  const denying = deciding.filter(({ action }) => isDeny(action));
  const doubts = denying.length === 0 ? unknowns : [...unknowns, ...order];
  if (doubts.length > 0) {
    return { outcome: "open", unknowns: doubts };
  }
  if (denying.length === deciding.length) {
    return { outcome: "stopped", by: denying[0] };
  }
  return denying.length === 0 && left.length === 0 ? { outcome: "passes" } : { outcome: "open", unknowns: [] };
}

interface Effect {
  /** The sources that this step decides about. */
  readonly taken: readonly AddressRange[];
  readonly by?: NetworkRule;
  readonly unknowns: readonly Unknown[];
}

const NONE: Effect = { taken: [], unknowns: [] };

function effectOf(step: Step, left: readonly AddressRange[], to: Address): Effect {
  if ("decidedBy" in step) {
    return { taken: [], unknowns: [step] };
  }
  const { sources, action } = step;
  const taken = sources.ranges.filter((range) => left.some((one) => rangesMeet(one, range)));
  const holds = holdsAddress(step.destinations, to);
  const applies = holds === "no" || (taken.length === 0 && sources.unknowns.length === 0) ? "no" : appliesTo(step);
  if (applies === "no" || holds === "no") {
    return NONE;
  }
  const doubts = [holds, applies].filter(isOpen).flat();
  if (doubts.length > 0 || action.state !== "known") {
    return { taken: [], unknowns: [...doubts, ...(action.state === "unknown" ? [action.unknown] : [])] };
  }
  return { taken, unknowns: sources.unknowns, ...(taken.length === 0 ? {} : { by: step }) };
}

/** Whether a rule decides about tunnels: one that allows has to hold all of a tunnel, one that denies any of it. */
function appliesTo({ action, protocols, ports }: NetworkRule): Answer {
  const anyProtocol = has(protocols, (one) => one.toLowerCase() === "any");
  const anyPort = has(ports, (one) => one === "*" || one === "0-65535" || one === "1-65535");
  if (!isDeny(action)) {
    return allOf([anyProtocol, anyPort]);
  }
  const ofTunnels = has(protocols, (one) => ["any", "udp"].includes(one.toLowerCase()));
  return allOf([ofTunnels, has(ports, holdsTunnelPort)]);
}

function isDeny(action: Field<string>): boolean {
  return knownValue(action)?.toLowerCase() === "deny";
}

function has(items: Items<Field<string>>, is: (one: string) => boolean): Answer {
  const found = items.items.some((one) => one.state === "known" && is(one.value));
  const unknowns = unknownsOf(items);
  return found ? "yes" : unknowns.length > 0 ? unknowns : "no";
}

const IKE_PORTS = [500, 4500];

function holdsTunnelPort(text: string): boolean {
  const [first, last = first] = text.split("-").map(Number);
  return text === "*" || IKE_PORTS.some((port) => first !== undefined && Number(first) <= port && port <= Number(last));
}
