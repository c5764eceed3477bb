import type { Part } from "./part";

/** A place in the network: a resource, and the attribute inside it (`link[0].bgp[0].peering_address`). */
export interface Place {
  readonly part: Part;
  readonly path: string;
}

/** A place inside a part. */
export function at(part: Part, path = ""): Place {
  return { part, path };
}
