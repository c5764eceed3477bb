import { containsPrefix, type Prefix } from "../../address/prefix";
import { overExpressRoute } from "../../network/facts/advertised";
import { onPremisesAt } from "../../network/facts/on-premises";
import { prefixesOf } from "../../network/facts/prefixes";
import { privateUses } from "../../network/facts/private-path";
import { tunnelLossAt } from "../../network/facts/tunnel-loss";
import { unknownsOf } from "../../network/field";
import type { Network, VirtualHub } from "../../network/network";
import { type Complaint, InputError } from "../../text/complaint";
import type { AzureFile } from "../azure/read-azure-file";
import { type AzureEnd, azureEnds, distinct } from "./azure-ends";
import type { DeviceConfiguration, DeviceSet } from "./device-configuration";
import { edgesAt } from "./edges";
import { hubEnd, isMeantPublic } from "./hub-end";
import { isOfSite } from "./planned-links";

/** What to render. */
export interface Wanted {
  /** Only this site: its name in Azure, or its Terraform address. */
  readonly site?: string | undefined;
}

/**
 * The configuration of every device, and of the routers at its circuits, from what files of Azure's tell and the network
 * and intent that inputs hold.
 *
 * @param network undefined: no input was given
 * @throws InputError with everything that can't be rendered
 */
export function deviceSet(files: readonly AzureFile[], network: Network | undefined, { site }: Wanted = {}): DeviceSet {
  const complaints: Complaint[] = [];
  const notes: string[] = [];
  const all = files.flatMap((file) => azureEnds(file, network));
  const wanted = site === undefined ? all : all.filter((end) => isOf(end, site));
  const skipped = wanted.filter(isMeantPublic);
  notes.push(...skipped.map((end) => `${called(end)} doesn't run over ExpressRoute: nothing is rendered for it.`));
  const ends = wanted.filter((end) => !skipped.includes(end));
  if (ends.length === 0) {
    complaints.push(nothingToRender(files, all, site));
  }
  complaints.push(...toldTwice(ends));
  const devices = grouped(ends).flatMap((group) => deviceOf(group, complaints) ?? []);
  complaints.push(...sharedAddresses(devices, files));
  if (complaints.length > 0) {
    throw new InputError(complaints);
  }
  notes.push(...(network === undefined || site !== undefined ? [] : unfound(network, all)));
  const hubs = new Set(ends.flatMap(({ planned }) => planned?.hub ?? []));
  const { edges, notes: edgeNotes } = network === undefined ? NO_EDGES : edgesAt(network, [...hubs]);
  return { devices, edges, notes: [...notes, ...edgeNotes] };
}

const NO_EDGES = {
  edges: [],
  notes: [
    "No input was given: nothing is rendered for the routers at the circuits, and algorithms, announcements and preferences are assumed.",
  ],
};

/** Links over ExpressRoute that the inputs have, and that no file tells the ends of, or of which the inputs don't say enough. */
function unfound(network: Network, all: readonly AzureEnd[]): string[] {
  const told = new Set(all.flatMap(({ planned }) => planned?.connected ?? []));
  return privateUses(network)
    .filter(({ link }) => link === undefined || !told.has(link))
    .map(
      ({ place }) =>
        `${place.part.resource.address}, ${place.path}: no file tells where its tunnels end, or no input what it connects; nothing is rendered for it.`,
    );
}

function isOf({ site, planned }: AzureEnd, word: string): boolean {
  return planned === undefined ? site === word : isOfSite(planned, word);
}

function called({ site, link }: Pick<AzureEnd, "site" | "link">): string {
  return `Link ${link} of site ${site}`;
}

function nothingToRender(files: readonly AzureFile[], all: readonly AzureEnd[], site: string | undefined): Complaint {
  const path = files.map((file) => file.path).join(", ");
  const sites = [...new Set(all.map((end) => end.site))];
  if (sites.length === 0) {
    const isOutputs = files.every(({ kind }) => kind === "outputs");
    const message = isOutputs
      ? "no input has a link at the gateway that it speaks of; hand over the configuration or plan that makes the site's connection"
      : "it has no link that is connected to a hub; connect the site, and download the file again";
    return { path, message };
  }
  return site === undefined || all.some((end) => isOf(end, site))
    ? { path, message: "no link in it runs over ExpressRoute: all end at public addresses" }
    : { path, message: `it has no site ${JSON.stringify(site)}; it has ${sites.join(", ")}` };
}

function toldTwice(ends: readonly AzureEnd[]): Complaint[] {
  const sameEnd = (a: AzureEnd, b: AzureEnd) =>
    a.site === b.site && a.link === b.link && a.hubPrefix?.text === b.hubPrefix?.text;
  return ends.flatMap((end, index) => {
    const before = ends.slice(0, index).find((other) => sameEnd(other, end));
    const path = before === undefined ? "" : [...new Set([before.file, end.file])].join(", ");
    const message = `${called(end)} at ${end.hubPrefix?.text} is told twice; give one file that tells it`;
    return before === undefined ? [] : [{ path, message }];
  });
}

