import { routeTable } from "../../paths/table";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_HUB, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const SPOKE = "azurerm_virtual_hub_connection.app";
const VPN = 'network_intent.value.vpn["azurerm_vpn_site.bergen"]';

function notes(changes: Changes): readonly string[] {
  return routeTable(networkOf(changed(SOUND, changes))).notes;
}

const MORE = "These lines of network_intent would tell more: ";

describe("what is said above the table", () => {
  test("is nothing where all is known", () => {
    expect(notes({})).toEqual([]);
  });

  test("is that there is nothing to route without a hub", () => {
    expect(routeTable(networkOf({ resource: {} })).notes).toEqual(["No input holds a hub: there is nothing to route."]);
  });

  test("is each line of intent that is missing", () => {
    expect(notes({ "network_intent.value.expressRoute": undefined })).toEqual([
      `${MORE}what each ExpressRoute connection advertises (expressRoute).`,
    ]);
    expect(notes({ [VPN]: undefined })).toEqual([`${MORE}what each VPN link advertises (vpn).`]);
    expect(notes({ "network_intent.value.protected": undefined })).toEqual([
      `${MORE}what must be encrypted (protected).`,
    ]);
    expect(notes({ "network_intent.value.onPremises": { filtersExpressRoute: ["10.110.0.0/22"] } })).toEqual([
      `${MORE}what on-premises routers prefer (onPremises.prefersTunnelFor).`,
    ]);
  });

  test("is what would tell whether tunnels use private peering", () => {
    const link = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].local_azure_ip_address_enabled";
    expect(notes({ [link]: "${var.private}" })).toEqual([
      "Whether tunnels use private peering can't be told; var.private would tell.",
    ]);
  });

  test("is whose addresses can't be told, be it a hub, a spoke, or a spoke that may be there", () => {
    const missing = (whose: string, decidedBy: string) =>
      `Addresses of ${whose} can't all be told, so rows for them may be missing; ${decidedBy} would tell.`;
    const space = { "azurerm_virtual_network.app.address_space": ["10.110.0.0/22", "${var.more}"] };
    expect(notes(space)).toEqual([missing(`spoke vnet-app (${SPOKE})`, "var.more")]);
    expect(notes({ "azurerm_virtual_hub.sdc.address_prefix": "${var.prefix}" })).toEqual([
      missing("hub hub-sdc (azurerm_virtual_hub.sdc)", "var.prefix"),
    ]);
  });

  test("is what is protected beyond IPv4", () => {
    expect(notes({ "network_intent.value.protected": ["10.31.16.0/20", "2001:db8::/32"] })).toEqual([
      "2001:db8::/32 is protected, and hubs carry IPv4 only: nothing leads there.",
    ]);
  });

  test("isn't that nothing is protected as long as something is in one of two WANs", () => {
    const two = {
      ...SECOND_HUB,
      "azurerm_virtual_wan.other": { name: "other", location: "norwayeast", resource_group_name: "rg" },
      "azurerm_virtual_hub.osl.virtual_wan_id": "${azurerm_virtual_wan.other.id}",
    };
    expect(notes({ ...two, "network_intent.value.protected": undefined })).toEqual([
      `${MORE}what must be encrypted (protected).`,
    ]);
    const nothing = { "network_intent.value.protected": [], [VPN]: { a: { advertises: [] } } };
    expect(notes({ ...two, ...nothing })).toEqual(["Nothing is known to be protected."]);
  });
});
