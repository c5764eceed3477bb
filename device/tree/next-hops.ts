import { type Address, parseAddress } from "../../address/address";

/** The routers through which devices reach ExpressRoute: by link, and one for all others. */
export interface NextHops {
  /** By the name of the link. */
  readonly byLink: ReadonlyMap<string, Address>;
  readonly otherwise: Address | undefined;
}

export const NO_NEXT_HOPS: NextHops = { byLink: new Map(), otherwise: undefined };

/**
 * Stands for a next hop that nobody has told: of a range for documentation, which no network has, so a route over it is
 * never used. https://www.rfc-editor.org/rfc/rfc5737
 */
export const UNTOLD_NEXT_HOP: Address = { family: 4, value: 0xc000_0201, text: "192.0.2.1" };

/** Next hops as a person gives them, `172.16.0.1` or `over-ams=172.16.0.1`; a text says what is wrong. */
export function nextHopsIn(given: readonly string[]): NextHops | string {
  const byLink = new Map<string, Address>();
  let otherwise: Address | undefined;
  for (const text of given) {
    const at = text.lastIndexOf("=");
    const parsed = parseAddress(text.slice(at + 1));
    if (!parsed.ok || parsed.value.family !== 4) {
      return `${JSON.stringify(text)} is no next hop; right is an IPv4 address, or the name of a link and one: over-ams=172.16.0.1`;
    }
    if (at < 0) {
      otherwise = parsed.value;
    } else {
      byLink.set(text.slice(0, at), parsed.value);
    }
  }
  return { byLink, otherwise };
}
