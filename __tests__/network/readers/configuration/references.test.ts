import { readConfigurations } from "../../../../network/readers/configuration/read-configuration";
import { UnknownAttribute } from "../../../../network/resource";
import { attributesOf, readOne, reference, STACK, stack, unknown } from "./configuration-json";

const SITE = {
  name: "hq",
  address_cidrs: ["10.0.0.0/24"],
  link: [
    { name: "a", ip_address: "10.0.0.4", bgp: { asn: 65010, peering_address: "10.0.255.1" } },
    { name: "b", ip_address: "10.0.0.5" },
  ],
};

/** What one attribute of a second resource gives that is written like this. */
function given(expression: string, more: Record<string, unknown> = {}) {
  const content = JSON.parse(
    JSON.stringify({
      resource: { azurerm_vpn_site: { hq: SITE }, azurerm_virtual_wan: { wan: { name: expression } }, ...more },
      data: { azurerm_virtual_hub: { old: { name: "old", location: "westeurope" } } },
      locals: { site: "${azurerm_vpn_site.hq}", id: "${local.site.id}", deep: { names: ["x", "${local.id}"] } },
      variable: { x: { default: "y" } },
    }),
  );
  return attributesOf(content)["azurerm_virtual_wan.wan"]?.name;
}

describe("a reference in configuration", () => {
  it.each([
    ["${azurerm_vpn_site.hq.name}", "hq"],
    ["wan-${azurerm_vpn_site.hq.name}", "wan-hq"],
    ["${azurerm_vpn_site.hq.link[1].ip_address}", "10.0.0.5"],
    ["${azurerm_vpn_site.hq.link[0].bgp[0].peering_address}", "10.0.255.1"],
    ["${tolist(azurerm_vpn_site.hq.address_cidrs)[0]}", "10.0.0.0/24"],
    ['${join(",", azurerm_vpn_site.hq.link[*].name)}', "a,b"],
    ["${local.site.link[0].name}", "a"],
    ["${data.azurerm_virtual_hub.old.location}", "westeurope"],
  ])("to what is written gives it: %s", (text, value) => {
    expect(given(text)).toBe(value);
  });

  it.each([
    ["${azurerm_vpn_site.hq.id}", reference("azurerm_vpn_site.hq", ["id"])],
    ["${azurerm_vpn_site.hq.link[0].id}", reference("azurerm_vpn_site.hq", ["link", 0, "id"])],
    ["${one([azurerm_vpn_site.hq.id])}", reference("azurerm_vpn_site.hq", ["id"])],
    ["${local.id}", reference("azurerm_vpn_site.hq", ["id"])],
    ["${local.deep.names[1]}", reference("azurerm_vpn_site.hq", ["id"])],
    [
      "${data.azurerm_virtual_hub.old.default_route_table_id}",
      reference("data.azurerm_virtual_hub.old", ["default_route_table_id"]),
    ],
  ])("to what Azure makes is a reference: %s", (text, value) => {
    expect(given(text)).toEqual(value);
  });

  it.each([
    // A variable may be set otherwise at plan, whatever its default.
    ["${var.x}", ["var.x"]],
    ["wan-${azurerm_vpn_site.hq.id}", ["azurerm_vpn_site.hq.id"]],
    ["${azurerm_vpn_site.missing.id}", ["azurerm_vpn_site.missing.id"]],
    ["${module.spokes.wan_name}", ["module.spokes.wan_name"]],
    ["${terraform.workspace}", ["terraform.workspace"]],
    ["${local.missing}", ["local.missing"]],
    ['%{ if var.x != "" }${azurerm_vpn_site.hq.name}%{ endif }', ["var.x"]],
    ["${", ["azurerm_virtual_wan.wan.name"]],
  ])("to anything else is unknown, with what decides it: %s", (text, decidedBy) => {
    expect(given(text)).toEqual(unknown(text, ...decidedBy));
  });

  it("in a circle is unknown, and ends", () => {
    const found = attributesOf({
      locals: { a: "${local.b}", b: "${local.a}" },
      resource: {
        azurerm_virtual_wan: { wan: { name: "${local.a}", tags: { x: "${azurerm_virtual_hub.hub.sku}" } } },
        azurerm_virtual_hub: { hub: { name: "hub", sku: '${azurerm_virtual_wan.wan.tags["x"]}' } },
      },
    });
    expect(found["azurerm_virtual_wan.wan"]?.name).toEqual(new UnknownAttribute({ decidedBy: ["local.a"] }));
    expect(found["azurerm_virtual_hub.hub"]?.sku).toEqual(
      new UnknownAttribute({ decidedBy: ["azurerm_virtual_hub.hub.sku"] }),
    );
  });

  it("reads blocks as a plan has them: a list, however they are written", () => {
    expect(attributesOf({ resource: [{ azurerm_vpn_site: [{ hq: [SITE] }] }] })["azurerm_vpn_site.hq"]).toEqual({
      ...SITE,
      link: [
        { name: "a", ip_address: "10.0.0.4", bgp: [{ asn: 65010, peering_address: "10.0.255.1" }] },
        { name: "b", ip_address: "10.0.0.5" },
      ],
    });
  });

  it("leaves out what Terraform takes for itself", () => {
    const wan = {
      "//": { metadata: { path: "global/wan" } },
      name: "wan",
      depends_on: ["azurerm_resource_group.rg"],
      lifecycle: { prevent_destroy: true },
      provider: "azurerm.other",
      timeouts: { create: "60m" },
    };
    const { resources } = readOne({ resource: { azurerm_virtual_wan: { wan } } });
    expect(resources).toEqual([
      {
        address: "azurerm_virtual_wan.wan",
        type: "azurerm_virtual_wan",
        standing: "managed",
        input: STACK,
        constructPath: "global/wan",
        attributes: { name: "wan" },
      },
    ]);
  });
});

describe("several files of one folder", () => {
  it("are one module", () => {
    const sites = {
      resource: {
        azurerm_vpn_site: { hq: { name: "${local.name}", virtual_wan_id: "${azurerm_virtual_wan.wan.id}" } },
      },
    };
    const wan = { resource: { azurerm_virtual_wan: { wan: { name: "wan" } } }, locals: [{ name: "hq" }] };
    const [reading] = readConfigurations([stack({}, { contents: [sites, wan] })]);
    expect(reading?.resources.map(({ address, attributes }) => [address, attributes])).toEqual([
      ["azurerm_vpn_site.hq", { name: "hq", virtual_wan_id: reference("azurerm_virtual_wan.wan", ["id"]) }],
      ["azurerm_virtual_wan.wan", { name: "wan" }],
    ]);
  });
});
