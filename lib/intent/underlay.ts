import { type Address, addressText, parseAddress } from "../../address/address";
import { containsAddress, overlaps, type Prefix, parsePrefix, prefixOf } from "../../address/prefix";
import { type Complaints, isLiteral } from "../terraform/complaints";
import { checkKept } from "./on-tunnel-loss";

/** What tunnels into one hub run over, as far as it is stated. */
export interface Underlay {
  /** The hub's ExpressRoute connections, by a key of the person's. */
  readonly connections: ReadonlyMap<string, UnderlayConnection>;
  /** The VPN devices of links over ExpressRoute. */
  readonly devices: readonly UnderlayDevice[];
  /** What must never be in the clear; undefined where it can't be told. */
  readonly protectedPrefixes: readonly string[] | undefined;
}

/** What an ExpressRoute connection carries outside of tunnels. */
export interface UnderlayConnection {
  /** What on-premises routers advertise over it; undefined where it isn't stated. */
  readonly advertises: readonly string[] | undefined;
  /** Prefixes that the person wants to be kept, beside those of devices. */
  readonly keepInbound: readonly string[] | undefined;
}

/** A VPN device, by a link that leads to it. */
export interface UnderlayDevice {
  readonly link: string;
  /** Undefined where it isn't stated. */
  readonly address: string | undefined;
}

/**
 * The prefixes that a connection has to keep: those that the person names, and those it is advertised that hold a VPN
 * device and nothing protected.
 * @param at what complaints begin with, such as `circuits.ams.`
 */
export function keptInbound(complaints: Complaints, at: string, underlay: Underlay, key: string): readonly string[] {
  const { advertises, keepInbound: named } = underlay.connections.get(key) ?? NOTHING_STATED;
  checkKept(complaints, `${at}onTunnelLoss.keepInbound`, named, advertises);
  checkNamed(complaints, at, named, underlay.protectedPrefixes);
  if (named === undefined && complainOfUnknown(complaints, at, underlay, advertises)) {
    return [];
  }
  const kept = keptAt(underlay, key);
  if (checkDevices(complaints, at, underlay, key) && kept.length === 0 && named === undefined) {
    complaints.add(
      `${at}onTunnelLoss: nothing that is advertised here (${listOf(advertises)}) holds a VPN device and nothing protected, so every route would be dropped; name what stays in onTunnelLoss.keepInbound, or [] for nothing`,
    );
  }
  return kept;
}

const NOTHING_STATED: UnderlayConnection = { advertises: undefined, keepInbound: undefined };

/** What a connection keeps: what is named, and what it can be told to hold devices. */
function keptAt({ connections, devices, protectedPrefixes }: Underlay, key: string): readonly string[] {
  const { advertises, keepInbound = [] } = connections.get(key) ?? NOTHING_STATED;
  // Where it isn't known what is protected, nothing is known to hold none of it.
  const clear = known(protectedPrefixes) === undefined ? [] : prefixesIn(advertises);
  const addresses = devices.flatMap(({ address }) => addressIn(address) ?? []);
  const ofDevices = clear
    .filter((prefix) => !overlapsAny(prefix, prefixesIn(protectedPrefixes)))
    .filter((prefix) => addresses.some((address) => containsAddress(prefix, address)));
  return [...new Set([...keepInbound, ...ofDevices.map(({ text }) => text)])];
}

/**
 * Whether the tunnels to every device are kept. Complains about a device that no connection would keep, where this one
 * is advertised a prefix that holds it, or where only the person can tell what is advertised.
 */
