import { type Block, blockOf } from "../../../network/fields/block";
import { Sources } from "../../../network/fields/sources";
import type { Network } from "../../../network/network";

/** The resources of a Terraform type that an input describes, each once, for rules that read what no part holds. */
export function blocksOfType(network: Network, type: string): Block[] {
  const sources = sourcesOf(network);
  return sources
    .ofType(type)
    .filter(({ standing }) => standing !== "outside")
    .map((resource) => blockOf(sources, resource));
}

/** Those of them that an input creates or keeps, so that a person can change them there. */
export function managedBlocks(network: Network, type: string): Block[] {
  return blocksOfType(network, type).filter(({ resource }) => resource.standing === "managed");
}

// A network never changes, so its index is made once for all rules.
const KNOWN = new WeakMap<Network, Sources>();

/** Every resource of a network, found by address and by id. */
export function sourcesOf(network: Network): Sources {
  const sources = KNOWN.get(network) ?? new Sources([network], "used");
  KNOWN.set(network, sources);
  return sources;
}
