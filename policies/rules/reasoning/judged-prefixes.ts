import { type Phrase, phrase } from "../../../network/facts/called/phrase";
import { type PrefixUse, prefixUses } from "../../../network/facts/prefix-uses";
import { isDescribed, isManaged } from "../../../network/facts/standing";
import type { Network } from "../../../network/network";

/**
 * The prefixes that are judged: those of parts that an input describes. A virtual network that no hub is connected to is
 * its owner's own affair, and so are its subnets. A value that can't be told counts only where an input manages it: what
 * exists already and is merely read has passed Azure.
 */
export function judgedPrefixes(network: Network): PrefixUse[] {
  return [...prefixUses(network)].filter((use) => isDescribed(use.part) && isConnected(use) && isTold(use));
}

function isTold(use: PrefixUse): boolean {
  return use.field.state === "known" || isManaged(use.part);
}

function isConnected(use: PrefixUse): boolean {
  switch (use.kind) {
    case "virtual network":
      return use.part.connections.length > 0;
    case "subnet":
      return use.network.connections.length > 0;
    default:
      return true;
  }
}

/** What a prefix is used for, as messages put it in brackets after the prefix: `address prefix of hub neu`. */
export function calledUse(use: PrefixUse): Phrase {
  switch (use.kind) {
    case "hub":
      return phrase`address prefix of ${use.part}`;
    case "virtual network":
      return phrase`address space of ${use.part}`;
    case "subnet":
      return phrase`address prefix of ${use.part}`;
    case "peering subnet":
      return phrase`subnet of ${use.part}`;
    case "user pool":
      return phrase`pool of ${use.part}`;
    case "site":
      return phrase`address_cidrs of ${use.part}`;
    case "advertised over ExpressRoute":
      return phrase`advertised over ${use.part}`;
    case "advertised over VPN":
      return phrase`advertised over ${use.link}`;
    case "protected":
      return "protected";
    case "preferred over the tunnel":
      return "on-premises routers prefer the tunnel for it";
    case "filtered":
      return "on-premises routers filter it";
  }
}
