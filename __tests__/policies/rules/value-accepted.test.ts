import { isOurType } from "../../../network/ledger/kept";
import { valueAccepted } from "../../../policies/rules/value-accepted";
import { ACCEPTED_VALUES } from "../../../policies/rules/values/table";
import { networkOf } from "../../support/network";
import { type Changes, said, saidOf } from "./judging";
import { idOf, SOUND } from "./sound";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const LINK = `${CONNECTION}.vpn_link[0]`;
const POLICY = `${LINK}.ipsec_policy[0]`;
const TUNNEL = "site bergen at hub-sdc";

function messages(changes: Changes): unknown[] {
  return said(valueAccepted, changes).map(({ outcome, address, path, message }) => [outcome, address, path, message]);
}

/** A resource of its own beside the sound network. */
function beside(address: string, body: object): Changes {
  return { [address]: body };
}

describe("value-accepted", () => {
  test("takes what the provider takes, and what is left to its defaults", () => {
    expect(messages({})).toEqual([]);
  });

  test("refuses an algorithm that there isn't, in a block that holds references", () => {
    expect(said(valueAccepted, { [`${POLICY}.encryption_algorithm`]: "AES512" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: CONNECTION,
        path: "vpn_link[0].ipsec_policy[0].encryption_algorithm",
        message: 'encryption_algorithm of site bergen at hub-sdc is "AES512", which the provider refuses',
        remedy: "Use AES192, AES128, AES256, DES, DES3, GCMAES192, GCMAES128, GCMAES256 or None.",
        evidence: { value: "AES512" },
      },
    ]);
  });

  test("refuses the right word in the wrong letters", () => {
    expect(messages({ [`${POLICY}.encryption_algorithm`]: "gcmaes256" })).toEqual([
      [
        "violation",
        CONNECTION,
        "vpn_link[0].ipsec_policy[0].encryption_algorithm",
        'encryption_algorithm of site bergen at hub-sdc is "gcmaes256", which the provider refuses',
      ],
    ]);
  });

  test.each<readonly [string, unknown, string]>([
    [`${POLICY}.ike_integrity_algorithm`, "SHA512", TUNNEL],
    [`${POLICY}.dh_group`, "DHGroup5", TUNNEL],
    [`${POLICY}.pfs_group`, "PFS5", TUNNEL],
    [`${POLICY}.sa_lifetime_sec`, 299, TUNNEL],
    [`${POLICY}.sa_lifetime_sec`, 172800, TUNNEL],
    [`${LINK}.protocol`, "IKEv3", TUNNEL],
    [`${LINK}.connection_mode`, "Initiator", TUNNEL],
    [`${LINK}.bandwidth_mbps`, 0, TUNNEL],
    [`${LINK}.bandwidth_mbps`, 10.5, TUNNEL],
    [`${LINK}.dpd_timeout_seconds`, 8, TUNNEL],
    [`${LINK}.dpd_timeout_seconds`, 3601, TUNNEL],
    [`${LINK}.route_weight`, -1, TUNNEL],
    ["azurerm_virtual_hub.sdc.hub_routing_preference", "VPN", "hub hub-sdc"],
    ["azurerm_virtual_hub.sdc.virtual_router_auto_scale_min_capacity", 1, "hub hub-sdc"],
    ["azurerm_express_route_gateway.sdc.scale_units", 11, "ExpressRoute gateway ergw-sdc"],
    ["azurerm_express_route_connection.stockholm.routing_weight", 32001, "circuit erc-stockholm at hub-sdc"],
    ["azurerm_express_route_circuit.stockholm.sku.tier", "Gold", "circuit erc-stockholm"],
    ["azurerm_express_route_circuit_peering.stockholm.peering_type", "Private", "peering of circuit erc-stockholm"],
    ["azurerm_vpn_gateway.sdc.routing_preference", "MicrosoftNetwork", "VPN gateway vpngw-sdc"],
  ])("refuses %s = %s", (path, value, called) => {
    const shown = typeof value === "string" ? JSON.stringify(value) : String(value);
    const [, address = "", inside = ""] = /^(\w+\.\w+)\.(.*)$/.exec(path) ?? [];
    const name = inside.split(".").at(-1);
    const at = inside.replace("sku.tier", "sku[0].tier");
    expect(messages({ [path]: value })).toEqual([
      ["violation", address, at, `${name} of ${called} is ${shown}, which the provider refuses`],
    ]);
  });

  test.each<readonly [string, unknown]>([
    [`${POLICY}.sa_lifetime_sec`, 300],
    [`${POLICY}.sa_lifetime_sec`, "172799"],
    [`${LINK}.dpd_timeout_seconds`, 9],
    [`${LINK}.dpd_timeout_seconds`, 3600],
    [`${LINK}.bandwidth_mbps`, 1],
    ["azurerm_express_route_gateway.sdc.scale_units", 10],
    ["azurerm_express_route_connection.stockholm.routing_weight", 32000],
  ])("takes %s = %s", (path, value) => {
    expect(messages({ [path]: value })).toEqual([]);
  });

  test.each<readonly [string, unknown, string, string]>([
    [`${POLICY}.sa_data_size_kb`, 1023, "Use a whole number from 1024 to 2147483647.", TUNNEL],
    [
      "azurerm_vpn_gateway.sdc.bgp_settings[0].peer_weight",
      101,
      "Use a whole number from 0 to 100.",
      "VPN gateway vpngw-sdc",
    ],
    ["azurerm_virtual_wan.wan.type", "Premium", "Use Basic or Standard.", "WAN wan-nordics"],
  ])("refuses %s = %s, as Azure does and the provider doesn't", (path, value, remedy, called) => {
    const [, address = "", inside = ""] = /^(\w+\.\w+)\.(.*)$/.exec(path) ?? [];
    expect(said(valueAccepted, { [path]: value })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address,
        path: inside,
        message: `${inside.split(".").at(-1)} of ${called} is ${JSON.stringify(value)}, which Azure refuses`,
        remedy,
        evidence: { value },
      },
    ]);
  });

  test.each<readonly [string, unknown]>([
    [`${POLICY}.sa_data_size_kb`, 1024],
    ["azurerm_vpn_gateway.sdc.bgp_settings[0].peer_weight", 0],
    ["azurerm_vpn_gateway.sdc.bgp_settings[0].peer_weight", 100],
    ["azurerm_virtual_wan.wan.type", "standard"],
  ])("takes %s = %s, as Azure does", (path, value) => {
    expect(messages({ [path]: value })).toEqual([]);
  });

  test.each<readonly [string, string, string, string]>([
    ["azurerm_virtual_hub.sdc.name", "hub/sdc", "it holds /", "hub hub/sdc"],
    ["azurerm_virtual_wan.wan.name", "wan?", "it holds ?", 'WAN "wan?"'],
    ["azurerm_vpn_gateway.sdc.name", "gw\tsdc", "it holds a control character", 'VPN gateway "gw\\tsdc"'],
    ["azurerm_vpn_gateway.sdc.name", "gw.", "it ends with a space or a period", "VPN gateway gw."],
    ["azurerm_vpn_gateway.sdc.name", "gw ", "it ends with a space or a period", 'VPN gateway "gw "'],
    [`${LINK}.name`, "a#b", "it holds #", TUNNEL],
  ])("refuses %s = %j, which fits no ARM id", (path, name, fault, called) => {
    const [, address = "", inside = ""] = /^(\w+\.\w+)\.(.*)$/.exec(path) ?? [];
    expect(said(valueAccepted, { [path]: name })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address,
        path: inside,
        message: `name of ${called} is ${JSON.stringify(name)}, which fits no ARM id: ${fault}`,
        remedy: "Use letters, digits, hyphens, underscores and periods, with a letter, digit or underscore at the end.",
        evidence: { name },
      },
    ]);
  });

  test("refuses the name of a site's link that fits no ARM id", () => {
    expect(messages({ "azurerm_vpn_site.bergen.link[1]": { name: "b/c", ip_address: "10.31.0.5" } })).toEqual([
      [
        "violation",
        "azurerm_vpn_site.bergen",
        "link[1].name",
        'name of site bergen is "b/c", which fits no ARM id: it holds /',
      ],
    ]);
  });

  test.each([" a", "hub sdc", "wan_1.x", "${var.name}"])("takes the name %j", (name) => {
    expect(messages({ "azurerm_virtual_hub.sdc.name": name })).toEqual([]);
  });

  test.each(["westeurop", "West Europ", "swedencenter", "usgovviginia"])(
    "warns of the location %j, which is near a region",
    (location) => {
      expect(said(valueAccepted, { "azurerm_virtual_hub.sdc.location": location })).toMatchObject([
        {
          outcome: "violation",
          level: "warning",
          address: "azurerm_virtual_hub.sdc",
          path: "location",
          message: `location of hub hub-sdc is ${JSON.stringify(location)}, which is no region that is known`,
          evidence: { location },
        },
      ]);
    },
  );

  test.each(["West Europe", "westeurope", "US Gov Virginia", "China North 3", "eastus3", "atlantis", "${var.region}"])(
    "takes the location %j",
    (location) => {
      expect(messages({ "azurerm_virtual_hub.sdc.location": location })).toEqual([]);
    },
  );

  test("refuses a firewall of a hub that names no hub", () => {
    const firewall = { name: "fw", location: "westeurope", sku_name: "AZFW_Hub", sku_tier: "Standard" };
    const hub = { virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" };
    expect(said(valueAccepted, beside("azurerm_firewall.fw", firewall))).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_firewall.fw",
        path: "virtual_hub",
        message: "firewall fw has the SKU AZFW_Hub, but no virtual_hub",
        remedy: "Add a virtual_hub block with the hub's id, or use AZFW_VNet.",
        evidence: {},
      },
    ]);
    expect(messages(beside("azurerm_firewall.fw", { ...firewall, virtual_hub: [hub] }))).toEqual([]);
    expect(messages(beside("azurerm_firewall.fw", { ...firewall, sku_name: "AZFW_VNet" }))).toEqual([]);
  });

  test("refuses each wrong element of a list", () => {
    const policy = { name: "all", destinations: ["PrivateTraffic", "Private"], next_hop: "${azurerm_firewall.fw.id}" };
    const address = "azurerm_virtual_hub_routing_intent.all";
    expect(messages(beside(address, { name: "all", routing_policy: [policy] }))).toEqual([
      [
        "violation",
        address,
        "routing_policy[0].destinations[1]",
        'destinations of routing intent all is "Private", which the provider refuses',
      ],
    ]);
  });

  test("can't tell of values that are unknown, nor of blocks", () => {
    expect(said(valueAccepted, { [`${POLICY}.dh_group`]: "${var.group}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: CONNECTION,
        path: "vpn_link[0].ipsec_policy[0].dh_group",
        message: "dh_group of site bergen at hub-sdc is unknown, so it may be no value that the provider takes",
        decidedBy: ["var.group"],
        evidence: {},
      },
    ]);
    expect(messages({ [`${LINK}.ipsec_policy`]: "${var.policies}" })).toEqual([
      [
        "undecided",
        CONNECTION,
        "vpn_link[0].ipsec_policy",
        "what vpn_link[0].ipsec_policy of site bergen at hub-sdc holds can't be told, nor whether the provider takes it",
      ],
    ]);
  });

  test("takes an empty value of what exists already for one that nobody wrote, and no other", () => {
    const routing = { static_vnet_local_route_override_criteria: "" };
    const spoke = "azurerm_virtual_hub_connection.app";
    const id = idOf("virtualHubs", "hub-sdc/hubVirtualNetworkConnections/app");
    expect(messages({ [`${spoke}.routing`]: [routing], [`${spoke}.id`]: id })).toEqual([]);
    expect(messages({ [`${spoke}.routing`]: [routing] })).toHaveLength(1);
    expect(messages({ [`${POLICY}.dh_group`]: "", [`${CONNECTION}.id`]: idOf("vpnGateways", "x") })).toHaveLength(1);
  });

  test("doesn't judge data sources: Azure has taken what they hold", () => {
    const hub = { name: "hub-old", resource_group_name: "rg", sku: "Classic", hub_routing_preference: "Old" };
    expect(saidOf(valueAccepted, networkOf({ ...SOUND, data: { azurerm_virtual_hub: { old: hub } } }))).toEqual([]);
  });

  test("speaks of types that are read only", () => {
    expect([...ACCEPTED_VALUES.keys()].filter((type) => !isOurType(type))).toEqual([]);
  });

  test("takes a 0 or an empty text of what exists already, where nobody wrote it, and shows a long text in part", () => {
    const monitor = (port: unknown, more: object = {}) =>
      beside("azurerm_network_connection_monitor.sites", {
        name: "sites",
        ...more,
        test_configuration: [{ name: "http", protocol: "Http", http_configuration: [{ port }] }],
      });
    const id = { id: idOf("networkWatchers", "nw/connectionMonitors/sites") };
    expect(messages(monitor(0, id))).toEqual([]);
    expect(messages(monitor(0)).length).toBe(1);
    expect(messages(monitor(70000, id)).length).toBe(1);
    const shown = (text: string) => said(valueAccepted, { [`${POLICY}.dh_group`]: text }).map(({ message }) => message);
    expect(shown("x".repeat(60))).toEqual([`dh_group of ${TUNNEL} is "${"x".repeat(60)}", which the provider refuses`]);
    expect(shown("x".repeat(61))).toEqual([
      `dh_group of ${TUNNEL} is "${"x".repeat(57)}...", which the provider refuses`,
    ]);
  });

  test("asks for no virtual_hub of a firewall whose block can't be told, nor of one in a network", () => {
    const firewall = (more: object) =>
      messages(beside("azurerm_firewall.fw", { name: "fw", sku_tier: "Standard", ...more })).map((one) =>
        JSON.stringify(one),
      );
    expect(firewall({ sku_name: "AZFW_Hub" })).toEqual([expect.stringContaining("but no virtual_hub")]);
    expect(firewall({ sku_name: "AZFW_VNet" })).toEqual([]);
    expect(
      firewall({ sku_name: "AZFW_Hub", virtual_hub: "${var.hub}" }).filter((one) => one.includes("but no")),
    ).toEqual([]);
  });
});
