import { hubPrefixSize } from "../../../policies/rules/hub-prefix-size";
import { said } from "./judging";
import { idOf } from "./sound";

const PREFIX = "azurerm_virtual_hub.sdc.address_prefix";

describe("hub-prefix-size", () => {
  test("takes a /23 and anything larger", () => {
    expect(said(hubPrefixSize, { [PREFIX]: "10.100.0.0/16" })).toEqual([]);
    expect(said(hubPrefixSize, { [PREFIX]: "10.100.0.0/23" })).toEqual([]);
  });

  test("notes a /24, which is the smallest that Azure takes", () => {
    expect(said(hubPrefixSize, { [PREFIX]: "10.100.0.0/24" })).toEqual([
      {
        outcome: "violation",
        level: "note",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: "address prefix 10.100.0.0/24 of hub hub-sdc is smaller than the recommended /23",
        evidence: { prefix: "10.100.0.0/24", length: 24 },
        remedy: "Use a /23: a hub's prefix can't be changed later.",
      },
    ]);
  });

  test("refuses a /25", () => {
    expect(said(hubPrefixSize, { [PREFIX]: "10.101.0.0/25" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: "address prefix 10.101.0.0/25 of hub hub-sdc is smaller than /24",
        evidence: { prefix: "10.101.0.0/25", length: 25 },
        remedy: "Use a /23, or a /24 at least.",
      },
    ]);
  });

  test("goes on with what was meant where host bits are set", () => {
    expect(said(hubPrefixSize, { [PREFIX]: "10.101.0.9/26" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: "address prefix 10.101.0.0/26 of hub hub-sdc is smaller than /24",
        evidence: { prefix: "10.101.0.0/26", length: 26 },
        remedy: "Use a /23, or a /24 at least.",
      },
    ]);
  });

  test("says nothing of a text that tells no prefix: prefix-canonical does", () => {
    expect(said(hubPrefixSize, { [PREFIX]: "10.101.0.0" })).toEqual([]);
    expect(said(hubPrefixSize, { [PREFIX]: "fd00::/64" })).toEqual([]);
  });

  test("refuses a hub of a WAN without a prefix", () => {
    expect(said(hubPrefixSize, { [PREFIX]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: "hub hub-sdc has no address prefix",
        evidence: {},
        remedy: "Set address_prefix to a free /23.",
      },
    ]);
  });

  test("is undecided on an unknown prefix", () => {
    expect(said(hubPrefixSize, { [PREFIX]: "${terraform_data.ipam.output}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: "the address prefix of hub hub-sdc is unknown, so it may be smaller than /24",
        evidence: {},
        decidedBy: ["terraform_data.ipam.output"],
      },
    ]);
  });

  test("says nothing of hubs that are merely read, or known by id only", () => {
    expect(
      said(hubPrefixSize, {
        "data.azurerm_virtual_hub.old": { name: "hub-old", resource_group_name: "rg" },
        "azurerm_virtual_hub_connection.app.virtual_hub_id": "${data.azurerm_virtual_hub.old.id}",
        "azurerm_vpn_gateway.sdc.virtual_hub_id": idOf("virtualHubs", "hub-other"),
      }),
    ).toEqual([]);
  });

  test("leaves a route server alone, which is a hub outside any WAN, but no hub with gateways", () => {
    const lonely = {
      "azurerm_virtual_hub.sdc.address_prefix": undefined,
      "azurerm_virtual_hub.sdc.virtual_wan_id": undefined,
    };
    expect(said(hubPrefixSize, lonely).map(({ message }) => message)).toEqual(["hub hub-sdc has no address prefix"]);
    expect(said(hubPrefixSize, { "azurerm_virtual_hub.rs": { name: "rs", sku: "Standard" } })).toEqual([]);
  });
});
