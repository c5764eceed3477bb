import { routeTable } from "../../paths/table";
import { encryptedToAzure } from "../../policies/rules/encrypted-to-azure";
import { encryptedToOnprem } from "../../policies/rules/encrypted-to-onprem";
import { failsClosed } from "../../policies/rules/fails-closed";
import { changed, said } from "../policies/rules/judging";
import { SECOND_LINK, SECOND_VPN_LINK, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const CIRCUIT = "azurerm_express_route_connection.stockholm";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const LINK = `${CONNECTION}.vpn_link[0]`;
const OVER_EXPRESSROUTE = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;
const PROTECTED = "network_intent.value.protected";
const RULE = "azurerm_vpn_gateway_nat_rule.bergen";
const TRANSLATION = "azurerm_vpn_gateway.sdc.bgp_route_translation_for_nat_enabled";

/** A NAT rule that the link names, with BGP route translation on. */
function nat(mode: "IngressSnat" | "EgressSnat", internal: string, external: string, more: object = {}) {
  return {
    [TRANSLATION]: true,
    [RULE]: {
      name: "nat",
      vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
      mode,
      internal_mapping: [{ address_space: internal }],
      external_mapping: [{ address_space: external }],
      ...more,
    },
    [`${LINK}.${mode === "IngressSnat" ? "ingress" : "egress"}_nat_rule_ids`]: [`\${${RULE}.id}`],
  };
}

/** The device announces 10.31.16.0/20. */
const INGRESS = nat("IngressSnat", "10.31.16.0/20", "100.64.0.0/20");

/** What becomes of packets from the hub to a prefix, or from the site to one. */
function pathTo(direction: "to-onprem" | "to-azure", destination: string, changes: object) {
  const { routes } = routeTable(networkOf(changed(SOUND, { ...changes })));
  const from = direction === "to-onprem" ? "azurerm_virtual_hub.sdc" : "azurerm_vpn_site.bergen";
  const rows = routes.filter((row) => row.direction === direction && row.from === from);
  return rows.filter((row) => row.destination === destination).map(({ outcome, via }) => [outcome, via]);
}

function found(rule: typeof encryptedToOnprem, changes: object) {
  return said(rule, { ...changes }).map(({ outcome, evidence, decidedBy }) => {
    const prefixes = "prefixes" in evidence ? evidence.prefixes : undefined;
    return [outcome, prefixes, ...(decidedBy ?? [])];
  });
}

describe("ingress NAT with BGP route translation", () => {
  test("brings the external mapping to the hub, through the tunnel", () => {
    expect(pathTo("to-onprem", "100.64.0.0/20", INGRESS)).toEqual([["encrypted", [`${CONNECTION}#a`]]]);
    expect(found(encryptedToOnprem, { ...INGRESS, [PROTECTED]: ["100.64.0.0/20"] })).toEqual([]);
  });

  test("leaves open whether the internal range is still there", () => {
    expect(pathTo("to-onprem", "10.31.16.0/20", INGRESS)).toEqual([["undecided", [CIRCUIT, `${CONNECTION}#a`]]]);
    expect(found(encryptedToOnprem, INGRESS)).toEqual([["undecided", ["10.31.16.0/20"], RULE]]);
  });

  test("leaves nothing open where another link announces it untranslated", () => {
    const second = {
      "azurerm_vpn_site.bergen.link[1]": SECOND_LINK,
      [`${CONNECTION}.vpn_link[1]`]: SECOND_VPN_LINK,
      'network_intent.value.vpn["azurerm_vpn_site.bergen"].b': { advertises: ["10.31.16.0/20"] },
    };
    expect(found(encryptedToOnprem, { ...INGRESS, ...second })).toEqual([]);
  });

  test("is the same for a dynamic rule, and for a prefix inside the internal mapping", () => {
    const dynamic = nat("IngressSnat", "10.31.0.0/18", "100.64.0.0/28", { type: "Dynamic" });
    expect(found(encryptedToOnprem, dynamic)).toEqual([["undecided", ["10.31.16.0/20"], RULE]]);
    expect(pathTo("to-onprem", "100.64.0.0/28", dynamic)).toEqual([["encrypted", [`${CONNECTION}#a`]]]);
  });

  test("touches no prefix outside the internal mapping, nor one that holds it", () => {
    expect(found(encryptedToOnprem, nat("IngressSnat", "10.31.128.0/20", "100.64.0.0/20"))).toEqual([]);
    expect(found(encryptedToOnprem, nat("IngressSnat", "10.31.16.0/24", "100.64.0.0/24"))).toEqual([]);
  });

  test("doesn't hide what leaks elsewhere, nor what ExpressRoute has at the same length", () => {
    const leak = { ...INGRESS, [PROTECTED]: ["10.31.64.0/20"] };
    expect(found(encryptedToOnprem, leak)).toEqual([["violation", ["10.31.64.0/20"]]]);
    const alike = { ...INGRESS, [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.31.16.0/20"] };
    expect(found(encryptedToOnprem, alike).map(([outcome]) => outcome)).toEqual(["violation"]);
  });

  test("protects the external mapping where intent doesn't say what is protected", () => {
    const changes = { ...INGRESS, [PROTECTED]: undefined, [OVER_EXPRESSROUTE]: ["10.31.0.0/24", "100.64.1.0/24"] };
    expect(found(encryptedToOnprem, changes)).toEqual([
      ["undecided", ["10.31.16.0/20"], RULE],
      ["violation", ["100.64.1.0/24"]],
    ]);
  });

  test("acts on no link that doesn't name the rule", () => {
    expect(found(encryptedToOnprem, { ...INGRESS, [`${LINK}.ingress_nat_rule_ids`]: undefined })).toEqual([]);
  });
});

describe("ingress NAT without BGP route translation", () => {
  test("leaves the hub with what the device announces", () => {
    const changes = { ...INGRESS, [TRANSLATION]: false };
    expect(found(encryptedToOnprem, changes)).toEqual([]);
    expect(found(encryptedToOnprem, { ...changes, [TRANSLATION]: undefined })).toEqual([]);
    expect(pathTo("to-onprem", "100.64.0.0/20", changes)).toEqual([]);
  });

  test("protects the range at which Azure reaches the site, where intent doesn't say what is protected", () => {
    const unstated = { ...INGRESS, [TRANSLATION]: false, [PROTECTED]: undefined };
    const covered = { ...unstated, [OVER_EXPRESSROUTE]: ["100.64.0.0/10", "10.200.0.0/24"] };
    expect(found(encryptedToOnprem, covered)).toEqual([["violation", ["100.64.0.0/20"]]]);
  });

  test("leaves the site's address_cidrs as they are", () => {
    const changes = { ...INGRESS, "azurerm_vpn_site.bergen.address_cidrs": ["100.65.0.0/24"] };
    expect(pathTo("to-onprem", "100.65.0.0/24", changes)).toEqual([["encrypted", [`${CONNECTION}#a`]]]);
  });
});

describe("ingress NAT that can't be told", () => {
  test.each([
    ["a rule that a link names", { [`${LINK}.ingress_nat_rule_ids`]: ["${local.rules[each.value]}"] }, "local.rules"],
    ["all rules that a link names", { [`${LINK}.ingress_nat_rule_ids`]: "${var.rules}" }, "var.rules"],
    ["an internal mapping", { [`${RULE}.internal_mapping[0].address_space`]: "${var.internal}" }, "var.internal"],
    ["whether routes are translated", { [TRANSLATION]: "${var.translation}" }, "var.translation"],
  ])("leaves all open that comes over the link: %s", (_, changes, decider) => {
    const [finding, ...more] = said(encryptedToOnprem, { ...INGRESS, ...changes });
    expect(more.every(({ outcome }) => outcome === "undecided")).toBe(true);
    expect(finding?.outcome).toBe("undecided");
    expect(finding?.decidedBy).toContain(decider);
  });
});

describe("egress NAT with BGP route translation", () => {
  const EGRESS = nat("EgressSnat", "10.110.0.0/24", "100.65.0.0/24");

  test("leaves open whether the tunnel brings the spoke's own addresses that it translates", () => {
    expect(pathTo("to-azure", "10.110.0.0/24", EGRESS).map(([outcome]) => outcome)).toEqual(["undecided"]);
    expect(pathTo("to-azure", "10.110.1.0/24", EGRESS).map(([outcome]) => outcome)).toEqual(["encrypted"]);
    expect(found(encryptedToAzure, EGRESS)).toEqual([["undecided", ["10.110.0.0/24"], RULE]]);
  });

  test("leaves nothing open without translation", () => {
    expect(found(encryptedToAzure, { ...EGRESS, [TRANSLATION]: false })).toEqual([]);
  });

  test("is no leak where ExpressRoute doesn't bring them", () => {
    const filtered = { ...EGRESS, "network_intent.value.onPremises.filtersExpressRoute": ["10.110.0.0/22"] };
    expect(found(failsClosed, filtered).filter(([, prefixes]) => String(prefixes).startsWith("10.110"))).toEqual([]);
  });
});
