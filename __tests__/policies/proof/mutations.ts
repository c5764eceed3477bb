import type { Mutation } from "./mutation";
import { OF_CIRCUITS } from "./mutations-of-circuits";
import { OF_CONNECTIONS } from "./mutations-of-connections";
import { OF_HUBS, OF_NAT, OF_ROUTES } from "./mutations-of-hubs";
import { OF_SITES } from "./mutations-of-sites";
import { OF_MONITORS, OF_SPOKES } from "./mutations-of-spokes";

/** Mistakes that `terraform validate`, a plan and the provider let through, by what they are made in. */
export const MUTATIONS: readonly (readonly [string, readonly Mutation[]])[] = [
  ["hubs and their gateways", OF_HUBS],
  ["VPN sites", OF_SITES],
  ["VPN connections", OF_CONNECTIONS],
  ["NAT rules", OF_NAT],
  ["route maps, route tables and routing intent", OF_ROUTES],
  ["circuits, peerings and ports", OF_CIRCUITS],
  ["monitors", OF_MONITORS],
  ["spokes and on-premises routers", OF_SPOKES],
];

export const ALL_MUTATIONS: readonly Mutation[] = MUTATIONS.flatMap(([, mutations]) => mutations);
