import type { Network } from "../network/network";
import type { Asked } from "../paths/asked";

/** Above so many sites a view asks the engine for less: the whole table takes minutes. */
export const MOST_SITES = 100;

/** What a view asks the engine for. */
export function askedFor({ sites, hubs }: Network): Asked {
  return sites.length <= MOST_SITES
    ? {}
    : { from: new Set(hubs.map(({ resource }) => resource.address)), whenLost: "circuit" };
}

/** What a reader should know of what wasn't asked for. */
export function notAsked({ sites }: Network): string[] {
  return sites.length <= MOST_SITES
    ? []
    : [
        `With more than ${MOST_SITES} sites, paths are those that leave hubs, and of losses those of circuits alone. What spokes and sites send, and the loss of a link or a tunnel, wanproof routes tells; the rules judge all of it.`,
      ];
}
