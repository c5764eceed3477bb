import { idKey } from "../network/arm-id";
import type { Answer } from "../network/facts/answer";
import { mayBeOne } from "../network/facts/identity";
import { knownValue } from "../network/field";
import type { ForwardingAppliance } from "../network/intent";
import type { Network, Part, VirtualHub } from "../network/network";
import { pathText } from "../text/problem";

export function isFirewall({ resource }: Part): boolean {
  return resource.type === "azurerm_firewall";
}

/**
 * Whether a next hop of a hub is the Azure Firewall of that hub: it inspects what it is sent, and sends it on by the routes
 * that the hub has learned. What one of another hub, or of a virtual network, does with it no page says. One of which can't
 * be told where it stands is taken to stand in the hub: Azure takes no other for a next hop (inference).
 */
export function isFirewallOf(network: Network, hub: VirtualHub | undefined, part: Part): boolean {
  if (!isFirewall(part)) {
    return false;
  }
  const described = network.firewalls.find(({ resource }) => resource === part.resource);
  const isOfNetwork = described !== undefined && knownValue(described.skuName) === "AZFW_VNet";
  const other = described?.hub.state === "resolved" ? described.hub.to : undefined;
  return !isOfNetwork && (other === undefined || hub === undefined || other === hub || mayBeOne(other, hub));
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