/** The ends of each link together, links and hubs in order. */
function grouped(ends: readonly AzureEnd[]): (readonly AzureEnd[])[] {
  const groups = new Map<string, AzureEnd[]>();
  for (const end of ends) {
    const key = JSON.stringify([end.site, end.link]);
    groups.set(key, [...(groups.get(key) ?? []), end]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => group.sort((a, b) => Number(a.hubPrefix?.first) - Number(b.hubPrefix?.first)));
}

function deviceOf(group: readonly AzureEnd[], complaints: Complaint[]): DeviceConfiguration | undefined {
  const hubs = group.flatMap(
    (end) => hubEnd(end, (message) => complaints.push({ path: end.file, message: `${called(end)}: ${message}` })) ?? [],
  );
  const [first] = group;
  const address = first?.device;
  if (first === undefined || address === undefined || hubs.length < group.length) {
    return undefined;
  }
  complaints.push(...azuresOwn(group, announcedOn(first) ?? []));
  const usesBgp = group.some(({ bgpEnabled }) => bgpEnabled);
  const announced = announcedOn(first);
  const { prefers, note } = preferenceOf(group);
  const { isDropped, note: lossNote } = lossOf(group);
  return {
    site: first.site,
    link: first.link,
    address,
    bgp: usesBgp ? first.bgp : undefined,
    hubs,
    announces: announced,
    overExpressRoute: overExpressRouteAt(group),
    prefers,
    dropped: isDropped ? distinct(hubs.flatMap(({ spokes }) => spokes)) : [],
    notes: [
      ...group.flatMap(notesOfEnd),
      ...(usesBgp && announced === undefined
        ? [`${called(first)}: no intent says what it announces, so it announces nothing yet.`]
        : []),
      ...(note === undefined ? [] : [`${called(first)}: ${note}`]),
      ...(lossNote === undefined ? [] : [`${called(first)}: ${lossNote}`]),
    ],
  };
}

function notesOfEnd(end: AzureEnd): string[] {
  const { planned, knowsSpokes, hubPrefix } = end;
  const isDefault = planned !== undefined && planned.connected.ipsecPolicies.items.length === 0;
  return [
    ...(planned === undefined
      ? [
          `${called(end)} at ${hubPrefix?.text}: no input shows it, and the file holds no algorithms: Azure's defaults are written.`,
        ]
      : []),
    ...(isDefault
      ? [`${called(end)}: it has no IPsec policy; Azure's defaults are written, which hold weaker offers too.`]
      : []),
    ...(knowsSpokes ? [] : [`${called(end)} at ${hubPrefix?.text}: not all spokes can be told.`]),
  ];
}

function announcedOn({ planned }: AzureEnd): Prefix[] | undefined {
  const list = planned?.siteLink.advertised?.prefixes;
  return list === undefined || unknownsOf(list).length > 0
    ? undefined
    : distinct(prefixesOf(list).flatMap(({ prefix }) => (prefix.family === 4 ? [prefix] : [])));
}

/** What is Azure's must never be announced to it: everybody behind the hub would send there. */
function azuresOwn(group: readonly AzureEnd[], announced: readonly Prefix[]): Complaint[] {
  const own = distinct(
    group.flatMap(({ hubPrefix, spokes }) => [...(hubPrefix === undefined ? [] : [hubPrefix]), ...spokes]),
  );
  return announced.flatMap((prefix) => {
    const holder = own.find((one) => containsPrefix(one, prefix));
    return group.slice(0, holder === undefined ? 0 : 1).map((end) => ({
      path: end.file,
      message:
        `${called(end)}: intent lets it announce ${prefix.text}, which is Azure's own, in ${holder?.text}; ` +
        "take it out of what the link advertises",
    }));
  });
}

function overExpressRouteAt(group: readonly AzureEnd[]): Prefix[] {
  const routes = hubsPlanned(group).flatMap(({ network, hub }) => overExpressRoute(network, hub).routes);
  return distinct(routes.flatMap(({ prefix }) => (prefix.family === 4 && prefix.length > 0 ? [prefix] : [])));
}

function hubsPlanned(group: readonly AzureEnd[]): { readonly network: Network; readonly hub: VirtualHub }[] {
  return group.flatMap(({ planned }) => planned ?? []);
}

function preferenceOf(group: readonly AzureEnd[]): Pick<DeviceConfiguration, "prefers"> & { readonly note?: string } {
  const stated = hubsPlanned(group).map(({ network, hub }) => onPremisesAt(network, hub).prefersTunnelFor);
  const open = {
    prefers: "all",
    note: "no intent says what it prefers the tunnel for: it does for everything.",
  } as const;
  if (stated.length === 0 || stated.some((one) => one === undefined || one.kind === "unknown")) {
    return open;
  }
  if (stated.some((one) => one?.kind === "all")) {
    return { prefers: "all" };
  }
  return {
    prefers: distinct(
      stated.flatMap((one) => (one?.kind === "prefixes" ? prefixesOf(one.prefixes).map(({ prefix }) => prefix) : [])),
    ),
  };
}

// What can't be told is dropped: that sends nothing in the clear.
function lossOf(group: readonly AzureEnd[]): { readonly isDropped: boolean; readonly note?: string } {
  const losses = hubsPlanned(group).map(({ network, hub }) => tunnelLossAt(network, hub));
  if (losses.some((loss) => loss !== undefined && !(loss.state === "known" && loss.value === "cleartext"))) {
    return { isDropped: true };
  }
  return losses.length === 0 || losses.includes(undefined)
    ? { isDropped: false, note: "no intent says what becomes of packets when tunnels are lost: no route drops them." }
    : { isDropped: false };
}

/** One device can't hold two links to a hub: both peer with the same two addresses of Azure's. */
function sharedAddresses(devices: readonly DeviceConfiguration[], files: readonly AzureFile[]): Complaint[] {
  const path = files.map((file) => file.path).join(", ");
  return devices.flatMap((device, index) =>
    devices
      .slice(0, index)
      .filter(
        (other) =>
          other.address.text === device.address.text &&
          other.hubs.some((a) => device.hubs.some((b) => a.prefix.text === b.prefix.text)),
      )
      .map((other) => ({
        path,
        message:
          `${called(other)} and ${called(device)} have one device address, ${device.address.text}, and one hub: both would ` +
          "peer with the same addresses of Azure's from one routing table; give each link an address of its own",
      })),
  );
}
