import { Reference, UnknownAttribute } from "../../../../network/resource";
import type { JsonObject } from "../../../../text/json";
import { attributesOf, change, configured, is, refers } from "./plan-json";

const CONNECTION = "azurerm_vpn_gateway_connection.hq";
const GATEWAY = "azurerm_vpn_gateway.gw";

function unknown(...decidedBy: string[]): UnknownAttribute {
  return new UnknownAttribute({ decidedBy });
}

function link(index: number): Reference {
  return new Reference(
    "azurerm_vpn_site.hq",
    "plan.json",
    ["link", index, "id"],
    `azurerm_vpn_site.hq.link[${index}].id`,
  );
}

function siteLink(index: number) {
  return refers(`azurerm_vpn_site.hq.link[${index}].id`, "azurerm_vpn_site.hq");
}

/** The links of a connection whose plan has blocks of these names, and whose configuration has these. */
function linksOf(planned: readonly string[], written: readonly (readonly [string, number])[]) {
  const found = attributesOf({
    changes: [
      change({ base: "azurerm_vpn_site.hq", unknown: { id: true, link: [{ id: true }, { id: true }, { id: true }] } }),
      change({
        base: CONNECTION,
        after: { vpn_link: planned.map((name) => ({ name })) },
        unknown: { vpn_link: planned.map(() => ({ vpn_site_link_id: true, shared_key: true })) },
      }),
    ],
    root: {
      resources: [
        configured("azurerm_vpn_site.hq", {}),
        configured(
          CONNECTION,
          written.length === 0
            ? {}
            : { vpn_link: written.map(([name, index]) => ({ name: is(name), vpn_site_link_id: siteLink(index) })) },
        ),
      ],
    },
  });
  return found[CONNECTION]?.vpn_link;
}

function hidden(name: string, index: number) {
  return {
    name,
    vpn_site_link_id: unknown(`${CONNECTION}.vpn_link[${index}].vpn_site_link_id`),
    shared_key: unknown(`${CONNECTION}.vpn_link[${index}].shared_key`),
  };
}

function told(name: string, index: number, at: number) {
  return {
    name,
    vpn_site_link_id: link(at),
    shared_key: new UnknownAttribute({ decidedBy: [`${CONNECTION}.vpn_link[${index}].shared_key`] }, true),
  };
}

describe("nested blocks of a plan", () => {
  it("are paired with those of the configuration", () => {
    expect(
      linksOf(
        ["a", "b"],
        [
          ["a", 0],
          ["b", 1],
        ],
      ),
    ).toEqual([told("a", 0, 0), told("b", 1, 1)]);
  });

  it("of a dynamic block are unknown: neither is there an expression, nor may the value be the provider's", () => {
    expect(linksOf(["a", "b"], [])).toEqual([hidden("a", 0), hidden("b", 1)]);
  });

  it("beside a dynamic block are told by their constants", () => {
    expect(
      linksOf(
        ["a", "b", "c"],
        [
          ["c", 2],
          ["b", 1],
        ],
      ),
    ).toEqual([hidden("a", 0), told("b", 1, 1), told("c", 2, 2)]);
  });

  it("beside a dynamic block are not told where two have the same constants", () => {
    expect(linksOf(["a", "a"], [["a", 0]])).toEqual([hidden("a", 0), hidden("a", 1)]);
  });

  it("that a dynamic block makes of something unknown are unknown as a whole", () => {
    const found = attributesOf({
      changes: [change({ base: "azurerm_vpn_site.hq", unknown: { link: true, o365_policy: true } })],
      root: { resources: [configured("azurerm_vpn_site.hq", {})] },
    });
    expect(found["azurerm_vpn_site.hq"]).toEqual({
      link: unknown("azurerm_vpn_site.hq.link"),
      o365_policy: new UnknownAttribute({ decidedBy: ["azurerm_vpn_site.hq.o365_policy"] }, true),
    });
  });

  it("of a set are told by their constants, since a set has no order", () => {
    const found = attributesOf({
      changes: [
        change({ base: "terraform_data.x", unknown: { output: true } }),
        change({ base: "terraform_data.y", unknown: { output: true } }),
        change({
          base: "azurerm_virtual_hub_route_table.t",
          after: {
            route: [
              { name: "a", destinations: [null] },
              { name: "b", destinations: [null] },
            ],
          },
          unknown: { route: [{ destinations: [true] }, { destinations: [true] }] },
        }),
      ],
      root: {
        resources: [
          configured("azurerm_virtual_hub_route_table.t", {
            route: [
              { name: is("b"), destinations: refers("terraform_data.y.output", "terraform_data.y") },
              { name: is("a"), destinations: refers("terraform_data.x.output", "terraform_data.x") },
            ],
          }),
        ],
      },
    });
    expect(found["azurerm_virtual_hub_route_table.t"]).toEqual({
      route: [
        { name: "a", destinations: [unknown("terraform_data.x.output")] },
        { name: "b", destinations: [unknown("terraform_data.y.output")] },
      ],
    });
  });

  it("keep what is known, whatever the configuration looks like", () => {
    const after = { bgp_settings: [{ asn: 65515, peer_weight: 0 }], tags: { owner: "net", __proto__x: "1" } };
    const found = attributesOf({ changes: [change({ base: GATEWAY, after })], root: { resources: [] } });
    expect(found[GATEWAY]).toEqual(after);
  });
});

describe("a block that the provider fills in where nobody writes it", () => {
  it("is nothing written where a plan doesn't know it, and is unknown where it was written", () => {
    const table = "azurerm_virtual_hub_route_table.spokes";
    const routes = (expressions: JsonObject) =>
      attributesOf({
        changes: [change({ base: table, after: { name: "spokes" }, unknown: { route: true } })],
        root: { resources: [configured(table, expressions)] },
      })[table]?.route;
    const at = `${table}.route`;
    expect([routes({ name: is("spokes") }), routes({ name: is("spokes"), route: [{ name: is("r") }] })]).toEqual([
      new UnknownAttribute({ decidedBy: [at] }, true),
      new UnknownAttribute({ decidedBy: [at] }),
    ]);
  });
});
