/** An address family: IPv4 or IPv6. Azure takes IPv4 only for hubs, their gateways and VPN sites. */
export type Family = 4 | 6;

/** Width of an address in bits. */
export function widthOf(family: Family): 32 | 128 {
  return family === 4 ? 32 : 128;
}
