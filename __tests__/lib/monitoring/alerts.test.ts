import { TerraformVariable } from "cdktf";
import { ExpressRouteCircuit } from "../../../lib/express-route/express-route-circuit";
import { ExpressRouteGateway } from "../../../lib/express-route/express-route-gateway";
import { CircuitAlerts } from "../../../lib/monitoring/circuit-alerts";
import { ExpressRouteGatewayAlerts } from "../../../lib/monitoring/express-route-gateway-alerts";
import { MetricAlert } from "../../../lib/monitoring/metric-alert";
import { VpnGatewayAlerts } from "../../../lib/monitoring/vpn-gateway-alerts";
import { VpnGateway } from "../../../lib/vpn/vpn-gateway";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, reference, resourcesOf } from "../terraform";
import { ACTION_GROUP, alertsOf, setIn } from "./watching";

test("a VPN gateway is watched for sessions, silent tunnels, drops, routes and bandwidth", () => {
  const stack = emptyStack();
  const gateway = hubIn(stack).addVpnGateway("vpn-gateway", { name: "vpng", scaleUnits: 2 });
  new VpnGatewayAlerts(stack, "alerts", { ...setIn(stack), gateway });
  expect(alertsOf(stack)).toEqual([
    "alr-weu-bandwidth: Average AverageBandwidth GreaterThan 100000000 by Instance, PT15M every PT5M, severity 2",
    "alr-weu-bgp-peer-down: Average BgpPeerStatus LessThan 1 by BgpPeerAddress+Instance, PT15M every PT5M, severity 1",
    "alr-weu-no-routes-advertised: Total BgpRoutesAdvertised LessThan 1 by BgpPeerAddress+Instance, PT15M every PT5M, severity 1",
    "alr-weu-no-routes-learned: Total BgpRoutesLearned LessThan 1 by BgpPeerAddress+Instance, PT15M every PT5M, severity 1",
    "alr-weu-tunnel-drops-in: Total TunnelIngressPacketDropCount GreaterThan 0 by RemoteIP+Instance, PT15M every PT5M, severity 2",
    "alr-weu-tunnel-drops-out: Total TunnelEgressPacketDropCount GreaterThan 0 by RemoteIP+Instance, PT15M every PT5M, severity 2",
    "alr-weu-tunnel-mismatch-in: Total TunnelIngressPacketDropTSMismatch GreaterThan 0 by RemoteIP+Instance, PT15M every PT5M, severity 2",
    "alr-weu-tunnel-mismatch-out: Total TunnelEgressPacketDropTSMismatch GreaterThan 0 by RemoteIP+Instance, PT15M every PT5M, severity 2",
    "alr-weu-tunnel-silent-in: Total TunnelIngressBytes LessThan 1 by ConnectionName+RemoteIP, PT15M every PT5M, severity 1",
    "alr-weu-tunnel-silent-out: Total TunnelEgressBytes LessThan 1 by ConnectionName+RemoteIP, PT15M every PT5M, severity 1",
  ]);
});

test("the gateway's own BGP addresses are left out, which Azure counts as sessions that are down", () => {
  const stack = emptyStack();
  const gateway = hubIn(stack).addVpnGateway("vpn-gateway", { name: "vpng" });
  new VpnGatewayAlerts(stack, "alerts", { ...setIn(stack), gateway });
  const own = (instance: 0 | 1) => {
    const peering = `azurerm_vpn_gateway.hub.bgp_settings[*].instance_${instance}_bgp_peering_address[*]`;
    return `compact(flatten([${peering}.default_ips, ${peering}.custom_ips]))`;
  };
  expect(resourcesOf(stack, "azurerm_monitor_metric_alert")["bgp-peer-down"]).toEqual({
    name: "alr-weu-bgp-peer-down",
    resource_group_name: "rg",
    scopes: [reference("azurerm_vpn_gateway.hub.id")],
    description: "A BGP session with a VPN device is down.",
    severity: 1,
    window_size: "PT15M",
    frequency: "PT5M",
    criteria: [
      {
        metric_namespace: "Microsoft.Network/vpnGateways",
        metric_name: "BgpPeerStatus",
        aggregation: "Average",
        operator: "LessThan",
        threshold: 1,
        dimension: [
          { name: "BgpPeerAddress", operator: "Exclude", values: reference(`concat(${own(0)}, ${own(1)})`) },
          { name: "Instance", operator: "Include", values: ["*"] },
        ],
      },
    ],
    action: [{ action_group_id: ACTION_GROUP }],
  });
});

