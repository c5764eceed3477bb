import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { App } from "cdktf";
import {
  ActionGroup,
  CircuitMonitoring,
  ExpressRouteCircuit,
  HubMonitoring,
  LogAnalyticsWorkspace,
  NetworkIntent,
  recordSource,
  SharedKey,
  VirtualHub,
  VirtualNetwork,
  VirtualWan,
  VpnLink,
  VpnSite,
  Workbook,
} from "../../lib";
import { AzureStack, NetworkApp } from "../../stacks";

// In a project of your own: from "wanproof" and from "wanproof/stacks".

const location = "westeurope";
const tags = { owner: "network-team" };

/** The network of ../encrypted/network.yaml, in the same two stacks. The ids here are what Terraform's names are made of. */
export function addNetwork(app: App): void {
  const global = new AzureStack(app, "contoso-global");
  const group = new ResourceGroup(global, "resource-group", { name: "rg-contoso", location, tags });
  recordSource(group);
  const wan = new VirtualWan(global, "wan", { name: "vwan-contoso", resourceGroupName: group.name, location, tags });

  const workspace = new LogAnalyticsWorkspace(global, "workspace", {
    name: "log-contoso",
    resourceGroupName: group.name,
    location,
    tags,
  });
  const actionGroup = new ActionGroup(global, "action-group", {
    name: "ag-contoso",
    resourceGroupName: group.name,
    shortName: "contoso",
    emails: [{ name: "noc", address: "noc@contoso.example" }],
    tags,
  });
  new Workbook(global, "workbook", {
    displayName: "Virtual WAN contoso",
    resourceGroupName: group.name,
    location,
    wan,
    workspace,
    tags,
  });

  const region = new AzureStack(app, "contoso-westeurope");
  region.addDependency(global);
  // By name, which every stack knows: a reference would read it from the other stack's state.
  const resourceGroupName = "rg-contoso";

  const hub = new VirtualHub(region, "westeurope", {
    wan,
    name: "vhub-contoso-westeurope",
    resourceGroupName,
    location,
    addressPrefix: "10.100.0.0/23",
    tags,
  });
  const vpnGateway = hub.addVpnGateway("vpn-gateway", { name: "vpng-contoso-westeurope", scaleUnits: 2, tags });
  const expressRouteGateway = hub.addExpressRouteGateway("express-route-gateway", {
    name: "ergw-contoso-westeurope",
    scaleUnits: 1,
    tags,
  });

  for (const [name, virtualNetwork] of Object.entries({
    app: { addressSpace: ["10.110.0.0/22"], subnets: [{ name: "web", addressPrefixes: ["10.110.0.0/24"] }] },
    data: { addressSpace: ["10.110.4.0/22"] },
  })) {
    const network = { name: `vnet-contoso-${name}`, resourceGroupName, location, tags, ...virtualNetwork };
    hub.connectSpoke(name, { name, virtualNetwork: new VirtualNetwork(region, name, network) });
  }

  const ams = new ExpressRouteCircuit(region, "ams", {
    name: "erc-contoso-ams",
    resourceGroupName,
    location,
    serviceProvider: "Equinix",
    peeringLocation: "Amsterdam",
    bandwidthMbps: 1000,
    tags,
  });
  ams.addPrivatePeering("peering", {
    peerAsn: 65020,
    vlanId: 301,
    subnets: { primary: "172.20.1.0/30", secondary: "172.20.1.4/30" },
  });
  hub.connectCircuit("ams", ams, { name: "con-ams", advertises: ["10.0.0.0/16"] });

  const fra = new ExpressRouteCircuit(region, "fra", {
    name: "erc-contoso-fra",
    resourceGroupName,
    location,
    serviceProvider: "Colt",
    peeringLocation: "Frankfurt",
    bandwidthMbps: 1000,
    tags,
  });
  fra.addPrivatePeering("peering", {
    peerAsn: 65020,
    vlanId: 302,
    subnets: { primary: "172.20.2.0/30", secondary: "172.20.2.4/30" },
  });
  hub.connectCircuit("fra", fra, { name: "con-fra", advertises: ["10.0.0.0/16"] });

  const overAms = VpnLink.overExpressRoute({
    name: "over-ams",
    provider: "Equinix",
    speedMbps: 1000,
    deviceAddress: "10.0.0.4",
    bgp: { asn: 65010, peeringAddress: "192.168.255.1" },
    advertises: ["10.0.1.0/24"],
    asPath: [65010],
  });
  const overFra = VpnLink.overExpressRoute({
    name: "over-fra",
    provider: "Colt",
    speedMbps: 1000,
    deviceAddress: "10.0.0.5",
    bgp: { asn: 65010, peeringAddress: "192.168.255.2" },
    advertises: ["10.0.1.0/24"],
    asPath: [65010],
  });
  const hq = new VpnSite(region, "hq", {
    wan,
    name: "vst-contoso-hq",
    resourceGroupName,
    location,
    deviceVendor: "Cisco",
    deviceModel: "C8500",
    links: [overAms, overFra],
    tags,
  });
  hub.connectSite("hq", hq, {
    name: "vcn-hq",
    everyLink: { bandwidthMbps: 1000 },
    links: [
      { link: overAms, sharedKey: SharedKey.sensitiveVariable("hq_over_ams_key") },
      { link: overFra, sharedKey: SharedKey.sensitiveVariable("hq_over_fra_key") },
    ],
  });

  const watched = { resourceGroupName, workspace, actionGroups: [actionGroup], tags };
  new HubMonitoring(hub, "monitoring", {
    ...watched,
    name: "contoso-westeurope",
    vpnGateway,
    expressRouteGateway,
    circuits: [ams, fra],
  });
  new CircuitMonitoring(ams, "monitoring", { ...watched, name: "contoso-ams", circuit: ams });
  new CircuitMonitoring(fra, "monitoring", { ...watched, name: "contoso-fra", circuit: fra });

  const intent = NetworkIntent.of(region);
  intent.protects(["10.0.1.0/24"]);
  intent.onPremises({ prefersTunnelFor: "all" });
  intent.onTunnelLoss("cleartext");
}

if (require.main === module) {
  const app = new NetworkApp();
  addNetwork(app);
  app.synth();
}
