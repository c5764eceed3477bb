/** Texts of IPv4 prefixes for both paths of one hub. */
export interface BothPaths {
  readonly throughTunnel: readonly string[];
  readonly overExpressRoute: readonly string[];
}

/**
 * As many random prefixes through a tunnel as over ExpressRoute: half of them the same on both, a quarter shorter over
 * ExpressRoute and a quarter longer. Their lengths are about those of the internet's routing table: three in five are
 * a /24, the others mostly /19 to /23, so that half of them lie in another one.
 */
export function randomPrefixes(count: number): BothPaths {
  const random = xorshift(20250317);
  const throughTunnel: string[] = [];
  const overExpressRoute: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const address = UNICAST_FIRST + (random() % UNICAST_SIZE);
    const length = LENGTHS[random() % LENGTHS.length] ?? 24;
    const change = index % 4;
    throughTunnel.push(prefixText(address, length));
    overExpressRoute.push(prefixText(address, change < 2 ? length : change === 2 ? length - 2 : length + 1));
  }
  return { throughTunnel, overExpressRoute };
}

// 1.0.0.0 to 223.255.255.255
const UNICAST_FIRST = 2 ** 24;
const UNICAST_SIZE = 223 * 2 ** 24;

const LENGTHS = [
  ...Array.from({ length: 30 }, () => 24),
  23,
  23,
  23,
  23,
  23,
  22,
  22,
  22,
  22,
  22,
  22,
  21,
  21,
  20,
  20,
  19,
  19,
  18,
  17,
  16,
];

/** One hub with a site and a circuit, and intent that says what comes over each. */
export function oneHub({ throughTunnel, overExpressRoute }: BothPaths): object {
  return {
    ...withoutIntent([1]),
    output: {
      network_intent: {
        value: {
          version: 1,
          expressRoute: { "azurerm_express_route_connection.hub0": { advertises: overExpressRoute } },
          vpn: { "azurerm_vpn_site.hub0-site0": { ams: { advertises: throughTunnel } } },
          onPremises: { prefersTunnelFor: "all" },
          onTunnelLoss: "cleartext",
        },
      },
    },
  };
}

/** Hubs of one WAN with as many sites each, a prefix a site, and the device prefixes over ExpressRoute. */
export function manyHubs(hubs: number, sites: number): object {
  const ranges = Array.from({ length: hubs }, (_, hub) => [`${DEVICES}.${hub}.0/24`, `11.${hub}.0.0/16`]);
  const each = Array.from({ length: hubs }, (_, hub) => Array.from({ length: sites }, (__, site) => ({ hub, site })));
  return {
    ...withoutIntent(each.map(({ length }) => length)),
    output: {
      network_intent: {
        value: {
          version: 1,
          expressRoute: Object.fromEntries(
            ranges.map((advertises, hub) => [`azurerm_express_route_connection.hub${hub}`, { advertises }]),
          ),
          vpn: Object.fromEntries(
            each.flat().map(({ hub, site }) => {
              const advertises = [prefixText((11 * 256 + hub) * 65536 + site * 64, 26)];
              return [`azurerm_vpn_site.hub${hub}-site${site}`, { ams: { advertises } }];
            }),
          ),
          onPremises: { prefersTunnelFor: "all" },
          onTunnelLoss: "cleartext",
        },
      },
    },
  };
}

const PLACE = { resource_group_name: "rg", location: "westeurope" };
const DEVICES = "172.20";

/** A WAN, with hubs of so many sites. */
function withoutIntent(sitesByHub: readonly number[]): object {
  const each = <T>(make: (hub: number) => T) =>
    Object.fromEntries(sitesByHub.map((_, hub) => [`hub${hub}`, make(hub)]));
  const sites = sitesByHub.flatMap((count, hub) => Array.from({ length: count }, (_, site) => ({ hub, site })));
  const eachSite = <T>(make: (hub: number, site: number) => T) =>
    Object.fromEntries(sites.map(({ hub, site }) => [`hub${hub}-site${site}`, make(hub, site)]));
  return {
    resource: {
      azurerm_virtual_wan: { wan: { name: "wan", type: "Standard", ...PLACE } },
      azurerm_virtual_hub: each((hub) => ({
        name: `hub${hub}`,
        address_prefix: `172.16.${hub * 2}.0/23`,
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        ...PLACE,
      })),
      azurerm_vpn_gateway: each((hub) => ({
        name: `vpn${hub}`,
        virtual_hub_id: `\${azurerm_virtual_hub.hub${hub}.id}`,
        ...PLACE,
      })),
      azurerm_express_route_gateway: each((hub) => ({
        name: `er${hub}`,
        scale_units: 10,
        virtual_hub_id: `\${azurerm_virtual_hub.hub${hub}.id}`,
        ...PLACE,
      })),
      azurerm_express_route_connection: each((hub) => ({
        name: `hub${hub}`,
        express_route_gateway_id: `\${azurerm_express_route_gateway.hub${hub}.id}`,
        express_route_circuit_peering_id: `/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/c${hub}/peerings/AzurePrivatePeering`,
      })),
      azurerm_vpn_site: eachSite((hub, site) => ({
        name: `hub${hub}-site${site}`,
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        link: [
          {
            name: "ams",
            ip_address: `${DEVICES}.${hub}.${site % 256}`,
            bgp: { asn: 65010, peering_address: `172.21.${hub}.${site % 256}` },
          },
        ],
        ...PLACE,
      })),
      azurerm_vpn_gateway_connection: eachSite((hub, site) => ({
        name: `hub${hub}-site${site}`,
        vpn_gateway_id: `\${azurerm_vpn_gateway.hub${hub}.id}`,
        remote_vpn_site_id: `\${azurerm_vpn_site.hub${hub}-site${site}.id}`,
        vpn_link: [
          {
            name: "ams",
            vpn_site_link_id: `\${azurerm_vpn_site.hub${hub}-site${site}.link[0].id}`,
            bgp_enabled: true,
            local_azure_ip_address_enabled: true,
          },
        ],
      })),
    },
  };
}

function prefixText(address: number, length: number): string {
  const first = address - (address % 2 ** (32 - length));
  return `${first >>> 24}.${(first >>> 16) & 255}.${(first >>> 8) & 255}.${first & 255}/${length}`;
}

// The same prefixes in every run.
function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
