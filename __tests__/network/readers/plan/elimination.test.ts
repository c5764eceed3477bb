import { Reference, UnknownAttribute } from "../../../../network/resource";
import type { JsonObject } from "../../../../text/json";
import { attributesOf, change, configured, is, type Parts, refers } from "./plan-json";

const GATEWAY = "azurerm_vpn_gateway.gw";
const CONNECTION = "azurerm_vpn_gateway_connection.hq";
const OUTSIDE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/old";

const gateway = change({ base: GATEWAY, after: { name: "gw" }, unknown: { id: true } });
const connection = change({ base: CONNECTION, after: { name: "hq" }, unknown: { id: true, vpn_gateway_id: true } });
const byElimination = new Reference(GATEWAY, "plan.json", ["id"], "by elimination");

/** The gateway of a connection, in a plan with one gateway and what else is told. */
function gatewayOf(expression: JsonObject, more: Parts & { readonly resources?: readonly JsonObject[] } = {}) {
  const { changes = [], resources = [], root = {}, ...rest } = more;
  const own = [configured(GATEWAY, { name: is("gw") }), configured(CONNECTION, { vpn_gateway_id: expression })];
  return attributesOf({
    changes: [gateway, connection, ...changes],
    root: { resources: [...own, ...resources], ...root },
    ...rest,
  })[CONNECTION]?.vpn_gateway_id;
}

const BEHIND_LOCAL = refers("local.gateway_id");
const untold = new UnknownAttribute({ decidedBy: ["local.gateway_id"] });

describe("an id that a plan doesn't know, of a type of which there is one resource, with an unknown id", () => {
  it("is that resource, behind a local value too", () => {
    expect(gatewayOf(BEHIND_LOCAL)).toEqual(byElimination);
  });

  it("is that resource where an object of ids goes through a module's output", () => {
    const hub = change({ base: "azurerm_virtual_hub.hub", unknown: { id: true } });
    const found = gatewayOf(refers("module.azure.ids", "module.azure"), {
      changes: [
        { ...hub, address: "module.azure.azurerm_virtual_hub.hub", module_address: "module.azure" },
        change({ base: GATEWAY, module: "module.azure", unknown: { id: true } }),
      ],
      root: {
        resources: [configured(CONNECTION, { vpn_gateway_id: refers("module.azure.ids", "module.azure") })],
        module_calls: {
          azure: {
            module: {
              resources: [configured("azurerm_virtual_hub.hub", {}), configured(GATEWAY, {})],
              outputs: {
                ids: {
                  expression: refers("azurerm_virtual_hub.hub.id", "azurerm_virtual_hub.hub", `${GATEWAY}.id`, GATEWAY),
                },
              },
            },
          },
        },
      },
    });
    expect(found).toEqual(new Reference(`module.azure.${GATEWAY}`, "plan.json", ["id"], "by elimination"));
  });

  it("is that resource beside what makes names, and what is of other types", () => {
    const found = gatewayOf(BEHIND_LOCAL, {
      changes: [
        change({ base: "random_string.suffix", unknown: { id: true, result: true } }),
        change({ base: "data.azurerm_client_config.me", actions: ["read"], unknown: { id: true } }),
        change({ base: "azurerm_virtual_hub.hub", unknown: { id: true } }),
      ],
    });
    expect(found).toEqual(byElimination);
  });

  it("is that resource beside what only has an id of its own, and passes nothing on", () => {
    const found = gatewayOf(BEHIND_LOCAL, {
      changes: [
        change({ base: "null_resource.done", unknown: { id: true } }),
        change({ base: "terraform_data.done", unknown: { id: true } }),
        change({ base: "time_static.now", unknown: { id: true, rfc3339: true, unix: true } }),
      ],
    });
    expect(found).toEqual(byElimination);
  });
});

