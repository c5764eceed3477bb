import { isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { mayBeOne } from "../../network/facts/identity";
import { isSiteOverExpressRoute, linksOverExpressRoute } from "../../network/facts/link-path";
import { isManaged } from "../../network/facts/standing";
import type { Unknown } from "../../network/field";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Rule } from "./rule";

/** A site that is to be reached through a tunnel over ExpressRoute is connected. One that is merely read is somebody else's. */
export const siteConnected: Rule = {
  id: "site-connected",
  level: "warning",
  section: "Private path",
  what: "A site with a link over ExpressRoute is connected to a VPN gateway.",
  why: "Without a connection there is no tunnel: what the site should carry encrypted is reached over ExpressRoute in the clear, or not at all.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal",
  *judge(network) {
    const isOver = linksOverExpressRoute(network);
    const strays = network.vpnConnections.flatMap(({ site }) => (site.state === "unknown" ? [site.unknown] : []));
    const known = network.sites.filter((site) => !isManaged(site) && site.connections.length > 0);
    for (const site of network.sites.filter(isManaged)) {
      const over = site.connections.length > 0 ? "no" : isSiteOverExpressRoute(site, isOver);
      const others = over === "no" ? [] : known.filter((other) => mayBeOne(site, other));
      const mayBeConnected = others.map(({ resource }): Unknown => ({ decidedBy: [resource.address] }));
      const unknowns = [...(isOpen(over) ? over : []), ...strays, ...mayBeConnected];
      if (over !== "no" && unknowns.length > 0) {
        const message = phrase`whether ${site} has a link over ExpressRoute that is connected nowhere can't be told`;
        yield cannotTell(at(site), unknowns, message);
      } else if (over === "yes") {
        yield violation(at(site), {
          message: phrase`${site} has a link over ExpressRoute, and is connected to no VPN gateway`,
          remedy:
            "Connect the site by an azurerm_vpn_gateway_connection, judge the input that does together with this one, or take the site out.",
          evidence: { links: site.links.items.length },
        });
      }
    }
  },
};
