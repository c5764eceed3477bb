import { z } from "zod";
import { parseAsn } from "../../address/asn";
import { closedMap } from "../../text/shape-problems";
import { UnknownAttribute } from "../resource";

// The one definition of what intent looks like, in a file and in the output `network_intent` alike. A message says what
// would be right; what is there is said beside it. In an output any part may be known after apply only. A null is what
// Terraform makes of an optional attribute that nobody set. What `plain-intent.ts` takes at a glance, a test holds to this.

// Comes last in every choice: most of what is stated is known, and a choice that fails costs time.
const UNKNOWN = z.instanceof(UnknownAttribute);

function section<Shape extends z.ZodRawShape>(right: string, shape: Shape) {
  return z.strictObject(shape, { error: closedMap(right, shape) });
}

function stated<T extends z.ZodType>(schema: T) {
  return z.union([schema, UNKNOWN]).nullish();
}

function known<T extends z.ZodType>(schema: T) {
  return z.union([schema, UNKNOWN]);
}

function records<T extends z.ZodType>(schema: T, message: string) {
  return stated(z.record(z.string(), schema, message));
}

const prefixes = z.array(
  known(z.string('a prefix, such as "10.0.1.0/24"')),
  'a list of prefixes, such as ["10.0.1.0/24"]',
);

const asn = z.unknown().transform((value, context): number => {
  const parsed = parseAsn(value);
  if (parsed.ok) {
    return parsed.value;
  }
  const message = "an AS number from 1 to 4294967295";
  context.issues.push({ code: "invalid_value", values: [], message, input: value });
  return z.NEVER;
});

const preference = z.union([z.literal("all"), prefixes], '"all", or a list of prefixes, such as ["10.110.0.0/16"]');

const advertisement = section('an object, such as {"advertises": ["10.0.1.0/24"]}', {
  advertises: stated(prefixes),
  asPath: stated(z.array(known(asn), "a list of AS numbers, such as [65010]")),
});

const FORWARDS = "forwardsByHubRoutes";
const COMPLETE = "complete";

const links = records(stated(advertisement), "an object with an advertisement for each link");

const onPremises = section('an object, such as {"prefersTunnelFor": "all"}', {
  prefersTunnelFor: stated(preference),
  filtersExpressRoute: stated(prefixes),
});

/** Intent as it is stated. Every part is optional, the version too: it is taken for 1. */
export const intentSchema = section('an object, such as {"version": 1, "protected": ["10.0.1.0/24"]}', {
  version: z.union([z.literal(1), z.literal("1")], "1, the only version there is").nullish(),
  expressRoute: records(stated(advertisement), "an object with an advertisement for each ExpressRoute connection"),
  vpn: records(links, "an object with the links of each VPN site"),
  protected: stated(prefixes),
  onPremises: stated(onPremises),
  hubPeers: records(stated(advertisement), "an object with an advertisement for each BGP peer of a hub"),
  appliances: records(
    stated(z.literal(FORWARDS, `"${FORWARDS}", the only thing there is to say`)),
    `an object, such as {"10.110.0.4": "${FORWARDS}"}`,
  ),
  existing: records(
    stated(z.literal(COMPLETE, `"${COMPLETE}", the only thing there is to say`)),
    `an object, such as {"data.azurerm_vpn_gateway.weu": "${COMPLETE}"}`,
  ),
  onTunnelLoss: stated(z.enum(["drop", "cleartext"], '"drop" or "cleartext"')),
});

export type StatedIntent = z.output<typeof intentSchema>;
export type StatedAdvertisement = z.output<typeof advertisement>;
export type StatedPrefixes = z.output<typeof prefixes>;
