import { monitorValid } from "../../../policies/rules/monitor-valid";
import { type Changes, said } from "./judging";

const ALERT = "azurerm_monitor_metric_alert.tunnel";
const SETTING = "azurerm_monitor_diagnostic_setting.gateway";
const MONITOR = "azurerm_network_connection_monitor.sites";
const SOUND_MONITORING = {
  [ALERT]: {
    name: "tunnel",
    scopes: ["${azurerm_vpn_gateway.sdc.id}"],
    frequency: "PT5M",
    window_size: "PT15M",
    criteria: [{ metric_namespace: "microsoft.network/vpngateways", metric_name: "TunnelAverageBandwidth" }],
  },
  [SETTING]: {
    name: "logs",
    target_resource_id: "${azurerm_vpn_gateway.sdc.id}",
    enabled_log: [{ category: "TunnelDiagnosticLog" }, { category_group: "allLogs" }],
  },
  [MONITOR]: {
    name: "sites",
    endpoint: [{ name: "vm" }, { name: "bergen", address: "10.31.16.4" }],
    test_configuration: [{ name: "tcp", protocol: "Tcp", tcp_configuration: [{ port: 443 }] }],
    test_group: [
      {
        name: "all",
        source_endpoints: ["vm"],
        destination_endpoints: ["bergen"],
        test_configuration_names: ["tcp"],
      },
    ],
  },
};

function messages(changes: Changes): unknown[] {
  return said(monitorValid, { ...SOUND_MONITORING, ...changes }).map(({ outcome, address, path, message }) => [
    outcome,
    address,
    path,
    message,
  ]);
}

