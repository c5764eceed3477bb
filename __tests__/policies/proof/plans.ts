import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tree } from "./deletions";

/** A plan as a team would have it, with what must be said of it at error level. */
export interface Case {
  readonly name: string;
  readonly what: string;
  readonly text: string;
  readonly plan: Tree;
  readonly verdict: "pass" | "fail" | "undecided";
  /** Rule, outcome, address and path. */
  readonly errors: readonly (readonly [string, string, string, string])[];
  /** What is in the plan and must be in no report. */
  readonly secret: string;
}

function read(name: string, rest: Omit<Case, "name" | "text" | "plan">): Case {
  const text = readFileSync(join(__dirname, "plans", `${name}.json`), "utf8");
  const plan: Tree = JSON.parse(text);
  return { name, text, plan, ...rest };
}

const RANA = 'module.depot["mo i rana"].azurerm_vpn_site.this';
const IPAM = "link[1].bgp[0].peering_address";
const OLD = "data.azurerm_virtual_hub.old";

export const CASES: readonly Case[] = [
  read("sound", {
    what: "circuits by count, keys from random_password, a spoke with a subnet",
    verdict: "pass",
    errors: [],
    secret: "Havorn7Lomvi2Lunde4Zz",
  }),
  read("depots", {
    what: "a module for each depot, links in dynamic blocks, circuits with for_each; one depot has AS_TRANS",
    verdict: "fail",
    errors: [
      ["asn-allowed", "violation", RANA, "link[0].bgp[0].asn"],
      ["asn-allowed", "violation", RANA, "link[1].bgp[0].asn"],
    ],
    secret: "Rype6Multe2Tyttebaer9X",
  }),
  read("changed", {
    what: "a hub that is read as a data source, whose WAN is known by id; sites kept, with a connection replaced, and destroyed",
    verdict: "fail",
    errors: [
      ["bgp-peer-outside-address-space", "violation", "azurerm_vpn_site.gavle", "link[0].bgp[0].peering_address"],
      ["encrypted-to-onprem", "undecided", OLD, "virtual_wan_id"],
      ["encryption-on", "undecided", OLD, "virtual_wan_id"],
      ["wan-standard", "undecided", OLD, "virtual_wan_id"],
      ["encrypted-to-onprem", "undecided", `${OLD}/hubRouteTables/defaultRouteTable`, "route"],
    ],
    secret: "Elg3Gaupe8Jerv1Bjorn5Q",
  }),
  read("counted", {
    what: "circuits by count, of which the second has no VLAN",
    verdict: "fail",
    errors: [["expressroute-peering-valid", "violation", "azurerm_express_route_circuit_peering.c[1]", "vlan_id"]],
    secret: "Havorn7Lomvi2Lunde4Zz",
  }),
  read("waiting", {
    what: "a BGP peer that another resource gives after apply",
    verdict: "undecided",
    errors: [
      ["bgp-peer-not-apipa", "undecided", "azurerm_vpn_site.sortland", IPAM],
      ["bgp-peer-not-device-address", "undecided", "azurerm_vpn_site.sortland", IPAM],
      ["bgp-peer-outside-address-space", "undecided", "azurerm_vpn_site.sortland", IPAM],
      ["bgp-peer-unique", "undecided", "azurerm_vpn_site.sortland", IPAM],
    ],
    secret: "Havorn7Lomvi2Lunde4Zz",
  }),
  read("refreshed", {
    what: "a refresh-only plan, whose state has a circuit with FastPath",
    verdict: "fail",
    errors: [
      ["fast-path-off", "violation", "azurerm_express_route_connection.c[1]", "express_route_gateway_bypass_enabled"],
    ],
    secret: "Havorn7Lomvi2Lunde4Zz",
  }),
];
