import { assemble } from "../../../network/assemble/assemble";
import { UnknownAttribute } from "../../../network/resource";
import { networkOf } from "../../support/network";
import { managed, readingOf } from "../../support/readings";

const WAN_ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan";

/** Two WANs, of which azapi changes one or both. */
function wans(type: string, change: object) {
  const { wans: found } = networkOf({
    resource: {
      azurerm_virtual_wan: {
        a: { name: "wan-a", type: "Standard", disable_vpn_encryption: false },
        b: { name: "wan-b", type: "Standard", disable_vpn_encryption: false },
      },
      [type]: { change: { type: "Microsoft.Network/virtualWans@2024-05-01", body: "${var.body}", ...change } },
    },
  });
  return found.map(({ name, disableVpnEncryption }) => [
    name.state === "known" ? name.value : name,
    disableVpnEncryption.state === "unknown" ? disableVpnEncryption.unknown.decidedBy : disableVpnEncryption.state,
  ]);
}

const UPDATE = "azapi_update_resource";
const ACTION = "azapi_resource_action";
const AS_WRITTEN = [
  ["wan-a", "known"],
  ["wan-b", "known"],
];

describe("what azapi changes of what azurerm manages is unknown", () => {
  test("in the resource that it names, but what is in its id", () => {
    for (const type of [UPDATE, ACTION]) {
      const changed = [
        ["wan-a", [`${type}.change`]],
        ["wan-b", "known"],
      ];
      expect(wans(type, { resource_id: "${azurerm_virtual_wan.a.id}" })).toEqual(changed);
      expect(wans(type, { name: "WAN-A", parent_id: "${azurerm_resource_group.rg.id}" })).toEqual(changed);
      expect(wans(type, { resource_id: WAN_ID.replace(/wan$/, "wan-a") })).toEqual(changed);
    }
  });

  test("by an action that does more than to change tags", () => {
    const changed = (change: object) => wans(ACTION, { resource_id: "${azurerm_virtual_wan.a.id}", ...change })[0]?.[1];
    const untold = [`${ACTION}.change`];
    expect(changed({ method: "PUT", body: { tags: {} } })).toEqual(untold);
    expect(changed({ body: { tags: {} } })).toEqual(untold);
    expect(changed({ method: "PATCH", action: "reset", body: { tags: {} } })).toEqual(untold);
    expect(changed({ method: "${var.method}", body: { tags: {} } })).toEqual(untold);
  });

  test("in all that may be meant, where that can't be told", () => {
    const both = [
      ["wan-a", [`${UPDATE}.change`]],
      ["wan-b", [`${UPDATE}.change`]],
    ];
    expect(wans(UPDATE, { resource_id: "${local.wan}" })).toEqual(both);
    expect(wans(UPDATE, { resource_id: "${local.wan}", type: "${var.type}" })).toEqual(both);
    expect(wans(UPDATE, { resource_id: "${local.wan}", type: "Microsoft.Network/vpnSites@2024-05-01" })).toEqual(
      AS_WRITTEN,
    );
  });

  test("not where it only reads, acts when it is destroyed, makes something, or changes another resource", () => {
    const id = { resource_id: "${azurerm_virtual_wan.a.id}" };
    expect(wans(ACTION, { ...id, method: "GET" })).toEqual(AS_WRITTEN);
    expect(wans(ACTION, { ...id, when: "destroy" })).toEqual(AS_WRITTEN);
    expect(wans(ACTION, { ...id, method: "PATCH", body: { tags: { team: "net" } } })).toEqual(AS_WRITTEN);
    expect(wans(ACTION, { ...id, method: "PATCH", body: { properties: { disableVpnEncryption: true } } })).toEqual(
      AS_WRITTEN,
    );
    expect(wans("azapi_resource", { name: "wan-a", body: "${var.body}" })).toEqual(AS_WRITTEN);
    expect(wans(UPDATE, { resource_id: WAN_ID.replace(/wan$/, "wan-c") })).toEqual(AS_WRITTEN);
  });

  test("what nobody wrote too, but the hub of what lives inside one", () => {
    const { spokeConnections } = networkOf({
      resource: {
        azurerm_virtual_hub: { weu: { name: "weu" } },
        azurerm_virtual_hub_connection: {
          app: { name: "app", virtual_hub_id: "${azurerm_virtual_hub.weu.id}", remote_virtual_network_id: "x" },
        },
        azapi_update_resource: {
          flag: {
            type: "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections@2024-05-01",
            resource_id: "${azurerm_virtual_hub_connection.app.id}",
            body: "${var.body}",
          },
        },
      },
    });
    const [app] = spokeConnections;
    expect([app?.hub.state, app?.virtualNetwork.state, app?.routing.associatedRouteTable.state]).toEqual([
      "resolved",
      "unknown",
      "unknown",
    ]);
  });

  test("where its id is known, though another input manages it", () => {
    const wan = managed("wan.json", "azurerm_virtual_wan.wan", { id: WAN_ID, name: "wan", type: "Standard" });
    const change = managed("b.json", "azapi_update_resource.change", {
      type: "Microsoft.Network/virtualWans@2024-05-01",
      resource_id: WAN_ID.toUpperCase(),
    });
    const { resources } = assemble([readingOf("wan.json", [wan]), readingOf("b.json", [change])]);
    const untold = new UnknownAttribute({ decidedBy: ["azapi_update_resource.change"] });
    expect(resources.find(({ type }) => type === "azurerm_virtual_wan")?.attributes).toEqual({
      id: WAN_ID,
      name: "wan",
      resource_group_name: null,
      type: untold,
      location: untold,
      tags: untold,
      disable_vpn_encryption: untold,
      allow_branch_to_branch_traffic: untold,
      office365_local_breakout_category: untold,
    });
  });
});

