import { encryptedToOnprem } from "../../../policies/rules/encrypted-to-onprem";
import { type Changes, said, saidTogether } from "./judging";

const SPOKE = "azurerm_virtual_hub_connection.app";
const TUNNEL = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const HUB = "${azurerm_virtual_hub.sdc.id}";
const DEFAULT = "${azurerm_virtual_hub.sdc.default_route_table_id}";

/** Outcome, place and what is said in evidence or what would decide. */
function brief(changes: Changes) {
  return said(encryptedToOnprem, changes).map(({ outcome, address, path, decidedBy, evidence }) => {
    const reason = "reason" in evidence ? evidence.reason : undefined;
    return { outcome, address, path, told: outcome === "violation" ? reason : decidedBy };
  });
}

const OVER_EXPRESS_ROUTE = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;
const THROUGH_TUNNEL = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';

describe("encrypted-to-onprem, by static routes", () => {
  const LONGER = ["10.31.17.0/24"];
  const appliance = { address_prefixes: LONGER, next_hop_ip_address: "10.110.0.4" };
  const asking = (name: string) => [
    { outcome: "undecided", address: TUNNEL, path: "", told: [`network_intent.appliances["${name}"]`] },
  ];
  const forwarding = (name: string) => ({ "network_intent.value.appliances": { [name]: "forwardsByHubRoutes" } });

  test("minds no destination of IPv6, which no hub takes", () => {
    const route = { name: "six", address_prefixes: ["fd00:a::/48"], next_hop_ip_address: "10.110.0.4" };
    expect(brief({ [`${SPOKE}.routing`]: { static_vnet_route: [route] } })).toEqual([]);
  });

  test("asks what an appliance does that a spoke connection or the hub itself routes to", () => {
    const ofSpoke = { [`${SPOKE}.routing`]: { static_vnet_route: [{ name: "nva", ...appliance }] } };
    expect(brief(ofSpoke)).toEqual(asking("10.110.0.4"));
    expect(brief({ ...ofSpoke, ...forwarding("10.110.0.4") })).toEqual([]);
    expect(brief({ ...ofSpoke, ...forwarding(SPOKE) })).toEqual([]);
    const ofHub = { "azurerm_virtual_hub.sdc.route": [appliance] };
    expect(brief(ofHub)).toEqual(asking("10.110.0.4"));
    expect(brief({ ...ofHub, ...forwarding("10.110.0.4") })).toEqual([]);
  });

  test("takes what an input's own intent says of an appliance, not another input's, of an appliance that happens to have the address", () => {
    const ofSpoke = { [`${SPOKE}.routing`]: { static_vnet_route: [{ name: "nva", ...appliance }] } };
    const judged = (here: Changes, there: Changes) =>
      saidTogether(encryptedToOnprem, { "here.tf.json": { ...ofSpoke, ...here }, "there.tf.json": there });
    const asked = judged({}, forwarding("10.110.0.4"));
    expect(asked.map(({ outcome, decidedBy }) => [outcome, decidedBy])).toContainEqual([
      "undecided",
      ['network_intent.appliances["10.110.0.4"]'],
    ]);
    expect(judged(forwarding("10.110.0.4"), {}).filter(({ outcome }) => outcome === "undecided")).toEqual([]);
  });

  test("hears of those of a spoke connection where it propagates, in other hubs too, unless that is off", () => {
    const routes = { static_vnet_route: [{ name: "nva", ...appliance }] };
    const off = { ...routes, static_vnet_propagate_static_routes_enabled: false };
    expect(brief({ [`${SPOKE}.routing`]: off })).toEqual([]);
    const nowhere = { ...routes, propagated_route_table: { labels: ["none"] } };
    expect(brief({ [`${SPOKE}.routing`]: nowhere })).toEqual([]);
    const unsure = { ...routes, static_vnet_propagate_static_routes_enabled: "${var.on}" };
    expect(brief({ [`${SPOKE}.routing`]: unsure })).toEqual([
      { outcome: "undecided", address: TUNNEL, path: "", told: ['network_intent.appliances["10.110.0.4"]', "var.on"] },
    ]);
  });

  test("goes on by the routes that the hub has learned where the next hop is a firewall", () => {
    const route = (next: string) => ({
      "azurerm_firewall.fw": { name: "fw", resource_group_name: "rg", location: "swedencentral", sku_name: "AZFW_Hub" },
      "azurerm_virtual_hub_route_table_route.all": {
        route_table_id: DEFAULT,
        name: "all",
        destinations_type: "CIDR",
        destinations: ["10.31.17.0/24"],
        next_hop: next,
      },
    });
    expect(brief(route("${azurerm_firewall.fw.id}"))).toEqual([]);
    const inHub = { "azurerm_firewall.fw.virtual_hub": [{ virtual_hub_id: HUB }] };
    expect(brief({ ...route("${azurerm_firewall.fw.id}"), ...inHub })).toEqual([]);
    expect(brief(route(`\${${SPOKE}.id}`))).toEqual(asking(SPOKE));
    const leaking = { ...route("${azurerm_firewall.fw.id}"), [THROUGH_TUNNEL]: ["10.90.0.0/16"] };
    expect(brief(leaking).map(({ outcome }) => outcome)).toEqual(["violation"]);
  });

  test.each([
    ["another hub", { sku_name: "AZFW_Hub", virtual_hub: [{ virtual_hub_id: "${azurerm_virtual_hub.other.id}" }] }],
    ["a virtual network", { sku_name: "AZFW_VNet" }],
  ])("asks what a firewall of %s does, for it isn't the hub's own", (_, more) => {
    const firewall = {
      "azurerm_virtual_hub.other": {
        name: "other",
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        address_prefix: "10.101.0.0/23",
      },
      "azurerm_firewall.fw": { name: "fw", resource_group_name: "rg", location: "norwayeast", ...more },
    };
    const route = {
      route_table_id: DEFAULT,
      name: "all",
      destinations_type: "CIDR",
      destinations: ["10.31.17.0/24"],
      next_hop: "${azurerm_firewall.fw.id}",
    };
    const asked = asking("azurerm_firewall.fw")[0]?.told;
    const told = brief({ ...firewall, "azurerm_virtual_hub_route_table_route.all": route });
    expect(told.map((one) => [one.outcome, one.told])).toContainEqual(["undecided", asked]);
    const policy = { name: "all", destinations: ["PrivateTraffic"], next_hop: "${azurerm_firewall.fw.id}" };
    const intent = { name: "ri", virtual_hub_id: HUB, routing_policy: [policy] };
    const behind = brief({ ...firewall, "azurerm_virtual_hub_routing_intent.ri": intent });
    expect(behind.map((one) => [one.outcome, one.told])).toContainEqual(["undecided", asked]);
  });

  test("leaves what lies in the spoke that a route leads into there", () => {
    const route = {
      route_table_id: DEFAULT,
      name: "home",
      destinations_type: "CIDR",
      destinations: ["10.110.1.0/24"],
      next_hop: `\${${SPOKE}.id}`,
    };
    const guarded = { "network_intent.value.protected": ["10.31.16.0/20", "10.110.1.0/24"] };
    expect(brief({ "azurerm_virtual_hub_route_table_route.home": route, ...guarded })).toEqual([]);
  });
});

