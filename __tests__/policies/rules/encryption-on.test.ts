import { encryptionOn } from "../../../policies/rules/encryption-on";
import { said } from "./judging";
import { idOf } from "./sound";

const WAN = "azurerm_virtual_wan.wan";
const POLICY = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].ipsec_policy[0]";

describe("encryption-on", () => {
  test("takes the flag when it is written and off, and Azure's default policy", () => {
    expect(
      said(encryptionOn, {
        [`${WAN}.disable_vpn_encryption`]: false,
        "azurerm_vpn_gateway_connection.bergen.vpn_link[0].ipsec_policy": undefined,
      }),
    ).toEqual([]);
  });

  test("refuses a WAN that switches encryption off", () => {
    expect(said(encryptionOn, { [`${WAN}.disable_vpn_encryption`]: true })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_wan.wan",
        path: "disable_vpn_encryption",
        message: "WAN wan-nordics has disable_vpn_encryption on: no VPN tunnel of the WAN is encrypted",
        evidence: { disableVpnEncryption: true },
        remedy: "Take disable_vpn_encryption out of the WAN.",
      },
    ]);
  });

  test("refuses IPsec encryption None", () => {
    expect(said(encryptionOn, { [`${POLICY}.encryption_algorithm`]: "None" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].encryption_algorithm",
        message: "site bergen, link a has IPsec encryption None: its tunnels carry everything in the clear",
        evidence: { encryption: "None" },
        remedy: "Use GCMAES256 as encryption_algorithm and integrity_algorithm.",
      },
    ]);
  });

  test("is undecided on an unknown flag, an unknown algorithm and an unknown policy", () => {
    expect(said(encryptionOn, { [`${WAN}.disable_vpn_encryption`]: "${var.flag}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_wan.wan",
        path: "disable_vpn_encryption",
        message: "whether WAN wan-nordics has disable_vpn_encryption on can't be told",
        evidence: {},
        decidedBy: ["var.flag"],
      },
    ]);
    expect(said(encryptionOn, { [`${POLICY}.encryption_algorithm`]: "${local.esp}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy[0].encryption_algorithm",
        message: "the IPsec encryption of site bergen, link a is unknown, so it may be None",
        evidence: {},
        decidedBy: ["local.esp"],
      },
    ]);
    expect(
      said(encryptionOn, { "azurerm_vpn_gateway_connection.bergen.vpn_link[0].ipsec_policy": "${var.policy}" }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy",
        message: "the IPsec policy of site bergen, link a is unknown, and so is whether it encrypts",
        evidence: {},
        decidedBy: ["var.policy"],
      },
    ]);
  });

  test("is undecided on a WAN that is known by id only, where the hub or else the site refers to it", () => {
    const id = idOf("virtualWans", "wan-old");
    expect(
      said(encryptionOn, {
        "azurerm_virtual_hub.sdc.virtual_wan_id": id,
        "azurerm_vpn_site.bergen.virtual_wan_id": id,
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "virtual_wan_id",
        message: `whether WAN wan-old (${id}) has disable_vpn_encryption on can't be told`,
        evidence: {},
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan-old",
        ],
      },
    ]);
    expect(
      said(encryptionOn, {
        "azurerm_vpn_gateway.sdc.virtual_hub_id": idOf("virtualHubs", "hub-old"),
        "azurerm_vpn_site.bergen.virtual_wan_id": id,
      }).map(({ outcome, address, path }) => `${outcome} ${address}.${path}`),
    ).toEqual(["undecided azurerm_vpn_site.bergen.virtual_wan_id"]);
  });

  test("goes by the site's WAN where only the hub is known by id", () => {
    expect(said(encryptionOn, { "azurerm_vpn_gateway.sdc.virtual_hub_id": idOf("virtualHubs", "hub-old") })).toEqual(
      [],
    );
  });

  test("is undecided where nothing tells the WAN", () => {
    expect(
      said(encryptionOn, {
        "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": idOf("vpnGateways", "gw-old"),
        "azurerm_vpn_gateway_connection.bergen.remote_vpn_site_id": idOf("vpnSites", "site-old"),
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_gateway_id",
        message: "the WAN of VPN connection con-bergen can't be told, nor whether disable_vpn_encryption is on there",
        evidence: {},
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/gw-old",
        ],
      },
    ]);
  });

  test("says nothing of a WAN that is known by id only and has no VPN connection here", () => {
    expect(
      said(encryptionOn, {
        azurerm_virtual_wan: {},
        "azurerm_virtual_hub.sdc.virtual_wan_id": idOf("virtualWans", "wan-old"),
        azurerm_vpn_gateway_connection: {},
        azurerm_vpn_site: {},
        network_intent: undefined,
      }),
    ).toEqual([]);
  });

  test("is undecided on a WAN that is merely read, at its data source, only where a VPN connection needs it", () => {
    const read = {
      "data.azurerm_virtual_wan.old": { name: "wan-old", resource_group_name: "rg" },
      "azurerm_virtual_hub.sdc.virtual_wan_id": "${data.azurerm_virtual_wan.old.id}",
    };
    expect(said(encryptionOn, read)).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "data.azurerm_virtual_wan.old",
        path: "disable_vpn_encryption",
        message: "whether WAN wan-old has disable_vpn_encryption on can't be told",
        evidence: {},
        decidedBy: ["data.azurerm_virtual_wan.old.disable_vpn_encryption"],
      },
    ]);
    expect(said(encryptionOn, { ...read, azurerm_vpn_gateway_connection: {} })).toEqual([]);
  });

  test("says nothing of a connection without a gateway, for others do", () => {
    expect(said(encryptionOn, { "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": undefined })).toEqual([]);
  });

  test("refuses a WAN that is merely read and has encryption off", () => {
    const read = (disable_vpn_encryption: unknown) =>
      said(encryptionOn, {
        "azurerm_virtual_wan.wan": undefined,
        "data.azurerm_virtual_wan.wan": { name: "wan-nordics", resource_group_name: "rg", disable_vpn_encryption },
        "azurerm_virtual_hub.sdc.virtual_wan_id": "${data.azurerm_virtual_wan.wan.id}",
        "azurerm_vpn_site.bergen.virtual_wan_id": "${data.azurerm_virtual_wan.wan.id}",
      }).map(({ outcome, address, path }) => [outcome, address, path]);
    expect(read(true)).toEqual([["violation", "data.azurerm_virtual_wan.wan", "disable_vpn_encryption"]]);
    expect(read(false)).toEqual([]);
  });

  test("can't tell where neither its gateway nor its site tells in which WAN a connection is", () => {
    const [gateway, wan] = [
      "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id",
      "azurerm_vpn_site.bergen.virtual_wan_id",
    ];
    expect(
      said(encryptionOn, { [gateway]: "${each.value}", [wan]: "${var.wan}" }).filter(
        ({ path }) => path === "vpn_gateway_id",
      ),
    ).toEqual([]);
    const lost = said(encryptionOn, { [gateway]: "${each.value}", [wan]: undefined });
    expect(lost.map(({ outcome, address, path, decidedBy }) => [outcome, address, path, decidedBy])).toEqual([
      ["undecided", "azurerm_vpn_gateway_connection.bergen", "vpn_gateway_id", ["each.value"]],
    ]);
    expect(said(encryptionOn, { [gateway]: undefined, [wan]: undefined })).toEqual([]);
  });
});