describe("monitor-valid", () => {
  test("takes metrics, log categories, windows and endpoints that there are", () => {
    expect(messages({})).toEqual([]);
  });

  test("can't tell what an alert watches under a namespace of networks where its scope can't be told", () => {
    expect(messages({ [`${ALERT}.scopes`]: ["${terraform_data.gateways.output}"] })).toEqual([
      ["undecided", ALERT, "criteria[0]", "whether a metric that metric alert tunnel watches exists can't be told"],
    ]);
    const virtualMachines = { metric_namespace: "Microsoft.Compute/virtualMachines", metric_name: "Percentage CPU" };
    expect(
      messages({
        [`${ALERT}.scopes`]: ["${terraform_data.machines.output}"],
        [`${ALERT}.criteria`]: [virtualMachines],
      }),
    ).toEqual([]);
  });

  test("can't tell whether a metric is missed where the check may be skipped", () => {
    const changes = {
      [`${ALERT}.criteria[0].metric_name`]: "TunnelBandwidth",
      [`${ALERT}.criteria[0].skip_metric_validation`]: "${terraform_data.skip.output}",
    };
    expect(messages(changes)).toEqual([
      [
        "undecided",
        ALERT,
        "criteria[0].metric_name",
        "Microsoft.Network/vpnGateways has no metric TunnelBandwidth; whether metric alert tunnel watches one that isn't there yet can't be told",
      ],
    ]);
  });

  test("refuses a metric that the namespace doesn't have, unless the alert says to skip the check", () => {
    const wrong = { [`${ALERT}.criteria[0].metric_name`]: "TunnelBandwidth" };
    expect(messages(wrong)).toEqual([
      [
        "violation",
        ALERT,
        "criteria[0].metric_name",
        "Microsoft.Network/vpnGateways has no metric TunnelBandwidth, which metric alert tunnel watches",
      ],
    ]);
    expect(messages({ ...wrong, [`${ALERT}.criteria[0].skip_metric_validation`]: true })).toEqual([]);
  });

  test("refuses a namespace that is not that of what is watched", () => {
    expect(messages({ [`${ALERT}.criteria[0].metric_namespace`]: "Microsoft.Network/vpnGateway" })).toEqual([
      [
        "violation",
        ALERT,
        "criteria[0].metric_namespace",
        "metric namespace Microsoft.Network/vpnGateway of metric alert tunnel is not that of what it watches, Microsoft.Network/vpnGateways",
      ],
    ]);
  });

  test("leaves the metrics of other kinds of resources to Azure", () => {
    expect(
      messages({
        [`${ALERT}.scopes`]: ["${azurerm_linux_virtual_machine.vm.id}"],
        [`${ALERT}.criteria[0]`]: {
          metric_namespace: "Microsoft.Compute/virtualMachines",
          metric_name: "Percentage CPU",
        },
      }),
    ).toEqual([]);
  });

  test("refuses a window that is shorter than its frequency, by default too", () => {
    expect(messages({ [`${ALERT}.window_size`]: "PT1M" })).toEqual([
      [
        "violation",
        ALERT,
        "window_size",
        "the window of metric alert tunnel, PT1M, is shorter than its frequency, PT5M",
      ],
    ]);
    expect(messages({ [`${ALERT}.window_size`]: undefined, [`${ALERT}.frequency`]: "PT1H" })).toEqual([
      [
        "violation",
        ALERT,
        "window_size",
        "the window of metric alert tunnel, PT5M, is shorter than its frequency, PT1H",
      ],
    ]);
    expect(messages({ [`${ALERT}.window_size`]: "PT5M" })).toEqual([]);
  });

  test("refuses a log category that there isn't, and one beside a group", () => {
    expect(messages({ [`${SETTING}.enabled_log[0].category`]: "TunnelLog" })).toEqual([
      [
        "violation",
        SETTING,
        "enabled_log[0].category",
        "Microsoft.Network/vpnGateways has no log category TunnelLog, which diagnostic setting logs sends",
      ],
    ]);
    expect(messages({ [`${SETTING}.enabled_log[0].category_group`]: "allLogs" })).toEqual([
      ["violation", SETTING, "enabled_log[0]", "a log of diagnostic setting logs has a category and a category group"],
    ]);
  });

  test("refuses logs of an ExpressRoute gateway, which has none", () => {
    const target = "${azurerm_express_route_gateway.sdc.id}";
    expect(
      messages({ [SETTING]: { target_resource_id: target, enabled_log: [{ category_group: "allLogs" }] } }),
    ).toEqual([
      [
        "violation",
        SETTING,
        "enabled_log[0]",
        `diagnostic setting ${SETTING} sends logs of Microsoft.Network/expressRouteGateways, which has none`,
      ],
    ]);
  });

  test("leaves the logs of other kinds of resources to Azure", () => {
    expect(
      messages({
        [SETTING]: { target_resource_id: "${azurerm_key_vault.kv.id}", enabled_log: [{ category: "AuditEvent" }] },
      }),
    ).toEqual([]);
  });

  test("refuses names of endpoints and test configurations that there aren't", () => {
    expect(
      messages({
        [`${MONITOR}.test_group[0].destination_endpoints[0]`]: "oslo",
        [`${MONITOR}.test_group[0].test_configuration_names[0]`]: "icmp",
      }),
    ).toEqual([
      ["violation", MONITOR, "test_group[0].destination_endpoints[0]", "connection monitor sites has no endpoint oslo"],
      [
        "violation",
        MONITOR,
        "test_group[0].test_configuration_names[0]",
        "connection monitor sites has no test_configuration icmp",
      ],
    ]);
  });

  test("can't tell of unknown metrics, windows, categories, targets and endpoints", () => {
    expect(messages({ [`${ALERT}.criteria[0].metric_name`]: "${var.metric}" })).toEqual([
      ["undecided", ALERT, "criteria[0]", "whether a metric that metric alert tunnel watches exists can't be told"],
    ]);
    expect(messages({ [`${ALERT}.frequency`]: "${var.frequency}" })).toEqual([
      [
        "undecided",
        ALERT,
        "window_size",
        "whether the window of metric alert tunnel is as long as its frequency can't be told",
      ],
    ]);
    const category = [
      "undecided",
      SETTING,
      "enabled_log[0]",
      "whether a log category of diagnostic setting logs exists can't be told",
    ];
    expect(messages({ [`${SETTING}.enabled_log[0].category`]: "${var.category}" })).toEqual([category]);
    expect(messages({ [`${SETTING}.target_resource_id`]: "${var.target}" })).toEqual([category]);
    expect(
      messages({
        [`${MONITOR}.test_group[0].destination_endpoints[0]`]: "oslo",
        [`${MONITOR}.endpoint[1].name`]: "${var.name}",
      }),
    ).toEqual([
      [
        "undecided",
        MONITOR,
        "test_group[0].destination_endpoints[0]",
        "whether connection monitor sites has the endpoint oslo can't be told",
      ],
    ]);
  });

  test.each(["10.31.16", "10.31.16.256", "10.31.16.0/24", "-a.example", "bergen example", "a..b"])(
    "refuses the endpoint address %j",
    (address) => {
      expect(said(monitorValid, { ...SOUND_MONITORING, [`${MONITOR}.endpoint[1].address`]: address })).toEqual([
        {
          outcome: "violation",
          level: "error",
          address: MONITOR,
          path: "endpoint[1].address",
          message: `the address ${JSON.stringify(address)} of an endpoint of connection monitor sites is neither an address nor the name of a host`,
          remedy: "Write one address, such as 10.0.0.4, or a host's name.",
          evidence: { address },
        },
      ]);
    },
  );

  test.each(["10.31.16.4", "2001:db8::4", "bergen.example", "bergen", ""])(
    "takes the endpoint address %j",
    (address) => {
      expect(messages({ [`${MONITOR}.endpoint[1].address`]: address })).toEqual([]);
    },
  );

  test("can't tell of an endpoint address that is unknown", () => {
    expect(
      messages({ [`${MONITOR}.endpoint[1].address`]: "${azurerm_linux_virtual_machine.a.private_ip_address}" }),
    ).toEqual([
      [
        "undecided",
        MONITOR,
        "endpoint[1].address",
        `the address of an endpoint of connection monitor sites is unknown, so it may be none`,
      ],
    ]);
  });

  test.each([
    ["Tcp", "tcp_configuration"],
    ["Http", "http_configuration"],
    ["Icmp", "icmp_configuration"],
  ])("wants the block of its protocol in a test by %s", (protocol, block) => {
    const test = { name: "tcp", protocol };
    expect(said(monitorValid, { ...SOUND_MONITORING, [`${MONITOR}.test_configuration`]: [test] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: MONITOR,
        path: `test_configuration[0].${block}`,
        message: `the ${protocol} test of connection monitor sites has no ${block}`,
        remedy: `Add a ${block} block.`,
        evidence: {},
      },
    ]);
    expect(messages({ [`${MONITOR}.test_configuration`]: [{ ...test, [block]: [{}] }] })).toEqual([]);
    expect(messages({ [`${MONITOR}.test_configuration`]: [{ ...test, [block]: "${var.how}" }] })).toEqual([
      [
        "undecided",
        MONITOR,
        `test_configuration[0].${block}`,
        `whether the ${protocol} test of connection monitor sites has a ${block} can't be told`,
      ],
    ]);
  });

  test("takes a window as long as the frequency, and leaves a metric without a namespace to what is watched", () => {
    expect(messages({ [`${ALERT}.window_size`]: "PT5M" })).toEqual([]);
    const unnamed = {
      [`${ALERT}.scopes`]: ["${terraform_data.gateways.output}"],
      [`${ALERT}.criteria[0].metric_namespace`]: undefined,
    };
    expect(messages(unnamed)).toEqual([]);
  });
});
