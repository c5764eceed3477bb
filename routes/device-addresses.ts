import { coverRange } from "../address/longest-match";
import type { Prefix } from "../address/prefix";
import { isPrivate } from "../network/facts/private-path";
import { addressOfField } from "../network/facts/site-links";
import type { LinkConnection, VirtualHub } from "../network/network";
import { rangesOf, without } from "./covering";
import { connectedLinks } from "./tunnel-routes";

/** A connected link that runs, or may run, over private peering, and its VPN device's IPv4 address as a number. */
export interface LinkDevice {
  readonly link: LinkConnection;
  readonly value: number;
}

/** The VPN devices of a hub's links on the private path, as far as their addresses are known. */
export function linkDevicesOf(hub: VirtualHub): LinkDevice[] {
  const connections = hub.vpnGateways.flatMap((gateway) => gateway.connections);
  return connections.flatMap(connectedLinks).flatMap(({ link, siteLink }) => {
    const address = siteLink === undefined ? undefined : addressOfField(siteLink.address);
    return isPrivate(link) !== "no" && address?.family === 4 ? [{ link, value: Number(address.value) }] : [];
  });
}

/** Addresses in order, to be taken out of prefixes. */
export class Addresses {
  private readonly sorted: readonly number[];

  constructor(values: readonly number[]) {
    this.sorted = [...new Set(values)].sort((a, b) => a - b);
  }

  /** Whether a prefix holds one of them. */
  areIn(first: number, length: number): boolean {
    const next = this.sorted[this.placeOf(first)];
    return next !== undefined && next < first + 2 ** (32 - length);
  }

  /** What is left of a prefix without them; an IPv6 one as it is. */
  outOf(prefix: Prefix): readonly Prefix[] {
    const [range] = rangesOf(prefix);
    if (range === undefined || !this.areIn(range.first, prefix.length)) {
      return [prefix];
    }
    const inside: number[] = [];
    for (
      let place = this.placeOf(range.first);
      (this.sorted[place] ?? Number.POSITIVE_INFINITY) <= range.last;
      place += 1
    ) {
      inside.push(this.sorted[place] ?? 0);
    }
    const left = without(
      range,
      inside.map((value) => ({ first: value, last: value })),
    );
    return left.flatMap(({ first, last }) => coverRange(4, first, last));
  }

  /** The place of the first that is no less than a value. */
  private placeOf(value: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] ?? 0) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
