import { idKey } from "../network/arm-id";
import type { Answer } from "../network/facts/answer";
import type { ForwardingAppliance } from "../network/intent";
import type { Network, Part } from "../network/network";
import { pathText } from "../text/problem";

/** Azure Firewall inspects what it is sent, and sends it on by the routes that its hub has learned. */
export function isFirewall({ resource }: Part): boolean {
  return resource.type === "azurerm_firewall";
}

/**
 * Whether an appliance sends packets on by the routes of its hub, as far as intent says. Never "no": what it does
 * else is in no input.
 *
 * @param names the addresses that intent may call it by, the first of which is asked for
 * @param sender what sends packets there: the intent of another input doesn't speak of it
 */
export function forwardsOf({ intent }: Network, names: readonly string[], { resource }: Part): Answer {
  const { forwarding, unknowns } = intent.appliances;
  const keys = names.map((name) => (name.startsWith("/") ? idKey(name) : name));
  const isMeant = ({ name, input }: ForwardingAppliance) =>
    keys.includes(name) && (input === undefined || input === resource.input);
  if (forwarding.some(isMeant)) {
    return "yes";
  }
  const [first = ""] = names;
  return [...unknowns, { decidedBy: [`network_intent.${pathText(["appliances", first])}`] }];
}
