import type { Item, Kind } from "../graph/estate";

/** What people call the kind of a place. */
export function kindWord({ kind }: Item): string {
  return WORDS[kind];
}

const WORDS: { readonly [kind in Kind]: string } = {
  wan: "WAN",
  hub: "hub",
  router: "router",
  "vpn-gateway": "VPN gateway",
  "expressroute-gateway": "ExpressRoute gateway",
  "user-gateway": "user VPN gateway",
  firewall: "firewall",
  circuit: "circuit",
  internet: "network",
  site: "site",
  spoke: "spoke",
  unseen: "not told",
};
