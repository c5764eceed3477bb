import { literalPrefix } from "../../address/prefix";
import { routeTable } from "../../paths/table";
import { type Changes, changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const HUB = "azurerm_virtual_hub.sdc";
const SPOKE = "azurerm_virtual_hub_connection.app";
const TUNNEL = "azurerm_vpn_gateway_connection.bergen#a";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const OVER = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;
const THROUGH = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';

/** `hub: encrypted over x (reason)` for each place that is asked of packets to an address. */
function asked(address: string, changes: Changes = {}): { readonly [from: string]: string } {
  const { routes } = routeTable(networkOf(changed(SOUND, changes)), { to: literalPrefix(`${address}/32`) });
  const rows = routes.filter(({ direction }) => direction === "to-onprem");
  return Object.fromEntries(
    rows.map(({ from, outcome, via, reason }) => [from, `${outcome} ${via.join(", ")} (${reason})`]),
  );
}

/** A second hub of the WAN, with a spoke, connected to the same circuit or to none. */
function secondHub(isConnected: boolean): Changes {
  const circuit: Changes = {
    "azurerm_express_route_gateway.noe": {
      name: "ergw-noe",
      resource_group_name: "rg",
      location: "norwayeast",
      virtual_hub_id: "${azurerm_virtual_hub.noe.id}",
      scale_units: 1,
    },
    "azurerm_express_route_connection.noe": {
      name: "noe",
      express_route_gateway_id: "${azurerm_express_route_gateway.noe.id}",
      express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
    },
    'network_intent.value.expressRoute["azurerm_express_route_connection.noe"]': { advertises: [] },
  };
  return {
    "azurerm_virtual_hub.noe": {
      name: "hub-noe",
      resource_group_name: "rg",
      location: "norwayeast",
      virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
      address_prefix: "10.101.0.0/23",
    },
    ...(isConnected ? circuit : {}),
  };
}

const FAR = "azurerm_virtual_hub.noe";

describe("asked for an address, the table has a row for every place", () => {
  test("where packets stay in Azure too: in a spoke, and at the hub's own addresses", () => {
    expect(asked("10.110.1.7")).toEqual({
      [HUB]: `inside ${SPOKE} (only-candidate)`,
      [SPOKE]: "inside  (own-addresses)",
    });
    expect(asked("10.100.0.9")).toEqual({
      [HUB]: "inside  (own-addresses)",
      [SPOKE]: "inside  (own-addresses)",
    });
  });

  test("at another hub's own addresses, which come back over a circuit of both or not at all", () => {
    expect(asked("10.101.0.9", secondHub(false))).toEqual({
      [HUB]: "dropped  (no-route)",
      [SPOKE]: "dropped  (no-route)",
      [FAR]: "inside  (own-addresses)",
    });
    expect(asked("10.101.0.9", secondHub(true))).toMatchObject({
      [HUB]: `clear ${CIRCUIT} (not-advertised-over-vpn)`,
      [FAR]: "inside  (own-addresses)",
    });
  });

  test("where nothing leads there", () => {
    expect(asked("10.77.0.1")).toEqual({ [HUB]: "dropped  (no-route)", [SPOKE]: "dropped  (no-route)" });
  });
});

describe("what is published of Azure's routing, in the table", () => {
  test("0.0.0.0/0 stays in its hub, and a spoke hears of it only where its connection says so", () => {
    const byDefault = { ...secondHub(false), [THROUGH]: ["0.0.0.0/0"] };
    expect(asked("10.77.0.1", byDefault)).toEqual({
      [HUB]: `encrypted ${TUNNEL} (only-candidate)`,
      [SPOKE]: "dropped  (no-route)",
      [FAR]: "dropped  (no-route)",
    });
    expect(asked("10.77.0.1", { ...byDefault, [`${SPOKE}.internet_security_enabled`]: true })).toMatchObject({
      [SPOKE]: `encrypted ${TUNNEL} (only-candidate)`,
    });
  });

  test("a route of a spoke connection is taken for its longer prefix, and what its next hop does is undecided", () => {
    const routes = [{ name: "nva", address_prefixes: ["10.31.17.0/24"], next_hop_ip_address: "10.110.0.4" }];
    expect(asked("10.31.17.9", { [`${SPOKE}.routing`]: { static_vnet_route: routes } })).toMatchObject({
      [HUB]: `undecided ${SPOKE} (more-specific-on-vpn)`,
    });
  });

  test("a WAN with encryption off sends everything through its tunnels in the clear", () => {
    expect(asked("10.31.16.9", { "azurerm_virtual_wan.wan.disable_vpn_encryption": true })).toMatchObject({
      [HUB]: `clear ${TUNNEL} (encryption-off)`,
    });
  });

  test("of two circuits the connection that weighs more is taken, where AS paths don't say otherwise", () => {
    const circuits = (asPath: readonly number[]): Changes => ({
      "azurerm_express_route_connection.heavy": {
        name: "heavy",
        express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
        express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
        routing_weight: 100,
      },
      [OVER]: ["10.31.0.0/16"],
      [`network_intent.value.expressRoute["${CIRCUIT}"].asPath`]: [12076, 65020],
      'network_intent.value.expressRoute["azurerm_express_route_connection.heavy"]': {
        advertises: ["10.31.0.0/16"],
        asPath,
      },
    });
    const heavy = "azurerm_express_route_connection.heavy";
    expect(asked("10.31.1.9", circuits([12076, 65020]))).toMatchObject({
      [HUB]: `clear ${heavy} (not-advertised-over-vpn)`,
    });
    expect(asked("10.31.1.9", circuits([12076, 65020, 65020]))).toMatchObject({
      [HUB]: `clear ${heavy}, ${CIRCUIT} (not-advertised-over-vpn)`,
    });
  });

  test("the reason is that of the hub asked: it takes another hub's route for its AS path", () => {
    const far: Changes = {
      ...secondHub(true),
      "azurerm_virtual_hub.noe.hub_routing_preference": "ASPath",
      'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.asPath': [65032],
      'network_intent.value.expressRoute["azurerm_express_route_connection.noe"]': {
        advertises: ["10.31.16.0/20"],
        asPath: [12076, 65020, 65020, 65020],
      },
    };
    expect(asked("10.31.16.9", far)).toMatchObject({ [FAR]: `encrypted ${TUNNEL} (as-path)` });
  });

  test("another hub's route may win over the hub's own, two ASNs longer: known issue 12", () => {
    const far = (length: number): Changes => ({
      ...secondHub(true),
      'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.asPath': [65032],
      'network_intent.value.expressRoute["azurerm_express_route_connection.noe"]': {
        advertises: ["10.31.16.0/20"],
        asPath: Array(length).fill(12076),
      },
    });
    const own = "azurerm_express_route_connection.noe";
    expect(asked("10.31.16.9", far(2))).toMatchObject({ [FAR]: `clear ${own} (equal-prefix)` });
    expect(asked("10.31.16.9", far(3))).toMatchObject({ [FAR]: `undecided ${own}, ${TUNNEL} (known-issue)` });
  });

  test("a firewall in the hub sends on by what the hub has learned, and is named", () => {
    const secured: Changes = {
      "azurerm_firewall.fw": { name: "fw", resource_group_name: "rg", location: "swedencentral", sku_name: "AZFW_Hub" },
      "azurerm_virtual_hub_routing_intent.ri": {
        name: "ri",
        virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
        routing_policy: [{ name: "all", destinations: ["PrivateTraffic"], next_hop: "${azurerm_firewall.fw.id}" }],
      },
    };
    const network = networkOf(changed(SOUND, secured));
    const { routes } = routeTable(network, { to: literalPrefix("10.31.16.9/32"), from: new Set([SPOKE]) });
    expect(routes.map(({ outcome, via, sentence }) => ({ outcome, via, sentence }))).toEqual([
      {
        outcome: "encrypted",
        via: [TUNNEL],
        sentence:
          "The tunnel has a longer prefix than ExpressRoute. On the way firewall fw (azurerm_firewall.fw) inspects it.",
      },
    ]);
  });

  test("ExpressRoute of other hubs comes last where there are several and AS paths decide", () => {
    const third: Changes = {
      ...secondHub(true),
      "azurerm_virtual_hub.fic": {
        name: "hub-fic",
        resource_group_name: "rg",
        location: "finlandcentral",
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        address_prefix: "10.103.0.0/23",
        hub_routing_preference: "ASPath",
      },
      'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.asPath': [65032, 65032, 65032],
      'network_intent.value.expressRoute["azurerm_express_route_connection.noe"]': {
        advertises: ["10.31.16.0/20"],
        asPath: [12076, 65020],
      },
    };
    expect(asked("10.31.16.9", third)).toMatchObject({
      "azurerm_virtual_hub.fic": `encrypted ${TUNNEL} (preference)`,
    });
  });
});

describe("the first and the last address of a place's own prefix", () => {
  test.each(["10.100.0.0", "10.100.1.255"])("stay in the hub: %s", (address) => {
    expect(asked(address)).toEqual({ [HUB]: "inside  (own-addresses)", [SPOKE]: "inside  (own-addresses)" });
  });

  test.each(["10.110.0.0", "10.110.3.255"])("stay in the spoke: %s", (address) => {
    expect(asked(address)).toEqual({ [HUB]: `inside ${SPOKE} (only-candidate)`, [SPOKE]: "inside  (own-addresses)" });
  });

  test.each(["10.99.255.255", "10.100.2.0", "10.109.255.255", "10.110.4.0"])(
    "and those beside it don't: %s",
    (address) => {
      expect(asked(address)).toEqual({ [HUB]: "dropped  (no-route)", [SPOKE]: "dropped  (no-route)" });
    },
  );
});

test("of a spoke whose table can't be told, one row says so for all that its hub learns", () => {
  const stray = { [`${SPOKE}.routing`]: { associated_route_table_id: "${each.value}" } };
  const { routes } = routeTable(networkOf(changed(SOUND, stray)), { from: new Set([SPOKE]) });
  expect(
    routes.map(({ destination, outcome, via, reason, sentence }) => [destination, outcome, via, reason, sentence]),
  ).toEqual([
    [
      "10.31.0.0/16",
      "undecided",
      [],
      "own-route-table",
      "It can't be told which routes the spoke hears; each.value would tell.",
    ],
  ]);
});
