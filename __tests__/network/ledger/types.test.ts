import { readFileSync } from "node:fs";
import { join } from "node:path";
import { groupsBy } from "../../../network/facts/groups";
import { entryOfArm } from "../../../network/ledger/arm-types";
import { isJudged, isOurType } from "../../../network/ledger/kept";
import { entryOf, TYPES } from "../../../network/ledger/types";

const AZURERM: { readonly resources: readonly string[] } = JSON.parse(
  readFileSync(join(__dirname, "azurerm-types.json"), "utf8"),
);
const ARM: { readonly types: readonly string[] } = JSON.parse(readFileSync(join(__dirname, "arm-types.json"), "utf8"));

// Types that are judged, and that azurerm has elsewhere than under its networks.
const MONITORS = ["azurerm_monitor_diagnostic_setting", "azurerm_monitor_metric_alert"];

// Templates may make anything.
const TEMPLATES = ["management_group", "resource_group", "subscription", "tenant"].map(
  (scope) => `azurerm_${scope}_template_deployment`,
);

describe("the table of types", () => {
  test("has every type that the provider has about networks, and no other", () => {
    const known = [...AZURERM.resources, ...MONITORS, ...TEMPLATES];
    expect({
      missing: known.filter((type) => !TYPES.has(type)),
      unheardOf: [...TYPES.keys()].filter((type) => !known.includes(type)),
    }).toEqual({ missing: [], unheardOf: [] });
  });

  test("knows the tunnels and gateways of a virtual network as seen, and says what they could do", () => {
    const seen = ["azurerm_virtual_network_gateway_connection", "azurerm_local_network_gateway"].map(entryOf);
    expect(seen.map((entry) => entry?.kind)).toEqual(["seen", "seen"]);
    expect(entryOf("azurerm_virtual_network_gateway")).toEqual({
      kind: "judged",
      could: expect.stringContaining("IPsec over ExpressRoute private peering"),
    });
  });

  test("takes a type of this field that it has never heard of for one that could change anything", () => {
    expect(entryOf("azurerm_virtual_hub_connection_policy")).toEqual({
      kind: "seen",
      could: "change anything: it is of a type that this version doesn't know",
    });
    expect([isOurType("azurerm_vpn_gateway_extra"), isJudged("azurerm_vpn_gateway_extra")]).toEqual([true, false]);
    expect([entryOf("azurerm_storage_account"), entryOf("random_id")]).toEqual([undefined, undefined]);
  });
});

describe("the table of ARM types", () => {
  test("says of every type below Microsoft.Network what is made of it", () => {
    const kinds = groupsBy(ARM.types, (type) => entryOfArm(type)?.kind);
    expect(kinds.get(undefined)).toBeUndefined();
    expect(kinds.get("seen")).toEqual([
      "Microsoft.Network/connections",
      "Microsoft.Network/firewallPolicies",
      "Microsoft.Network/firewallPolicies/firewallPolicyDrafts",
      "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
      "Microsoft.Network/firewallPolicies/ruleCollectionGroups/ruleCollectionGroupDrafts",
      "Microsoft.Network/firewallPolicies/ruleGroups",
      "Microsoft.Network/firewallPolicies/signatureOverrides",
      "Microsoft.Network/localNetworkGateways",
      "Microsoft.Network/securityPartnerProviders",
      "Microsoft.Network/virtualNetworkGateways",
      "Microsoft.Network/virtualNetworkGateways/natRules",
    ]);
    const judged = kinds.get("judged")?.map((type) => type.split("/")[1]?.toLowerCase()) ?? [];
    expect([...new Set(judged)]).toEqual([
      "expressroutecircuits",
      "expressroutecrossconnections",
      "expressroutegateways",
      "expressrouteports",
      "networkmanagers",
      "networkvirtualappliances",
      "p2svpngateways",
      "routetables",
      "virtualhubs",
      "virtualnetworks",
      "virtualwans",
      "vpngateways",
      "vpnsites",
    ]);
  });

  test("takes a type of networks that it has never heard of for one of this field", () => {
    expect(entryOfArm("Microsoft.Network/hubConnectors@2027-01-01")?.kind).toBe("judged");
    expect(entryOfArm("Microsoft.Storage/storageAccounts@2024-01-01")).toBeUndefined();
    expect(entryOfArm("Microsoft.Resources/deployments@2024-03-01")?.kind).toBe("seen");
  });

  test("tells a table of routes from the routes in it, whatever letters and version it is written with", () => {
    const kinds = [
      "routeTables@2024-05-01",
      "ROUTETABLES/routes@2024-05-01",
      "VirtualNetworks",
      "virtualnetworks/Subnets",
    ];
    expect(kinds.map((type) => entryOfArm(`microsoft.network/${type}`)?.kind)).toEqual([
      "without effect",
      "judged",
      "without effect",
      "judged",
    ]);
  });
});
