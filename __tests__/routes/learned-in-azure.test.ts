import { SECOND_NETWORK, SECOND_SPOKE } from "../policies/rules/sound";
import { learnedBeside } from "./learned";

const HUB = "azurerm_virtual_hub.sdc";
const SPOKE = "azurerm_virtual_hub_connection.app";
const ROUTE = "azurerm_virtual_hub_route_table_route.r";
const OWN = "azurerm_virtual_hub_route_table.own";
const PEER = "azurerm_virtual_hub_bgp_connection.nva";
const sdc = "${azurerm_virtual_hub.sdc.id}";
const app = "${azurerm_virtual_hub_connection.app.id}";

const TO_APP = { name: "r", destinations_type: "CIDR", destinations: ["10.8.0.0/16"], next_hop: app };

/** A route in the default table of the hub. */
function inDefault(more: object = {}) {
  return { [ROUTE]: { route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}", ...TO_APP, ...more } };
}

/** A route in a table of its own, which the spoke follows. */
function inOwn(more: object = {}) {
  return {
    [OWN]: { name: "own", virtual_hub_id: sdc, route: [TO_APP], ...more },
    [`${SPOKE}.routing`]: { associated_route_table_id: "${azurerm_virtual_hub_route_table.own.id}" },
  };
}

function onSpoke(...address_prefixes: readonly string[]) {
  return {
    [`${SPOKE}.routing`]: { static_vnet_route: [{ name: "nva", address_prefixes, next_hop_ip_address: "10.110.0.4" }] },
  };
}

const forwards = (name: string) => ({ [`network_intent.value.appliances["${name}"]`]: "forwardsByHubRoutes" });

const route = (carriage: string, via: string, more: string, prefix = "10.8.0.0/16") =>
  `${HUB} ${prefix} static ${carriage} ${via}, AS path 0${more}`;
const byIntent = (name: string) => `, carried by network_intent.appliances["${name}"]`;
const beside = (routes: readonly string[], openings: readonly string[] = []) => ({ routes, gone: [], openings });

describe("of its default route table, a hub follows", () => {
  const R = `${HUB}#r`;

  test("a route to a spoke, of which only intent tells where it leads", () => {
    expect(learnedBeside(inDefault())).toEqual(beside([route("unknown", R, byIntent(SPOKE))]));
    expect(learnedBeside({ ...inDefault(), ...forwards(SPOKE) })).toEqual(
      beside([route("onward", R, `, to ${SPOKE}`)]),
    );
  });

  test("a route to what lies in the spoke: that stays there", () => {
    expect(learnedBeside(inDefault({ destinations: ["10.110.1.0/24", "10.108.0.0/14"] }))).toEqual(
      beside([route("azure", R, "", "10.110.1.0/24"), route("unknown", R, byIntent(SPOKE), "10.108.0.0/14")]),
    );
  });

  test("a route to the hub's firewall, which sends on by what the hub has learned", () => {
    const firewall = { name: "fw", sku_name: "AZFW_Hub", virtual_hub: { virtual_hub_id: sdc } };
    const changes = { ...inDefault({ next_hop: "${azurerm_firewall.fw.id}" }), "azurerm_firewall.fw": firewall };
    expect(learnedBeside(changes)).toEqual(beside([route("onward", R, ", to azurerm_firewall.fw")]));
  });

  test("a route whose next hop can't be told, or isn't written", () => {
    const carried = (by: string) => beside([route("unknown", R, `, carried by ${by}`)]);
    expect(learnedBeside(inDefault({ next_hop: "${each.value}" }))).toEqual(carried("each.value"));
    expect(learnedBeside(inDefault({ next_hop: undefined }))).toEqual(carried(`${ROUTE}.next_hop`));
  });

  test("a route that may be in any table of the hub", () => {
    expect(learnedBeside(inDefault({ route_table_id: "${each.value}" }))).toEqual(
      beside([route("unknown", R, `, carried by each.value network_intent.appliances["${SPOKE}"]`)]),
    );
  });

  test("perhaps anything where destinations, or their type, can't be told, or are the names of services", () => {
    const opening = (by: string) => [`${HUB} : unknown, where hub hub-sdc, static route r leads: ${by}`];
    expect(learnedBeside(inDefault({ destinations: ["${var.d}"] }))).toEqual(beside([], opening("var.d")));
    expect(learnedBeside(inDefault({ destinations_type: "${var.t}" }))).toEqual(
      beside([route("unknown", R, byIntent(SPOKE))], opening("var.t")),
    );
    const service = { destinations_type: "Service", destinations: ["Storage"] };
    expect(learnedBeside(inDefault(service))).toEqual(beside([], opening(`${ROUTE}.destinations_type`)));
  });
});

describe("of a table of its own making, a hub has", () => {
  test("routes only where a spoke follows it", () => {
    expect(learnedBeside({ [OWN]: inOwn()[OWN] })).toEqual(beside([]));
    expect(learnedBeside(inOwn())).toEqual(beside([route("unknown", `${HUB}#r`, byIntent(SPOKE))]));
    expect(learnedBeside(inOwn({ route: "${var.routes}" }))).toEqual(
      beside([], [`${OWN} route: unknown, which static routes route table own has: var.routes`]),
    );
  });
});

describe("of routes that stand in the hub itself, or in a spoke connection, a hub follows", () => {
  const inHub = (more: object) => ({
    [`${HUB}.route`]: [{ address_prefixes: ["10.8.0.0/16"], next_hop_ip_address: "10.110.0.4", ...more }],
  });
  const R = `${HUB}#route[0]`;

  test("those of the hub, to an address of which only intent tells where it leads", () => {
    expect(learnedBeside(inHub({}))).toEqual(beside([route("unknown", R, byIntent("10.110.0.4"))]));
    expect(learnedBeside({ ...inHub({}), ...forwards("10.110.0.4") })).toEqual(
      beside([route("onward", R, `, to ${HUB}`)]),
    );
    expect(learnedBeside(inHub({ next_hop_ip_address: "${var.ip}" }))).toEqual(
      beside([route("unknown", R, ", carried by var.ip")]),
    );
    expect(learnedBeside(inHub({ next_hop_ip_address: undefined }))).toEqual(
      beside([route("unknown", R, `, carried by ${HUB}.route[0].next_hop_ip_address`)]),
    );
  });

  test("perhaps others where those of the hub can't be told", () => {
    expect(learnedBeside(inHub({ address_prefixes: ["10.8.0.0/16", "${var.h}"] }))).toEqual(
      beside(
        [route("unknown", R, byIntent("10.110.0.4"))],
        [`${HUB} route[0]: unknown, where hub hub-sdc, route[0] leads: var.h`],
      ),
    );
    expect(learnedBeside({ [`${HUB}.route`]: "${var.h}" })).toEqual(
      beside([], [`${HUB} route: unknown, which routes stand in hub hub-sdc: var.h`]),
    );
  });

  test("those of a spoke, which stay in it where they lead to its own addresses", () => {
    expect(learnedBeside(onSpoke("10.8.0.0/16", "10.110.3.0/24", "${var.s}"))).toEqual(
      beside(
        [route("unknown", SPOKE, byIntent("10.110.0.4")), route("azure", SPOKE, "", "10.110.3.0/24")],
        [`${SPOKE} routing[0].static_vnet_route[0]: unknown, where the static routes of spoke vnet-app lead: var.s`],
      ),
    );
    for (const name of [SPOKE, "10.110.0.4"]) {
      expect(learnedBeside({ ...onSpoke("10.8.0.0/16"), ...forwards(name) })).toEqual(
        beside([route("onward", SPOKE, `, to ${SPOKE}`)]),
      );
    }
    expect(learnedBeside({ [`${SPOKE}.routing`]: { static_vnet_route: "${var.s}" } })).toEqual(
      beside([], [`${SPOKE} routing[0].static_vnet_route: unknown, which static routes spoke vnet-app has: var.s`]),
    );
  });
});

describe("of appliances and spokes, a hub learns", () => {
  const peer = {
    name: "nva",
    virtual_hub_id: sdc,
    peer_asn: 65099,
    peer_ip: "10.110.0.4",
    virtual_network_connection_id: app,
  };
  const stated = (asPath: readonly number[]) => ({
    [`network_intent.value.hubPeers["${PEER}"]`]: { advertises: ["10.8.0.0/16"], asPath },
  });

  test("what a BGP peer is stated to tell, and perhaps anything where nobody states it", () => {
    const told = (whose: string, by: string) =>
      `${PEER} peer_ip: unknown, which routes the appliance 10.110.0.4 tells ${whose} over BGP connection nva: ${by}network_intent.hubPeers["${PEER}"].advertises`;
    expect(learnedBeside({ [PEER]: peer })).toEqual(beside([], [told("hub hub-sdc", "")]));
    expect(learnedBeside({ [PEER]: { ...peer, virtual_hub_id: "${each.value}" } })).toEqual(
      beside([], [told("its hub", "each.value ")]),
    );
    const appliance = `${HUB} 10.8.0.0/16 appliance`;
    expect(learnedBeside({ [PEER]: peer, ...stated([65099]) })).toEqual(
      beside([`${appliance} unknown ${PEER}, AS path 1${byIntent("10.110.0.4")}`]),
    );
    expect(learnedBeside({ [PEER]: peer, ...stated([65099]), ...forwards("10.110.0.4") })).toEqual(
      beside([`${appliance} onward ${PEER}, AS path 1`]),
    );
  });

  test("what a spoke has that may be at another hub, and nothing that is known behind a map that isn't", () => {
    const stray = {
      "azurerm_virtual_network.data": SECOND_NETWORK,
      "azurerm_virtual_hub_connection.data": { ...SECOND_SPOKE, virtual_hub_id: "${each.value}" },
    };
    expect(learnedBeside(stray)).toEqual(
      beside([
        `${HUB} 10.111.0.0/22 spoke unknown azurerm_virtual_hub_connection.data, AS path 0, carried by each.value`,
      ]),
    );
    expect(learnedBeside({ [`${SPOKE}.routing`]: { inbound_route_map_id: "${var.map}" } })).toEqual({
      routes: [],
      gone: [`${HUB} 10.110.0.0/22 spoke azure ${SPOKE}, AS path 0`],
      openings: [`${SPOKE} : azure, what spoke vnet-app tells its hub: var.map`],
    });
  });
});
