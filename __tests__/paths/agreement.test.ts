import fc from "fast-check";
import { literalPrefix } from "../../address/prefix";
import type { PathRoute } from "../../paths/report";
import { routeTable } from "../../paths/table";
import { judge } from "../../policies/judge/judge";
import { encryptedToAzure } from "../../policies/rules/encrypted-to-azure";
import { encryptedToOnprem } from "../../policies/rules/encrypted-to-onprem";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { patience, sample } from "../sample";
import { networkOf } from "../support/network";

jest.setTimeout(patience(2_000));

const PREFIXES = ["10.31.0.0/16", "10.31.16.0/20", "10.31.16.0/21", "10.31.24.0/22", "10.31.64.0/18", "10.40.0.0/16"];
const AZURE = ["10.100.0.0/23", "10.110.0.0/22", "10.110.0.0/23", "10.0.0.0/8"];

const some = (from: readonly string[]) => fc.subarray([...from]);
const stated = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 8 });

/** The sound network, with other routes, other wishes and other on-premises routers. */
const anyNetwork = fc
  .record({
    preference: fc.constantFrom(undefined, "ExpressRoute", "VpnGateway", "ASPath", "${var.preference}"),
    isPrivate: fc.constantFrom(true, true, true, false, "${var.private}"),
    overExpressRoute: stated(some(PREFIXES)),
    throughTunnel: stated(some(PREFIXES)),
    asPaths: fc.option(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { nil: undefined }),
    listed: some(PREFIXES.slice(0, 3)),
    guarded: fc.subarray(PREFIXES, { minLength: 1 }),
    prefers: stated(fc.oneof(fc.constant("all"), some(AZURE))),
    filters: stated(some(AZURE)),
  })
  .map(({ preference, isPrivate, overExpressRoute, throughTunnel, asPaths, listed, guarded, prefers, filters }) => {
    const asPath = (length: number | undefined) => (length === undefined ? {} : { asPath: Array(length).fill(65010) });
    const link = "azurerm_vpn_gateway_connection.bergen.vpn_link[0]";
    return changed(SOUND, {
      "azurerm_virtual_hub.sdc.hub_routing_preference": preference,
      [`${link}.local_azure_ip_address_enabled`]: isPrivate,
      "azurerm_vpn_site.bergen.address_cidrs": listed,
      "network_intent.value": {
        version: 1,
        ...(overExpressRoute && {
          expressRoute: {
            "azurerm_express_route_connection.stockholm": { advertises: overExpressRoute, ...asPath(asPaths?.[0]) },
          },
        }),
        ...(throughTunnel && {
          vpn: { "azurerm_vpn_site.bergen": { a: { advertises: throughTunnel, ...asPath(asPaths?.[1]) } } },
        }),
        protected: guarded,
        onPremises: { ...(prefers && { prefersTunnelFor: prefers }), ...(filters && { filtersExpressRoute: filters }) },
      },
    });
  });

type Configuration = Parameters<typeof networkOf>[0];

function askedOf(configuration: Configuration) {
  const network = networkOf(configuration);
  const said = (rule: typeof encryptedToOnprem) => new Set(judge(network, [rule]).map(({ outcome }) => outcome));
  const { routes, protected: guarded } = routeTable(network);
  const isGuarded = ({ destination }: PathRoute) => {
    const { first, last } = literalPrefix(destination);
    return guarded.some((range) => range.first <= Number(last) && Number(first) <= range.last);
  };
  const toOnPremises = routes.filter((route) => route.direction === "to-onprem" && isGuarded(route));
  return { said, toOnPremises, toAzure: routes.filter(({ direction }) => direction === "to-azure") };
}

const overPrivatePath = ({ outcome, reason }: PathRoute) => outcome === "encrypted" && reason !== "internet-tunnel";

describe("the gate and the table of paths, over random networks", () => {
  test("where nothing is found, every row of what is protected is encrypted", () => {
    fc.assert(
      fc.property(anyNetwork, (configuration) => {
        const { said, toOnPremises } = askedOf(configuration);
        const passes = said(encryptedToOnprem).size === 0;
        expect(passes ? toOnPremises.filter((route) => !overPrivatePath(route)) : []).toEqual([]);
        expect(passes && toOnPremises.length === 0).toBe(false);
      }),
      { numRuns: sample(40, 500) },
    );
  });

  test("where a row is in the clear, it is violated, and where a row is open, something is found", () => {
    fc.assert(
      fc.property(anyNetwork, (configuration) => {
        const { said, toOnPremises } = askedOf(configuration);
        const outcomes = new Set(toOnPremises.map(({ outcome }) => outcome));
        const found = said(encryptedToOnprem);
        expect(outcomes.has("clear") && !found.has("violation")).toBe(false);
        expect(outcomes.has("undecided") && found.size === 0).toBe(false);
      }),
      { numRuns: sample(40, 500) },
    );
  });

  test("where nothing is found towards Azure, no row but the hub's own prefix is in the clear, and none is open", () => {
    fc.assert(
      fc.property(
        anyNetwork.filter((one) => JSON.stringify(one).includes('"local_azure_ip_address_enabled":true')),
        (configuration) => {
          const { said, toAzure } = askedOf(configuration);
          const passes = said(encryptedToAzure).size === 0;
          const wrong = toAzure.filter(({ outcome, reason }) => outcome !== "encrypted" && reason !== "hub-prefix");
          expect(passes ? wrong : []).toEqual([]);
        },
      ),
      { numRuns: sample(40, 500) },
    );
  });
});
