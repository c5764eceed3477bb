import { childName, sameName, splitChildId } from "../arm-id";
import { type Field, folderIn, type Ref, targetOf, type Unknown } from "../field";
import { type Block, elementPath, hiddenAt, itself, pathOf, reasonOf } from "../fields/block";
import { unknownOf, type Value } from "../fields/sources";
import { type Reference, UnknownAttribute } from "../resource";
import { parseTraversal } from "../traversal";
import type { SiteDraft, SiteLinkDraft } from "./drafts";
import type { Parts } from "./parts";
import { unseenLink } from "./site";

/** What joins a connected link to the link of its site. */
interface Join {
  readonly block: Block;
  readonly path: string;
  readonly sites: Parts<SiteDraft>;
  /** The site that the connection is for. */
  readonly site: SiteDraft | undefined;
  readonly name: Field<string>;
}

/**
 * The site link that a `vpn_link` block connects. Where an expression about sites doesn't tell it (a plan keeps no index
 * behind `each.key`, no local value and nothing of a dynamic block), the one link of the site that has the block's name
 * is it. Where something else decides, such as a variable, it may be any link of any site, and equal names tell nothing.
 */
export function siteLinkOf(
  block: Block,
  sites: Parts<SiteDraft>,
  site: Ref<SiteDraft>,
  name: Field<string>,
): Ref<SiteLinkDraft> {
  const join: Join = { block, path: pathOf(block, "vpn_site_link_id"), sites, site: targetOf(site), name };
  const lead = block.sources.target(block.attributes.vpn_site_link_id);
  switch (lead.kind) {
    case "resource":
      return byReference(join, sites.of(lead.resource), lead.reference);
    case "elsewhere":
      return { state: "unknown", path: join.path, unknown: unknownOf(lead.reference) };
    case "value":
      return byValue(join, lead.value);
  }
}

function byReference(join: Join, site: SiteDraft | undefined, reference: Reference): Ref<SiteLinkDraft> {
  const { path } = join;
  const [list, index] = reference.path;
  const named = childName(list === "id" ? index : undefined, "vpnSiteLinks");
  if (named !== undefined) {
    const told = onlyLinkNamed(site, named);
    const unknown = site?.links.unknown ?? unknownOf(reference);
    return told === undefined ? { state: "unknown", path, unknown } : { state: "resolved", path, to: told };
  }
  const indexed = list === "link" && index !== undefined;
  const at = indexed ? elementPath(join.block, list, Number(index)) : undefined;
  const link = at === undefined ? undefined : site?.links.items.find((one) => one.path === at);
  if (link !== undefined) {
    return { state: "resolved", path, to: link };
  }
  const unknown = site?.links.unknown ?? unknownOf(reference);
  // An index beyond the end of a list that is wholly known means no other link.
  const beyond = indexed && site !== undefined && site.links.unknown === undefined;
  return beyond ? { state: "unknown", path, unknown } : byName(join, site, { state: "unknown", path, unknown });
}

function byValue(join: Join, value: Value): Ref<SiteLinkDraft> {
  const { block, path } = join;
  if (typeof value === "string" && value !== "") {
    return byId(join, value);
  }
  if (value instanceof UnknownAttribute) {
    const unknown = reasonOf(block, path, value);
    if (unknown === undefined) {
      return { state: "absent", path };
    }
    const untold: Ref<SiteLinkDraft> = { state: "unknown", path, unknown };
    return isOfSites(join, unknown) ? byName(join, join.site, untold) : untold;
  }
  const absent = value === undefined || value === null || value === "";
  const unknown = absent ? hiddenAt(block, path) : itself(block, path, "not a resource id");
  return unknown === undefined ? { state: "absent", path } : { state: "unknown", path, unknown };
}

/** Whether nothing but links of sites, the connection's own among them, can be behind an expression that isn't told. */
function isOfSites({ block, path, site }: Join, { decidedBy, expression }: Unknown): boolean {
  const folder = folderIn({ decidedBy });
  const itself = `${block.resource.address}.${path}`;
  if (expression === undefined && decidedBy.every((address) => address === itself || address === folder)) {
    return true;
  }
  const own = namesIn(site?.resource.address ?? "");
  const named = decidedBy.filter((decider) => decider !== folder).map(namesIn);
  const isOwn = (names: readonly string[]) => beginsWith(names, own) || beginsWith(own, names);
  return (
    named.some((names) => isOwn(names) || kindOf(names) === "local") &&
    named.every((names) => isOwn(names) || ["local", "azurerm_vpn_site"].includes(kindOf(names)))
  );
}

/** `local`, `var` or the type of a resource: what an address names inside its module. */
function kindOf(names: readonly string[]): string {
  const [first, second] = names;
  if (first === "module") {
    return kindOf(names.slice(2));
  }
  return (first === "data" ? second : first) ?? "";
}

/** The names of an address, without the keys of instances. */
function namesIn(address: string): readonly string[] {
  return parseTraversal(address)?.flatMap((step) => ("name" in step ? [step.name] : [])) ?? [];
}

function beginsWith(names: readonly string[], start: readonly string[]): boolean {
  return start.length > 0 && start.every((name, index) => names[index] === name);
}

function byId(join: Join, id: string): Ref<SiteLinkDraft> {
  const { block, path, sites } = join;
  const untold: Ref<SiteLinkDraft> = { state: "unknown", path, unknown: { decidedBy: [id] } };
  const split = splitChildId(id, "vpnSiteLinks");
  if (split === undefined) {
    return untold;
  }
  const site = sites.byId(block, path, split.parent);
  if (site.state !== "resolved") {
    return byName(join, join.site, untold);
  }
  const link = onlyLinkNamed(site.to, split.name);
  if (link !== undefined) {
    return { state: "resolved", path, to: link };
  }
  const described = site.to.resource.standing !== "outside";
  // An id of a link that the site doesn't have means no other link, whatever the block is called.
  return described ? untold : { state: "resolved", path, to: unseenLink(site.to, split.name, id) };
}

function byName({ path, name }: Join, site: SiteDraft | undefined, untold: Ref<SiteLinkDraft>): Ref<SiteLinkDraft> {
  const link = name.state === "known" ? onlyLinkNamed(site, name.value) : undefined;
  return link === undefined ? untold : { state: "resolved", path, to: link };
}

function onlyLinkNamed(site: SiteDraft | undefined, name: string): SiteLinkDraft | undefined {
  const links =
    site?.links.items.filter((link) => link.name.state === "known" && sameName(link.name.value, name)) ?? [];
  return links.length === 1 ? links[0] : undefined;
}