test("of a gateway that is known by id, only that is watched which can be told", () => {
  const stack = emptyStack();
  const gateway = VpnGateway.fromAttributes(stack, "known", { vpnGatewayId: `${NETWORK}/vpnGateways/g` });
  new VpnGatewayAlerts(stack, "alerts", { ...setIn(stack), gateway, thresholds: { packetDrops: false } });
  expect(alertsOf(stack)).toEqual([
    "alr-weu-tunnel-silent-in: Total TunnelIngressBytes LessThan 1 by ConnectionName+RemoteIP, PT15M every PT5M, severity 1",
    "alr-weu-tunnel-silent-out: Total TunnelEgressBytes LessThan 1 by ConnectionName+RemoteIP, PT15M every PT5M, severity 1",
  ]);
  const thresholds = { bgpPeerStatus: 1, bandwidthPercent: 80 };
  const make = () => new VpnGatewayAlerts(stack, "more", { ...setIn(emptyStack()), gateway, thresholds });
  expect(complaintsOf(make)).toEqual([
    "scaleUnits: give it for an alert on bandwidth, since the gateway is known by id only",
    "bgpPeers: give them for alerts on BGP, since the gateway is known by id only",
  ]);
  const told = emptyStack();
  const known = VpnGateway.fromAttributes(told, "known", { vpnGatewayId: `${NETWORK}/vpnGateways/g` });
  new VpnGatewayAlerts(told, "alerts", { ...setIn(told), gateway: known, scaleUnits: 1, bgpPeers: ["10.9.0.1"] });
  expect(alertsOf(told)).toHaveLength(10);
});

test("a limit may rest on scale units that only Terraform knows", () => {
  const stack = emptyStack();
  const hub = hubIn(stack);
  const gateway = VpnGateway.fromAttributes(stack, "read", { name: "vpng", hub });
  const thresholds = { packetDrops: false, tunnelBytes: false, routes: false, bgpPeerStatus: false } as const;
  const options = setIn(stack);
  new VpnGatewayAlerts(stack, "alerts", { ...options, gateway, thresholds });
  const scaleUnits = new TerraformVariable(stack, "units", {}).numberValue;
  new ExpressRouteGatewayAlerts(stack, "er-alerts", {
    ...options,
    gateway: hub.addExpressRouteGateway("er", { name: "er", scaleUnits }),
    thresholds: { cpuPercent: false, routes: false, bitsPerSecond: false },
  });
  expect(alertsOf(stack)).toEqual([
    "alr-weu-bandwidth: Average AverageBandwidth GreaterThan ${((data.azurerm_vpn_gateway.read.scale_unit * 625000) * 80)} by Instance, PT15M every PT5M, severity 2",
    "alr-weu-bandwidth-in: Average ErGatewayConnectionBitsInPerSecond GreaterThan ${((var.units * 20000000) * 80)} by ConnectionName, PT15M every PT5M, severity 2",
    "alr-weu-bandwidth-out: Average ErGatewayConnectionBitsOutPerSecond GreaterThan ${((var.units * 20000000) * 80)} by ConnectionName, PT15M every PT5M, severity 2",
  ]);
});

test("an ExpressRoute gateway is watched for processor, bandwidth, silence and routes", () => {
  const stack = emptyStack();
  const gateway = hubIn(stack).addExpressRouteGateway("er", { name: "er" });
  new ExpressRouteGatewayAlerts(stack, "alerts", { ...setIn(stack), gateway });
  expect(alertsOf(stack)).toEqual([
    "alr-weu-bandwidth-in: Average ErGatewayConnectionBitsInPerSecond GreaterThan 1600000000 by ConnectionName, PT15M every PT5M, severity 2",
    "alr-weu-bandwidth-out: Average ErGatewayConnectionBitsOutPerSecond GreaterThan 1600000000 by ConnectionName, PT15M every PT5M, severity 2",
    "alr-weu-cpu: Average ExpressRouteGatewayCpuUtilization GreaterThan 80 by roleInstance, PT15M every PT5M, severity 2",
    "alr-weu-no-routes-advertised: Maximum ExpressRouteGatewayCountOfRoutesAdvertisedToPeer LessThan 1 by roleInstance, PT15M every PT5M, severity 1",
    "alr-weu-no-routes-learned: Maximum ExpressRouteGatewayCountOfRoutesLearnedFromPeer LessThan 1 by roleInstance, PT15M every PT5M, severity 1",
    "alr-weu-silent-in: Average ErGatewayConnectionBitsInPerSecond LessThan 1 by ConnectionName, PT15M every PT5M, severity 1",
    "alr-weu-silent-out: Average ErGatewayConnectionBitsOutPerSecond LessThan 1 by ConnectionName, PT15M every PT5M, severity 1",
  ]);
  const known = ExpressRouteGateway.fromAttributes(stack, "known", {
    expressRouteGatewayId: `${NETWORK}/expressRouteGateways/g`,
  });
  const thresholds = { bandwidthPercent: 120 };
  const make = () =>
    new ExpressRouteGatewayAlerts(stack, "more", { ...setIn(emptyStack()), gateway: known, thresholds });
  expect(complaintsOf(make)).toEqual([
    "thresholds.bandwidthPercent: 120 is no percentage: more than 0, and 100 at most; false for no alert",
    "scaleUnits: give it for alerts on bandwidth, since the gateway is known by id only",
  ]);
});

