import { limits } from "../../../policies/rules/limits";
import { type Changes, said } from "./judging";

const SITE = "azurerm_vpn_site.bergen";
const HUB = "azurerm_virtual_hub.sdc";
const ADVERTISED = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
const OVER_VPN = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';

function messages(changes: Changes): unknown[] {
  return said(limits, changes).map(({ outcome, level, address, path, message }) => [
    outcome,
    level,
    address,
    path,
    message,
  ]);
}

function links(count: number) {
  return numbered(count).map((index) => ({
    name: index === 0 ? "a" : `l${index}`,
    ip_address: `10.31.0.${index + 4}`,
  }));
}

function prefixes(count: number): string[] {
  return numbered(count).map((index) => `10.${64 + Math.floor(index / 256)}.${index % 256}.0/24`);
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The configuration of many resources of a type, by name. */
function many(type: string, count: number, body: (index: number) => object): Changes {
  return { [type]: Object.fromEntries(numbered(count).map((index) => [`n${index}`, body(index)])) };
}

function spokes(count: number): Changes {
  return many("azurerm_virtual_hub_connection", count, (index) => ({
    name: `spoke-${index}`,
    virtual_hub_id: `\${${HUB}.id}`,
    remote_virtual_network_id: "${azurerm_virtual_network.app.id}",
  }));
}

/** Circuits of one hub, each at one of some peering locations. */
function circuits(count: number, locations: readonly string[]): Changes {
  return {
    network_intent: undefined,
    ...many("azurerm_express_route_circuit", count, (index) => ({
      name: `erc-${index}`,
      resource_group_name: "rg",
      peering_location: locations[index % locations.length],
    })),
    ...many("azurerm_express_route_circuit_peering", count, (index) => ({
      peering_type: "AzurePrivatePeering",
      resource_group_name: "rg",
      express_route_circuit_name: `\${azurerm_express_route_circuit.n${index}.name}`,
    })),
    ...many("azurerm_express_route_connection", count, (index) => ({
      name: `con-${index}`,
      express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
      express_route_circuit_peering_id: `\${azurerm_express_route_circuit_peering.n${index}.id}`,
    })),
  };
}

describe("limits", () => {
  test("says nothing of a network far from every limit", () => {
    expect(messages({})).toEqual([]);
    expect(messages({ [`${SITE}.link`]: links(3) })).toEqual([]);
  });

  test("refuses a fifth link of a site, and notes the fourth", () => {
    expect(said(limits, { [`${SITE}.link`]: links(5) })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: SITE,
        path: "link",
        message: "site bergen has 5 links; Azure takes 4 at most",
        remedy: "Make a second site for the further links.",
        evidence: { count: 5, limit: 4 },
      },
    ]);
    expect(messages({ [`${SITE}.link`]: links(4) })).toEqual([
      ["violation", "note", SITE, "link", "site bergen has 4 of the 4 links that Azure takes"],
    ]);
  });

  test("can't tell how many links a site has whose links are unknown", () => {
    expect(messages({ [`${SITE}.link`]: "${var.links}" })).toEqual([
      ["undecided", "error", SITE, "link", "which links site bergen has can't be told, nor whether they are 4 at most"],
    ]);
  });

  test("refuses more virtual networks than 500 less the hubs of the WAN", () => {
    expect(messages(spokes(449))).toEqual([]);
    expect(messages(spokes(450))).toEqual([
      ["violation", "note", HUB, "", "hub hub-sdc has 450 of the 499 connected virtual networks that Azure takes"],
    ]);
    expect(messages(spokes(500))).toEqual([
      ["violation", "error", HUB, "", "hub hub-sdc has 500 connected virtual networks; Azure takes 499 at most"],
    ]);
  });

  test("refuses more than 1000 VPN connections of a hub", () => {
    const connections = (count: number) => ({
      network_intent: undefined,
      ...many("azurerm_vpn_gateway_connection", count, (index) => ({
        name: `con-${index}`,
        vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
        remote_vpn_site_id: `\${${SITE}.id}`,
        vpn_link: [],
      })),
    });
    expect(messages(connections(899))).toEqual([]);
    expect(messages(connections(1001))).toEqual([
      ["violation", "error", HUB, "", "hub hub-sdc has 1001 VPN connections; Azure takes 1000 at most"],
    ]);
  });

  test("refuses more than eight circuits of a hub, and more than four of one location", () => {
    expect(messages(circuits(7, ["Oslo", "Stockholm", "Copenhagen"]))).toEqual([]);
    expect(messages(circuits(9, ["Oslo", "Stockholm", "Copenhagen"]))).toEqual([
      ["violation", "error", HUB, "", "hub hub-sdc has 9 ExpressRoute circuits; Azure takes 8 at most"],
    ]);
    expect(messages(circuits(5, ["Oslo", "oslo"]))).toEqual([
      ["violation", "error", HUB, "", "hub hub-sdc has 5 ExpressRoute circuits of Oslo; Azure takes 4 at most"],
    ]);
  });

  test("can't tell whether circuits of unknown locations are too many of one", () => {
    expect(messages(circuits(4, ["Oslo", "${var.location}"]))).toEqual([]);
    expect(said(limits, circuits(5, ["Oslo", "${var.location}"]))).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: HUB,
        path: "",
        message: "whether hub hub-sdc has more than 4 ExpressRoute circuits of one peering location can't be told",
        decidedBy: ["var.location"],
        evidence: {},
      },
    ]);
  });

  test("refuses more prefixes over ExpressRoute than the circuit's tier takes", () => {
    const over = (count: number, tier: unknown) => ({
      [ADVERTISED]: prefixes(count),
      "azurerm_express_route_circuit.stockholm.sku.tier": tier,
    });
    const connection = "azurerm_express_route_connection.stockholm";
    const path = 'expressRoute["azurerm_express_route_connection.stockholm"].advertises';
    expect(messages(over(3599, "Standard"))).toEqual([]);
    expect(messages(over(4001, "Premium"))).toEqual([]);
    expect(messages(over(4001, "Standard")).map((one) => JSON.stringify(one))).toEqual([
      expect.stringContaining(
        "on-premises routers advertise over circuit erc-stockholm at hub-sdc 4001 prefixes; Azure takes 4000 at most",
      ),
    ]);
    expect(
      said(limits, over(4001, "${var.tier}")).map(({ outcome, address, decidedBy }) => [outcome, address, decidedBy]),
    ).toEqual([["undecided", connection, ["var.tier"]]]);
    expect(messages(over(10_001, "${var.tier}"))).toEqual([
      [
        "violation",
        "error",
        connection,
        path,
        "on-premises routers advertise over circuit erc-stockholm at hub-sdc 10001 prefixes; Azure takes 10000 at most",
      ],
    ]);
  });

  test("refuses more than 4000 prefixes from a VPN device", () => {
    expect(
      said(limits, { [OVER_VPN]: prefixes(4001), "azurerm_virtual_wan.wan.allow_branch_to_branch_traffic": false }).map(
        ({ message }) => message,
      ),
    ).toEqual(["the device of site bergen, link a advertises 4001 prefixes; Azure takes 4000 at most"]);
  });

  test("refuses more than 1000 prefixes towards ExpressRoute: hubs, virtual networks, and what tunnels lead to", () => {
    const space = (count: number) => ({ "azurerm_virtual_network.app.address_space": prefixes(count) });
    expect(messages(space(897))).toEqual([]);
    expect(messages(space(999))).toEqual([
      [
        "violation",
        "error",
        HUB,
        "",
        "hub hub-sdc advertises 1001 prefixes over ExpressRoute; Azure takes 1000 at most",
      ],
    ]);
    // Without branch-to-branch, what tunnels lead to is not advertised.
    const separate = { ...space(999), "azurerm_virtual_wan.wan.allow_branch_to_branch_traffic": false };
    expect(messages(separate)).toEqual([
      [
        "violation",
        "note",
        HUB,
        "",
        "hub hub-sdc advertises 1000 of the 1000 prefixes over ExpressRoute that Azure takes",
      ],
    ]);
  });

  test.each<readonly [string, number, unknown]>([
    ["azurerm_vpn_gateway.sdc.scale_unit", 41, "VPN gateway vpngw-sdc has 41 scale units; Azure takes 40 at most"],
    ["azurerm_vpn_gateway.sdc.scale_unit", 0, "VPN gateway vpngw-sdc has 0 scale units; Azure takes 1 to 40"],
    [
      "azurerm_express_route_gateway.sdc.scale_units",
      11,
      "ExpressRoute gateway ergw-sdc has 11 scale units; Azure takes 10 at most",
    ],
    [`${HUB}.virtual_router_auto_scale_min_capacity`, 51, "hub hub-sdc has 51 routing units; Azure takes 50 at most"],
  ])("refuses %s = %d", (path, value, message) => {
    expect(said(limits, { [path]: value }).map(({ level, message: text }) => [level, text])).toEqual([
      ["error", message],
    ]);
  });

  test("takes as many units as Azure has, with a note, and can't tell an unknown number", () => {
    expect(messages({ "azurerm_vpn_gateway.sdc.scale_unit": 40 })).toEqual([
      [
        "violation",
        "note",
        "azurerm_vpn_gateway.sdc",
        "scale_unit",
        "VPN gateway vpngw-sdc has 40 of the 40 scale units that Azure takes",
      ],
    ]);
    expect(messages({ "azurerm_vpn_gateway.sdc.scale_unit": "${var.units}" })).toEqual([
      [
        "undecided",
        "error",
        "azurerm_vpn_gateway.sdc",
        "scale_unit",
        "how many scale units VPN gateway vpngw-sdc has is unknown, so it may be none of 1 to 40",
      ],
    ]);
  });
});
