import { objectOf } from "../../scripts/azurerm-schema";
import { InputError } from "../../text/complaint";
import { addressesOf } from "../support/addresses";
import { folderOfItsOwn, resourcesOf, terraformOf } from "./terraform";

const outdir = folderOfItsOwn();
const stacksOf = (text: string) => terraformOf(text, outdir);

const NETWORK = `version: 1
name: net
hubs:
  westeurope: { addressPrefix: 10.100.0.0/23, vpnGateway: {}, expressRouteGateway: {} }
  uksouth: { addressPrefix: 10.102.0.0/23, resourceGroup: rg-uk, vpnGateway: { name: vpng-uk }, expressRouteGateway: {} }
circuits:
  lon:
    stack: global
    provider: Colt
    peeringLocation: London
    bandwidthMbps: 50
    peering: managedByProvider
    connections: { westeurope: {}, uksouth: {} }
sites:
  leeds:
    stack: global
    links: { a: { over: expressRoute, circuit: lon, deviceAddress: 10.0.0.4 } }
    connections: { westeurope: , uksouth: }
`;
const MAIL = "monitoring: { actionGroup: { emails: { noc: noc@contoso.example } } }\n";
const NAME = "existing: { name: log-corp, resourceGroup: rg-log }";
const GROUP = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Insights/actionGroups/a";
const PROVIDERS = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network";

/** The addresses of what watches, without those of metric alerts. */
function watching(stacks: ReturnType<typeof stacksOf>, stack: string): string[] {
  return addressesOf(objectOf(stacks[stack])).filter((address) =>
    /^(data\.)?azurerm_(log_analytics|application_insights|monitor_(action_group|diagnostic_setting|scheduled))/.test(
      address,
    ),
  );
}

function complaintsOf(text: string): string[] {
  try {
    stacksOf(text);
    return [];
  } catch (failure) {
    if (failure instanceof InputError) {
      return failure.complaints.map(({ line, message }) => `${line}: ${message}`);
    }
    throw failure;
  }
}

test("nothing is watched unless the file says who hears of it", () => {
  const stacks = stacksOf(NETWORK);
  expect(Object.keys(stacks).flatMap((stack) => watching(stacks, stack))).toEqual([]);
});

test("workspace and action group are global; each region watches its hubs, and each stack its circuits", () => {
  const stacks = stacksOf(NETWORK + MAIL);
  expect(watching(stacks, "net-global")).toEqual([
    "azurerm_application_insights_workbook.workbook",
    "azurerm_log_analytics_workspace.workspace",
    "azurerm_monitor_action_group.action-group",
    "azurerm_monitor_diagnostic_setting.lon",
  ]);
  expect(watching(stacks, "net-uksouth")).toEqual([
    "azurerm_monitor_diagnostic_setting.uksouth_er",
    "azurerm_monitor_diagnostic_setting.uksouth_vpn",
    "azurerm_monitor_scheduled_query_rules_alert_v2.uksouth_encryption-bypass",
    "azurerm_monitor_scheduled_query_rules_alert_v2.uksouth_vpn_bgp-disconnected",
    "azurerm_monitor_scheduled_query_rules_alert_v2.uksouth_vpn_tunnel-disconnected",
  ]);
  expect(resourcesOf(stacks, "net-global", "azurerm_monitor_action_group")["action-group"]).toMatchObject({
    name: "ag-net",
    resource_group_name: "${azurerm_resource_group.resource-group.name}",
    short_name: "net",
    email_receiver: [{ name: "noc", email_address: "noc@contoso.example", use_common_alert_schema: true }],
  });
  expect(resourcesOf(stacks, "net-global", "azurerm_log_analytics_workspace").workspace).toMatchObject({
    name: "log-net",
    location: "westeurope",
  });
});

test("what tunnels of another hub carry over the same circuit is known to be encrypted", () => {
  const alerts = resourcesOf(
    stacksOf(NETWORK + MAIL),
    "net-westeurope",
    "azurerm_monitor_scheduled_query_rules_alert_v2",
  );
  expect(JSON.stringify(alerts["westeurope_encryption-bypass"])).toContain(
    String.raw`strcat(ResourceGroup, \"/\", Resource) in~ (\"rg-uk/vpng-uk\")`,
  );
});

test("a hub whose sites come over the internet alone has nothing that could go past the tunnels", () => {
  const text = NETWORK.replace("over: expressRoute, circuit: lon", "over: internet, provider: KPN, speedMbps: 100");
  const stacks = stacksOf(text + MAIL);
  expect(watching(stacks, "net-westeurope").filter((address) => address.endsWith("bypass"))).toEqual([]);
});