describe("encrypted-to-onprem, behind routing intent", () => {
  const INTENT: Changes = {
    "azurerm_firewall.fw": { name: "fw", resource_group_name: "rg", location: "swedencentral", sku_name: "AZFW_Hub" },
    "azurerm_virtual_hub_routing_intent.ri": {
      name: "ri",
      virtual_hub_id: HUB,
      routing_policy: [{ name: "all", destinations: ["PrivateTraffic"], next_hop: "${azurerm_firewall.fw.id}" }],
    },
  };

  test("decides as without it, for a firewall goes on by what the hub has learned", () => {
    expect(brief(INTENT)).toEqual([]);
    expect(brief({ ...INTENT, [OVER_EXPRESS_ROUTE]: ["10.31.16.0/24"] })).toEqual([
      { outcome: "violation", address: TUNNEL, path: "", told: "more-specific-on-expressroute" },
    ]);
  });

  test("passes over static routes to which its next hop doesn't listen", () => {
    const routes = {
      static_vnet_route: [{ name: "nva", address_prefixes: ["10.31.17.0/24"], next_hop_ip_address: "10.110.0.4" }],
    };
    expect(brief({ ...INTENT, [`${SPOKE}.routing`]: routes })).toEqual([]);
  });

  test("is undecided where only a default route leads there", () => {
    expect(brief({ ...INTENT, [THROUGH_TUNNEL]: ["0.0.0.0/0"], [OVER_EXPRESS_ROUTE]: ["10.31.0.0/24"] })).toEqual([
      { outcome: "undecided", address: TUNNEL, path: "", told: ["azurerm_virtual_hub_routing_intent.ri"] },
    ]);
  });
});

