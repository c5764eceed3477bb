import { tunnelEndsReachable } from "../../../policies/rules/tunnel-ends-reachable";
import { said } from "./judging";

const HUB = "azurerm_virtual_hub.sdc";
const FILTERS = "network_intent.value.onPremises.filtersExpressRoute";
const FLAG = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].local_azure_ip_address_enabled";
const GATEWAY = "azurerm_vpn_gateway.sdc";

/** A gateway that is there already, and where its tunnels on the private path end. */
function ends(...addresses: readonly string[]) {
  return { [`${GATEWAY}.ip_configuration`]: addresses.map((private_ip_address) => ({ private_ip_address })) };
}

function outcomes(changes: object) {
  return said(tunnelEndsReachable, { ...changes }).map(({ outcome, decidedBy }) => [outcome, decidedBy]);
}

describe("tunnel-ends-reachable", () => {
  test("takes routers that filter nothing, or the spokes alone", () => {
    expect(said(tunnelEndsReachable, {})).toEqual([]);
    expect(said(tunnelEndsReachable, { [FILTERS]: [] })).toEqual([]);
    expect(said(tunnelEndsReachable, { [FILTERS]: ["10.110.0.0/22"] })).toEqual([]);
    expect(said(tunnelEndsReachable, { [FILTERS]: ["10.99.255.0/24", "10.100.2.0/23"] })).toEqual([]);
  });

  test("refuses a filter that holds the hub's prefix", () => {
    const violated = (filtered: readonly string[]) => ({
      outcome: "violation",
      level: "error",
      address: HUB,
      path: "",
      message: `on-premises routers refuse ${filtered.join(" and ")} over ExpressRoute, where the tunnels to hub hub-sdc end`,
      remedy: "Filter the prefixes of spokes alone, and leave the hub's own prefix on ExpressRoute.",
      evidence: { hub: HUB, filtered },
    });
    expect(said(tunnelEndsReachable, { [FILTERS]: ["10.100.0.0/23"] })).toEqual([violated(["10.100.0.0/23"])]);
    expect(said(tunnelEndsReachable, { [FILTERS]: ["10.96.0.0/12"] })).toEqual([violated(["10.100.0.0/23"])]);
    expect(said(tunnelEndsReachable, { [FILTERS]: ["10.100.1.0/24", "10.100.0.0/24"] })).toEqual([
      violated(["10.100.0.0/23"]),
    ]);
    const known = { [FILTERS]: ["10.100.1.0/24"], ...ends("10.100.0.6", "10.100.1.0") };
    expect(said(tunnelEndsReachable, known)).toEqual([violated(["10.100.1.0/24"])]);
  });

  test("is undecided where a filter holds a part of it, until the gateway's addresses are known", () => {
    expect(said(tunnelEndsReachable, { [FILTERS]: ["10.100.1.0/24"] })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: HUB,
        path: "",
        message:
          "whether on-premises routers refuse over ExpressRoute where the tunnels to hub hub-sdc end can't be told",
        decidedBy: [`${GATEWAY}.ip_configuration`],
        evidence: { hub: HUB, filtered: ["10.100.1.0/24"] },
      },
    ]);
    const one = { [FILTERS]: ["10.100.1.0/24"], ...ends("10.100.0.6") };
    expect(outcomes(one)).toEqual([["undecided", [`${GATEWAY}.ip_configuration`]]]);
    expect(outcomes({ [FILTERS]: ["10.100.1.0/24"], ...ends("10.100.0.6", "10.100.0.255") })).toEqual([]);
  });

  test("is undecided on a filter, a hub's prefix or a private path that can't be told", () => {
    expect(outcomes({ [FILTERS]: ["10.110.0.0/22", "${var.more}"] })).toEqual([["undecided", ["var.more"]]]);
    expect(outcomes({ [FILTERS]: ["10.100.0.0/23", "${var.more}"] })).toEqual([["violation", undefined]]);
    const prefix = { [`${HUB}.address_prefix`]: "${var.prefix}" };
    expect(outcomes({ ...prefix, [FILTERS]: ["10.110.0.0/22"] })).toEqual([["undecided", ["var.prefix"]]]);
    expect(outcomes({ ...prefix, [FILTERS]: [] })).toEqual([]);
    expect(outcomes({ [FILTERS]: ["10.100.0.0/23"], [FLAG]: "${var.flag}" })).toEqual([["undecided", ["var.flag"]]]);
  });

  test("has nothing to say of a hub where no tunnel on the private path ends", () => {
    expect(said(tunnelEndsReachable, { [FILTERS]: ["10.100.0.0/23"], [FLAG]: false })).toEqual([]);
    const second = {
      "azurerm_virtual_hub.osl": {
        name: "hub-osl",
        resource_group_name: "rg",
        location: "norwayeast",
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        address_prefix: "10.102.0.0/23",
      },
      [FILTERS]: ["10.102.0.0/23"],
    };
    expect(said(tunnelEndsReachable, second)).toEqual([]);
  });

  test("says nothing of a route map that drops everything: it never touches the hub's prefix", () => {
    const map = {
      "azurerm_route_map.out": {
        name: "out",
        virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
        rule: [{ name: "drop", next_step_if_matched: "Terminate", action: [{ type: "Drop" }] }],
      },
      "azurerm_express_route_connection.stockholm.routing": {
        associated_route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
        outbound_route_map_id: "${azurerm_route_map.out.id}",
      },
    };
    expect(said(tunnelEndsReachable, map)).toEqual([]);
  });

  test("counts the first and the last address of what is filtered, and none beside it", () => {
    const middle = { [FILTERS]: ["10.100.0.64/26"] };
    for (const address of ["10.100.0.64", "10.100.0.127"]) {
      expect(outcomes({ ...middle, ...ends("10.100.0.6", address) })).toEqual([["violation", undefined]]);
    }
    expect(outcomes({ ...middle, ...ends("10.100.0.63", "10.100.0.128") })).toEqual([]);
  });

  test("refuses where a tunnel ends in one of several filters", () => {
    const two = { [FILTERS]: ["10.100.0.0/26", "10.100.1.0/24"], ...ends("10.100.1.6", "10.100.0.200") };
    expect(outcomes(two)).toEqual([["violation", undefined]]);
  });
});
