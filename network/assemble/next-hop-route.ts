import type { Block } from "../fields/block";
import { textField, textItems } from "../fields/typed-fields";
import type { NextHopRoute } from "../network";

/** A static route of a hub, or of a spoke connection. */
export function nextHopRoute(block: Block): NextHopRoute {
  return {
    path: block.path,
    name: textField(block, "name"),
    prefixes: textItems(block, "address_prefixes"),
    nextHopAddress: textField(block, "next_hop_ip_address"),
  };
}