describe("an id that a plan doesn't know stays unknown", () => {
  const passing = (base: string, unknown: JsonObject = { id: true, output: true }) => ({
    changes: [change({ base, ...(base.startsWith("data.") ? { actions: ["read"] } : {}), unknown })],
  });

  it.each([
    [
      "another gateway exists, which a condition may choose",
      { changes: [change({ base: "azurerm_vpn_gateway.old", actions: ["no-op"], after: { id: OUTSIDE } })] },
    ],
    ["azapi makes something", passing("azapi_resource.gateway")],
    ["terraform_data passes something on", passing("terraform_data.ids")],
    ["null_resource passes something on", passing("null_resource.ids", { id: true, triggers: { gateway: true } })],
    ["time_sleep passes something on", passing("time_sleep.wait", { id: true, triggers: { gateway: true } })],
    ["what makes names keeps something", passing("random_id.x", { id: true, keepers: { gateway: true } })],
    ["a template is deployed", passing("azurerm_resource_group_template_deployment.t", { output_content: true })],
    ["a gateway is read at apply", passing("data.azurerm_vpn_gateway.old")],
    ["a program is asked at apply", passing("data.external.ids")],
    ["a remote state is read at apply", passing("data.terraform_remote_state.hub")],
    [
      "a gateway that exists is read",
      { changes: [change({ base: "data.azurerm_vpn_gateway.old", actions: ["no-op"], after: { id: OUTSIDE } })] },
    ],
    [
      "a remote state tells one",
      {
        changes: [
          change({
            base: "data.terraform_remote_state.hub",
            actions: ["no-op"],
            after: { outputs: { gateways: { old: OUTSIDE } } },
          }),
        ],
      },
    ],
    ["a variable holds one", { variables: { gateway_id: { value: OUTSIDE } } }],
    [
      "a variable of a module has one as its default",
      { root: { module_calls: { vpn: { module: { variables: { id: { default: OUTSIDE } } } } } } },
    ],
    ["one is written out", { resources: [configured("terraform_data.x", { input: is({ id: OUTSIDE }) })] }],
    [
      "something that stays as it is holds one, of a gateway that is elsewhere",
      {
        changes: [
          change({
            base: "azurerm_vpn_gateway_connection.old",
            actions: ["no-op"],
            after: { id: `${OUTSIDE}/vpnConnections/old`, vpn_gateway_id: OUTSIDE },
          }),
        ],
      },
    ],
    [
      "azapi has made one before",
      {
        changes: [
          change({
            base: "azapi_resource.old",
            actions: ["no-op"],
            after: { id: OUTSIDE, type: "Microsoft.Network/vpnGateways@2024-05-01" },
          }),
        ],
      },
    ],
    ["a list is shuffled", passing("random_shuffle.any", { id: true, input: [true], result: true })],
    ["a number is drawn, which may choose", passing("random_integer.any", { id: true, result: true })],
    ["the plan leaves something out", { more: { complete: false } }],
    [
      "the plan puts something off",
      {
        more: {
          deferred_changes: [
            {
              reason: "unknown",
              resource_change: change({ base: "azurerm_vpn_gateway.later", unknown: { id: true } }),
            },
          ],
        },
      },
    ],
    ["the plan is damaged", { resources: [configured("azurerm_vpn_site.lost", {})] }],
  ])("where %s", (_, more) => {
    expect(gatewayOf(BEHIND_LOCAL, more)).toEqual(untold);
  });

  it("where the expression itself names something that is drawn by chance, as a condition would", () => {
    const drawn = "random_string.x";
    const found = gatewayOf(refers(`${drawn}.result`, drawn, `${GATEWAY}.id`, GATEWAY), {
      changes: [change({ base: drawn, unknown: { id: true, result: true } })],
      resources: [configured(drawn, {})],
    });
    expect(found).toEqual(new UnknownAttribute({ decidedBy: [`${drawn}.result`, `${GATEWAY}.id`] }));
  });

  it.each([
    ["of a gateway that may be there several times", { key: "a" }],
    ["of a gateway in a module that may be there several times", { module: 'module.m["a"]' }],
  ])("where the plan doesn't say whether it is complete, %s", (_, at) => {
    const repeated = configured(GATEWAY, {}, refers("var.all"));
    const root = {
      resources: [configured(CONNECTION, { vpn_gateway_id: BEHIND_LOCAL }), ...("key" in at ? [repeated] : [])],
      module_calls: {
        m: { module: { resources: [configured(GATEWAY, {})] }, for_each_expression: refers("var.all") },
      },
    };
    const changes = [change({ base: GATEWAY, ...at, unknown: { id: true } }), connection];
    const found = (more: JsonObject) => attributesOf({ changes, root, more })[CONNECTION]?.vpn_gateway_id;
    expect(found({})).toEqual(untold);
    expect(found({ complete: true })).toMatchObject({ expression: "by elimination" });
  });

  it("of a subnet, where a virtual network makes subnets of its own", () => {
    const subnet = change({ base: "azurerm_subnet.app", unknown: { id: true } });
    const association = "azurerm_subnet_route_table_association.app";
    const found = (network: JsonObject) =>
      attributesOf({
        changes: [
          subnet,
          change({ base: association, unknown: { id: true, subnet_id: true } }),
          change({ base: "azurerm_virtual_network.app", unknown: { id: true, ...network } }),
        ],
        root: { resources: [configured(association, { subnet_id: refers("local.subnet_id") })] },
      })[association]?.subnet_id;
    expect(found({})).toMatchObject({ expression: "by elimination" });
    expect(found({ subnet: [{ id: true }] })).toEqual(new UnknownAttribute({ decidedBy: ["local.subnet_id"] }));
  });

  it("of a peering, where a private cloud has one", () => {
    const connected = "azurerm_express_route_connection.c";
    const found = (...changes: readonly JsonObject[]) =>
      attributesOf({
        changes: [
          change({ base: "azurerm_express_route_circuit_peering.p", unknown: { id: true } }),
          change({ base: connected, unknown: { id: true, express_route_circuit_peering_id: true } }),
          ...changes,
        ],
        root: { resources: [configured(connected, { express_route_circuit_peering_id: refers("local.peering") })] },
      })[connected]?.express_route_circuit_peering_id;
    expect(found()).toMatchObject({ expression: "by elimination" });
    expect(found(change({ base: "azurerm_vmware_private_cloud.c", unknown: { id: true, circuit: true } }))).toEqual(
      new UnknownAttribute({ decidedBy: ["local.peering"] }),
    );
  });

  it("where no gateway can be reached by what is named", () => {
    const hub = "azurerm_resource_group.rg";
    const found = gatewayOf(refers(`${hub}.id`, hub, "azurerm_virtual_wan.wan.id", "azurerm_virtual_wan.wan"), {
      changes: [
        change({ base: hub, unknown: { id: true } }),
        change({ base: "azurerm_virtual_wan.wan", unknown: { id: true } }),
      ],
      resources: [configured(hub, {}), configured("azurerm_virtual_wan.wan", {})],
    });
    expect(found).toEqual(new UnknownAttribute({ decidedBy: [`${hub}.id`, "azurerm_virtual_wan.wan.id"] }));
  });
});

