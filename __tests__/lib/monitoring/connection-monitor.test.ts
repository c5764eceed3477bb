import { ConnectionMonitor } from "../../../lib/monitoring/connection-monitor";
import { NETWORK } from "../a-hub";
import { complaintsOf, dataSourceOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";
import { ACTION_GROUP, setIn, WORKSPACE, workspaceIn } from "./watching";

const MACHINE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm";
const SITES = [
  { name: "hq", address: "10.0.1.10" },
  { name: "plant", address: "10.0.2.10" },
];

test("a virtual machine pings sites every minute, by the Network Watcher that Azure made for its region", () => {
  const stack = emptyStack();
  new ConnectionMonitor(stack, "connection-monitor", {
    name: "cm-net",
    location: "westeurope",
    virtualMachineId: MACHINE,
    destinations: SITES,
    workspace: workspaceIn(stack),
  });
  expect(dataSourceOf(stack, "azurerm_network_watcher")).toEqual({
    name: "NetworkWatcher_westeurope",
    resource_group_name: "NetworkWatcherRG",
  });
  expect(resourceOf(stack, "azurerm_network_connection_monitor")).toEqual({
    name: "cm-net",
    location: "westeurope",
    network_watcher_id: reference("data.azurerm_network_watcher.network-watcher.id"),
    endpoint: [
      { name: "virtual-machine", target_resource_id: MACHINE, target_resource_type: "AzureVM" },
      { name: "hq", address: "10.0.1.10", target_resource_type: "ExternalAddress" },
      { name: "plant", address: "10.0.2.10", target_resource_type: "ExternalAddress" },
    ],
    test_configuration: [
      {
        name: "ping",
        protocol: "Icmp",
        icmp_configuration: { trace_route_enabled: true },
        test_frequency_in_seconds: 60,
      },
    ],
    test_group: [
      {
        name: "sites",
        source_endpoints: ["virtual-machine"],
        destination_endpoints: ["hq", "plant"],
        test_configuration_names: ["ping"],
      },
    ],
    output_workspace_resource_ids: [WORKSPACE],
  });
});

test("somebody hears of each site that a test doesn't reach", () => {
  const stack = emptyStack();
  new ConnectionMonitor(stack, "connection-monitor", {
    name: "cm-net",
    location: "westeurope",
    virtualMachineId: MACHINE,
    destinations: SITES,
    workspace: workspaceIn(stack),
    alert: { name: "alr-net", resourceGroupName: "rg", actionGroups: setIn(stack).actionGroups },
  });
  expect(resourceOf(stack, "azurerm_monitor_scheduled_query_rules_alert_v2")).toMatchObject({
    name: "alr-net",
    severity: 1,
    criteria: [
      {
        query: [
          "NWConnectionMonitorTestResult",
          '| where ConnectionMonitorResourceId =~ "${azurerm_network_connection_monitor.connection-monitor.id}" and TestResult == "Fail"',
          "| project TimeGenerated, DestinationName, DestinationAddress, ChecksFailed, ChecksTotal",
        ].join("\n"),
        dimension: [{ name: "DestinationName", operator: "Include", values: ["*"] }],
      },
    ],
    action: { action_groups: [ACTION_GROUP] },
  });
});

test("it may try a port instead, with a Network Watcher of one's own", () => {
  const stack = emptyStack();
  new ConnectionMonitor(stack, "connection-monitor", {
    name: "cm-net",
    location: "westeurope",
    networkWatcherId: `${NETWORK}/networkWatchers/nw`,
    virtualMachineId: MACHINE,
    destinations: SITES,
    tcpPort: 443,
    everySeconds: 300,
    failedPercent: 10,
    workspace: workspaceIn(stack),
  });
  expect(terraformOf(stack).data).toBeUndefined();
  expect(resourceOf(stack, "azurerm_network_connection_monitor")).toMatchObject({
    network_watcher_id: `${NETWORK}/networkWatchers/nw`,
    test_configuration: [
      {
        name: "tcp-443",
        protocol: "Tcp",
        tcp_configuration: { port: 443, trace_route_enabled: true },
        test_frequency_in_seconds: 300,
        success_threshold: { checks_failed_percent: 10 },
      },
    ],
    test_group: [{ test_configuration_names: ["tcp-443"] }],
  });
});

test("all that is wrong with a connection monitor is said at once", () => {
  const stack = emptyStack();
  const workspace = workspaceIn(stack);
  const make = () =>
    new ConnectionMonitor(stack, "connection-monitor", {
      name: "",
      location: "West Europe",
      networkWatcherId: "nw",
      virtualMachineId: "vm",
      destinations: [
        { name: "virtual-machine", address: "10.0.1" },
        { name: "hq", address: "10.0.1.10" },
        { name: "hq", address: "10.0.1.11" },
      ],
      tcpPort: 0,
      everySeconds: 10,
      failedPercent: 101,
      workspace,
    });
  expect(complaintsOf(make)).toEqual([
    "name: it is empty",
    'location: "West Europe" is no region as in westeurope',
    'networkWatcherId: "nw" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/networkWatchers/...',
    'virtualMachineId: "vm" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Compute/virtualMachines/...',
    expect.stringMatching(/^destinations\[0\]\.address: "10\.0\.1" is not an IP address: /),
    "destinations[0].name: virtual-machine is taken; names must be unique",
    "destinations[2].name: hq is taken; names must be unique",
    "tcpPort: 0 is not a whole number from 1 to 65535",
    "everySeconds: 10 is not a whole number from 30 to 1800 (https://learn.microsoft.com/azure/network-watcher/connection-monitor-overview)",
    "failedPercent: 101 is not a whole number from 0 to 100",
  ]);
  const none = { name: "cm", location: "westeurope", virtualMachineId: MACHINE, destinations: [], workspace };
  expect(complaintsOf(() => new ConnectionMonitor(stack, "none", none))).toEqual([
    "destinations: it has 0 addresses; right is 1 to 99 (https://learn.microsoft.com/azure/network-watcher/connection-monitor-overview)",
  ]);
});
