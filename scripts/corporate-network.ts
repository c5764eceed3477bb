/** How large an invented network is. */
export interface CorporateSize {
  readonly hubs: number;
  readonly sites: number;
}

interface Place {
  readonly key: string;
  readonly location: string;
}

const REGIONS = [
  ["weu", "westeurope"],
  ["neu", "northeurope"],
  ["sdc", "swedencentral"],
  ["frc", "francecentral"],
  ["uks", "uksouth"],
  ["gwc", "germanywestcentral"],
] as const;
const CITIES =
  `amsterdam antwerp athens barcelona basel bergen berlin bilbao bordeaux bremen brno brussels bucharest budapest cologne
  copenhagen cork dublin florence frankfurt geneva ghent gothenburg graz hamburg helsinki krakow leeds lille lisbon
  ljubljana london lyon madrid malmo milan munich nantes oslo paris`.split(/\s+/);
const SPOKES = ["app", "data", "shared", "web", "batch"];
const GROUP = { resource_group_name: "rg-network" };

/**
 * A WAN of a company in Terraform: hubs with two circuits each, sites with two links each, spokes. One circuit of the second hub
 * announces the prefix of a site longer than its tunnels do, so that site's traffic leaves in the clear.
 */
export function corporateNetwork({ hubs, sites }: CorporateSize): object {
  const places = Array.from({ length: hubs }, (_, index): Place => {
    const [key, location] = REGIONS[index % REGIONS.length] ?? ["weu", "westeurope"];
    return { key: index < REGIONS.length ? key : `${key}${Math.floor(index / REGIONS.length) + 1}`, location };
  });
  const homes = Array.from({ length: sites }, (_, index) => ({
    name:
      index < CITIES.length
        ? (CITIES[index] ?? "")
        : `${CITIES[index % CITIES.length]}${Math.floor(index / CITIES.length) + 1}`,
    index,
    hub: index % hubs,
  }));
  const each = <T, R>(things: readonly T[], make: (thing: T, index: number) => Record<string, R>) =>
    Object.assign({}, ...things.map(make));
  return {
    variable: { psk: { type: "string", sensitive: true } },
    resource: {
      azurerm_virtual_wan: { corp: { name: "wan-corp", location: "westeurope", ...GROUP } },
      azurerm_virtual_hub: each(places, ({ key, location }, index) => ({
        [key]: {
          name: `hub-${key}`,
          location,
          address_prefix: `10.${200 + index}.0.0/23`,
          virtual_wan_id: "${azurerm_virtual_wan.corp.id}",
          hub_routing_preference: "VpnGateway",
          ...GROUP,
        },
      })),
      azurerm_vpn_gateway: each(places, ({ key, location }) => ({
        [key]: { name: `vpngw-${key}`, location, scale_unit: 2, virtual_hub_id: hubId(key), ...GROUP },
      })),
      azurerm_express_route_gateway: each(places, ({ key, location }) => ({
        [key]: { name: `ergw-${key}`, location, scale_units: 2, virtual_hub_id: hubId(key), ...GROUP },
      })),
      ...circuitsOf(places),
      azurerm_vpn_site: each(homes, ({ name, index, hub }) => ({
        [name]: {
          name,
          location: places[hub]?.location,
          virtual_wan_id: "${azurerm_virtual_wan.corp.id}",
          link: linksOf(index, hub),
          ...GROUP,
        },
      })),
      azurerm_vpn_gateway_connection: each(homes, ({ name, index, hub }) => ({
        [name]: {
          name: `con-${name}`,
          vpn_gateway_id: `\${azurerm_vpn_gateway.${places[hub]?.key}.id}`,
          remote_vpn_site_id: `\${azurerm_vpn_site.${name}.id}`,
          vpn_link: linksOf(index, hub).map((link, place) => connected(name, link.name, place)),
        },
      })),
      ...spokesOf(places),
    },
    output: { network_intent: { value: intentOf(places, homes) } },
  };
}

const hubId = (key: string) => `\${azurerm_virtual_hub.${key}.id}`;
const SIDES = ["a", "b"] as const;
const circuits = (places: readonly Place[]) =>
  places.flatMap(({ key, location }, hub) =>
    SIDES.map((side, index) => ({ name: `${key}-${side}`, key, location, hub, index })),
  );