describe("what azapi makes", () => {
  const made = (type: string, more: JsonObject = {}) => ({
    changes: [
      change({
        base: "azapi_resource.other",
        after: { type: `Microsoft.Network/${type}@2024-05-01`, ...more },
        unknown: { id: true, output: true },
      }),
    ],
  });

  it("has an id of its own type, and gives no other, unless it is asked for values", () => {
    expect(gatewayOf(BEHIND_LOCAL, made("virtualHubs/hubVirtualNetworkConnections"))).toEqual(byElimination);
    expect(gatewayOf(BEHIND_LOCAL, made("vpnGateways"))).toEqual(untold);
    expect(gatewayOf(BEHIND_LOCAL, made("virtualHubs", { response_export_values: ["*"] }))).toEqual(untold);
    expect(gatewayOf(BEHIND_LOCAL, made("virtualNetworks"))).toEqual(byElimination);
  });

  it("gives ids of what Azure lists in it, without being asked", () => {
    expect(gatewayOf(BEHIND_LOCAL, made("virtualHubs"))).toEqual(untold);
  });
});

describe("what can't be reached by what is named", () => {
  const wan = "azurerm_virtual_wan.wan";
  const named = refers(`${GATEWAY}.id`, GATEWAY, `${wan}.id`, wan);
  const resources = [configured(wan, {})];
  const told = (base: string) => [
    change({ base: wan, unknown: { id: true } }),
    change({ base, unknown: { id: true, output: true } }),
  ];

  it("can't be meant", () => {
    expect([
      gatewayOf(named, { changes: told("azapi_resource.other"), resources }),
      gatewayOf(named, { changes: told("azurerm_vpn_gateway.other"), resources }),
    ]).toEqual([byElimination, byElimination]);
  });

  it("can be meant where a block that a resource makes dynamically may take it", () => {
    const routes = { id: true, bgp_settings: [{ instance_0_bgp_peering_address: [{ default_ips: true }] }] };
    const changes = [change({ base: wan, unknown: { id: true, a: [{ b: [{ c: true }] }] } })];
    const takes = [configured(wan, { a: [{ d: is(1) }] })];
    const whole = refers(`${GATEWAY}.id`, GATEWAY, wan);
    const other = change({ base: "azurerm_vpn_gateway.other", unknown: routes });
    expect(gatewayOf(whole, { changes: [...changes, other], resources: takes })).toEqual(
      new UnknownAttribute({ decidedBy: [`${GATEWAY}.id`, wan] }, false, [
        byElimination,
        new Reference("azurerm_vpn_gateway.other", "plan.json", ["id"], "by elimination"),
      ]),
    );
  });

  it("can be meant where a resource that is named takes it", () => {
    const takes = [configured(wan, { name: refers("azapi_resource.other.output", "azapi_resource.other") })];
    const whole = refers(`${GATEWAY}.id`, GATEWAY, wan);
    expect(gatewayOf(whole, { changes: told("azapi_resource.other"), resources: takes })).toEqual(
      new UnknownAttribute({ decidedBy: [`${GATEWAY}.id`, wan] }),
    );
  });
});
