import { routeBasedOnly } from "../../../policies/rules/route-based-only";
import { said } from "./judging";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const FLAG = `${CONNECTION}.vpn_link[0].policy_based_traffic_selector_enabled`;
const POLICY = { local_address_ranges: ["10.110.0.0/22"], remote_address_ranges: ["10.31.16.0/20"] };

describe("route-based-only", () => {
  test("takes the flag when it is off, and an empty list of policies", () => {
    expect(said(routeBasedOnly, { [FLAG]: false, [`${CONNECTION}.traffic_selector_policy`]: [] })).toEqual([]);
  });

  test("refuses policy-based traffic selectors", () => {
    expect(said(routeBasedOnly, { [FLAG]: true })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].policy_based_traffic_selector_enabled",
        message: "site bergen, link a uses policy-based traffic selectors",
        evidence: { policyBasedTrafficSelectors: true },
        remedy: "Take policy_based_traffic_selector_enabled out, and set the device up route-based (any to any).",
      },
    ]);
  });

  test("refuses a traffic_selector_policy, once for a connection", () => {
    expect(said(routeBasedOnly, { [`${CONNECTION}.traffic_selector_policy`]: [POLICY, POLICY] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "traffic_selector_policy[0]",
        message: "site bergen at hub-sdc has a traffic_selector_policy",
        evidence: { policies: 2 },
        remedy: "Take the traffic_selector_policy blocks out, and set the device up route-based (any to any).",
      },
    ]);
  });

  test("is undecided where either can't be told", () => {
    expect(said(routeBasedOnly, { [FLAG]: "${var.selectors}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].policy_based_traffic_selector_enabled",
        message: "whether site bergen, link a uses policy-based traffic selectors can't be told",
        evidence: {},
        decidedBy: ["var.selectors"],
      },
    ]);
    expect(said(routeBasedOnly, { [`${CONNECTION}.traffic_selector_policy`]: "${var.policies}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "traffic_selector_policy",
        message: "whether site bergen at hub-sdc has a traffic_selector_policy can't be told",
        evidence: {},
        decidedBy: ["var.policies"],
      },
    ]);
    expect(said(routeBasedOnly, { [`${CONNECTION}.vpn_link`]: "${var.links}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link",
        message: "which links site bergen at hub-sdc has can't be told, nor whether they are route-based",
        evidence: {},
        decidedBy: ["var.links"],
      },
    ]);
  });
});
