import type { Choice, PrefixRoutes } from "./choice";
import { isReached, type World } from "./reach";
import type { SelectionStep } from "./selection";
import type { Carriage } from "./source";
import { hears, type View } from "./view";

/** Why a packet goes where it goes. */
export type Reason =
  | "equal-prefix"
  | "more-specific-on-expressroute"
  | "not-advertised-over-vpn"
  | "internet-tunnel"
  | "encryption-off"
  | "more-specific-on-vpn"
  | "only-candidate"
  | "propagation"
  | "routing-intent"
  | "known-issue"
  | SelectionStep;

/** Why a view chooses what it chooses, beside the routes that it has of shorter prefixes. */
export function reasonOf(
  view: View,
  chosen: Choice,
  chain: readonly PrefixRoutes[],
  index: number,
  world: World,
): Reason {
  const winner = chosen.winners[0]?.source.carriage;
  const has = ({ sources, length }: PrefixRoutes, carriage: Carriage) =>
    sources.some((source) => source.carriage === carriage && isReached(hears(view, source, length), world));
  const isShorter = (carriage: Carriage) => chain.some((routes, at) => at < index && has(routes, carriage));
  const here = chain[index];
  if (winner === "clear") {
    if (here !== undefined && has(here, "private-tunnel")) {
      return chosen.step === "as-path" ? "as-path" : "equal-prefix";
    }
    return isShorter("private-tunnel") ? "more-specific-on-expressroute" : "not-advertised-over-vpn";
  }
  if (winner === "plain-tunnel") {
    return "encryption-off";
  }
  if (winner === "internet-tunnel") {
    return chosen.step === "as-path" ? "as-path" : "internet-tunnel";
  }
  const plain = chosen.step === "only-candidate" || chosen.step === "shared";
  return plain && isShorter("clear") ? "more-specific-on-vpn" : chosen.step;
}
