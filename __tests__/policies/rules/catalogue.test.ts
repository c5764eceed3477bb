import { readdirSync } from "node:fs";
import { join } from "node:path";
import { judge } from "../../../policies/judge/judge";
import { RULES } from "../../../policies/rules/catalogue";
import { networkOf } from "../../support/network";
import { SOUND } from "./sound";

const folder = join(__dirname, "../../../policies/rules");

describe("the catalogue", () => {
  test("holds these rules in this order: ids, levels and sections are a contract", () => {
    expect(RULES.map(({ id, level, section }) => `${section}: ${id} (${level})`)).toEqual([
      "Addresses: prefix-canonical (error)",
      "Addresses: hub-prefix-size (error)",
      "Addresses: reserved-range (error)",
      "Addresses: address-overlap (error)",
      "Addresses: spoke-subnet-inside (error)",
      "BGP: bgp-peer-not-apipa (error)",
      "BGP: bgp-peer-not-device-address (error)",
      "BGP: bgp-peer-outside-address-space (error)",
      "BGP: bgp-peer-unique (error)",
      "BGP: asn-allowed (error)",
      "BGP: bgp-both-ends (error)",
      "BGP: site-routes-known (error)",
      "Tunnel: route-based-only (error)",
      "Tunnel: encryption-on (error)",
      "Tunnel: ipsec-policy-explicit (warning)",
      "Tunnel: ipsec-policy-strong (error)",
      "Tunnel: ike-version-2 (warning)",
      "Tunnel: preshared-key-secret (error)",
      "Tunnel: dpd-explicit (note)",
      "Private path: private-ip-tunnel (error)",
      "Private path: private-ip-needs-expressroute (error)",
      "Private path: device-address-literal (error)",
      "Private path: device-address-advertised (error)",
      "Private path: tunnel-ends-reachable (error)",
      "Private path: site-connected (warning)",
      "Private path: no-tunnel-through-itself (error)",
      "Private path: no-mixed-links (error)",
      "Private path: fast-path-off (error)",
      "Private path: links-match-site (error)",
      "Routing: encrypted-to-onprem (error)",
      "Routing: encrypted-to-azure (error)",
      "Routing: fails-closed (warning)",
      "Routing: branches-use-default-table (error)",
      "Routing: default-route-not-learned (warning)",
      "Routing: user-routes (error)",
      "Values: value-accepted (error)",
      "Values: gateway-custom-address (error)",
      "Values: nat-rule-valid (error)",
      "Values: route-map-valid (error)",
      "Values: route-table-valid (error)",
      "Values: expressroute-circuit-valid (error)",
      "Values: monitor-valid (error)",
      "Topology and limits: wan-standard (error)",
      "Topology and limits: spoke-without-gateway (error)",
      "Topology and limits: spoke-one-hub (error)",
      "Topology and limits: expressroute-peering-valid (error)",
      "Topology and limits: limits (error)",
      "Topology and limits: redundant-path (note)",
      "Topology and limits: secured-hub-lets-tunnels-pass (warning)",
      "Topology and limits: change-drops-tunnel (warning)",
      "Topology and limits: known-issue (note)",
      "Topology and limits: monitored (note)",
    ]);
  });

  test("has each rule in the file that bears its id, and lists every such file", async () => {
    const contract = ["catalogue", "judgement", "rule"];
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => name.slice(0, -3));
    expect(files.filter((name) => !contract.includes(name)).sort()).toEqual(RULES.map(({ id }) => id).sort());
    for (const rule of RULES) {
      const exported: object = await import(join(folder, rule.id));
      expect(Object.values(exported)).toEqual([rule]);
    }
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))("%s says what must hold and why, with a page", (_, rule) => {
    expect(rule.what).toMatch(/^\S.*\.$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.page).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/[a-z-]+\/[a-z-]+$/);
  });

  test("has no more than notes for a sound network: it accepts cleartext when tunnels are lost, and it has one of each", () => {
    const said = judge(networkOf(SOUND), RULES).map(({ rule, level, address }) => `${rule} (${level}): ${address}`);
    expect(said).toEqual([
      "fails-closed (note): azurerm_express_route_connection.stockholm",
      "fails-closed (note): azurerm_virtual_hub.sdc",
      "monitored (note): azurerm_vpn_gateway.sdc",
      "monitored (note): azurerm_vpn_gateway.sdc",
      "monitored (note): azurerm_vpn_gateway.sdc",
      "redundant-path (note): azurerm_vpn_site.bergen",
      "redundant-path (note): azurerm_vpn_site.bergen",
    ]);
  });
});
