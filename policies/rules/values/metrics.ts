/** What Azure Monitor offers of one kind of resource. */
export interface Monitored {
  readonly namespace: string;
  readonly metrics: readonly string[];
  /** Categories of resource logs; none where there are no logs at all. */
  readonly logs: readonly string[];
}

/**
 * What can be watched, by Terraform type. Azure compares namespaces without regard to case.
 * https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/metrics-index
 */
export const MONITORED: ReadonlyMap<string, Monitored> = new Map([
  [
    "azurerm_vpn_gateway",
    {
      namespace: "Microsoft.Network/vpnGateways",
      metrics: [
        "AverageBandwidth",
        "BgpPeerStatus",
        "BgpRoutesAdvertised",
        "BgpRoutesLearned",
        "InboundFlowsCount",
        "MmsaCount",
        "OutboundFlowsCount",
        "QmsaCount",
        "TunnelAverageBandwidth",
        "TunnelEgressBytes",
        "TunnelEgressPacketDropCount",
        "TunnelEgressPacketDropTSMismatch",
        "TunnelEgressPackets",
        "TunnelIngressBytes",
        "TunnelIngressPacketDropCount",
        "TunnelIngressPacketDropTSMismatch",
        "TunnelIngressPackets",
        "TunnelNatAllocations",
        "TunnelNatFlowCount",
        "TunnelNatPacketDrop",
        "TunnelNatedBytes",
        "TunnelNatedPackets",
        "TunnelPeakPackets",
        "TunnelReverseNatedBytes",
        "TunnelReverseNatedPackets",
        "TunnelTotalFlowCount",
        "VnetAddressPrefixCount",
      ],
      logs: ["GatewayDiagnosticLog", "TunnelDiagnosticLog", "RouteDiagnosticLog", "IKEDiagnosticLog"],
    },
  ],
  [
    "azurerm_express_route_gateway",
    {
      namespace: "Microsoft.Network/expressRouteGateways",
      metrics: [
        "ErGatewayConnectionBitsInPerSecond",
        "ErGatewayConnectionBitsOutPerSecond",
        "ExpressRouteGatewayActiveFlows",
        "ExpressRouteGatewayBitsPerSecond",
        "ExpressRouteGatewayCountOfRoutesAdvertisedToPeer",
        "ExpressRouteGatewayCountOfRoutesLearnedFromPeer",
        "ExpressRouteGatewayCpuUtilization",
        "ExpressRouteGatewayFrequencyOfRoutesChanged",
        "ExpressRouteGatewayMaxFlowsCreationRate",
        "ExpressRouteGatewayNumberOfVmInVnet",
        "ExpressRouteGatewayPacketsPerSecond",
      ],
      logs: [],
    },
  ],
  [
    "azurerm_express_route_circuit",
    {
      namespace: "Microsoft.Network/expressRouteCircuits",
      metrics: [
        "ArpAvailability",
        "BgpAvailability",
        "BitsInPerSecond",
        "BitsOutPerSecond",
        "EgressBandwidthUtilization",
        "FastPathRoutesCountForCircuit",
        "GlobalReachBitsInPerSecond",
        "GlobalReachBitsOutPerSecond",
        "IngressBandwidthUtilization",
        "QosDropBitsInPerSecond",
        "QosDropBitsOutPerSecond",
      ],
      logs: ["PeeringRouteLog"],
    },
  ],
]);

/** What is offered under a namespace. */
export function byNamespace(namespace: string): Monitored | undefined {
  return [...MONITORED.values()].find((one) => one.namespace.toLowerCase() === namespace.toLowerCase());
}