function circuitsOf(places: readonly Place[]) {
  const all = circuits(places);
  const each = (make: (one: (typeof all)[number]) => object) =>
    Object.fromEntries(all.map((one) => [one.name, make(one)]));
  return {
    azurerm_express_route_circuit: each(({ name, location, index }) => ({
      name: `erc-${name}`,
      location,
      service_provider_name: "Equinix",
      peering_location: index === 0 ? "Amsterdam" : "Frankfurt",
      bandwidth_in_mbps: 1000,
      sku: { tier: "Premium", family: "MeteredData" },
      ...GROUP,
    })),
    azurerm_express_route_circuit_peering: each(({ name, hub, index }) => ({
      peering_type: "AzurePrivatePeering",
      express_route_circuit_name: `\${azurerm_express_route_circuit.${name}.name}`,
      peer_asn: 65010 + hub,
      primary_peer_address_prefix: `172.29.${hub * 2 + index}.0/30`,
      secondary_peer_address_prefix: `172.29.${hub * 2 + index}.4/30`,
      vlan_id: 100 + index,
      ...GROUP,
    })),
    azurerm_express_route_connection: each(({ name, key }) => ({
      name: `con-${name}`,
      express_route_gateway_id: `\${azurerm_express_route_gateway.${key}.id}`,
      express_route_circuit_peering_id: `\${azurerm_express_route_circuit_peering.${name}.id}`,
    })),
  };
}

function spokesOf(places: readonly Place[]) {
  const all = places.flatMap(({ key, location }, hub) =>
    SPOKES.slice(0, 3 + (hub % 3)).map((name, index) => ({ name: `${key}-${name}`, key, location, hub, index })),
  );
  const each = (make: (one: (typeof all)[number]) => object) =>
    Object.fromEntries(all.map((one) => [one.name, make(one)]));
  return {
    azurerm_virtual_network: each(({ name, location, hub, index }) => ({
      name: `vnet-${name}`,
      location,
      address_space: [`10.${130 + hub * 5 + index}.0.0/16`],
      ...GROUP,
    })),
    azurerm_virtual_hub_connection: each(({ name, key }) => ({
      name,
      virtual_hub_id: hubId(key),
      remote_virtual_network_id: `\${azurerm_virtual_network.${name}.id}`,
    })),
  };
}

function linksOf(site: number, hub: number) {
  return SIDES.map((side, index) => ({
    name: `over-${side}`,
    ip_address: `172.2${index}.${hub}.${10 + site}`,
    bgp: { asn: 64600 + site, peering_address: `10.${site}.255.${index + 1}` },
  }));
}

function connected(site: string, name: string, place: number) {
  return {
    name,
    vpn_site_link_id: `\${azurerm_vpn_site.${site}.link[${place}].id}`,
    bgp_enabled: true,
    local_azure_ip_address_enabled: true,
    shared_key: "${var.psk}",
    dpd_timeout_seconds: 45,
    ipsec_policy: [
      {
        ike_encryption_algorithm: "AES256",
        ike_integrity_algorithm: "SHA384",
        dh_group: "ECP384",
        encryption_algorithm: "GCMAES256",
        integrity_algorithm: "GCMAES256",
        pfs_group: "ECP384",
        sa_lifetime_sec: 3600,
        sa_data_size_kb: 102400000,
      },
    ],
  };
}

function intentOf(
  places: readonly Place[],
  homes: readonly { readonly name: string; readonly index: number; readonly hub: number }[],
) {
  const leaky = homes.find(({ hub }) => hub === 1);
  const advertised = (hub: number, index: number) => [
    `172.2${index}.${hub}.0/24`,
    ...(hub === 1 && index === 1 && leaky !== undefined ? [`10.${leaky.index}.16.0/20`] : []),
  ];
  return {
    version: 1,
    expressRoute: Object.fromEntries(
      circuits(places).map(({ name, hub, index }) => [
        `azurerm_express_route_connection.${name}`,
        { advertises: advertised(hub, index) },
      ]),
    ),
    vpn: Object.fromEntries(
      homes.map(({ name, index }) => [
        `azurerm_vpn_site.${name}`,
        Object.fromEntries(SIDES.map((side) => [`over-${side}`, { advertises: [`10.${index}.0.0/16`] }])),
      ]),
    ),
    protected: homes.map(({ index }) => `10.${index}.0.0/16`),
    onPremises: { prefersTunnelFor: "all" },
    onTunnelLoss: "cleartext",
  };
}
