import type { MetricOf, MONITORED } from "../../network/facts/monitored";

/** A table or a chart of the workbook. */
export interface WorkbookView {
  readonly title: string;
  /** Where it comes from: Resource Graph, which knows what there is, or the workspace, which knows what happened. */
  readonly from: "resource graph" | "workspace";
  readonly as: "table" | "timechart";
  readonly query: string;
}

const TUNNEL_LOG: (typeof MONITORED)["azurerm_vpn_gateway"]["logs"][number] = "TunnelDiagnosticLog";
const BYTES_IN: MetricOf<"azurerm_vpn_gateway"> = "TunnelIngressBytes";
const BYTES_OUT: MetricOf<"azurerm_vpn_gateway"> = "TunnelEgressBytes";
const BITS_IN: MetricOf<"azurerm_express_route_circuit"> = "BitsInPerSecond";
const BITS_OUT: MetricOf<"azurerm_express_route_circuit"> = "BitsOutPerSecond";

/** What the portal shows under "Hubs and connections" of a WAN, and what happens at the moment. */
export function workbookViews(virtualWanId: string): WorkbookView[] {
  const hubs = `resources
| where type =~ "microsoft.network/virtualhubs" and tostring(properties.virtualWan.id) =~ "${virtualWanId}"`;
  return [
    {
      title: "Hubs",
      from: "resource graph",
      as: "table",
      query: `${hubs}
| project Hub = name, Region = location, Prefix = tostring(properties.addressPrefix), Routing = tostring(properties.routingState), State = tostring(properties.provisioningState)
| order by Hub asc`,
    },
    {
      title: "Sites and their connections",
      from: "resource graph",
      as: "table",
      query: `${hubs}
| project hubId = tolower(id), Hub = name
| join kind=inner (resources
    | where type =~ "microsoft.network/vpngateways"
    | mv-expand connection = properties.connections
    | project hubId = tolower(tostring(properties.virtualHub.id)), siteId = tolower(tostring(connection.properties.remoteVpnSite.id)), Connection = tostring(connection.name), Status = tostring(connection.properties.connectionStatus), BytesIn = tolong(connection.properties.ingressBytesTransferred), BytesOut = tolong(connection.properties.egressBytesTransferred)) on hubId
| join kind=leftouter (resources
    | where type =~ "microsoft.network/vpnsites"
    | project siteId = tolower(id), Site = name, Region = location) on siteId
| project Site, Region, Hub, Connection, Status, BytesIn, BytesOut
| order by Site asc, Hub asc`,
    },
    {
      title: "Tunnels by their last event",
      from: "workspace",
      as: "table",
      query: `AzureDiagnostics
| where Category == "${TUNNEL_LOG}" and OperationName in ("TunnelConnected", "TunnelDisconnected")
| extend Peer = column_ifexists("remoteIP_s", ""), Instance = column_ifexists("instance_s", ""), Why = column_ifexists("stateChangeReason_s", "")
| summarize arg_max(TimeGenerated, OperationName, Why) by Resource, Peer, Instance
| project Gateway = Resource, Peer, Instance, Status = iff(OperationName == "TunnelConnected", "Connected", "Disconnected"), Since = TimeGenerated, Why
| order by Status desc, Gateway asc`,
    },
    {
      title: "Bytes in and out of tunnels, by gateway",
      from: "workspace",
      as: "timechart",
      query: `AzureMetrics
| where MetricName in ("${BYTES_IN}", "${BYTES_OUT}")
| summarize Bytes = sum(Total) by bin(TimeGenerated, 5m), Line = strcat(Resource, iff(MetricName == "${BYTES_IN}", " in", " out"))
| project TimeGenerated, Line, Bytes`,
    },
    {
      title: "Bits a second in and out of circuits",
      from: "workspace",
      as: "timechart",
      query: `AzureMetrics
| where MetricName in ("${BITS_IN}", "${BITS_OUT}")
| summarize BitsPerSecond = avg(Average) by bin(TimeGenerated, 5m), Line = strcat(Resource, iff(MetricName == "${BITS_IN}", " in", " out"))
| project TimeGenerated, Line, BitsPerSecond`,
    },
  ];
}
