import type { Complaints } from "../terraform/complaints";

const PAGE = "https://learn.microsoft.com/azure/virtual-wan/gateway-settings";

/** The most that a VPN gateway has. */
export const MOST_VPN_SCALE_UNITS = 40;

/** What each of the two instances can carry for a scale unit, in bits a second. */
export const BITS_OF_VPN_SCALE_UNIT = 500_000_000;

/** Complains about scale units that a VPN gateway can't have. */
export function checkVpnScaleUnits(complaints: Complaints, scaleUnits: number | undefined): void {
  complaints.integer("scaleUnits", scaleUnits, 1, MOST_VPN_SCALE_UNITS, PAGE);
}
