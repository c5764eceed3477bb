import { Reference, UnknownAttribute } from "../../../../network/resource";
import type { JsonObject } from "../../../../text/json";
import { attributesOf, change, configured, is, refers } from "./plan-json";

const PLAN = "plan.json";
const HUB = "azurerm_virtual_hub.this";
const GATEWAY = "azurerm_vpn_gateway.this";
const SITE = "azurerm_vpn_site.this";
const CONNECTION = "azurerm_vpn_gateway_connection.this";

function to(address: string, path: readonly (string | number)[], expression: string): Reference {
  return new Reference(address, PLAN, path, expression);
}

function unknown(...decidedBy: string[]): UnknownAttribute {
  return new UnknownAttribute({ decidedBy });
}

/** A module with a hub and a gateway, which hands out their ids. */
const hubModule: JsonObject = {
  outputs: {
    gateway_id: { expression: refers(`${GATEWAY}.id`, GATEWAY) },
    hub: { expression: refers(HUB) },
    prefix: { expression: is("10.0.0.0/23") },
  },
  resources: [configured(HUB, {}), configured(GATEWAY, { virtual_hub_id: refers(`${HUB}.id`, HUB) })],
};

/** A module with a connection that takes the gateway's id from a variable. */
const siteModule: JsonObject = {
  variables: { gateway_id: {}, hub: {} },
  resources: [
    configured(SITE, {}),
    configured(CONNECTION, {
      vpn_gateway_id: refers("var.gateway_id"),
      remote_vpn_site_id: refers(`${SITE}.id`, SITE),
      routing: [{ associated_route_table: refers("var.hub.default_route_table_id", "var.hub") }],
    }),
  ],
};

const unknownConnection = {
  vpn_gateway_id: true,
  remote_vpn_site_id: true,
  routing: [{ associated_route_table: true }],
};

function hubsIn(module: string): JsonObject[] {
  return [
    change({ module, base: HUB, unknown: { id: true, default_route_table_id: true } }),
    change({ module, base: GATEWAY, unknown: { id: true, virtual_hub_id: true } }),
  ];
}

function sitesIn(module: string): JsonObject[] {
  return [
    change({ module, base: SITE, unknown: { id: true } }),
    change({ module, base: CONNECTION, after: { routing: [{}] }, unknown: unknownConnection }),
  ];
}

describe("references between modules", () => {
  it("lead through outputs and variables to the instance", () => {
    const found = attributesOf({
      changes: [...hubsIn("module.hub"), ...sitesIn('module.site["a.b/c \\"d\\""]')],
      root: {
        module_calls: {
          hub: { module: hubModule },
          site: {
            expressions: {
              gateway_id: refers("module.hub.gateway_id", "module.hub"),
              hub: refers("module.hub.hub", "module.hub"),
            },
            for_each_expression: refers("var.sites"),
            module: siteModule,
          },
        },
      },
    });
    const site = 'module.site["a.b/c \\"d\\""]';
    expect(found[`${site}.${CONNECTION}`]).toEqual({
      vpn_gateway_id: to(`module.hub.${GATEWAY}`, ["id"], "var.gateway_id"),
      remote_vpn_site_id: to(`${site}.${SITE}`, ["id"], `${SITE}.id`),
      routing: [
        {
          associated_route_table: to(`module.hub.${HUB}`, ["default_route_table_id"], "var.hub.default_route_table_id"),
        },
      ],
    });
  });

  it("lead through modules in modules", () => {
    const found = attributesOf({
      changes: [...hubsIn("module.region.module.hub"), ...sitesIn("module.region.module.site")],
      root: {
        module_calls: {
          region: {
            module: {
              module_calls: {
                hub: { module: hubModule },
                site: {
                  expressions: {
                    gateway_id: refers("module.hub.gateway_id", "module.hub"),
                    hub: refers("module.hub.hub", "module.hub"),
                  },
                  module: siteModule,
                },
              },
            },
          },
        },
      },
    });
    expect(found[`module.region.module.site.${CONNECTION}`]?.vpn_gateway_id).toEqual(
      to(`module.region.module.hub.${GATEWAY}`, ["id"], "var.gateway_id"),
    );
  });

  const regional = (gateway: JsonObject, hub: JsonObject = refers("module.hub", "each.value.region", "each.value")) =>
    attributesOf({
      changes: [...hubsIn('module.hub["weu"]'), ...hubsIn('module.hub["neu"]'), ...sitesIn('module.site["hq"]')],
      root: {
        variables: { sites: {} },
        module_calls: {
          hub: { module: hubModule, for_each_expression: refers("var.regions") },
          site: {
            expressions: { gateway_id: gateway, hub },
            for_each_expression: refers("var.sites"),
            module: siteModule,
          },
        },
      },
      variables: { sites: { value: { hq: { region: "neu" } } } },
    })[`module.site["hq"].${CONNECTION}`];

  it("find the one output of a module instance that gives what an attribute takes", () => {
    // module.hub[each.value.region].gateway_id: the plan records neither the key's place nor the output.
    const byRegion = refers("module.hub", "each.value.region", "each.value");
    expect(regional(byRegion)?.vpn_gateway_id).toEqual(to(`module.hub["neu"].${GATEWAY}`, ["id"], `${GATEWAY}.id`));
  });

  it("take a written key as it is", () => {
    const written = refers('module.hub["weu"].gateway_id', 'module.hub["weu"]', "module.hub");
    expect(regional(written)?.vpn_gateway_id).toEqual(to(`module.hub["weu"].${GATEWAY}`, ["id"], "var.gateway_id"));
  });

  it("are unknown, with the address, where the key can't be told", () => {
    const byLocal = refers("module.hub", "local.region_of", "each.key");
    expect(regional(byLocal)?.vpn_gateway_id).toEqual(unknown("module.hub", "local.region_of"));
  });

  it("that go in a circle end as unknown", () => {
    const found = attributesOf({
      changes: sitesIn("module.site"),
      root: {
        module_calls: {
          site: {
            expressions: { gateway_id: refers("module.site.again", "module.site"), hub: refers("module.site") },
            module: { ...siteModule, outputs: { again: { expression: refers("var.gateway_id") } } },
          },
        },
      },
    });
    expect(found[`module.site.${CONNECTION}`]?.vpn_gateway_id).toEqual(unknown("module.site.var.gateway_id"));
  });
});
