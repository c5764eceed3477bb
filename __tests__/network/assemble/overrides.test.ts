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
      [type]: { change: { type: "Microsoft.Network/virtualWans@2024-05-01", ...change } },
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