function checkDevices(complaints: Complaints, at: string, underlay: Underlay, key: string): boolean {
  const advertises = underlay.connections.get(key)?.advertises;
  const kept = [...underlay.connections.keys()].map((other) => keptAt(underlay, other));
  // What only Terraform knows may hold any device.
  const isTold = kept.every((prefixes) => known(prefixes) !== undefined);
  const stranded = underlay.devices.flatMap((device) => {
    const address = addressIn(device.address);
    const isKept = address === undefined || prefixesIn(kept.flat()).some((prefix) => containsAddress(prefix, address));
    return isKept || !isTold ? [] : [{ ...device, address }];
  });
  const complained = stranded.map(({ link, address }) => {
    const device = `the VPN device ${addressText(address.family, address.value)} of link ${link}`;
    const holders = prefixesIn(advertises).filter((prefix) => containsAddress(prefix, address));
    if (known(advertises) === undefined) {
      complaints.add(`${at}onTunnelLoss.keepInbound: it keeps no prefix that holds ${device}, whose tunnels need one`);
    } else if (holders.length > 0) {
      const remedy = remedyFor(address, prefixesIn(underlay.protectedPrefixes));
      complaints.add(
        `${at}advertises: ${device} is only in ${listOf(holders.map(({ text }) => text))}, which holds protected prefixes as well and so can't be kept; ${remedy}`,
      );
    }
    return known(advertises) === undefined || holders.length > 0;
  });
  return !complained.includes(true);
}

function remedyFor(address: Address, protectedPrefixes: readonly Prefix[]): string {
  const own = ownPrefix(address, protectedPrefixes);
  return own === undefined
    ? "move the device out of what is protected"
    : `advertise a prefix of its own over ExpressRoute too, such as ${own.text}`;
}

/** The largest prefix up to a /24 that holds an address and nothing protected; a longer one where there is none. */
function ownPrefix(address: Address, protectedPrefixes: readonly Prefix[]): Prefix | undefined {
  for (let length = 24; length <= 32; length += 1) {
    const prefix = prefixOf(address, length);
    if (!overlapsAny(prefix, protectedPrefixes)) {
      return prefix;
    }
  }
  return undefined;
}

function checkNamed(
  complaints: Complaints,
  at: string,
  named: readonly string[] | undefined,
  protectedPrefixes: readonly string[] | undefined,
): void {
  for (const prefix of prefixesIn(named)) {
    const held = prefixesIn(protectedPrefixes).filter((one) => overlaps(one, prefix));
    if (held.length > 0) {
      complaints.add(
        `${at}onTunnelLoss.keepInbound: ${prefix.text} overlaps what is protected (${listOf(held.map(({ text }) => text))}), which would go on unencrypted; keep prefixes without any of it`,
      );
    }
  }
}

/** Whether something isn't stated that tells which prefixes hold devices. */
function complainOfUnknown(
  complaints: Complaints,
  at: string,
  { devices, protectedPrefixes }: Underlay,
  advertises: readonly string[] | undefined,
): boolean {
  const otherwise = "or name in onTunnelLoss.keepInbound what stays";
  const found = [
    ...(known(advertises) === undefined
      ? [`${at}advertises: state it, to tell which prefix holds the VPN devices, ${otherwise}`]
      : []),
    ...devices
      .filter(({ address }) => !isLiteral(address))
      .map(
        ({ link }) =>
          `${at}onTunnelLoss: the VPN device's address of link ${link} isn't known here; name its prefix in onTunnelLoss.keepInbound`,
      ),
    ...(known(protectedPrefixes) === undefined
      ? [`protectedPrefixes: state them, to tell what ${at}onTunnelLoss may keep, ${otherwise}`]
      : []),
  ];
  for (const complaint of found) {
    complaints.add(complaint);
  }
  return found.length > 0;
}

function overlapsAny(prefix: Prefix, others: readonly Prefix[]): boolean {
  return others.some((other) => overlaps(other, prefix));
}

/** A list of which all is known now. */
function known(values: readonly (string | undefined)[] | undefined): readonly string[] | undefined {
  const literals = isLiteral(values) ? values.filter(isLiteral) : undefined;
  return literals?.length === values?.length ? literals : undefined;
}

// What isn't a prefix or an address, its own construct complains about.
function prefixesIn(values: readonly string[] | undefined): Prefix[] {
  return (known(values) ?? []).flatMap((text) => {
    const parsed = parsePrefix(text);
    return parsed.ok ? [parsed.value] : [];
  });
}

function addressIn(text: string | undefined): Address | undefined {
  const parsed = isLiteral(text) ? parseAddress(text) : undefined;
  return parsed?.ok === true ? parsed.value : undefined;
}

function listOf(prefixes: readonly string[] | undefined): string {
  return prefixes === undefined || prefixes.length === 0 ? "nothing" : prefixes.join(", ");
}
