import { LARGEST_ASN } from "../../address/asn";
import type { StatedIntent } from "./schema";

type Check = (value: unknown) => boolean;

/**
 * Whether intent is right at a glance: all of it known, and of the shape that the schema wants. That of most networks
 * is, and it needn't wait for the schema, which takes longer to load than a network of hundreds of sites to judge. What
 * isn't may still be right: the schema tells, and says what is wrong.
 */
export function isPlainIntent(value: unknown): value is StatedIntent {
  return isIntent(value);
}

const isPrefixes = listOf((value) => typeof value === "string");
const isAsPath = listOf((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= LARGEST_ASN);
const isAdvertisement = objectOf({ advertises: isPrefixes, asPath: isAsPath });
const isIntent = objectOf({
  version: (value) => value === 1 || value === "1",
  expressRoute: recordOf(isAdvertisement),
  vpn: recordOf(recordOf(isAdvertisement)),
  protected: isPrefixes,
  onPremises: objectOf({
    prefersTunnelFor: (value) => value === "all" || isPrefixes(value),
    filtersExpressRoute: isPrefixes,
  }),
  hubPeers: recordOf(isAdvertisement),
  appliances: recordOf((value) => value === "forwardsByHubRoutes"),
  existing: recordOf((value) => value === "complete"),
  onTunnelLoss: (value) => value === "drop" || value === "cleartext",
});

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function objectOf(checks: Readonly<Record<string, Check>>): Check {
  return (value) =>
    isObject(value) &&
    Object.keys(value).every((key) => {
      const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
      return check !== undefined && isMissingOr(check, value[key]);
    });
}

function recordOf(check: Check): Check {
  return (value) =>
    isObject(value) && Object.keys(value).every((key) => key !== "__proto__" && isMissingOr(check, value[key]));
}

function isMissingOr(check: Check, value: unknown): boolean {
  return value === undefined || value === null || check(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
