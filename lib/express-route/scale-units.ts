import type { Complaints } from "../terraform/complaints";

const PAGE = "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-expressroute-about";

/** The most that an ExpressRoute gateway has. */
export const MOST_EXPRESSROUTE_SCALE_UNITS = 10;

/** What a scale unit carries, in bits a second. */
export const BITS_OF_EXPRESSROUTE_SCALE_UNIT = 2_000_000_000;

/** Complains about scale units that an ExpressRoute gateway can't have. */
export function checkExpressRouteScaleUnits(complaints: Complaints, scaleUnits: number | undefined): void {
  complaints.integer("scaleUnits", scaleUnits, 1, MOST_EXPRESSROUTE_SCALE_UNITS, PAGE);
}
