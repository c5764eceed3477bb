import type { Field } from "../field";
import { type Block, blocksOf } from "../fields/block";
import { numberField, optionalTextField, textField, textItems } from "../fields/typed-fields";
import type { LinkBgp } from "../network";
import type { SiteDraft, SiteLinkDraft, WanDraft } from "./drafts";
import type { Kind, Parts } from "./parts";

export function sitesOf(wans: Parts<WanDraft>): Kind<SiteDraft> {
  return { type: "azurerm_vpn_site", armType: "vpnSites", build: (block) => site(block, wans) };
}

function site(block: Block, wans: Parts<WanDraft>): SiteDraft {
  const { path, blocks, unknown } = blocksOf(block, "link");
  const part: SiteDraft = {
    resource: block.resource,
    name: textField(block, "name"),
    wan: wans.refer(block, "virtual_wan_id"),
    addressCidrs: textItems(block, "address_cidrs"),
    links: unknown === undefined ? { path, items: [] } : { path, items: [], unknown },
    connections: [],
  };
  part.links.items.push(...blocks.map((link) => siteLink(link, part)));
  return part;
}

function siteLink(block: Block, site: SiteDraft): SiteLinkDraft {
  return {
    site,
    path: block.path,
    name: textField(block, "name"),
    address: optionalTextField(block, "ip_address"),
    fqdn: optionalTextField(block, "fqdn"),
    providerName: optionalTextField(block, "provider_name"),
    speedMbps: numberField(block, "speed_in_mbps", 0),
    bgp: bgpOf(block),
    advertised: undefined,
  };
}

function bgpOf(block: Block): Field<LinkBgp> {
  const { path, blocks, unknown } = blocksOf(block, "bgp");
  const [bgp] = blocks;
  if (bgp === undefined) {
    return unknown === undefined ? { state: "absent", path } : { state: "unknown", path, unknown };
  }
  const value = { asn: numberField(bgp, "asn"), peeringAddress: textField(bgp, "peering_address") };
  return { state: "known", path: bgp.path, value, written: true };
}

/** A link of a site that is known by id only; the id tells its name. */
export function unseenLink(site: SiteDraft, name: string, id: string): SiteLinkDraft {
  const unknown = { decidedBy: [id] };
  const path = `vpnSiteLinks/${name}`;
  const hidden = { state: "unknown", unknown } as const;
  const link: SiteLinkDraft = {
    site,
    path,
    name: { state: "known", path: `${path}.name`, value: name, written: true },
    address: { ...hidden, path: `${path}.ip_address` },
    fqdn: { ...hidden, path: `${path}.fqdn` },
    providerName: { ...hidden, path: `${path}.provider_name` },
    speedMbps: { ...hidden, path: `${path}.speed_in_mbps` },
    bgp: { ...hidden, path: `${path}.bgp` },
    advertised: undefined,
  };
  site.links.items.push(link);
  return link;
}
