import { routeTableValid } from "../../../policies/rules/route-table-valid";
import { type Changes, said } from "./judging";

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
      ["undecided", TABLE, "virtual_hub_id", "whether the hub of route table own has routing intent can't be told"],
    ]);
    expect(messages({ [INTENT]: ALL, [`${INTENT}.routing_policy[1].destinations[0]`]: "${var.what}" })).toEqual([
      ["undecided", INTENT, "routing_policy", "whether routing intent all has one policy a destination can't be told"],
    ]);
  });
});
