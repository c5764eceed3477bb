import { attributesOf, readOne, reference, unknown } from "./configuration-json";

describe("a repeated resource", () => {
  it("has an instance for each key that can be told", () => {
    expect(
      attributesOf({
        resource: {
          azurerm_virtual_hub: {
            hub: {
              for_each: { weu: { prefix: "10.0.0.0/23" }, neu: { prefix: "10.1.0.0/23" } },
              name: "hub-${each.key}",
              address_prefix: "${each.value.prefix}",
            },
            set: { for_each: '${toset(["b", "a"])}', name: "${each.value}" },
            counted: { count: "${length(local.names)}", name: "${local.names[count.index]}" },
            none: { count: 0, name: "none" },
          },
          azurerm_vpn_gateway: {
            gw: {
              for_each: "${azurerm_virtual_hub.hub}",
              virtual_hub_id: "${each.value.id}",
              name: "${each.value.name}",
            },
            one: {
              virtual_hub_id: '${azurerm_virtual_hub.hub["weu"].id}',
              name: "${azurerm_virtual_hub.counted[1].name}",
            },
            tried: { virtual_hub_id: "${try(azurerm_virtual_hub.none[0].id, azurerm_virtual_hub.counted[0].id)}" },
          },
          azurerm_monitor_metric_alert: { all: { scopes: "${values(azurerm_virtual_hub.hub)[*].id}" } },
        },
        locals: { names: ["x", "y"] },
      }),
    ).toEqual({
      'azurerm_virtual_hub.hub["neu"]': { name: "hub-neu", address_prefix: "10.1.0.0/23" },
      'azurerm_virtual_hub.hub["weu"]': { name: "hub-weu", address_prefix: "10.0.0.0/23" },
      'azurerm_virtual_hub.set["a"]': { name: "a" },
      'azurerm_virtual_hub.set["b"]': { name: "b" },
      "azurerm_virtual_hub.counted[0]": { name: "x" },
      "azurerm_virtual_hub.counted[1]": { name: "y" },
      'azurerm_vpn_gateway.gw["neu"]': {
        virtual_hub_id: reference('azurerm_virtual_hub.hub["neu"]', ["id"]),
        name: "hub-neu",
      },
      'azurerm_vpn_gateway.gw["weu"]': {
        virtual_hub_id: reference('azurerm_virtual_hub.hub["weu"]', ["id"]),
        name: "hub-weu",
      },
      "azurerm_vpn_gateway.one": { virtual_hub_id: reference('azurerm_virtual_hub.hub["weu"]', ["id"]), name: "y" },
      "azurerm_vpn_gateway.tried": { virtual_hub_id: reference("azurerm_virtual_hub.counted[0]", ["id"]) },
      "azurerm_monitor_metric_alert.all": {
        scopes: [
          reference('azurerm_virtual_hub.hub["neu"]', ["id"]),
          reference('azurerm_virtual_hub.hub["weu"]', ["id"]),
        ],
      },
    });
  });

  it("stands once where its keys can't be told, and that is said", () => {
    const { resources, unread } = readOne({
      resource: {
        azurerm_virtual_hub: {
          hub: {
            for_each: "${var.hubs}",
            name: "hub-${each.key}",
            address_prefix: "${each.value.prefix}",
            sku: "Standard",
          },
        },
        azurerm_vpn_gateway: { gw: { virtual_hub_id: '${azurerm_virtual_hub.hub["weu"].id}' } },
      },
    });
    const hubs = unknown("${var.hubs}", "var.hubs");
    expect(resources.map(({ address, attributes }) => [address, attributes])).toEqual([
      [
        "azurerm_virtual_hub.hub",
        {
          name: unknown("hub-${each.key}", "var.hubs"),
          address_prefix: unknown("${each.value.prefix}", "var.hubs"),
          sku: "Standard",
        },
      ],
      [
        "azurerm_vpn_gateway.gw",
        { virtual_hub_id: unknown('${azurerm_virtual_hub.hub["weu"].id}', "azurerm_virtual_hub.hub", "var.hubs") },
      ],
    ]);
    expect(unread).toEqual([
      {
        address: "azurerm_virtual_hub.hub",
        reason: "is repeated as often as a value says that is unknown before the plan",
        unknown: hubs.unknown,
      },
    ]);
  });

  it.each([
    ["${var.on ? 1 : 0}", "var.on"],
    [1e9, "azurerm_virtual_hub.hub.count"],
    [-1, "azurerm_virtual_hub.hub.count"],
    ["x", "azurerm_virtual_hub.hub.count"],
  ])("is not told by a count of %j", (count, decidedBy) => {
    const { unread } = readOne({ resource: { azurerm_virtual_hub: { hub: { count, name: "hub" } } } });
    expect(unread.map(({ address, unknown: { decidedBy: by } }) => [address, by])).toEqual([
      ["azurerm_virtual_hub.hub", [decidedBy]],
    ]);
  });
});

describe("a dynamic block", () => {
  const siteWith = (dynamic: unknown, more: object = {}) =>
    attributesOf(JSON.parse(JSON.stringify({ resource: { azurerm_vpn_site: { hq: { ...more, dynamic } } } })))[
      "azurerm_vpn_site.hq"
    ];

  it("is a block for each element that can be told", () => {
    const content = {
      name: "${link.value.name}",
      bgp: { asn: "${link.value.asn}", peering_address: "10.0.255.${link.key}" },
    };
    expect(
      siteWith({
        link: {
          for_each: [
            { name: "a", asn: 65001 },
            { name: "b", asn: 65002 },
          ],
          content,
        },
      }),
    ).toEqual({
      link: [
        { name: "a", bgp: [{ asn: 65001, peering_address: "10.0.255.0" }] },
        { name: "b", bgp: [{ asn: 65002, peering_address: "10.0.255.1" }] },
      ],
    });
  });

  it("may name its iterator, hold another, and stand beside written blocks", () => {
    const dynamic = [
      {
        link: [
          {
            for_each: { a: [65001], b: [] },
            iterator: "l",
            content: [
              { name: "${l.key}", dynamic: { bgp: { for_each: "${l.value}", content: { asn: "${bgp.value}" } } } },
            ],
          },
        ],
      },
    ];
    expect(siteWith(dynamic, { link: { name: "written" } })).toEqual({
      link: [{ name: "written" }, { name: "a", bgp: [{ asn: 65001 }] }, { name: "b", bgp: [] }],
    });
  });

  it("makes the whole list unknown where its elements can't be told", () => {
    const dynamic = { link: { for_each: "${var.links}", content: { name: "${link.value}" } } };
    expect(siteWith(dynamic, { link: { name: "written" } })).toEqual({ link: unknown("${var.links}", "var.links") });
  });
});
