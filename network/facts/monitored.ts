/** What Azure Monitor tells of one metric. */
export interface Metric {
  /** What it can be split by. */
  readonly dimensions: readonly string[];
  /** Whether a diagnostic setting sends it to a workspace. There it has lost its dimensions. */
  readonly exported: boolean;
}

/** What Azure Monitor offers of one kind of resource. */
export interface Monitored {
  readonly namespace: string;
  /** By their names in the REST API, which are the ones that Terraform takes. */
  readonly metrics: Readonly<Record<string, Metric>>;
  /** Categories of resource logs; none where there are no logs at all. */
  readonly logs: readonly string[];
}

/** A metric that a diagnostic setting sends to a workspace. */
const exported = <const D extends readonly string[]>(...dimensions: D) => ({ dimensions, exported: true }) as const;

/** A metric that alerts and charts can use, and that no workspace gets. */
const live = <const D extends readonly string[]>(...dimensions: D) => ({ dimensions, exported: false }) as const;

const TUNNEL = ["ConnectionName", "RemoteIP", "Instance"] as const;
const PEER = ["BgpPeerAddress", "Instance"] as const;
const PATH = ["PeeringType", "DeviceRole"] as const;

/**
 * What can be watched, by Terraform type. Azure compares namespaces without regard to case.
 * https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/metrics-index
 */
export const MONITORED = {
  azurerm_vpn_gateway: {
    namespace: "Microsoft.Network/vpnGateways",
    metrics: {
      AverageBandwidth: exported("Instance"),
      BgpPeerStatus: live(...PEER),
      BgpRoutesAdvertised: exported(...PEER),
      BgpRoutesLearned: exported(...PEER),
      InboundFlowsCount: exported("Instance"),
      MmsaCount: exported(...TUNNEL),
      OutboundFlowsCount: exported("Instance"),
      QmsaCount: exported(...TUNNEL),
      TunnelAverageBandwidth: exported(...TUNNEL),
      TunnelEgressBytes: exported(...TUNNEL),
      TunnelEgressPacketDropCount: exported(...TUNNEL),
      TunnelEgressPacketDropTSMismatch: exported(...TUNNEL),
      TunnelEgressPackets: exported(...TUNNEL),
      TunnelIngressBytes: exported(...TUNNEL),
      TunnelIngressPacketDropCount: exported(...TUNNEL),
      TunnelIngressPacketDropTSMismatch: exported(...TUNNEL),
      TunnelIngressPackets: exported(...TUNNEL),
      TunnelNatAllocations: live("NatRule", ...TUNNEL),
      TunnelNatFlowCount: live("NatRule", "FlowType", ...TUNNEL),
      TunnelNatPacketDrop: live("NatRule", "DropType", ...TUNNEL),
      TunnelNatedBytes: live("NatRule", ...TUNNEL),
      TunnelNatedPackets: live("NatRule", ...TUNNEL),
      TunnelPeakPackets: exported(...TUNNEL),
      TunnelReverseNatedBytes: live("NatRule", ...TUNNEL),
      TunnelReverseNatedPackets: live("NatRule", ...TUNNEL),
      TunnelTotalFlowCount: exported(...TUNNEL),
      VnetAddressPrefixCount: exported("Instance"),
    },
    logs: ["GatewayDiagnosticLog", "TunnelDiagnosticLog", "RouteDiagnosticLog", "IKEDiagnosticLog"],
  },
  azurerm_express_route_gateway: {
    namespace: "Microsoft.Network/expressRouteGateways",
    metrics: {
      ErGatewayConnectionBitsInPerSecond: live("ConnectionName"),
      ErGatewayConnectionBitsOutPerSecond: live("ConnectionName"),
      ExpressRouteGatewayActiveFlows: live("roleInstance"),
      ExpressRouteGatewayBitsPerSecond: live("roleInstance"),
      ExpressRouteGatewayCountOfRoutesAdvertisedToPeer: exported("roleInstance", "BgpPeerAddress"),
      ExpressRouteGatewayCountOfRoutesLearnedFromPeer: exported("roleInstance", "BgpPeerAddress"),
      ExpressRouteGatewayCpuUtilization: exported("roleInstance"),
      ExpressRouteGatewayFrequencyOfRoutesChanged: live("roleInstance"),
      ExpressRouteGatewayMaxFlowsCreationRate: live("roleInstance", "direction"),
      ExpressRouteGatewayNumberOfVmInVnet: live("roleInstance"),
      ExpressRouteGatewayPacketsPerSecond: live("roleInstance"),
    },
    logs: [],
  },
  azurerm_express_route_circuit: {
    namespace: "Microsoft.Network/expressRouteCircuits",
    metrics: {
      ArpAvailability: exported("PeeringType", "Peer"),
      BgpAvailability: exported("PeeringType", "Peer"),
      BitsInPerSecond: exported(...PATH),
      BitsOutPerSecond: exported(...PATH),
      EgressBandwidthUtilization: exported(...PATH),
      FastPathRoutesCountForCircuit: exported(),
      GlobalReachBitsInPerSecond: live("PeeredCircuitSKey"),
      GlobalReachBitsOutPerSecond: live("PeeredCircuitSKey"),
      IngressBandwidthUtilization: exported(...PATH),
      QosDropBitsInPerSecond: exported(),
      QosDropBitsOutPerSecond: exported(),
    },
    logs: ["PeeringRouteLog"],
  },
} as const satisfies Readonly<Record<string, Monitored>>;

/** A Terraform type that can be watched. */
export type MonitoredType = keyof typeof MONITORED;

/** The names of the metrics of a Terraform type. */
export type MetricOf<T extends MonitoredType> = string & keyof (typeof MONITORED)[T]["metrics"];

const BY_TYPE: ReadonlyMap<string, Monitored> = new Map(Object.entries(MONITORED));

/** What is offered of a Terraform type; undefined where nothing is known of it. */
export function monitoredOf(type: string): Monitored | undefined {
  return BY_TYPE.get(type);
}

/** What is offered under a namespace. */
export function byNamespace(namespace: string): Monitored | undefined {
  return [...BY_TYPE.values()].find((one) => one.namespace.toLowerCase() === namespace.toLowerCase());
}