test("a workspace and an action group that exist are used, and so is a global stack for what refers to them", () => {
  const existing = "resourceGroup: { existing: { name: rg } }\nwan: { existing: { name: wan, resourceGroup: rg } }\n";
  const text = `${NETWORK}${existing}monitoring: { workspace: { ${NAME} }, actionGroup: { existing: { id: ${GROUP} } } }\n`;
  const stacks = stacksOf(text);
  expect(watching(stacks, "net-global")).toEqual([
    "azurerm_application_insights_workbook.workbook",
    "azurerm_monitor_diagnostic_setting.lon",
    "data.azurerm_log_analytics_workspace.workspace",
  ]);
  const settings = resourcesOf(stacks, "net-global", "azurerm_monitor_diagnostic_setting");
  expect(settings.lon).toMatchObject({
    name: "diag-net-lon",
    log_analytics_workspace_id: "${data.azurerm_log_analytics_workspace.workspace.id}",
  });
  const alerts = resourcesOf(stacks, "net-global", "azurerm_monitor_metric_alert");
  expect(objectOf(alerts["lon_arp-down"]).action).toEqual([{ action_group_id: GROUP }]);
});

test("what exists already is watched too, as far as Azure lets it be told; a file may say that it isn't", () => {
  const text = `version: 1
name: net
hubs:
  westeurope:
    existing: { name: hub, resourceGroup: rg }
    vpnGateway: { existing: { id: ${PROVIDERS}/vpnGateways/g } }
    expressRouteGateway: { existing: { id: ${PROVIDERS}/expressRouteGateways/g } }
circuits:
  ams:
    existing: { id: ${PROVIDERS}/expressRouteCircuits/ams }
    connections: { westeurope: {} }
  theirs:
    existing: { peeringId: ${PROVIDERS}/expressRouteCircuits/t/peerings/AzurePrivatePeering }
    connections: { westeurope: {} }
sites:
  hq:
    links:
      a:
        over: expressRoute
        provider: Colt
        speedMbps: 100
        deviceAddress: 10.0.0.4
        bgp: { asn: 65010, peeringAddress: 192.168.255.1 }
    connections: { westeurope: }
`;
  const stacks = stacksOf(text + MAIL);
  expect(watching(stacks, "net-westeurope")).toEqual([
    "azurerm_monitor_diagnostic_setting.ams",
    "azurerm_monitor_diagnostic_setting.westeurope_er",
    "azurerm_monitor_diagnostic_setting.westeurope_vpn",
    "azurerm_monitor_scheduled_query_rules_alert_v2.westeurope_encryption-bypass",
    "azurerm_monitor_scheduled_query_rules_alert_v2.westeurope_vpn_bgp-disconnected",
    "azurerm_monitor_scheduled_query_rules_alert_v2.westeurope_vpn_tunnel-disconnected",
  ]);
  const alerts = resourcesOf(stacks, "net-westeurope", "azurerm_monitor_metric_alert");
  expect(objectOf(alerts["westeurope_vpn_bgp-peer-down"]).criteria).toMatchObject([
    { dimension: [{ name: "BgpPeerAddress", operator: "Include", values: ["192.168.255.1"] }, { name: "Instance" }] },
  ]);
  const without = stacksOf(text + MAIL.replace("{ actionGroup", "{ watchExisting: false, actionGroup"));
  expect(watching(without, "net-westeurope")).toEqual([]);
});

test("the workbook has the network's name, another one, or is left out", () => {
  const shown = (text: string) =>
    resourcesOf(stacksOf(NETWORK + text), "net-global", "azurerm_application_insights_workbook").workbook;
  expect(shown(MAIL)).toMatchObject({
    display_name: "Virtual WAN net",
    name: '${uuidv5("url", join("/", [azurerm_resource_group.resource-group.name, "Virtual WAN net"]))}',
    location: "westeurope",
  });
  expect(shown(MAIL.replace("{ actionGroup", "{ workbook: { displayName: Ours }, actionGroup"))).toMatchObject({
    display_name: "Ours",
  });
  expect(shown(MAIL.replace("{ actionGroup", "{ workbook: false, actionGroup"))).toBeUndefined();
});