test("a circuit is watched for both of its layers, minute by minute", () => {
  const stack = emptyStack();
  const circuit = ExpressRouteCircuit.fromAttributes(stack, "ams", {
    expressRouteCircuitId: `${NETWORK}/expressRouteCircuits/ams`,
  });
  new CircuitAlerts(stack, "alerts", { ...setIn(stack), circuit });
  expect(alertsOf(stack)).toEqual([
    "alr-weu-arp-down: Average ArpAvailability LessThan 90 by PeeringType+Peer, PT5M every PT1M, severity 1",
    "alr-weu-bgp-down: Average BgpAvailability LessThan 90 by PeeringType+Peer, PT5M every PT1M, severity 1",
  ]);
});

test("all that is wrong with a set of alerts is said at once", () => {
  const stack = emptyStack();
  const gateway = hubIn(stack).addVpnGateway("vpn-gateway", { name: "vpng" });
  const make = () =>
    new VpnGatewayAlerts(stack, "alerts", {
      namePrefix: "",
      resourceGroupName: "",
      actionGroups: [],
      gateway,
      scaleUnits: 41,
      bgpPeers: ["10.9.0"],
      thresholds: { bgpPeerStatus: 2, tunnelBytes: -1, packetDrops: Number.NaN, routes: -1, bandwidthPercent: 0 },
    });
  expect(complaintsOf(make)).toEqual([
    "namePrefix: it is empty",
    "resourceGroupName: it is empty",
    "actionGroups: name one at least, or nobody hears of the alert",
    "scaleUnits: 41 is not a whole number from 1 to 40 (https://learn.microsoft.com/azure/virtual-wan/gateway-settings)",
    expect.stringMatching(/^bgpPeers\[0\]: "10\.9\.0" is not an IP address: /),
    "thresholds.bgpPeerStatus: 2 is not more than 0, and 1 at most; false for no alert",
    "thresholds.tunnelBytes: -1 is not 0 or more; false for no alert",
    "thresholds.packetDrops: NaN is not 0 or more; false for no alert",
    "thresholds.routes: -1 is not 0 or more; false for no alert",
    "thresholds.bandwidthPercent: 0 is no percentage: more than 0, and 100 at most; false for no alert",
  ]);
});

test("an alert on a metric or a dimension that Azure hasn't is refused", () => {
  const stack = emptyStack();
  const circuit = ExpressRouteCircuit.fromAttributes(stack, "ams", {
    expressRouteCircuitId: `${NETWORK}/expressRouteCircuits/ams`,
  });
  const { resourceGroupName, actionGroups } = setIn(stack);
  const common = {
    name: "alr",
    resourceGroupName,
    target: circuit,
    aggregation: "Average",
    operator: "LessThan",
    threshold: 1,
    actionGroups,
  } as const;
  const make = (metric: string) =>
    new MetricAlert(stack, metric, {
      ...common,
      metric,
      dimensions: [{ name: "Instance" }, { name: "Peer", values: [] }],
    });
  expect(complaintsOf(() => make("ArpAvailability"))).toEqual([
    'dimensions[0].name: "Instance" is no dimension of ArpAvailability, which has PeeringType, Peer',
    "dimensions[1].values: it is empty; leave it out for all",
  ]);
  expect(complaintsOf(() => make("Arp"))).toEqual([
    'metric: "Arp" is no metric of Microsoft.Network/expressRouteCircuits, which has ArpAvailability, BgpAvailability, BitsInPerSecond, BitsOutPerSecond, EgressBandwidthUtilization, FastPathRoutesCountForCircuit, GlobalReachBitsInPerSecond, GlobalReachBitsOutPerSecond, IngressBandwidthUtilization, QosDropBitsInPerSecond, QosDropBitsOutPerSecond',
    "dimensions[1].values: it is empty; leave it out for all",
  ]);
});
