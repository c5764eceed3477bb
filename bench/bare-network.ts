import { ExpressRouteGateway } from "@cdktf/provider-azurerm/lib/express-route-gateway";
import { VirtualHub } from "@cdktf/provider-azurerm/lib/virtual-hub";
import { VirtualWan } from "@cdktf/provider-azurerm/lib/virtual-wan";
import { VpnGateway } from "@cdktf/provider-azurerm/lib/vpn-gateway";
import { VpnGatewayConnection } from "@cdktf/provider-azurerm/lib/vpn-gateway-connection";
import { VpnSite } from "@cdktf/provider-azurerm/lib/vpn-site";
import { TerraformOutput, type TerraformStack } from "cdktf";

const PLACE = { resourceGroupName: "rg", location: "westeurope" };
const LONG = { create: "60m", update: "60m", delete: "60m" };

/** The same resources and the same output as the constructs make, with the provider's own classes. */
export function bareNetwork(stack: TerraformStack, sites: number): void {
  const wan = new VirtualWan(stack, "wan", { name: "wan", type: "Standard", timeouts: LONG, ...PLACE });
  const hub = new VirtualHub(stack, "hub", {
    name: "hub",
    addressPrefix: "172.16.0.0/23",
    virtualWanId: wan.id,
    sku: "Standard",
    timeouts: LONG,
    ...PLACE,
  });
  const gateway = new VpnGateway(stack, "vpn", { name: "vpn", virtualHubId: hub.id, timeouts: LONG, ...PLACE });
  const expressRoute = new ExpressRouteGateway(stack, "er", {
    name: "er",
    virtualHubId: hub.id,
    scaleUnits: 1,
    timeouts: LONG,
    dependsOn: [gateway],
    ...PLACE,
  });
  const vpn: Record<string, unknown> = {};
  for (let index = 0; index < sites; index += 1) {
    const site = bareSite(stack, wan, index);
    bareConnection(stack, gateway, site, index, expressRoute);
    vpn[`azurerm_vpn_site.site${index}`] = { ams: { advertises: [`10.${bytes(index)}.0/24`] } };
  }
  new TerraformOutput(stack, "network_intent", { value: { version: 1, vpn } });
  new TerraformOutput(stack, "addresses", { value: { instance0: instanceOf("0"), instance1: instanceOf("1") } });
}

function instanceOf(instance: string): object {
  const gateway = "azurerm_vpn_gateway.vpn";
  return {
    bgpAddress: `\${one(${gateway}.bgp_settings[0].instance_${instance}_bgp_peering_address[0].default_ips)}`,
    privateAddress: `\${one([for c in ${gateway}.ip_configuration : c.private_ip_address if c.id == "Instance${instance}"])}`,
  };
}

function bytes(index: number): string {
  return `${index >> 8}.${index & 255}`;
}

function bareSite(stack: TerraformStack, wan: VirtualWan, index: number): VpnSite {
  return new VpnSite(stack, `site${index}`, {
    name: `site${index}`,
    virtualWanId: wan.id,
    link: [
      {
        name: "ams",
        providerName: "Equinix",
        speedInMbps: 1000,
        ipAddress: `172.20.${bytes(index)}`,
        bgp: { asn: 65010, peeringAddress: `172.21.${bytes(index)}` },
      },
    ],
    timeouts: LONG,
    ...PLACE,
  });
}

function bareConnection(
  stack: TerraformStack,
  gateway: VpnGateway,
  site: VpnSite,
  index: number,
  after: ExpressRouteGateway,
): void {
  new VpnGatewayConnection(stack, `connection${index}`, {
    name: `site${index}`,
    vpnGatewayId: gateway.id,
    remoteVpnSiteId: site.id,
    vpnLink: [
      {
        name: "ams",
        vpnSiteLinkId: site.link.get(0).id,
        bgpEnabled: true,
        localAzureIpAddressEnabled: true,
        protocol: "IKEv2",
        dpdTimeoutSeconds: 45,
        ipsecPolicy: [
          {
            ikeEncryptionAlgorithm: "AES256",
            ikeIntegrityAlgorithm: "SHA384",
            dhGroup: "ECP384",
            encryptionAlgorithm: "GCMAES256",
            integrityAlgorithm: "GCMAES256",
            pfsGroup: "ECP384",
            saLifetimeSec: 3600,
            saDataSizeKb: 102400000,
          },
        ],
      },
    ],
    timeouts: LONG,
    dependsOn: [after],
  });
}