test("thresholds may be numbers, or false for no alert", () => {
  const thresholds =
    "thresholds: { vpnGateway: { packetDrops: false, tunnelBytes: 9 }, encryptionBypass: false, circuit: { arpAvailabilityPercent: 99.9 } }";
  const stacks = stacksOf(NETWORK + MAIL.replace("{ actionGroup", `{ ${thresholds}, actionGroup`));
  const alerts = resourcesOf(stacks, "net-uksouth", "azurerm_monitor_metric_alert");
  expect(Object.keys(alerts).filter((name) => name.includes("drops") || name.includes("mismatch"))).toEqual([]);
  expect(objectOf(alerts["uksouth_vpn_tunnel-silent-in"]).criteria).toMatchObject([{ threshold: 9 }]);
  expect(watching(stacks, "net-uksouth").filter((address) => address.endsWith("bypass"))).toEqual([]);
  const circuit = resourcesOf(stacks, "net-global", "azurerm_monitor_metric_alert");
  expect(objectOf(circuit["lon_arp-down"]).criteria).toMatchObject([{ threshold: 99.9 }]);
});

test("a virtual machine tests the sites of a hub, and somebody hears of it", () => {
  const machine = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/virtualMachines/probe";
  const tests = (more: string) =>
    stacksOf(
      NETWORK +
        MAIL.replace(
          "{ actionGroup",
          `{ connectionMonitors: { uksouth: { virtualMachine: ${machine}${more} } }, actionGroup`,
        ),
    );
  const monitor = (stacks: ReturnType<typeof stacksOf>) =>
    objectOf(resourcesOf(stacks, "net-uksouth", "azurerm_network_connection_monitor").uksouth);
  const stacks = tests("");
  expect(monitor(stacks)).toMatchObject({
    name: "cm-net-uksouth",
    location: "uksouth",
    endpoint: [{ target_resource_id: machine }, { name: "leeds-a", address: "10.0.0.4" }],
    test_configuration: [{ protocol: "Icmp", test_frequency_in_seconds: 60 }],
  });
  expect(watching(stacks, "net-uksouth")).toContain(
    "azurerm_monitor_scheduled_query_rules_alert_v2.uksouth_unreachable",
  );
  expect(resourcesOf(stacks, "net-westeurope", "azurerm_network_connection_monitor")).toEqual({});
  expect(monitor(tests(", addresses: { leeds: 10.9.0.9 }, tcpPort: 22"))).toMatchObject({
    endpoint: [{ target_resource_id: machine }, { name: "leeds", address: "10.9.0.9" }],
    test_configuration: [{ name: "tcp-22" }],
  });
  const wrong = `${NETWORK}monitoring:
  actionGroup: { emails: { noc: noc@contoso.example } }
  connectionMonitors:
    uksoth: { virtualMachine: ${machine} }
    uksouth: { virtualMachine: ${machine}, addresses: { leads: 10.9.0.9 } }
`;
  expect(complaintsOf(wrong)).toEqual([
    '22: monitoring.connectionMonitors.uksoth names the hub "uksoth", which isn\'t there; did you mean uksouth?',
    '23: monitoring.connectionMonitors.uksouth.addresses.leads names the site of hub uksouth "leads", which isn\'t there; did you mean leeds?',
  ]);
});

test("what is wrong with monitoring is told with its line", () => {
  expect(complaintsOf(`${NETWORK}monitoring: { actionGroup: { name: ag } }\n`)).toEqual([
    "19: monitoring.actionGroup: emails, sms, webhooks: name one receiver at least, or nobody hears of an alert",
  ]);
  const wrong = `${NETWORK}monitoring:
  workspace: { retentionDays: 7 }
  actionGroup: { emails: { noc: noc@contoso.example } }
  thresholds: { vpnGateway: { bandwidthPercent: 120 } }
`;
  expect(complaintsOf(wrong)).toEqual([
    "20: monitoring.workspace.retentionDays is 7; right is a whole number from 30 to 730",
    "22: monitoring.thresholds.vpnGateway.bandwidthPercent is 120; right is a percentage, more than 0 and at most 100, or false for no alert",
  ]);
});

test("a variable can't be a webhook's address and a key", () => {
  const text = `${NETWORK.replace("deviceAddress: 10.0.0.4", "deviceAddress: 10.0.0.4, tunnel: { preSharedKey: { variable: v } }")}monitoring: { actionGroup: { webhooks: { chat: { variable: v } } } }\n`;
  expect(complaintsOf(text)).toEqual([
    "19: monitoring.actionGroup.webhooks.chat.variable is the variable of a webhook's address, and of the pre-shared key in sites.leeds.links.a.tunnel.preSharedKey.variable too; take two variables",
  ]);
});
