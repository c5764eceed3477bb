import { changed } from "../../../policies/rules/judging";
import { SOUND } from "../../../policies/rules/sound";
import type { Configuration } from "../../../support/network";

const TYPE = "Microsoft.Network";
export const GROUP = "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg";

/** Something of azapi's: its type below Microsoft.Network, its parent, and its properties. */
function made(type: string, name: string, parent_id: string, properties: object) {
  return { type: `${TYPE}/${type}@2024-05-01`, name, parent_id, body: { properties } };
}

/** The sound network, as azapi makes it. */
export const BY_AZAPI = {
  wan: made("virtualWans", "wan-nordics", GROUP, { type: "Standard", disableVpnEncryption: false }),
  hub: made("virtualHubs", "hub-sdc", GROUP, {
    virtualWan: { id: "${azapi_resource.wan.id}" },
    addressPrefix: "10.100.0.0/23",
    sku: "Standard",
  }),
  vpngw: made("vpnGateways", "vpngw-sdc", GROUP, {
    virtualHub: { id: "${azapi_resource.hub.id}" },
    vpnGatewayScaleUnit: 1,
    bgpSettings: { asn: 65515 },
  }),
  ergw: made("expressRouteGateways", "ergw-sdc", GROUP, {
    virtualHub: { id: "${azapi_resource.hub.id}" },
    autoScaleConfiguration: { bounds: { min: 1 } },
  }),
  stockholm: made("expressRouteGateways/expressRouteConnections", "stockholm", "${azapi_resource.ergw.id}", {
    expressRouteCircuitPeering: { id: "${azapi_resource.peering.id}" },
  }),
  circuit: {
    type: `${TYPE}/expressRouteCircuits@2024-05-01`,
    name: "erc-stockholm",
    parent_id: GROUP,
    body: {
      sku: { tier: "Standard", family: "MeteredData", name: "Standard_MeteredData" },
      properties: {
        serviceProviderProperties: {
          serviceProviderName: "Telia Carrier",
          peeringLocation: "Stockholm",
          bandwidthInMbps: 1000,
        },
      },
    },
  },
  peering: made("expressRouteCircuits/peerings", "AzurePrivatePeering", "${azapi_resource.circuit.id}", {
    peeringType: "AzurePrivatePeering",
    peerASN: 65020,
    primaryPeerAddressPrefix: "172.29.0.0/30",
    secondaryPeerAddressPrefix: "172.29.0.4/30",
    vlanId: 77,
    state: "Enabled",
  }),
  bergen: made("vpnSites", "bergen", GROUP, {
    virtualWan: { id: "${azapi_resource.wan.id}" },
    vpnSiteLinks: [
      {
        name: "a",
        properties: { ipAddress: "10.31.0.4", bgpProperties: { asn: 65032, bgpPeeringAddress: "10.31.255.1" } },
      },
    ],
  }),
  tunnel: made("vpnGateways/vpnConnections", "con-bergen", "${azapi_resource.vpngw.id}", {
    remoteVpnSite: { id: "${azapi_resource.bergen.id}" },
    vpnLinkConnections: [
      {
        name: "a",
        properties: {
          vpnSiteLink: { id: "${azapi_resource.bergen.id}/vpnSiteLinks/a" },
          enableBgp: true,
          useLocalAzureIpAddress: true,
          dpdTimeoutSeconds: 45,
          sharedKey: "${var.psk}",
          ipsecPolicies: [
            {
              ikeEncryption: "AES256",
              ikeIntegrity: "SHA384",
              dhGroup: "ECP384",
              ipsecEncryption: "GCMAES256",
              ipsecIntegrity: "GCMAES256",
              pfsGroup: "ECP384",
              saLifeTimeSeconds: 3600,
              saDataSizeKilobytes: 102400000,
            },
          ],
        },
      },
    ],
  }),
  app: made("virtualHubs/hubVirtualNetworkConnections", "app", "${azapi_resource.hub.id}", {
    remoteVirtualNetwork: { id: "${azapi_resource.network.id}" },
    enableInternetSecurity: false,
  }),
  network: made("virtualNetworks", "vnet-app", GROUP, { addressSpace: { addressPrefixes: ["10.110.0.0/22"] } }),
  web: made("virtualNetworks/subnets", "web", "${azapi_resource.network.id}", { addressPrefix: "10.110.0.0/24" }),
};

const GONE = [
  "azurerm_virtual_wan",
  "azurerm_virtual_hub",
  "azurerm_vpn_gateway",
  "azurerm_express_route_gateway",
  "azurerm_express_route_circuit",
  "azurerm_express_route_circuit_peering",
  "azurerm_express_route_connection",
  "azurerm_vpn_site",
  "azurerm_vpn_gateway_connection",
  "azurerm_virtual_hub_connection",
  "azurerm_virtual_network",
  "azurerm_subnet",
];

/** The sound network by azapi, with other things in it. */
export function byAzapi(others: object = {}): Configuration {
  const without = changed(SOUND, {
    ...Object.fromEntries(GONE.map((type) => [type, undefined])),
    "network_intent.value.expressRoute": { "azapi_resource.stockholm": { advertises: ["10.31.0.0/16"] } },
    "network_intent.value.vpn": { "azapi_resource.bergen": { a: { advertises: ["10.31.16.0/20"] } } },
  });
  return { ...without, resource: { ...without.resource, azapi_resource: { ...BY_AZAPI, ...others } } };
}
