import { nearestTo } from "../../../text/nearest";
import type { Problem } from "../../../text/problem";
import { sameName } from "../../arm-id";
import type { StatedAdvertisement, StatedIntent } from "../../intent/schema";
import { UnknownAttribute } from "../../resource";
import type { ExpressRouteConnectionDraft, HubBgpConnectionDraft, SiteDraft, SiteLinkDraft } from "../drafts";
import type { Addressed, Addressees } from "./addressees";
import { advertisementOf, type IntentPath, type Stated } from "./stated-fields";
import type { Statement } from "./statement";

/** The parts that an advertisement can be attached to. */
export interface Advertisers {
  readonly expressRouteConnections: readonly ExpressRouteConnectionDraft[];
  readonly hubBgpConnections: readonly HubBgpConnectionDraft[];
  readonly sites: readonly SiteDraft[];
  readonly connectionsByAddress: Addressees<ExpressRouteConnectionDraft>;
  readonly peersByAddress: Addressees<HubBgpConnectionDraft>;
  readonly sitesByAddress: Addressees<SiteDraft>;
}

/** Attaches what a statement says is advertised, over what earlier statements said; tells what can't be attached. */
export function attach(statement: Statement, advertisers: Advertisers): Problem[] {
  const { expressRoute, hubPeers } = statement.stated;
  const { expressRouteConnections, connectionsByAddress, hubBgpConnections, peersByAddress } = advertisers;
  return [
    ...attachEach("expressRoute", expressRoute, expressRouteConnections, connectionsByAddress, statement),
    ...attachVpn(statement, advertisers),
    ...attachEach("hubPeers", hubPeers, hubBgpConnections, peersByAddress, statement),
  ];
}

/** Advertisements that stand under an address each. */
function attachEach<T extends ExpressRouteConnectionDraft | HubBgpConnectionDraft>(
  key: "expressRoute" | "hubPeers",
  advertisements: StatedIntent["expressRoute"],
  parts: readonly T[],
  byAddress: Addressees<T>,
  statement: Statement,
): Problem[] {
  if (advertisements instanceof UnknownAttribute) {
    for (const part of parts.filter(({ resource }) => concerns(statement, resource.input))) {
      advertise(part, advertisements, [key], statement);
    }
    return [];
  }
  return Object.entries(advertisements ?? {}).flatMap(([address, stated]) => {
    const path = [key, address];
    const found = lookUp(byAddress, statement, address);
    if ("problem" in found) {
      return unmatched(path, found.problem);
    }
    advertise(found.part, stated, path, statement);
    return [];
  });
}

function attachVpn(statement: Statement, advertisers: Advertisers): Problem[] {
  const { vpn } = statement.stated;
  if (vpn instanceof UnknownAttribute) {
    for (const site of advertisers.sites.filter((part) => concerns(statement, part.resource.input))) {
      advertiseAll(site, vpn, ["vpn"], statement);
    }
    return [];
  }
  return Object.entries(vpn ?? {}).flatMap(([address, links]) => {
    const path = ["vpn", address];
    const found = lookUp(advertisers.sitesByAddress, statement, address);
    if (found.part === undefined) {
      return unmatched(path, found.problem);
    }
    const site = found.part;
    if (links instanceof UnknownAttribute) {
      advertiseAll(site, links, path, statement);
      return [];
    }
    return Object.entries(links ?? {}).flatMap(([name, stated]) => attachLink(site, address, name, stated, statement));
  });
}

function attachLink(
  site: SiteDraft,
  address: string,
  name: string,
  stated: Stated<StatedAdvertisement>,
  statement: Statement,
): Problem[] {
  const path = ["vpn", address, name];
  const named = site.links.items.filter((link) => link.name.state === "known" && sameName(link.name.value, name));
  for (const link of named) {
    advertise(link, stated, path, statement);
  }
  return named.length > 0 ? [] : unmatched(path, noSuchLink(site, address, name));
}

/** Undefined where the site may have a link of that name that can't be told. */
function noSuchLink(site: SiteDraft, address: string, name: string): string | undefined {
  const { items, unknown } = site.links;
  if (unknown !== undefined || items.some((link) => link.name.state === "unknown")) {
    return undefined;
  }
  const names = items.flatMap((link) => (link.name.state === "known" ? [link.name.value] : []));
  const near = nearestTo(name, names);
  const has = near.length > 0 ? `near it: ${near.map(quoted).join(", ")}` : `it has ${listed(names)}`;
  return `${address} has no link ${quoted(name)}; ${has}`;
}

function quoted(name: string): string {
  return JSON.stringify(name);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "no links" : names.map(quoted).join(", ");
}

function concerns(statement: Statement, input: string): boolean {
  return statement.input === undefined || statement.input === input;
}

function lookUp<T extends ExpressRouteConnectionDraft | HubBgpConnectionDraft | SiteDraft>(
  addressees: Addressees<T>,
  { input }: Statement,
  address: string,
): Addressed<T> {
  return input === undefined ? addressees.anywhere(address) : addressees.inInput(input, address);
}

function unmatched(path: IntentPath, problem: string | undefined): Problem[] {
  return problem === undefined ? [] : [{ path, at: "key", message: problem }];
}

function advertiseAll(site: SiteDraft, unknown: UnknownAttribute, path: IntentPath, statement: Statement): void {
  for (const link of site.links.items) {
    advertise(link, unknown, path, statement);
  }
}

function advertise(
  part: ExpressRouteConnectionDraft | HubBgpConnectionDraft | SiteLinkDraft,
  stated: Stated<StatedAdvertisement>,
  path: IntentPath,
  statement: Statement,
): void {
  part.advertised = advertisementOf(stated, path, statement.name, part.advertised);
}