const GROUP = "/subscriptions/s/resourceGroups/rg";

/** A hub with a gateway, a connection and a WAN, and what azapi updates of them. */
function updated(updates: Readonly<Record<string, object>>) {
  return networkOf({
    resource: {
      azurerm_virtual_wan: { wan: { name: "wan", resource_group_name: "rg", allow_branch_to_branch_traffic: false } },
      azurerm_virtual_hub: { weu: { name: "weu", virtual_wan_id: "${azurerm_virtual_wan.wan.id}" } },
      azurerm_vpn_gateway: { weu: { name: "vpng", virtual_hub_id: "${azurerm_virtual_hub.weu.id}" } },
      azurerm_vpn_gateway_connection: {
        hq: {
          name: "hq",
          vpn_gateway_id: "${azurerm_vpn_gateway.weu.id}",
          remote_vpn_site_id: "${azurerm_vpn_site.hq.id}",
          vpn_link: [
            { name: "a", bgp_enabled: true, local_azure_ip_address_enabled: true },
            { name: "b", bgp_enabled: true, local_azure_ip_address_enabled: true },
          ],
        },
      },
      azapi_update_resource: updates,
    },
  });
}

function update(type: string, where: object, properties: object) {
  return { type: `Microsoft.Network/${type}@2025-01-01`, ...where, body: { properties } };
}

function told(field: { readonly state: string; readonly value?: unknown }): unknown {
  return field.state === "known" ? field.value : field.state;
}

describe("what azapi_update_resource sets", () => {
  const WAN = { resource_id: "${azurerm_virtual_wan.wan.id}" };
  const wanOf = (updates: Readonly<Record<string, object>>) => {
    const { wans, inputs } = updated(updates);
    return {
      wans: wans.map((one) => [told(one.disableVpnEncryption), told(one.allowBranchToBranch)]),
      unread: inputs.flatMap(({ unread }) => unread.map(({ address }) => address)),
    };
  };

  test("wins over what is written, and leaves the rest as it is", () => {
    const off = update("virtualWans", WAN, { disableVpnEncryption: true });
    expect(wanOf({ off })).toEqual({ wans: [[true, false]], unread: [] });
  });

  test("is found by name and parent too, where these tell it", () => {
    const where = { name: "WAN", parent_id: GROUP };
    expect(wanOf({ off: update("virtualWans", where, { disableVpnEncryption: true }) })).toEqual({
      wans: [[true, false]],
      unread: [],
    });
    const tunnel = updated({
      off: update(
        "vpnGateways/vpnConnections",
        { name: "hq", parent_id: "${azurerm_vpn_gateway.weu.id}" },
        {
          vpnLinkConnections: [{ name: "b", properties: { useLocalAzureIpAddress: false } }],
        },
      ),
    });
    expect(
      tunnel.vpnConnections.flatMap(({ links }) =>
        links.items.map((link) => [told(link.name), told(link.bgpEnabled), told(link.useAzurePrivateIp)]),
      ),
    ).toEqual([
      ["a", true, true],
      ["b", true, false],
    ]);
  });

  test("is open in all that may be meant, and named, where that can't be told", () => {
    const off = update("virtualWans", { resource_id: "${local.wan}" }, { disableVpnEncryption: true });
    expect(wanOf({ off })).toEqual({ wans: [["unknown", false]], unread: ["azapi_update_resource.off"] });
    const elsewhere = update("virtualWans", { name: "other", parent_id: GROUP }, { disableVpnEncryption: true });
    expect(wanOf({ elsewhere })).toEqual({ wans: [[false, false]], unread: ["azapi_update_resource.elsewhere"] });
  });

  test("is open where two set the same", () => {
    const off = update("virtualWans", WAN, { disableVpnEncryption: true });
    const on = update("virtualWans", WAN, { disableVpnEncryption: false });
    expect(wanOf({ off, on })).toEqual({ wans: [["unknown", false]], unread: [] });
    const branches = update("virtualWans", WAN, { allowBranchToBranchTraffic: true });
    expect(wanOf({ off, branches })).toEqual({ wans: [[true, true]], unread: [] });
  });

  test("is named where nobody reads it, and where it takes away what was there", () => {
    const odd = update("virtualWans", WAN, { disableVpnEncryption: null, newThing: 1 });
    expect(wanOf({ odd })).toEqual({
      wans: [[false, false]],
      unread: [
        "azapi_update_resource.odd.body.properties.disableVpnEncryption",
        "azapi_update_resource.odd.body.properties.newThing",
      ],
    });
  });

  test("goes into the default table of a hub that is made here", () => {
    const properties = {
      routes: [
        {
          name: "away",
          destinationType: "CIDR",
          destinations: ["10.9.0.0/16"],
          nextHopType: "ResourceId",
          nextHop: "x",
        },
      ],
    };
    for (const where of [
      { name: "defaultRouteTable", parent_id: "${azurerm_virtual_hub.weu.id}" },
      { resource_id: "${azurerm_virtual_hub.weu.default_route_table_id}" },
      { resource_id: "${azurerm_virtual_hub.weu.id}/hubRouteTables/defaultRouteTable" },
    ]) {
      const { routeTables, inputs } = updated({ routes: update("virtualHubs/hubRouteTables", where, properties) });
      const tables = routeTables.map(({ isDefault, hub, routes }) => [isDefault, hub.state, routes.items.length]);
      expect(tables).toEqual([[true, "resolved", 1]]);
      expect(inputs.flatMap(({ unread }) => unread)).toEqual([]);
    }
  });
});
