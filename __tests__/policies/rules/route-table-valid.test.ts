import { routeTableValid } from "../../../policies/rules/route-table-valid";
import { type Changes, said } from "./judging";
import { idOf } from "./sound";

const TABLE = "azurerm_virtual_hub_route_table.own";
const INTENT = "azurerm_virtual_hub_routing_intent.all";
const OWN = {
  name: "own",
  virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
  route: [
    {
      name: "nva",
      destinations_type: "CIDR",
      destinations: ["10.8.0.0/16"],
      next_hop: "${azurerm_virtual_hub_connection.app.id}",
    },
  ],
};
const ALL = {
  name: "all",
  virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
  routing_policy: [
    { name: "private", destinations: ["PrivateTraffic"], next_hop: "${azurerm_firewall.fw.id}" },
    { name: "internet", destinations: ["Internet"], next_hop: "${azurerm_firewall.fw.id}" },
  ],
};

function messages(changes: Changes): unknown[] {
  return said(routeTableValid, changes).map(({ outcome, address, path, message }) => [outcome, address, path, message]);
}

describe("route-table-valid", () => {
  test("takes a table of its own, and routing intent at a hub without one", () => {
    expect(messages({ [TABLE]: OWN })).toEqual([]);
    expect(messages({ [INTENT]: ALL })).toEqual([]);
  });

  test("refuses a CIDR destination that is none, in a table and in a route of its own", () => {
    expect(said(routeTableValid, { [TABLE]: OWN, [`${TABLE}.route[0].destinations[0]`]: "10.8.0.0" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: TABLE,
        path: "route[0].destinations[0]",
        message: 'destination "10.8.0.0" of route table own is no prefix: it has no mask',
        remedy: "Write it as address/length, with no host bits set.",
        evidence: { destination: "10.8.0.0" },
      },
    ]);
    const route = "azurerm_virtual_hub_route_table_route.alone";
    expect(
      messages({ [route]: { ...OWN.route[0], destinations: ["nonsense"] } }).map((one) => JSON.stringify(one)),
    ).toEqual([expect.stringContaining('azurerm_virtual_hub_route_table_route.alone","destinations[0]"')]);
  });

  test("takes any text where destinations are no CIDRs", () => {
    const service = {
      [`${TABLE}.route[0].destinations_type`]: "Service",
      [`${TABLE}.route[0].destinations[0]`]: "Storage",
    };
    expect(messages({ [TABLE]: OWN, ...service })).toEqual([]);
  });

  test.each(["defaultRouteTable", "NoneRouteTable"])("refuses the name %s", (name) => {
    expect(messages({ [TABLE]: { ...OWN, name } })).toEqual([
      [
        "violation",
        TABLE,
        "name",
        `route table ${name} has the name ${name}, which Azure keeps for a table of its own`,
      ],
    ]);
  });

  test("refuses a table beside routing intent", () => {
    expect(messages({ [TABLE]: OWN, [INTENT]: ALL })).toEqual([
      ["violation", TABLE, "virtual_hub_id", `route table own stands beside routing intent all (${INTENT})`],
    ]);
  });

  test("takes a table whose routing intent is at another hub", () => {
    const hub = { name: "noe", virtual_wan_id: "${azurerm_virtual_wan.wan.id}", address_prefix: "10.101.0.0/23" };
    const intent = { ...ALL, virtual_hub_id: "${azurerm_virtual_hub.noe.id}" };
    expect(messages({ "azurerm_virtual_hub.noe": hub, [TABLE]: OWN, [INTENT]: intent })).toEqual([]);
  });

  test("refuses two policies for one destination", () => {
    expect(messages({ [INTENT]: ALL, [`${INTENT}.routing_policy[1].destinations[0]`]: "PrivateTraffic" })).toEqual([
      [
        "violation",
        INTENT,
        "routing_policy[1].destinations[0]",
        "routing intent all has two policies for PrivateTraffic",
      ],
    ]);
  });

  test("can't tell of unknown destinations, names and hubs", () => {
    expect(messages({ [TABLE]: OWN, [`${TABLE}.route[0].destinations[0]`]: "${var.prefix}" })).toEqual([
      [
        "undecided",
        TABLE,
        "route[0].destinations",
        "whether a destination of route table own is a prefix can't be told",
      ],
    ]);
    expect(messages({ [TABLE]: { ...OWN, name: "${var.name}" } })).toEqual([
      ["undecided", TABLE, "name", `the name of route table ${TABLE} is unknown, so it may be a reserved one`],
    ]);
    expect(messages({ [TABLE]: OWN, [INTENT]: { ...ALL, virtual_hub_id: "${each.value}" } })).toEqual([
      ["undecided", TABLE, "virtual_hub_id", "whether route table own stands beside routing intent can't be told"],
    ]);
    expect(messages({ [INTENT]: ALL, [`${INTENT}.routing_policy[1].destinations[0]`]: "${var.what}" })).toEqual([
      ["undecided", INTENT, "routing_policy", "whether routing intent all has one policy a destination can't be told"],
    ]);
  });

  test("refuses a destination that stands in a table twice", () => {
    const second = { ...OWN.route[0], name: "two", destinations: ["10.9.0.0/16", "10.8.0.0/16"] };
    expect(said(routeTableValid, { [TABLE]: { ...OWN, route: [OWN.route[0], second] } })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: TABLE,
        path: "route[1].destinations[1]",
        message: "destination 10.8.0.0/16 of route table own stands in route table own, static route nva too",
        remedy: "Keep one route for each destination of a table.",
        evidence: { destination: "10.8.0.0/16", other: TABLE, otherPath: "route[0]" },
      },
    ]);
    expect(
      messages({ [TABLE]: { ...OWN, route: [OWN.route[0], { ...second, destinations: ["10.8.0.0/17"] }] } }),
    ).toEqual([]);
    expect(messages({ [TABLE]: OWN, "azurerm_virtual_hub_route_table.other": { ...OWN, name: "other" } })).toEqual([]);
  });

  test("refuses a destination that a route of its own has again, in the default table too", () => {
    const route = (table: string) => ({ ...OWN.route[0], route_table_id: table });
    const [one, two] = ["azurerm_virtual_hub_route_table_route.one", "azurerm_virtual_hub_route_table_route.two"];
    const ofHub = "${azurerm_virtual_hub.sdc.default_route_table_id}";
    expect(messages({ [TABLE]: OWN, [one]: route(`\${${TABLE}.id}`) })).toEqual([
      [
        "violation",
        one,
        "destinations[0]",
        "destination 10.8.0.0/16 of route table own (azurerm_virtual_hub_route_table.own) stands in route table own, static route nva (azurerm_virtual_hub_route_table.own) too",
      ],
    ]);
    expect(messages({ [one]: route(ofHub), [two]: route(ofHub) })).toEqual([
      [
        "violation",
        two,
        "destinations[0]",
        "destination 10.8.0.0/16 of default route table of hub hub-sdc (azurerm_virtual_hub.sdc) stands in static route azurerm_virtual_hub_route_table_route.one too",
      ],
    ]);
  });

  test("refuses a static route to a virtual network beside routing intent", () => {
    const route = "azurerm_virtual_hub_route_table_route.nva";
    const own = { ...OWN.route[0], route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}" };
    expect(said(routeTableValid, { [route]: own, [INTENT]: ALL })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: route,
        path: "next_hop",
        message:
          "static route nva, which leads to spoke vnet-app (azurerm_virtual_hub_connection.app), stands beside routing intent all (azurerm_virtual_hub_routing_intent.all)",
        remedy: "Take the static route out: beside routing intent, traffic goes through its next hop.",
        evidence: { routingIntent: INTENT },
      },
    ]);
    expect(messages({ [route]: own })).toEqual([]);
    expect(messages({ [route]: { ...own, next_hop: idOf("azureFirewalls", "fw") }, [INTENT]: ALL })).toEqual([]);
    expect(messages({ [route]: own, [INTENT]: { ...ALL, virtual_hub_id: "${each.value}" } })).toEqual([
      [
        "undecided",
        route,
        "next_hop",
        "whether static route nva, which leads to spoke vnet-app (azurerm_virtual_hub_connection.app), stands beside routing intent can't be told",
      ],
    ]);
  });

  test("can't tell whether a route map on an ExpressRoute connection goes beside routing intent", () => {
    const connection = "azurerm_express_route_connection.stockholm";
    const map = { name: "only-devices", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" };
    const mapped = {
      "azurerm_route_map.in": map,
      [`${connection}.routing`]: [
        {
          associated_route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
          inbound_route_map_id: "${azurerm_route_map.in.id}",
        },
      ],
    };
    expect(said(routeTableValid, { ...mapped, [INTENT]: ALL })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: connection,
        path: "routing[0].inbound_route_map_id",
        message: `the route map on circuit erc-stockholm at hub-sdc stands beside routing intent all (${INTENT}): whether Azure takes it there can't be told`,
        evidence: {},
        decidedBy: [`${connection}.routing[0].inbound_route_map_id`],
      },
    ]);
    expect(messages(mapped)).toEqual([]);
    expect(messages({ [INTENT]: ALL, [`${connection}.routing`]: undefined })).toEqual([]);
    expect(messages({ ...mapped, [INTENT]: { ...ALL, virtual_hub_id: "${each.value}" } })).toEqual([
      [
        "undecided",
        connection,
        "routing[0].inbound_route_map_id",
        "the route map on circuit erc-stockholm at hub-sdc may stand beside routing intent: whether Azure takes it there can't be told",
      ],
    ]);
  });

  test("is undecided on a destination or a type that can't be told, and on none of a service", () => {
    const at = `${TABLE}.route[0]`;
    const unknown = (more: Changes) =>
      said(routeTableValid, { [TABLE]: OWN, ...more }).map(({ path, decidedBy }) => [path, decidedBy]);
    expect(unknown({ [`${at}.destinations[0]`]: "${var.prefix}" })).toEqual([
      ["route[0].destinations", ["var.prefix"]],
    ]);
    expect(unknown({ [`${at}.destinations_type`]: "${var.type}" })).toEqual([["route[0].destinations", ["var.type"]]]);
    const service = { [`${at}.destinations_type`]: "Service", [`${at}.destinations[0]`]: "${var.service}" };
    expect(unknown(service)).toEqual([]);
    const untyped = { [`${at}.destinations_type`]: undefined, [`${at}.destinations[0]`]: "${var.prefix}" };
    expect(unknown(untyped)).toEqual([["route[0].destinations", ["var.prefix"]]]);
  });

  test("asks about a route to a spoke in a table that can't be told, where there is any routing intent", () => {
    const stray: Changes = {
      "azurerm_virtual_hub_route_table_route.stray": { ...OWN.route[0], route_table_id: "${each.value}" },
    };
    expect(said(routeTableValid, stray)).toEqual([]);
    expect(
      said(routeTableValid, { ...stray, [INTENT]: ALL }).map(({ outcome, address, path, decidedBy }) => [
        outcome,
        address,
        path,
        decidedBy,
      ]),
    ).toEqual([["undecided", "azurerm_virtual_hub_route_table_route.stray", "next_hop", ["each.value"]]]);
  });
});
