import { namesIn } from "../../network/facts/called/names";
import { hubOf } from "../../network/facts/private-path";
import { knownValue, targetOf } from "../../network/field";
import type { LinkConnection, Network, SiteLink, VirtualHub, VpnConnection, VpnSite } from "../../network/network";
import { connectedLinks } from "../../routes/tunnel-routes";
import { plain } from "../../text/plain";
import { Carriers } from "./carriers";
import type { Circuits } from "./circuits";
import type { Item, Tunnel } from "./estate";
import { detail, NOT_KNOWN } from "./field-text";
import type { Hubs } from "./hubs";
import type { Items } from "./items";

/** The sites, and the tunnels from their links to the gateways of hubs. */
export class Sites {
  readonly all: readonly Item[];
  readonly tunnels: readonly Tunnel[];
  private readonly carriers: Carriers;
  private internet: Item | undefined;
  private noCircuit: Item | undefined;

  constructor(
    private readonly network: Network,
    private readonly items: Items,
    private readonly hubs: Hubs,
    private readonly circuits: Circuits,
  ) {
    this.carriers = new Carriers(network);
    const own = network.sites.map((site) => this.site(site));
    this.tunnels = network.vpnConnections.flatMap((connection) => this.tunnelsOf(connection));
    this.all = [...new Set([...own, ...this.tunnels.map(({ site }) => site)])];
  }

  private site(site: VpnSite): Item {
    const further = site.links.unknown === undefined ? [] : ["perhaps further links"];
    return this.items.of(site, "site", [...site.links.items.map(linkText), ...further]);
  }

  private tunnelsOf(connection: VpnConnection): Tunnel[] {
    const to = targetOf(connection.site);
    const site =
      to === undefined ? this.items.of(connection, "unseen", ["which site it leads to can't be told"]) : this.site(to);
    this.items.tellOf(connection, site);
    const gateway = targetOf(connection.gateway);
    const hubPart = targetOf(hubOf(connection));
    const hub = this.hubs.of(hubPart);
    const end = { site, hub, gateway: gateway === undefined ? hub.core : this.hubs.vpnGateway(gateway) };
    const names = namesIn(this.network);
    const links = connectedLinks(connection).map(({ link, siteLink }): Tunnel => {
      const way = { way: names.of(link).plain, title: plain(knownValue(link.name) ?? link.path) };
      return { ...end, ...way, ...this.carriage(link, siteLink, hubPart) };
    });
    const { unknown, path } = connection.links;
    if (unknown === undefined) {
      return links;
    }
    const further = { way: `${names.of(connection).plain}, ${path}`, title: "perhaps further links" };
    return [...links, { ...end, ...further, carriers: [this.untold()], isDoubtful: true }];
  }

  private carriage(
    link: LinkConnection,
    siteLink: SiteLink | undefined,
    hub: VirtualHub | undefined,
  ): Pick<Tunnel, "carriers" | "isDoubtful"> {
    if (hub === undefined) {
      return { carriers: [this.untold()], isDoubtful: true };
    }
    const { connections, isInternet, isDoubtful } = this.carriers.of(link, siteLink, hub);
    const carriers = [
      ...new Set(connections.map((one) => this.circuits.of(one))),
      ...(isInternet ? [this.theInternet()] : []),
    ];
    return carriers.length === 0 ? { carriers: [this.untold()], isDoubtful: true } : { carriers, isDoubtful };
  }

  private theInternet(): Item {
    this.internet ??= this.items.place("internet", "internet");
    return this.internet;
  }

  private untold(): Item {
    this.noCircuit ??= this.items.place("unseen", "a path that can't be told", ["no circuit is known to lead there"]);
    return this.noCircuit;
  }
}

function linkText(link: SiteLink): string {
  const bgp = knownValue(link.bgp);
  const words = [
    knownValue(link.name) ?? link.path,
    ...(link.address.state === "absent" ? detail("", link.fqdn) : detail("", link.address)),
    ...(bgp === undefined ? [] : detail("AS ", bgp.asn)),
    ...(link.bgp.state === "unknown" ? [`BGP ${NOT_KNOWN}`] : []),
  ];
  return words.join("  ");
}