describe("encrypted-to-onprem, beside a BGP peer of the hub", () => {
  const PEER = "azurerm_virtual_hub_bgp_connection.nva";
  const peer = (advertises: readonly string[]) => ({
    [PEER]: { name: "nva", virtual_hub_id: HUB, peer_asn: 65030, peer_ip: "10.110.0.4" },
    "network_intent.value.hubPeers": { [PEER]: { advertises, asPath: [65030] } },
  });

  test("decides all that the peer doesn't announce", () => {
    expect(brief(peer(["10.50.0.0/16"]))).toEqual([]);
    expect(brief(peer(["10.31.18.0/24"]))).toEqual([
      { outcome: "undecided", address: TUNNEL, path: "", told: ['network_intent.appliances["10.110.0.4"]'] },
    ]);
  });
});

describe("encrypted-to-onprem, with encryption off", () => {
  test("refuses tunnels of a WAN that encrypts none, and of a policy without encryption", () => {
    const off = [{ outcome: "violation", address: TUNNEL, path: "", told: "encryption-off" }];
    expect(brief({ "azurerm_virtual_wan.wan.disable_vpn_encryption": true })).toEqual(off);
    expect(brief({ [`${TUNNEL}.vpn_link[0].ipsec_policy[0].encryption_algorithm`]: "None" })).toEqual(off);
  });
});

describe("encrypted-to-onprem, with a second WAN", () => {
  const OTHER: Changes = {
    "azurerm_virtual_wan.lab": { name: "wan-lab", location: "swedencentral", resource_group_name: "rg" },
    "azurerm_virtual_hub.lab": {
      name: "hub-lab",
      resource_group_name: "rg",
      location: "swedencentral",
      virtual_wan_id: "${azurerm_virtual_wan.lab.id}",
      address_prefix: "10.102.0.0/23",
    },
    "azurerm_express_route_gateway.lab": {
      name: "ergw-lab",
      resource_group_name: "rg",
      location: "swedencentral",
      virtual_hub_id: "${azurerm_virtual_hub.lab.id}",
      scale_units: 1,
    },
    "azurerm_express_route_connection.lab": {
      name: "lab",
      express_route_gateway_id: "${azurerm_express_route_gateway.lab.id}",
      express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
    },
  };
  const over = (advertises: readonly string[]) => ({
    ...OTHER,
    'network_intent.value.expressRoute["azurerm_express_route_connection.lab"]': { advertises },
  });

  test("refuses what that reaches in the clear, stated or by default", () => {
    const clear = [
      {
        outcome: "violation",
        address: "azurerm_express_route_connection.lab",
        path: "",
        told: "not-advertised-over-vpn",
      },
    ];
    expect(brief(over(["10.31.0.0/16"]))).toEqual(clear);
    expect(brief({ ...over(["10.31.0.0/16"]), "network_intent.value.protected": undefined })).toEqual(clear);
  });

  test("takes one that doesn't lead there, and can't tell where it may", () => {
    expect(brief(over(["10.99.0.0/16"]))).toEqual([]);
    expect(brief(OTHER)).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_express_route_connection.lab",
        path: "",
        told: ['network_intent.expressRoute["azurerm_express_route_connection.lab"].advertises'],
      },
    ]);
  });
});
