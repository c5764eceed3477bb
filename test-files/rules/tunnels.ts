import { askSiteLink } from "../../network/facts/link-connections";
import { linksOverExpressRoute } from "../../network/facts/link-path";
import { expressRouteOf, privatePathHubs, unseenExpressRoute } from "../../network/facts/private-path";
import type { LinkConnection, Network, VpnConnection, VpnSite } from "../../network/network";
import { type Assertion, flag } from "./assertion";

/** What must hold for sites, their links, and the tunnels to them. */
export function tunnelAssertions(network: Network): Assertion[] {
  const isOver = linksOverExpressRoute(network);
  return [
    ...network.sites.flatMap((site) => ofSite(site, isOver)),
    ...network.vpnConnections.flatMap(ofConnection),
    ...network.vpnConnections.flatMap(({ links }) =>
      links.items.flatMap((link) => ofLink(link, askSiteLink(link, isOver) === "yes")),
    ),
    ...privatePathHubs(network).flatMap(({ hub, first, inUse }) => {
      const connected = expressRouteOf(hub).map(({ resource }) => resource.address);
      const isShown = connected.length > 0 || unseenExpressRoute(network, hub).length > 0;
      return inUse !== "yes" || isShown ? [] : [withoutExpressRoute(first.connection)];
    }),
  ];
}

function ofSite(
  { resource: { address }, links }: VpnSite,
  isOver: ReturnType<typeof linksOverExpressRoute>,
): Assertion[] {
  const apipa = links.items.flatMap((link, index) =>
    isOver(link) === "yes"
      ? [
          {
            rule: "bgp-peer-not-apipa",
            address,
            condition: `alltrue([for b in ${address}.link[${index}].bgp : !startswith(b.peering_address, "169.254.")])`,
            message: `link[${index}] peers at an address of 169.254.0.0/16, which Azure takes over the internet only`,
          },
        ]
      : [],
  );
  const own = {
    rule: "bgp-peer-not-device-address",
    address,
    condition: `alltrue(flatten([for l in ${address}.link : [for b in l.bgp : b.peering_address != l.ip_address]]))`,
    message: "a link peers at the very address of its VPN device",
  };
  return links.items.length === 0 ? [] : [...apipa, own];
}

function ofConnection({ resource: { address }, links }: VpnConnection): Assertion[] {
  const everyLink = (condition: string) => `alltrue([for l in ${address}.vpn_link : ${condition}])`;
  const all = [
    {
      rule: "encryption-on",
      condition: everyLink('alltrue([for p in l.ipsec_policy : p.encryption_algorithm != "None"])'),
      message: "an IPsec policy encrypts nothing",
    },
    {
      rule: "ike-version-2",
      condition: everyLink('length(l.ipsec_policy) == 0 || coalesce(l.protocol, "IKEv2") == "IKEv2"'),
      message: "an IPsec policy of its own needs IKEv2",
    },
    {
      rule: "route-based-only",
      condition: `length(${address}.traffic_selector_policy) == 0 && ${everyLink(`!${flag("l.policy_based_traffic_selector_enabled")}`)}`,
      message: "traffic selectors make the tunnel policy-based",
    },
    {
      rule: "no-mixed-links",
      condition: `length(distinct([for l in ${address}.vpn_link : ${flag("l.local_azure_ip_address_enabled")}])) == 1`,
      message: "some links use the gateway's private addresses, and others don't",
    },
    {
      rule: "links-match-site",
      condition: everyLink(`startswith(lower(l.vpn_site_link_id), lower("\${${address}.remote_vpn_site_id}/"))`),
      message: "a link belongs to another site than the one that is connected",
    },
  ];
  return links.items.length === 0 ? [] : all.map((one) => ({ ...one, address }));
}

function ofLink(link: LinkConnection, isOver: boolean): Assertion[] {
  const { address } = link.connection.resource;
  const at = `${address}.${link.path}`;
  const isPrivate = {
    rule: "private-ip-tunnel",
    address,
    condition: flag(`${at}.local_azure_ip_address_enabled`),
    message: `${link.path} runs over ExpressRoute, and doesn't use the gateway's private addresses`,
  };
  const key = {
    rule: "preshared-key-secret",
    address,
    condition: `issensitive(${at}.shared_key)`,
    message: `the pre-shared key of ${link.path} is no sensitive value`,
  };
  return [...(isOver ? [isPrivate] : []), ...(link.sharedKey.state === "known" ? [key] : []), ...bgpOnBothEnds(link)];
}

function bgpOnBothEnds({ connection, path, siteLink }: LinkConnection): Assertion[] {
  if (siteLink.state !== "resolved" || siteLink.to.bgp.state === "unknown") {
    return [];
  }
  const { address } = connection.resource;
  const enabled = flag(`${address}.${path}.bgp_enabled`);
  const isOn = siteLink.to.bgp.state === "known";
  const message = isOn
    ? `the site speaks BGP at ${path}, and the connection doesn't`
    : `the connection speaks BGP at ${path}, and the site doesn't`;
  return [{ rule: "bgp-both-ends", address, condition: isOn ? enabled : `!${enabled}`, message }];
}

function withoutExpressRoute({ resource: { address } }: VpnConnection): Assertion {
  return {
    rule: "private-ip-needs-expressroute",
    address,
    condition: `contains([], ${address}.name)`,
    message: "its tunnels use the gateway's private addresses, and its hub is connected to no circuit",
  };
}
