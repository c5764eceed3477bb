import { type Field, knownValue, targetOf } from "../../field";
import type { LinkConnection, Network, SiteLink, VpnConnection, VpnSite } from "../../network";
import { shown, toldApart } from "./told-apart";

/** What sites and connections are called; undefined: by address only. */
export interface Ends {
  readonly site: (site: VpnSite) => string | undefined;
  readonly connection: (connection: VpnConnection) => string | undefined;
}

/** What links are called, of sites and of connections: `site hq, link over-ams`. */
export class LinkNames {
  private readonly labels = new Map<object, ReadonlyMap<Link, string>>();
  private connected: ReadonlyMap<LinkConnection, string> | undefined;

  constructor(
    private readonly network: Network,
    private readonly ends: Ends,
  ) {}

  ofSite(link: SiteLink): string | undefined {
    const site = this.ends.site(link.site);
    return site && `${site}${this.labelOf(link, link.site.links.items)}`;
  }

  /**
   * A connected link is called like the link of the site that it connects, where no other one connects it too; else by
   * its connection.
   */
  ofConnection(link: LinkConnection): string | undefined {
    this.connected ??= toldApart(
      this.network.vpnConnections.flatMap(({ links }) => links.items),
      [(one) => this.likeSiteLink(one), (one) => this.atHub(one)],
    );
    return this.connected.get(link);
  }

  /** A link after the name of its site or connection: `, link over-ams`; by its path where no name tells it apart. */
  labelOf(link: Link, all: readonly Link[]): string {
    const labels = this.labels.get(all) ?? toldApart(all, [(one) => after(one, "link")]);
    this.labels.set(all, labels);
    return labels.get(link) ?? `, ${link.path}`;
  }

  private likeSiteLink({ connection, siteLink }: LinkConnection): string | undefined {
    const link = targetOf(siteLink);
    return link !== undefined && link.site === targetOf(connection.site) ? this.ofSite(link) : undefined;
  }

  private atHub(link: LinkConnection): string | undefined {
    const connection = this.ends.connection(link.connection);
    return connection && `${connection}${this.labelOf(link, link.connection.links.items)}`;
  }
}

type Link = SiteLink | LinkConnection;

/** A block after the name of what it is in: `, static route to-firewall`; undefined where its name can't be told. */
export function after({ name }: { readonly name: Field<string> }, word: string): string | undefined {
  const label = shown(knownValue(name));
  return label && `, ${word} ${label}`;
}
