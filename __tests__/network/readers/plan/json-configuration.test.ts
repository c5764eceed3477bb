import { Reference, Secret, UnknownAttribute } from "../../../../network/resource";
import { attributesOf, change, configured, inJson, is } from "./plan-json";

const CONNECTION = "azurerm_vpn_gateway_connection.c";
const KEY = "correct-horse battery";

const facts = { length: KEY.length, allowedCharacters: false, alphanumeric: false };

function keyOf(key: { after?: string; unknown?: boolean }, written: ReturnType<typeof inJson>, variables = {}) {
  return attributesOf({
    changes: [
      change({
        base: CONNECTION,
        after: { vpn_link: [key.after === undefined ? {} : { shared_key: key.after }] },
        unknown: { vpn_link: [{ shared_key: key.unknown ?? false }] },
        sensitive: { vpn_link: [{ shared_key: true }] },
      }),
    ],
    root: { variables, resources: [configured(CONNECTION, { vpn_link: [{ shared_key: written }] })] },
  })[CONNECTION]?.vpn_link;
}

function unknown(...decidedBy: string[]): UnknownAttribute {
  return new UnknownAttribute({ decidedBy });
}

function computed(...decidedBy: string[]): UnknownAttribute {
  return new UnknownAttribute({ decidedBy }, true);
}

function to(address: string, path: readonly (string | number)[], expression: string): Reference {
  return new Reference(address, "plan.json", path, expression);
}

describe("a pre-shared key in a plan of JSON configuration", () => {
  it("comes from what JSON configuration names, not from the text that stands there", () => {
    const written = inJson("${var.psk}", "var.psk");
    const stored = inJson("${random_password.psk.result}", "random_password.psk.result", "random_password.psk");
    expect([
      keyOf({ after: KEY }, written, { psk: { sensitive: true } }),
      keyOf({ unknown: true }, stored),
      keyOf({ after: KEY }, written, { psk: {} }),
    ]).toEqual([
      [{ shared_key: new Secret("sensitive", facts) }],
      [{ shared_key: new Secret("sensitive") }],
      [{ shared_key: new Secret("literal", facts) }],
    ]);
  });

  it("comes from what a module is handed in JSON configuration", () => {
    const { [`module.site.${CONNECTION}`]: found } = attributesOf({
      changes: [
        change({
          module: "module.site",
          base: CONNECTION,
          after: { vpn_link: [{ shared_key: KEY }] },
          sensitive: { vpn_link: [{ shared_key: true }] },
        }),
      ],
      root: {
        variables: { keys: { sensitive: true } },
        module_calls: {
          site: {
            expressions: { psk: inJson("${var.keys}", "var.keys") },
            module: {
              variables: { psk: {} },
              resources: [configured(CONNECTION, { vpn_link: [{ shared_key: inJson("${var.psk}", "var.psk") }] })],
            },
          },
        },
      },
    });
    expect(found).toEqual({ vpn_link: [{ shared_key: new Secret("sensitive", facts) }] });
  });

  it("is a literal where it is written there", () => {
    expect(keyOf({ after: KEY }, is(KEY))).toEqual([{ shared_key: new Secret("literal", facts) }]);
  });
});

describe("what a plan of JSON configuration doesn't know yet", () => {
  it("is what JSON configuration names behind the text that stands there, in for_each and module calls too", () => {
    const hubs = ["a", "b"].map((key) => change({ base: "azurerm_virtual_hub.hub", key, unknown: { id: true } }));
    const byHub = inJson("${azurerm_virtual_hub.hub[each.value.hub].id}", "azurerm_virtual_hub.hub", "each.value.hub");
    const hub = configured("azurerm_virtual_hub.hub", {}, inJson("${var.hubs}", "var.hubs"));
    const given = inJson("${azurerm_virtual_hub.hub[var.hub].id}", "azurerm_virtual_hub.hub", "var.hub");
    const found = attributesOf({
      changes: [
        ...hubs,
        change({ base: "azurerm_vpn_gateway.gw", key: "x", unknown: { virtual_hub_id: true } }),
        change({ module: "module.gw", base: "azurerm_vpn_gateway.gw", unknown: { virtual_hub_id: true } }),
      ],
      root: {
        resources: [
          hub,
          configured("azurerm_vpn_gateway.gw", { virtual_hub_id: byHub }, inJson("${var.gateways}", "var.gateways")),
        ],
        module_calls: {
          gw: {
            expressions: { hub_id: given },
            module: {
              variables: { hub_id: {} },
              resources: [
                configured("azurerm_vpn_gateway.gw", { virtual_hub_id: inJson("${var.hub_id}", "var.hub_id") }),
              ],
            },
          },
        },
      },
      variables: { hub: { value: "a" }, gateways: { value: { x: { hub: "b" } } } },
    });
    expect([
      found['azurerm_vpn_gateway.gw["x"]']?.virtual_hub_id,
      found["module.gw.azurerm_vpn_gateway.gw"]?.virtual_hub_id,
    ]).toEqual([
      to('azurerm_virtual_hub.hub["b"]', [], "azurerm_virtual_hub.hub"),
      to('azurerm_virtual_hub.hub["a"]', [], "azurerm_virtual_hub.hub"),
    ]);
  });

  it("is the provider's where a module is handed a null that JSON configuration takes from a variable", () => {
    const { "module.hub.azurerm_virtual_hub.hub": hub } = attributesOf({
      changes: [
        change({ module: "module.hub", base: "azurerm_virtual_hub.hub", unknown: { virtual_router_asn: true } }),
      ],
      root: {
        module_calls: {
          hub: {
            expressions: { asn: inJson("${var.asn}", "var.asn") },
            module: {
              variables: { asn: {} },
              resources: [
                configured("azurerm_virtual_hub.hub", { virtual_router_asn: inJson("${var.asn}", "var.asn") }),
              ],
            },
          },
        },
      },
      variables: { asn: { value: null } },
    });
    expect(hub).toEqual({ virtual_router_asn: computed("module.hub.azurerm_virtual_hub.hub.virtual_router_asn") });
  });
});

describe("nested blocks in a plan of JSON configuration", () => {
  it("of a set are not told apart by the text that JSON configuration has for what it names", () => {
    const written = (name: string, decider: string) => ({
      name: is(name),
      next_hop_type: inJson("${var.kind}", "var.kind"),
      destinations: inJson(["${terraform_data.x.output}"], `terraform_data.${decider}.output`),
    });
    const planned = ["a", "b"].map((name) => ({ name, next_hop_type: "ResourceId", destinations: [null] }));
    const found = attributesOf({
      changes: [
        change({ base: "terraform_data.x", unknown: { output: true } }),
        change({ base: "terraform_data.y", unknown: { output: true } }),
        change({
          base: "azurerm_virtual_hub_route_table.t",
          after: { route: planned },
          unknown: { route: planned.map(() => ({ destinations: [true] })) },
        }),
      ],
      root: {
        resources: [configured("azurerm_virtual_hub_route_table.t", { route: [written("b", "y"), written("a", "x")] })],
      },
    });
    expect(found["azurerm_virtual_hub_route_table.t"]).toEqual({
      route: [
        { name: "a", next_hop_type: "ResourceId", destinations: [unknown("terraform_data.x.output")] },
        { name: "b", next_hop_type: "ResourceId", destinations: [unknown("terraform_data.y.output")] },
      ],
    });
  });
});
