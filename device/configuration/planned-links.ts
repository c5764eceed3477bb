import type { Prefix } from "../../address/prefix";
import { namesIn } from "../../network/facts/called/names";
import { linkConnections } from "../../network/facts/link-connections";
import { prefixOfField } from "../../network/facts/prefixes";
import { isDescribed } from "../../network/facts/standing";
import { knownValue, targetOf } from "../../network/field";
import type { LinkConnection, Network, SiteLink, VirtualHub, VpnGateway } from "../../network/network";

/** A connected link whose site, gateway and hub the inputs tell. */
export interface PlannedLink {
  readonly network: Network;
  readonly connected: LinkConnection;
  readonly siteLink: SiteLink;
  readonly gateway: VpnGateway;
  readonly hub: VirtualHub;
  readonly hubPrefix: Prefix | undefined;
  /** The site's and the link's name in Azure, or their addresses where names can't be told. */
  readonly site: string;
  readonly link: string;
}

/** The connected links of a network. A link of which the inputs don't tell what it connects is none that a device can have. */
export function plannedLinks(network: Network): PlannedLink[] {
  return linkConnections(network).flatMap((connected): PlannedLink[] => {
    const siteLink = targetOf(connected.siteLink);
    const gateway = targetOf(connected.connection.gateway);
    const hub = gateway && targetOf(gateway.hub);
    return siteLink === undefined || gateway === undefined || hub === undefined
      ? []
      : [
          {
            network,
            connected,
            siteLink,
            gateway,
            hub,
            hubPrefix: prefixOfField(hub.addressPrefix)?.prefix,
            site: knownValue(siteLink.site.name)?.trim() ?? siteLink.site.resource.address,
            link: knownValue(siteLink.name)?.trim() ?? siteLink.path,
          },
        ];
  });
}

/** Whether a planned link is the one that Azure calls so, at the hub with this prefix. */
export function isCalled(
  { site, link, hubPrefix }: PlannedLink,
  named: { readonly site: string; readonly link: string | undefined; readonly hubPrefix: Prefix },
): boolean {
  const isHub = hubPrefix === undefined || hubPrefix.text === named.hubPrefix.text;
  return site === named.site && isHub && (named.link === undefined || link === named.link);
}

/** Whether a person means the site of this link by a word: its name in Azure, its Terraform address, or the end of that. */
export function isOfSite({ site, siteLink }: PlannedLink, word: string): boolean {
  const { address } = siteLink.site.resource;
  return [site, address, address.slice(address.lastIndexOf(".") + 1)].includes(word);
}

/** What people call a hub. */
export function hubName({ network, hub }: Pick<PlannedLink, "network" | "hub">): string {
  return knownValue(hub.name) ?? namesIn(network).of(hub).name;
}

/** The prefixes of all spokes of the WAN of a hub, by the hub that each is connected to first, and whether there may be more. */
export function spokesBehind({ network, hub }: Pick<PlannedLink, "network" | "hub">): {
  readonly prefixes: readonly Prefix[];
  readonly isWhole: boolean;
} {
  const wan = targetOf(hub.wan);
  const hubs = wan === undefined ? [hub] : network.hubs.filter((one) => targetOf(one.wan) === wan);
  const spaces = hubs
    .flatMap(({ spokeConnections }) => spokeConnections)
    .filter(isDescribed)
    .map(({ virtualNetwork }) => targetOf(virtualNetwork)?.addressSpace);
  const fields = spaces.flatMap((space) => space?.items ?? []);
  const prefixes = fields.flatMap((field) => prefixOfField(field)?.prefix ?? []);
  const isWhole =
    spaces.every((space) => space !== undefined && space.unknown === undefined) && prefixes.length === fields.length;
  return { prefixes: prefixes.filter(({ family }) => family === 4), isWhole };
}
