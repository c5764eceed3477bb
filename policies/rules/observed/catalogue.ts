import { RULES } from "../catalogue";
import type { Rule } from "../rule";

/** A rule of `wanproof verify`: it judges what Azure runs against what was planned, so it needs more than a network. */
export type ObservedRule = Omit<Rule, "judge">;

/** The rules of `wanproof verify`. What judges by them is in `device/verify/`. */
export const OBSERVED_RULES: readonly ObservedRule[] = [
  {
    id: "observed-private-tunnel",
    level: "error",
    section: "Observed",
    what: "Both gateway instances of a link over ExpressRoute end its tunnels at addresses inside the hub prefix.",
    why: "Only then has the private-IP setting taken effect: at public addresses the tunnels run over the internet.",
    page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
    undecided: "Where no file tells where the tunnels of a planned link end.",
  },
  {
    id: "observed-route",
    level: "error",
    section: "Observed",
    what: "Each observed route takes the predicted path; none is missing, and no other one goes past a tunnel.",
    why: "Azure decides by the routes that it has, not by those that somebody meant. A route over ExpressRoute that nobody predicted sends protected traffic in the clear.",
    page: "https://learn.microsoft.com/azure/virtual-wan/effective-routes-virtual-hub",
    undecided:
      "Where no file tells the effective routes of a hub with private-IP links, or a route can't be predicted.",
  },
  {
    id: "observed-bgp",
    level: "error",
    section: "Observed",
    what: "Peer addresses and AS numbers of a link are the planned ones, at both ends, BGP is on where it was planned, and its sessions bring routes.",
    why: "With another address or AS number no session comes up, and without a session nothing is announced through the tunnel.",
    page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
    undecided: "Where no file tells the BGP settings of a planned link.",
  },
  {
    id: "observed-parameters",
    level: "warning",
    section: "Observed",
    what: "IKE and IPsec parameters, link names and connected subnets are the planned ones.",
    why: "A device that is configured as planned doesn't agree with a gateway that runs otherwise, now or when keys are made anew.",
    page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec",
  },
  {
    id: "observed-connected",
    level: "error",
    section: "Observed",
    what: "The connection of a link over ExpressRoute is there and connected, and its pre-shared key is present.",
    why: "Where tunnels are down, traffic is dropped or takes the clear path.",
    page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
    undecided: "Where no file tells the status of a planned connection.",
  },
];

/** Every rule that there is a page for, and that a configuration may name. */
export const EVERY_RULE: readonly ObservedRule[] = [...RULES, ...OBSERVED_RULES];
